import {isUtf8} from "node:buffer";
import {createReadStream, createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip, createZstdDecompress} from "node:zlib";
import {messageOf, UserError} from "../../errors.ts";
import {isCode, storageError} from "../storage.ts";
import {type FileKind, type InputFile, readError, unreadable} from "./file.ts";

/** A text file as the engine reads it: plain UTF-8 without byte order mark. */
export interface PlainText {
  readonly path: string;
  /** Lines with something or nothing on them, the header included: the records are at most as many. */
  readonly lines: number;
  readonly newline: "\n" | "\r\n" | "\r";
  /** What had to be done to it, in words. */
  readonly notes: readonly string[];
}

const chunkSize = 1 << 20;

/**
 * Makes a plain UTF-8 text of a delivered file: unpacks it, translates UTF-16, drops the byte order mark, and checks
 * every byte on the way, since the engine checks neither gzip sums nor truncation. A file that is plain already is
 * only checked and stays where it is. Throws `input.unreadable`, `input.empty`, `storage.full`.
 */
export async function plainText(
  file: InputFile,
  kind: FileKind,
  target: string,
  signal: AbortSignal,
  {unifyNewlines = false}: {readonly unifyNewlines?: boolean} = {}
): Promise<PlainText> {
  const notes: string[] = [];
  const encoding = await encodingOf(file, kind, signal);
  if (kind.compression !== "none") notes.push(`unpacked (${kind.compression})`);
  if (encoding !== "utf-8") notes.push(`translated from ${encoding.toUpperCase()}`);
  if (unifyNewlines) notes.push("its lines ended in two ways, now in one");
  const counter = lineCounter(file);
  const copies = kind.compression !== "none" || encoding !== "utf-8" || unifyNewlines;
  const translated = textBytes(file, kind, encoding, signal);
  const bytes = unifyNewlines ? withoutCarriageReturns(translated) : translated;
  try {
    await pipeline(
      Readable.from(counter.pass(bytes), {objectMode: false, highWaterMark: chunkSize}),
      copies ? createWriteStream(target) : sink,
      {signal}
    );
  } catch (error) {
    throw describe(file, target, error);
  }
  return {path: copies ? target : file.path, ...counter.result(), notes};
}

async function sink(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of source) {
    // The counter has seen the bytes; there is nothing to keep.
  }
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

async function encodingOf(file: InputFile, kind: FileKind, signal: AbortSignal): Promise<Encoding> {
  try {
    for await (const chunk of unpacked(file, kind, signal)) {
      const [a, b, c, d] = chunk;
      if (a === 0xff && b === 0xfe) return "utf-16le";
      if (a === 0xfe && b === 0xff) return "utf-16be";
      // Without a byte order mark the zero bytes of an ASCII header give it away.
      if (b === 0 && d === 0) return "utf-16le";
      if (a === 0 && c === 0) return "utf-16be";
      return "utf-8";
    }
  } catch (error) {
    throw describe(file, file.path, error);
  }
  throw new UserError("input.empty", `${file.name} is empty once unpacked`, {at: {file: file.name}});
}

async function* unpacked(file: InputFile, {compression}: FileKind, signal: AbortSignal): AsyncIterable<Buffer> {
  const source = createReadStream(file.path, {highWaterMark: chunkSize, signal});
  if (compression === "none") {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const unpack = compression === "gzip" ? createGunzip({chunkSize}) : createZstdDecompress({chunkSize});
  source.on("error", (error) => unpack.destroy(error));
  yield* source.pipe(unpack) as AsyncIterable<Buffer>;
}

async function* textBytes(
  file: InputFile,
  kind: FileKind,
  encoding: Encoding,
  signal: AbortSignal
): AsyncIterable<Buffer> {
  if (encoding === "utf-8") {
    yield* unpacked(file, kind, signal);
    return;
  }
  const decoder = new TextDecoder(encoding, {fatal: true});
  for await (const chunk of unpacked(file, kind, signal)) yield Buffer.from(decoder.decode(chunk, {stream: true}));
  yield Buffer.from(decoder.decode());
}

/** CR LF becomes LF, wherever it stands: the engine reads no file that has both. */
async function* withoutCarriageReturns(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length;
    held = Buffer.from(bytes.subarray(end));
    yield Buffer.from(bytes.subarray(0, end).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  }
  yield held;
}

/** Counts lines and checks that the bytes are UTF-8 without NUL while they pass. */
function lineCounter(file: InputFile) {
  let lines = 0;
  let last = 0x0a;
  let newline: PlainText["newline"] | undefined;
  let pending = Buffer.alloc(0);
  const check = (chunk: Buffer, end: boolean): void => {
    const whole = end ? chunk.length : wholeCharacters(chunk);
    const text = chunk.subarray(0, whole);
    if (!isUtf8(text))
      throw unreadable(
        file,
        `has bytes that are not UTF-8 at about line ${lines + 1}`,
        "Save or export it as UTF-8.",
        lines + 1
      );
    if (text.includes(0)) throw unreadable(file, "has NUL bytes", "Export it again as UTF-8 text.", lines + 1);
    newline ??= newlineOf(text);
    lines += count(text, newline === "\r" ? 0x0d : 0x0a);
    last = text.at(-1) ?? last;
    pending = Buffer.from(chunk.subarray(whole));
  };
  return {
    async *pass(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
      for await (const chunk of chunks) {
        check(pending.length === 0 ? chunk : Buffer.concat([pending, chunk]), false);
        yield chunk;
      }
      check(pending, true);
    },
    result: () => {
      const ends = newline === "\r" ? 0x0d : 0x0a;
      return {lines: lines + (last === ends ? 0 : 1), newline: newline ?? "\n"};
    }
  };
}

/** How many bytes of a chunk are whole characters: an unfinished one at the end waits for the next chunk. */
function wholeCharacters(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}

function newlineOf(text: Buffer): PlainText["newline"] | undefined {
  const lf = text.indexOf(0x0a);
  const cr = text.indexOf(0x0d);
  if (lf === -1 && cr === -1) return undefined;
  if (lf === -1) return cr === text.length - 1 ? undefined : "\r";
  return lf > 0 && text[lf - 1] === 0x0d ? "\r\n" : "\n";
}

function count(text: Buffer, byte: number): number {
  let found = 0;
  for (let at = text.indexOf(byte); at !== -1; at = text.indexOf(byte, at + 1)) found++;
  return found;
}

function describe(file: InputFile, target: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_") || code.startsWith("ZSTD"))
    return unreadable(
      file,
      `is damaged or cut short (${messageOf(error)})`,
      "Fetch it again: what can be unpacked of it is not complete. Nothing was changed."
    );
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return unreadable(file, "has bytes that are not UTF-16", "Save or export it as UTF-8.");
  if (isCode(error, "ENOSPC") || isCode(error, "EDQUOT") || isCode(error, "EFBIG")) return storageError(target, error);
  return readError(file, error);
}
