import {isUtf8} from "node:buffer";
import {createReadStream, createWriteStream} from "node:fs";
import {rename} from "node:fs/promises";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip, createZstdDecompress} from "node:zlib";
import {messageOf, UserError} from "../../errors.ts";
import {isCode, storageError} from "../storage.ts";
import {type FileKind, type InputFile, readError, unreadable} from "./file.ts";
import {delimiters} from "./header.ts";

/** A text file as the engine reads it: plain UTF-8 whose lines end in one way. */
export interface PlainText {
  readonly path: string;
  /** Lines with something or nothing on them, the header included: the records are at most as many. */
  readonly lines: number;
  /** No line has more bytes than this. */
  readonly longest: number;
  /** What had to be done to it, in words. */
  readonly notes: readonly string[];
}

const chunkSize = 1 << 20;
const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;
const fieldEnds: ReadonlySet<number> = new Set(delimiters.map((delimiter) => delimiter.charCodeAt(0)));

/**
 * Makes a plain UTF-8 text of a delivered file: unpacks it, translates UTF-16, drops the byte order mark, and checks
 * every byte on the way, since the engine checks neither gzip sums nor truncation. A file that is plain already is
 * only checked and stays where it is; one whose lines end in several ways is copied with one. Throws `input.unreadable`, `input.empty`, `storage.full`.
 */
export async function plainText(
  file: InputFile,
  kind: FileKind,
  target: string,
  signal: AbortSignal
): Promise<PlainText> {
  const notes: string[] = [];
  const encoding = await encodingOf(file, kind, signal);
  if (kind.compression !== "none") notes.push(`unpacked (${kind.compression})`);
  if (encoding !== "utf-8") notes.push(`translated from ${encoding.toUpperCase()}`);
  const counter = lineCounter(file);
  const copies = kind.compression !== "none" || encoding !== "utf-8";
  const path = copies ? target : file.path;
  try {
    const bytes = counter.pass(textBytes(file, kind, encoding, signal));
    await pipeline(streamOf(bytes), copies ? createWriteStream(target) : sink, {signal});
    const {mixed, ...found} = counter.result();
    if (!mixed) return {path, ...found, notes};
    const unified = `${target}.unified`;
    const source = createReadStream(path, {highWaterMark: chunkSize, signal}) as AsyncIterable<Buffer>;
    await pipeline(streamOf(unifiedNewlines(source)), createWriteStream(unified), {signal});
    await rename(unified, target);
    return {path: target, ...found, notes: [...notes, "its lines end in several ways, read as one"]};
  } catch (error) {
    throw describe(file, target, error);
  }
}

function streamOf(chunks: AsyncIterable<Buffer>): Readable {
  return Readable.from(chunks, {objectMode: false, highWaterMark: chunkSize});
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
  throw new UserError("input.empty", `${file.name} is empty once unpacked`, {
    at: {file: file.name},
    remedy: "Check the export, or leave the file out."
  });
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

/**
 * Every line end outside quotes as LF: the engine takes what comes after a second kind of line end for another record,
 * or for a part of the last one. Inside quotes a line end is text, and stays.
 */
async function* unifiedNewlines(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let atFieldStart = true;
  let quoted = false;
  let closing = false;
  let afterCr = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      const isSecondHalf = afterCr && byte === lf;
      afterCr = false;
      if (closing) {
        closing = false;
        quoted = byte === quote;
      } else if (quoted) closing = byte === quote;
      else if (byte === quote && atFieldStart) quoted = true;
      if (quoted || closing) bytes[length++] = byte;
      else if (!isSecondHalf) {
        afterCr = byte === cr;
        bytes[length++] = afterCr ? lf : byte;
      }
      atFieldStart = byte === lf || byte === cr || fieldEnds.has(byte);
    }
    yield bytes.subarray(0, length);
  }
}

/** Counts lines and checks that the bytes are UTF-8 without NUL while they pass. */
function lineCounter(file: InputFile) {
  const ends = lineEnds(Buffer.alloc(0));
  let last = lf;
  let pending = Buffer.alloc(0);
  let longest = 0;
  let run = 0;
  const check = (chunk: Buffer, end: boolean): void => {
    const text = chunk.subarray(0, end ? chunk.length : wholeCharacters(chunk));
    if (!isUtf8(text)) {
      const line = 1 + total(ends) + total(lineEnds(text.subarray(0, validLength(text))));
      throw unreadable(file, "has bytes that are not UTF-8", "Save or export it as UTF-8.", line);
    }
    const nul = text.indexOf(0);
    if (nul !== -1) {
      const line = 1 + total(ends) + total(lineEnds(text.subarray(0, nul)));
      throw unreadable(file, "has NUL bytes", "Export it again as UTF-8 text.", line);
    }
    const found = lineEnds(text);
    // Lines that end within one chunk are no longer than a chunk, and nobody cares which of them is the longest.
    const begin = firstEnd(text);
    longest = Math.max(longest, run + begin, Math.min(text.length, chunkSize));
    run = begin === text.length ? run + begin : text.length - 1 - Math.max(text.lastIndexOf(lf), text.lastIndexOf(cr));
    ends.crlf += found.crlf;
    ends.lf += found.lf;
    ends.cr += found.cr;
    last = text.at(-1) ?? last;
    pending = Buffer.from(chunk.subarray(text.length));
  };
  return {
    async *pass(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
      for await (const chunk of chunks) {
        check(pending.length === 0 ? chunk : Buffer.concat([pending, chunk]), false);
        yield chunk;
      }
      check(pending, true);
    },
    result: () => ({
      longest: Math.max(longest, run),
      lines: total(ends) + (last === lf || last === cr ? 0 : 1),
      mixed: Object.values(ends).filter((n) => n > 0).length > 1
    })
  };
}

/** The length of the longest beginning that is UTF-8. */
function validLength(text: Buffer): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(text.subarray(0, wholeCharacters(text.subarray(0, middle))))) good = middle;
    else bad = middle;
  }
  return good;
}

function firstEnd(text: Buffer): number {
  const ends = [text.indexOf(lf), text.indexOf(cr)].filter((at) => at !== -1);
  return Math.min(text.length, ...ends);
}

interface LineEnds {
  crlf: number;
  lf: number;
  cr: number;
}

function lineEnds(text: Buffer): LineEnds {
  const ends = {crlf: 0, lf: 0, cr: 0};
  for (let at = text.indexOf(lf); at !== -1; at = text.indexOf(lf, at + 1)) ends.lf++;
  for (let at = text.indexOf(cr); at !== -1; at = text.indexOf(cr, at + 1))
    if (text[at + 1] === lf) ends.crlf++;
    else ends.cr++;
  return {...ends, lf: ends.lf - ends.crlf};
}

function total(ends: LineEnds): number {
  return ends.crlf + ends.lf + ends.cr;
}

/** How many bytes of a chunk are whole: an unfinished character or line end at the end waits for the next chunk. */
function wholeCharacters(chunk: Buffer): number {
  if (chunk.at(-1) === cr) return chunk.length - 1;
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
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
