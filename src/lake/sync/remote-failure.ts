/** What can be done about a call to a store that failed. */
export type FailureKind = "again" | "refused" | "missing" | "changed" | "fatal";

/**
 * A failed call to a remote store. Its words are ours: messages of vendors' libraries may repeat addresses with
 * signatures, so neither they nor the errors themselves are kept.
 */
export class RemoteFailure extends Error {
  override readonly name = "RemoteFailure";
  readonly kind: FailureKind;
  /** Milliseconds that the store asks to wait; null where it does not say. */
  readonly wait: number | null;

  constructor(kind: FailureKind, message: string, wait: number | null = null) {
    super(message);
    this.kind = kind;
    this.wait = wait;
  }
}

/**
 * Any error of a vendor's library, `fetch` or the network as a `RemoteFailure`. Libraries call a broken connection an
 * abort, too: who aborted it themselves asks their own signal first.
 */
export function failureOf(error: unknown): RemoteFailure {
  if (error instanceof RemoteFailure) return error;
  const chain = causes(error);
  const [first] = chain;
  const status = chain.map(statusOf).find((each) => each !== null) ?? null;
  const code = codeIn(chain);
  if (status !== null) return ofStatus(status, code, waitOf(chain));
  return ofNetwork(code, String(first?.["name"] ?? "Error"), textOf(chain));
}

type Fields = Readonly<Record<string, unknown>>;

function causes(error: unknown): readonly Fields[] {
  const found: Fields[] = [];
  let at = error;
  while (typeof at === "object" && at !== null && found.length < 6) {
    found.push(at as Fields);
    const {cause, errors} = at as Fields;
    at = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return found;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** The HTTP status under the names that the libraries give it. */
function statusOf(error: Fields): number | null {
  const meta = fieldsOf(error["$metadata"])["httpStatusCode"];
  const response = fieldsOf(error["response"]);
  const found = [meta, error["statusCode"], error["status"], error["code"], response["status"]].find(
    (each): each is number => typeof each === "number" && each >= 300 && each < 600
  );
  return found ?? null;
}

/** The vendor's or the system's word for the failure, if it is one word. */
function codeIn(chain: readonly Fields[]): string {
  for (const error of chain.toReversed())
    for (const value of [error["Code"], error["code"], error["name"]])
      if (typeof value === "string" && /^[A-Za-z][A-Za-z0-9_]{2,60}$/.test(value) && !dullNames.has(value))
        return value;
  return "";
}

const dullNames = new Set(["Error", "TypeError", "RestError", "ApiError", "GaxiosError", "AggregateError", "Unknown"]);

function textOf(chain: readonly Fields[]): string {
  return chain.map(({message}) => String(message ?? "")).join(" ");
}

function ofStatus(status: number, code: string, wait: number | null): RemoteFailure {
  const said = `status ${status}${code === "" ? "" : ` ${code}`}`;
  if (status === 412) return new RemoteFailure("changed", `the file was replaced while it was fetched (${said})`);
  if (status === 404 || status === 410) return new RemoteFailure("missing", `there is nothing at this place (${said})`);
  // Throttling has several faces: S3 answers 503 SlowDown, Azure 503 ServerBusy, Google 429.
  if (
    status === 408 ||
    status === 429 ||
    status >= 500 ||
    /throttl|slowdown|toomanyrequests|requesttimeout/i.test(code)
  )
    return new RemoteFailure("again", `the store is busy or failed (${said})`, wait);
  if (status === 401 || status === 403 || /credential|token|signature|accesskey/i.test(code))
    return new RemoteFailure("refused", `the store refuses access (${said})`);
  return new RemoteFailure("fatal", `the store refuses the call (${said})`);
}

const passing =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_[A-Z_]+|HPE_[A-Z_]+|TimeoutError|AbortError|ABORT_ERR|NetworkingError|REQUEST_SEND_ERROR|PARSE_ERROR)$/;

function ofNetwork(code: string, name: string, text: string): RemoteFailure {
  if (
    /credential/i.test(`${code} ${name}`) ||
    /could not load the default credentials|AuthenticationRequired/i.test(text)
  )
    return new RemoteFailure("refused", "no credentials were found for it");
  if (code === "ENOTFOUND") return new RemoteFailure("fatal", "its host is not known (ENOTFOUND)");
  if (/^(DEPTH_ZERO|SELF_SIGNED|CERT_|UNABLE_TO_|ERR_TLS)/.test(code))
    return new RemoteFailure("fatal", `the certificate of its host is not trusted (${code})`);
  if (passing.test(code) || /socket hang up|terminated|aborted|network|premature close|timed? ?out/i.test(text))
    return new RemoteFailure("again", `the connection broke${code === "" ? "" : ` (${code})`}`);
  return new RemoteFailure("fatal", `the call failed (${code === "" ? name : code})`);
}

/** Milliseconds that a Retry-After asks for, in seconds or as a date; a day at most. */
function waitOf(chain: readonly Fields[]): number | null {
  for (const error of chain) {
    for (const response of [fieldsOf(error["$response"]), fieldsOf(error["response"])]) {
      const text = headerOf(response["headers"], "retry-after");
      if (text !== null) return retryAfter(text);
    }
  }
  return null;
}

function headerOf(headers: unknown, name: string): string | null {
  if (typeof headers !== "object" || headers === null) return null;
  if ("get" in headers && typeof headers.get === "function") {
    const found: unknown = (headers as {get(name: string): unknown}).get(name);
    return typeof found === "string" ? found : null;
  }
  const found = (headers as Fields)[name];
  return typeof found === "string" ? found : null;
}

/** Milliseconds of a Retry-After in seconds; null for one that is no number, such as a date. */
export function retryAfter(text: string): number | null {
  if (!/^\d{1,9}$/.test(text.trim())) return null;
  const seconds = Number(text); // a number of seconds
  return Math.min(seconds, 86_400) * 1000;
}
