import {z} from "zod";
import {inLanes} from "../lanes.ts";
import {failureOf, RemoteFailure, retryAfter} from "../remote-failure.ts";
import type {Checksum, ObjectBytes, RemoteObject, RemoteStore} from "../remote-store.ts";

export interface HttpsPlace {
  /** One file, or a JSON list of files. */
  readonly url: string;
  readonly token: string | null;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/i);
const entry = z.object({
  url: z.string().min(1),
  size: z.int().min(0).optional(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  sha256: sha256.optional()
});
type Entry = z.output<typeof entry>;
const entries = z.array(
  z.union([
    z
      .string()
      .min(1)
      .transform((url): Entry => ({url})),
    entry
  ])
);
const list = z.union([entries, z.object({files: entries}).transform(({files}) => files)]);

/** Bytes of a list of files; a longer JSON is taken for a bill. */
const longestList = 16_000_000;

/** A file on a web server, or the files that a JSON list there names, all of the same server. */
export function httpsStore({url, token}: HttpsPlace): RemoteStore {
  const location = new URL(url);
  const addresses = new Map<string, URL>();

  async function ask(
    address: URL,
    init: Omit<RequestInit, "headers"> & {readonly headers?: Readonly<Record<string, string>>}
  ): Promise<Response> {
    const response = await fetch(address, {
      ...init,
      headers: {
        "accept-encoding": "identity",
        // The token is for the server of the location; `fetch` drops it where that sends us elsewhere.
        ...(token === null ? {} : {authorization: `Bearer ${token}`}),
        ...init.headers
      }
    }).catch((error: unknown) => {
      throw failureOf(error);
    });
    if (response.ok) return response;
    await response.body?.cancel().catch(() => undefined);
    const wait = retryAfter(response.headers.get("retry-after") ?? "");
    const failure = failureOf({status: response.status});
    throw new RemoteFailure(failure.kind, failure.message, wait);
  }

  /** The files that the location lists, or null where it is a JSON file of another kind, which may be a bill. */
  async function listed(signal: AbortSignal): Promise<readonly RemoteObject[] | null> {
    const parsed = list.safeParse(await json(await ask(location, {signal})));
    if (!parsed.success) return null;
    for (const {url: text} of parsed.data) {
      const address = URL.canParse(text, location.href) ? new URL(text, location) : null;
      if (address === null || address.origin !== location.origin)
        throw new RemoteFailure("fatal", "its list names a file on another server");
      const key = keyBelow(location, address);
      if (addresses.has(key) && addresses.get(key)?.href !== address.href)
        throw new RemoteFailure("fatal", "its list names two files of one path");
      addresses.set(key, address);
    }
    return inLanes(parsed.data, 4, (each) => described(each, signal));
  }

  async function described(each: Entry, signal: AbortSignal): Promise<RemoteObject> {
    const address = new URL(each.url, location);
    const key = keyBelow(location, address);
    const checksum: Checksum | null =
      each.sha256 === undefined ? null : {algorithm: "sha256", value: each.sha256.toLowerCase()};
    const version = each.sha256 ?? each.etag;
    if (each.size !== undefined && version !== undefined)
      return {key, size: each.size, version, modified: each.modified ?? null, checksum};
    const found = await head(address, key, signal);
    return {...found, checksum, ...(version === undefined ? {} : {version})};
  }

  async function head(address: URL, key: string, signal: AbortSignal): Promise<RemoteObject> {
    try {
      const {headers} = await ask(address, {method: "HEAD", signal});
      return {...factsOf(headers), key, checksum: null};
    } catch (error) {
      // Servers without HEAD are asked for the file when its turn comes.
      if (error instanceof RemoteFailure && error.kind === "fatal" && /status (405|501)/.test(error.message))
        return {key, size: null, version: null, modified: null, checksum: null};
      throw error;
    }
  }

  return {
    list: async (_, signal) => {
      addresses.clear();
      const found = /\.json$/i.test(location.pathname) ? await listed(signal) : null;
      if (found !== null) return {objects: found, next: null};
      return {objects: [await head(location, keyBelow(location, location), signal)], next: null};
    },
    read: async (object, offset, signal) => {
      const address = addresses.get(object.key) ?? location;
      const response = await ask(address, {
        signal,
        headers: offset === 0 ? {} : {range: `bytes=${offset}-`, ...conditionOf(object)}
      });
      return bytesOf(response, object, offset);
    },
    close: () => undefined
  };
}

function conditionOf({version}: RemoteObject): Record<string, string> {
  return version !== null && version.startsWith('"') ? {"if-range": version} : {};
}

async function bytesOf(response: Response, object: RemoteObject, offset: number): Promise<ObjectBytes> {
  const {version} = factsOf(response.headers);
  const isOther =
    object.version?.startsWith('"') === true && version?.startsWith('"') === true && version !== object.version;
  const isPart =
    response.status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${offset}-`) === true;
  if (isOther || (response.status === 206 && !isPart)) {
    await response.body?.cancel().catch(() => undefined);
    throw new RemoteFailure("changed", "the file was replaced while it was fetched");
  }
  return {offset: isPart ? offset : 0, chunks: (response.body ?? []) as AsyncIterable<Uint8Array>};
}

function factsOf(headers: Headers): Omit<RemoteObject, "key" | "checksum"> {
  const length = headers.get("content-length");
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  // What is packed on the way has another length than what arrives.
  const packed = (headers.get("content-encoding") ?? "identity") !== "identity";
  const strong = etag !== null && etag.startsWith('"') ? etag : null;
  return {
    size: length === null || packed || !/^\d{1,15}$/.test(length) ? null : Number(length), // a number of bytes
    version: strong ?? (etag === null && modified === null ? null : `${etag ?? ""} ${modified ?? ""} ${length ?? ""}`),
    modified
  };
}

/** The path of a file seen from the folder of the location; whole where it lies elsewhere on the server. */
function keyBelow(location: URL, address: URL): string {
  const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/") + 1);
  const path = address.pathname.startsWith(folder) ? address.pathname.slice(folder.length) : address.pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function json(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > longestList) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    throw failureOf(error);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch {
    return null;
  }
}
