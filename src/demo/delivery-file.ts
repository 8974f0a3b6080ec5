import {createHash, type Hash} from "node:crypto";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import {PassThrough, Transform} from "node:stream";
import {finished} from "node:stream/promises";
import {createGzip} from "node:zlib";
import type {Columns} from "./charge.ts";

/** A CSV file on its way to disk; memory is bounded by the buffers of the streams. */
export interface DeliveryFile {
  write(rows: readonly Columns[]): Promise<void>;
  /** Rows written so far. */
  rows(): number;
  close(): Promise<FileFacts>;
}

export interface FileFacts {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Bytes of text that may wait for the compressor, so that rows are made while it works. */
const buffered = 4 * 1024 * 1024;

const awkward = /[",\r\n]/;

/** Opens a CSV file (gzip where the name ends with `.gz`) and writes its header. */
export async function openDeliveryFile(path: string, header: readonly string[]): Promise<DeliveryFile> {
  await mkdir(dirname(path), {recursive: true});
  const counter = countBytes();
  const file = createWriteStream(path);
  const gzip = path.endsWith(".gz") ? createGzip({level: 1}) : null;
  const entry = new PassThrough({highWaterMark: buffered});
  if (gzip === null) entry.pipe(counter.stream);
  else entry.pipe(gzip).pipe(counter.stream);
  counter.stream.pipe(file);
  const done = finished(file);
  done.catch(() => undefined);
  let rows = 0;
  const push = async (text: string): Promise<void> => {
    if (!entry.write(text)) await Promise.race([once(entry, "drain"), done]);
  };
  await push(`${header.join(",")}\n`);
  return {
    async write(batch) {
      rows += batch.length;
      let text = "";
      for (const row of batch) text += csvLine(header, row);
      if (text !== "") await push(text);
    },
    rows: () => rows,
    async close() {
      entry.end();
      await done;
      return {path, rows, bytes: counter.bytes(), sha256: counter.hash.digest("hex")};
    }
  };
}

function csvLine(header: readonly string[], row: Columns): string {
  let line = "";
  for (const name of header) {
    const cell = row[name] ?? "";
    line += awkward.test(cell) ? `"${cell.replaceAll('"', '""')}",` : `${cell},`;
  }
  return `${line.slice(0, -1)}\n`;
}

function countBytes(): {stream: Transform; bytes: () => number; hash: Hash} {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    }
  });
  return {stream, bytes: () => bytes, hash};
}
