/** What tells that bytes arrived as they are kept; `value` is hexadecimal. */
export interface Checksum {
  readonly algorithm: "md5" | "sha256" | "crc32";
  readonly value: string;
}

/** A file at the location of a source. */
export interface RemoteObject {
  /** Its path below the location, with slashes. Named by somebody else: see staged-name.ts before using it as a path. */
  readonly key: string;
  /** Bytes; null where the store does not say before it is read. */
  readonly size: number | null;
  /** What changes whenever the bytes do (an etag, a generation); null where the store gives nothing of the kind. */
  readonly version: string | null;
  /** When it was last written: ISO text; null where that is not known. */
  readonly modified: string | null;
  readonly checksum: Checksum | null;
}

export interface ObjectPage {
  readonly objects: readonly RemoteObject[];
  /** What the next page is asked with; null after the last. */
  readonly next: string | null;
}

export interface ObjectBytes {
  /** Where the bytes begin: as asked, or 0 where the store gives only whole objects. */
  readonly offset: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * The place that deliveries are fetched from. Every call is tried once and throws a `RemoteFailure`, which says whether
 * to try again; the conformance suite in fixtures/ holds for all.
 */
export interface RemoteStore {
  /** Files below the location, a page at a time, in no particular order. */
  list(token: string | null, signal: AbortSignal): Promise<ObjectPage>;
  /** The bytes from `offset` on. Fails with `changed` where the object has another version by now. */
  read(object: RemoteObject, offset: number, signal: AbortSignal): Promise<ObjectBytes>;
  /** A checksum that the list did not have. */
  checksum?(object: RemoteObject, signal: AbortSignal): Promise<Checksum | null>;
  /** Puts the file at `target` without copying bytes; false where that cannot be. */
  adopt?(object: RemoteObject, target: string): Promise<boolean>;
  close(): void;
}
