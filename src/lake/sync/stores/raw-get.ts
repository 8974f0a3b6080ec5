import {type IncomingMessage, request as askPlain} from "node:http";
import {request as askSecurely} from "node:https";

/** What a server sent, byte by byte as it sent it: `fetch` unpacks what is marked as packed, and its length is then wrong. */
export function rawGet(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const ask = url.protocol === "http:" ? askPlain : askSecurely;
  return new Promise((resolve, reject) => {
    const asked = ask(url, {headers, signal}, resolve);
    asked.on("error", reject);
    asked.end();
  });
}
