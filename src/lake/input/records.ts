import {createReadStream} from "node:fs";
import type {Delimiter} from "./header.ts";

/** One record of a delimited text, with the line it begins on (1 is the header's). */
export interface TextRecord {
  readonly line: number;
  /** Its bytes without the line end; null for one longer than the limit. */
  readonly bytes: Buffer | null;
}

const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;

/**
 * Walks over the records of a CSV file one by one, with memory bounded by `longest` bytes. It is the second opinion on
 * how many records there are, and tells the lines of those that could not be read. Empty lines are no records.
 */
export async function* textRecords(
  path: string,
  delimiter: Delimiter,
  longest: number,
  signal: AbortSignal
): AsyncGenerator<TextRecord, void, void> {
  const separator = delimiter.charCodeAt(0);
  const record = collector(longest);
  let line = 1;
  let firstLine = 1;
  // Whether the next byte begins a field, stands inside quotes, or follows a quote that may have closed them.
  let atFieldStart = true;
  let quoted = false;
  let closing = false;
  let afterCr = false;
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20, signal}) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (closing) {
        closing = false;
        if (byte === quote) continue;
        quoted = false;
      }
      if (quoted) {
        if (byte === quote) closing = true;
        else if (byte === lf || (byte === cr && chunk[at + 1] !== lf)) line++;
        continue;
      }
      if (byte === lf || byte === cr) {
        const isSecondHalf = byte === lf && afterCr;
        afterCr = byte === cr;
        if (!isSecondHalf) {
          record.add(chunk.subarray(from, at));
          const bytes = record.take();
          if (bytes === null || bytes.length > 0) yield {line: firstLine, bytes};
          line++;
          firstLine = line;
        }
        from = at + 1;
        atFieldStart = true;
        continue;
      }
      afterCr = false;
      if (byte === quote && atFieldStart) quoted = true;
      atFieldStart = byte === separator;
    }
    record.add(chunk.subarray(from));
  }
  const rest = record.take();
  if (rest === null || rest.length > 0) yield {line: firstLine, bytes: rest};
}

function collector(longest: number) {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add(part: Buffer): void {
      size += part.length;
      if (size > longest) parts = [];
      // A chunk may be reused by the stream, so what outlives it is copied.
      else if (part.length > 0) parts.push(Buffer.from(part));
    },
    take(): Buffer | null {
      const bytes = size > longest ? null : Buffer.concat(parts);
      parts = [];
      size = 0;
      return bytes;
    }
  };
}

/** The fields of a record. */
export function fieldsOf(text: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = "";
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end === -1) return [...fields, field + text.slice(at + 1)];
        field += text.slice(at + 1, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    const end = text.indexOf(delimiter, at);
    if (end === -1) return [...fields, field + text.slice(at)];
    fields.push(field + text.slice(at, end));
    at = end + 1;
  }
}
