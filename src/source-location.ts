/** Where the deliveries of a source lie, taken apart. Prefixes have no slash at either end. */
export type SourceLocation =
  | {readonly kind: "folder"; readonly path: string}
  | {readonly kind: "s3"; readonly bucket: string; readonly prefix: string}
  | {readonly kind: "azure"; readonly account: string; readonly container: string; readonly prefix: string}
  | {readonly kind: "gcs"; readonly bucket: string; readonly prefix: string}
  | {readonly kind: "https"; readonly url: string};

/** What is wrong with a location, in words that repeat nothing of it: it may hold a secret. */
export interface LocationFault {
  readonly field: "location" | "endpoint" | "credentials" | "region";
  readonly message: string;
}

interface Located {
  readonly location?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly credentials?:
    | {
        readonly profile?: string | undefined;
        readonly connectionString?: string | undefined;
        readonly sas?: string | undefined;
        readonly token?: string | undefined;
      }
    | undefined;
}

/** The first thing that is wrong with where a source says its deliveries lie; null where all is well. */
export function locationFault(source: Located): LocationFault | null {
  const {location, endpoint, region, credentials = {}} = source;
  if (location === undefined) {
    const [stray] = (["endpoint", "region", "credentials"] as const).filter((field) => source[field] !== undefined);
    return stray === undefined ? null : {field: stray, message: "means nothing without a location"};
  }
  const read = readLocation(location);
  if (typeof read === "string") return {field: "location", message: read};
  if (endpoint !== undefined) {
    if (read.kind === "folder" || read.kind === "https")
      return {field: "endpoint", message: `means nothing for ${words[read.kind]}`};
    const fault = addressFault(endpoint);
    if (fault !== null) return {field: "endpoint", message: fault};
  }
  if (region !== undefined && read.kind !== "s3")
    return {field: "region", message: `means nothing for ${words[read.kind]}`};
  const [strange] = Object.entries(credentials).filter(
    ([name, value]) => value !== undefined && !taken[read.kind].includes(name)
  );
  if (strange !== undefined)
    return {field: "credentials", message: `${strange[0]} means nothing for ${words[read.kind]}`};
  return null;
}

/** A location of the practice file. Throws where `locationFault` would have found something. */
export function sourceLocation(location: string): SourceLocation {
  const read = readLocation(location);
  if (typeof read === "string") throw new Error(`a location that was not checked: ${read}`);
  return read;
}

const words = {
  folder: "a folder",
  s3: "S3",
  azure: "Azure Blob Storage",
  gcs: "Google Cloud Storage",
  https: "HTTPS"
} as const satisfies Record<SourceLocation["kind"], string>;

const taken: Readonly<Record<SourceLocation["kind"], readonly string[]>> = {
  folder: [],
  s3: ["profile"],
  azure: ["connectionString", "sas"],
  gcs: [],
  https: ["token"]
};

const forms =
  "must be a folder, s3://bucket/prefix, azblob://account/container/prefix, gs://bucket/prefix or https://host/file";

/** The location, or what is wrong with it. */
function readLocation(text: string): SourceLocation | string {
  if (/\p{Cc}/u.test(text)) return "has control characters; write it again";
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(text) ?? [];
  // A single letter before a colon is a drive of Windows.
  if (scheme === undefined) return text.trim() === "" ? forms : {kind: "folder", path: text};
  switch (scheme.toLowerCase()) {
    case "file":
      return rest.startsWith("///")
        ? {kind: "folder", path: decoded(rest.slice(2))}
        : "a file: location has three slashes, as in file:///data/exports";
    case "s3":
      return bucketOf("s3", rest);
    case "gs":
    case "gcs":
      return bucketOf("gcs", rest);
    case "azblob":
      return containerOf(rest);
    case "https":
    case "http":
      return webOf(text);
    default:
      return forms;
  }
}

function bucketOf(kind: "s3" | "gcs", rest: string): SourceLocation | string {
  const fault = secretFault(rest);
  if (fault !== null) return fault;
  const [, bucket, prefix = ""] = /^\/\/([^/]+)(?:\/(.*))?$/.exec(rest) ?? [];
  if (bucket === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]{1,221}$/.test(bucket)) return "names no bucket";
  return {kind, bucket, prefix: trimmed(prefix)};
}

function containerOf(rest: string): SourceLocation | string {
  const fault = secretFault(rest);
  if (fault !== null) return fault;
  const [, account, container, prefix = ""] = /^\/\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(rest) ?? [];
  if (account === undefined || container === undefined || !/^[a-z0-9]{3,24}$/.test(account) || !isContainer(container))
    return "names no account and container: azblob://account/container/prefix";
  return {kind: "azure", account, container, prefix: trimmed(prefix)};
}

function isContainer(name: string): boolean {
  return /^(\$root|\$web|[a-z0-9](-?[a-z0-9]){2,62})$/.test(name);
}

function webOf(text: string): SourceLocation | string {
  const fault = addressFault(text);
  if (fault !== null) return fault;
  const url = new URL(text);
  const blob = /^([a-z0-9]{3,24})\.(blob|dfs)\.core\.windows\.net$/.exec(url.hostname);
  if (blob === null) return {kind: "https", url: url.href};
  const [container = "", ...prefix] = url.pathname.split("/").filter((part) => part !== "");
  if (!isContainer(container)) return "names no container: https://account.blob.core.windows.net/container/prefix";
  return {kind: "azure", account: blob[1] ?? "", container, prefix: decoded(prefix.join("/"))};
}

function addressFault(text: string): string | null {
  if (!URL.canParse(text)) return "is no address; write it as https://host/path";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must begin with https://";
  const fault = secretFault(text.slice(text.indexOf("//")));
  if (fault !== null) return fault;
  if (url.protocol === "http:" && !isThisMachine(url.hostname))
    return "must begin with https://: what is sent by http:// can be read on the way";
  return null;
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}

/** What of an address is a secret, or looks like one: it would be kept, shown and logged with the practice file. */
function secretFault(rest: string): string | null {
  if (/^\/\/[^/?#]*@/.test(rest))
    return "has a user or password in it; take it out and give credentials by the environment (see docs/sources.md)";
  const query = rest.includes("?") ? rest.slice(rest.indexOf("?") + 1) : "";
  if (/(^|[&;])[^=&;]*(sig|token|secret|passw|credential|auth|key|goog-|amz-)[^=&;]*=/i.test(query))
    return "has a signature or key in its query; take it out and name an environment variable that holds it under credentials (see docs/sources.md)";
  return null;
}

function trimmed(prefix: string): string {
  return prefix.replace(/^\/+|\/+$/g, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
