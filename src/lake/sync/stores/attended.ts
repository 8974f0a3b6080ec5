import {Readable} from "node:stream";

/** A stream whose failure waits until it is read: without a listener, one that comes before would end the process. */
export function attended(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (chunks instanceof Readable) chunks.on("error", () => undefined);
  return chunks;
}
