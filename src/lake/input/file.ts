import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {open, stat} from "node:fs/promises";
import {messageOf, UserError} from "../../errors.ts";
import type {FocusVersion} from "../../focus/column.ts";
import type {Flavour} from "../../focus/flavours.data.ts";
import {isCode} from "../storage.ts";

/** A file that was delivered, as it is before anybody reads its rows. */
export interface InputFile {
  /** As the user would name it: relative to what was given on the command line. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Whether it was found beside others and may be passed over where nobody knows what it is. */
  readonly isExtra?: boolean;
  /** What a manifest says that it is; what the user states counts more. */
  readonly hints?: {readonly version?: FocusVersion; readonly flavour: Flavour};
}

export type Compression = "none" | "gzip" | "zstd";

/** What the first and last bytes of a file say it is. */
export interface FileKind {
  readonly format: "csv" | "parquet";
  readonly compression: Compression;
}

/** What tells whether a file is still the one that was looked at before. */
export interface Fingerprint {
  readonly bytes: number;
  readonly modified: bigint;
  readonly inode: bigint;
}

/** Throws `input.missing` where the file is not there or may not be read. */
export async function fingerprint(file: InputFile): Promise<Fingerprint> {
  try {
    const {size, mtimeNs, ino} = await stat(file.path, {bigint: true});
    const bytes = Number(size); // a number of bytes
    return {bytes, modified: mtimeNs, inode: ino};
  } catch (error) {
    throw readError(file, error);
  }
}

/** Throws `input.changed` where the file is no longer the one that was looked at before. */
export async function assertUnchanged(file: InputFile, before: Fingerprint): Promise<void> {
  const after = await fingerprint(file);
  if (after.bytes === before.bytes && after.modified === before.modified && after.inode === before.inode) return;
  throw new UserError("input.changed", `${file.name} changed while it was read`, {
    at: {file: file.name},
    remedy: "Wait until it is written completely and ingest it again. Nothing was changed."
  });
}

const magic = {gzip: [0x1f, 0x8b], zstd: [0x28, 0xb5, 0x2f, 0xfd], zip: [0x50, 0x4b, 0x03, 0x04]} as const;

/** Looks at the first and last bytes. Throws `input.empty`, `input.unreadable`, `input.missing`. */
export async function kindOf(file: InputFile, bytes: number): Promise<FileKind> {
  if (bytes === 0)
    throw new UserError("input.empty", `${file.name} is empty`, {
      at: {file: file.name},
      remedy: "Check the export, or leave the file out."
    });
  const {head, tail} = await ends(file, bytes);
  const startsWith = (signature: readonly number[]): boolean => signature.every((byte, n) => head[n] === byte);
  if (startsWith(magic.gzip)) return {format: "csv", compression: "gzip"};
  if (startsWith(magic.zstd)) return {format: "csv", compression: "zstd"};
  if (startsWith(magic.zip)) throw unreadable(file, "is a zip archive", "Unpack it and ingest the files in it.");
  if (head.toString("latin1") === "PAR1") {
    if (tail.toString("latin1") !== "PAR1" || bytes < 12)
      throw unreadable(file, "is a Parquet file that was cut short", "Fetch it again; its end is missing.");
    return {format: "parquet", compression: "none"};
  }
  if (file.name.toLowerCase().endsWith(".parquet"))
    throw unreadable(file, "is named .parquet but is no Parquet file", "Fetch it again; its beginning is damaged.");
  return {format: "csv", compression: "none"};
}

async function ends(file: InputFile, bytes: number): Promise<{head: Buffer; tail: Buffer}> {
  try {
    const handle = await open(file.path, "r");
    try {
      const head = Buffer.alloc(Math.min(4, bytes));
      const tail = Buffer.alloc(Math.min(4, bytes));
      await handle.read(head, 0, head.length, 0);
      await handle.read(tail, 0, tail.length, bytes - tail.length);
      return {head, tail};
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readError(file, error);
  }
}

/** SHA-256 of the bytes as delivered, in hexadecimal. */
export async function hashOf(file: InputFile, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file.path, {highWaterMark: 1 << 20, signal}))
      hash.update(chunk as Buffer);
  } catch (error) {
    throw readError(file, error);
  }
  return hash.digest("hex");
}

export function unreadable(file: InputFile, what: string, remedy: string, line?: number): UserError {
  return new UserError("input.unreadable", `${file.name} ${what}`, {
    at: {file: file.name, ...(line === undefined ? {} : {line})},
    remedy
  });
}

/** What the file system says about a file that is read, for people. */
export function readError(file: InputFile, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const at = {file: file.name};
  if (isCode(error, "ABORT_ERR")) return new UserError("cancelled", "The work was cancelled", {cause: error});
  if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR"))
    return new UserError("input.missing", `${file.name} is not there`, {at, remedy: "Check the path.", cause: error});
  if (isCode(error, "EACCES") || isCode(error, "EPERM"))
    return new UserError("input.missing", `${file.name} may not be read`, {
      at,
      remedy: "Check the permissions of the file and of the folders above it.",
      cause: error
    });
  const reason = messageOf(error).replaceAll(file.path, file.name);
  return new UserError("input.unreadable", `${file.name} cannot be read: ${reason}`, {
    at,
    remedy: "Check that it is a file that other programs can read.",
    cause: error
  });
}
