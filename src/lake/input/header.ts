import {open} from "node:fs/promises";
import {type InputFile, readError, unreadable} from "./file.ts";
import {fieldsOf} from "./records.ts";

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The first record of a delimited text, its names exactly as they are written. */
export interface Header {
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
}

const longest = 1 << 20;

/** Reads the header of a plain text file. Throws `input.unreadable`. */
export async function readHeader(file: InputFile, path: string): Promise<Header> {
  const record = firstRecord((await beginning(file, path)).replace(/^\uFEFF/, ""));
  if (record === null)
    throw unreadable(file, "has no header within its first megabyte", "Check that it is a CSV file with a header.", 1);
  const delimiter = delimiters.reduce((best, each) =>
    fieldsOf(record, each).length > fieldsOf(record, best).length ? each : best
  );
  return {names: fieldsOf(record, delimiter), delimiter};
}

async function beginning(file: InputFile, path: string): Promise<string> {
  try {
    const handle = await open(path, "r");
    try {
      const buffer = Buffer.alloc(longest);
      const {bytesRead} = await handle.read(buffer, 0, longest, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readError(file, error);
  }
}

function firstRecord(text: string): string | null {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "\n" || char === "\r")) return text.slice(0, at);
  }
  return quoted || text.length >= longest ? null : text;
}
