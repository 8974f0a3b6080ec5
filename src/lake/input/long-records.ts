import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Delimiter} from "./header.ts";
import {textRecords} from "./records.ts";

/**
 * Copies a text without its records of more than `longest` bytes, over which the engine would sit for minutes. Every
 * other record stays on its line. Gives the lines (1 is the header's) on which the left out ones begin.
 */
export async function copyWithoutLong(
  path: string,
  delimiter: Delimiter,
  longest: number,
  target: string,
  signal: AbortSignal
): Promise<readonly number[]> {
  const left: number[] = [];
  const chunks = async function* (): AsyncGenerator<Buffer> {
    let at = 1;
    for await (const {line, bytes} of textRecords(path, delimiter, longest, signal)) {
      if (bytes === null) {
        left.push(line);
        continue;
      }
      // Empty lines are no records to any reader.
      if (line > at) yield Buffer.alloc(line - at, "\n");
      yield bytes;
      yield Buffer.from("\n");
      at = line + lineEndsWithin(bytes) + 1;
    }
  };
  await pipeline(Readable.from(chunks(), {objectMode: false}), createWriteStream(target), {signal});
  return left;
}

function lineEndsWithin(bytes: Buffer): number {
  return bytes.toString("latin1").match(/\r\n|\r|\n/g)?.length ?? 0;
}
