import {homedir, tmpdir} from "node:os";
import {basename} from "node:path";
import {catalogue, type ErrorCode, messageOf, type Place, UserError} from "../../errors.ts";

/** What a failed call is answered with (RFC 9457). */
export interface Problem {
  /** The address of what is written about the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly at?: Place;
  readonly remedy?: string;
  readonly data?: unknown;
  /** Under which the log has more. */
  readonly requestId?: string;
}

export const problemType = "application/problem+json; charset=utf-8";

const unexpected = "unexpected";

/** The problem that an error is; paths of this machine and stacks stay here. */
export function problemOf(error: unknown, requestId: string, roots: readonly string[]): Problem {
  if (error instanceof UserError) return userProblem(error, requestId, roots);
  const status = statusOf(error);
  const code = codeOfStatus(status);
  if (code === null) {
    return {
      type: typeOf(unexpected),
      title: "The server made a mistake",
      status: 500,
      detail: "Something unexpected happened. The log of the server has it under the id of this call.",
      code: unexpected,
      remedy: "Report it with the id; ashlar doctor shows whether the data is sound.",
      requestId
    };
  }
  const {title} = catalogue[code];
  const detail = withoutPaths(messageOf(error), roots, true);
  return {
    type: typeOf(code),
    title,
    status,
    detail,
    code,
    remedy: remedies[code] ?? "See /api/docs for what is taken."
  };
}

function userProblem(error: UserError, requestId: string, roots: readonly string[]): Problem {
  const {code, status, at, remedy, data, message} = error;
  const thorough = !/^(usage|question|filter|name)\./.test(code);
  return {
    type: typeOf(code),
    title: catalogue[code].title,
    status,
    detail: withoutPaths(message, roots, thorough),
    code,
    ...(at === undefined ? {} : {at: placeWithoutPath(at)}),
    ...(remedy === undefined ? {} : {remedy: withoutPaths(remedy, roots, thorough)}),
    ...(data === undefined ? {} : {data}),
    ...(status >= 500 ? {requestId} : {})
  };
}

function typeOf(code: string): string {
  return `/api/docs#${code}`;
}

function statusOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("statusCode" in error)) return 500;
  return typeof error.statusCode === "number" ? error.statusCode : 500;
}

/** The code of what the framework refuses before an operation sees it; null where it is our mistake. */
function codeOfStatus(status: number): ErrorCode | null {
  const codes: Readonly<Record<number, ErrorCode>> = {
    404: "not-found",
    405: "request.method",
    413: "request.too-large",
    415: "request.unsupported",
    429: "request.too-often",
    503: "server.busy"
  };
  if (codes[status] !== undefined) return codes[status];
  return status >= 400 && status < 500 ? "usage.invalid" : null;
}

const remedies: Readonly<Partial<Record<ErrorCode, string>>> = {
  "request.too-large": "Send less at a time; large files are given by ashlar ingest on the machine itself.",
  "request.unsupported": "Send JSON with content-type: application/json; files are sent to /api/ingest/upload.",
  "request.too-often": "Wait as long as Retry-After says.",
  "server.busy": "Wait as long as Retry-After says."
};

/** A text without folders of this machine: those that are known and, thorough, whatever looks like one. */
export function withoutPaths(text: string, roots: readonly string[], thorough: boolean): string {
  const known = [...roots, tmpdir(), homedir(), process.cwd()].filter((root) => root.length > 1);
  let clean = text;
  for (const root of known.toSorted((a, b) => b.length - a.length)) {
    clean = clean.replaceAll(`${root}/`, "").replaceAll(root, "the practice");
  }
  return thorough
    ? clean.replaceAll(/(?<![\w:/.])(?!\/api\/|\/mcp)(?:\/[\w.@%+~-]+){2,}\/?/g, (path) => basename(path))
    : clean;
}

function placeWithoutPath(at: Place): Place {
  return at.file === undefined ? at : {...at, file: /^([/\\]|[A-Za-z]:)/.test(at.file) ? basename(at.file) : at.file};
}
