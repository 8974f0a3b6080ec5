import type {Progress} from "../../../operation.ts";
import type {Ingested} from "./contracts.ts";
import {Problem, problemFacts, serverGone} from "./problem.ts";
import {callerHeaders} from "./token.ts";

export interface UploadInput {
  readonly files: readonly File[];
  readonly source: string;
  readonly dryRun: boolean;
  readonly append: boolean;
  readonly replace: boolean;
}

export interface UploadStep {
  readonly stage: string;
  readonly message: string;
  /** Between 0 and 1; null where it is not known. */
  readonly share: number | null;
}

/**
 * Sends files to be ingested as one delivery, with what happens on the way. XMLHttpRequest, because fetch does not say
 * how much was sent. Rejects with `Problem`, or `AbortError` where it was cancelled.
 */
export async function upload(
  input: UploadInput,
  step: (step: UploadStep) => void,
  signal: AbortSignal
): Promise<Ingested> {
  const {promise, resolve, reject} = Promise.withResolvers<Ingested>();
  const request = new XMLHttpRequest();
  let read = 0;
  let result: Ingested | null = null;
  let failure: Problem | null = null;
  const readLines = (end: boolean): void => {
    const text = request.responseText;
    const until = end ? text.length : text.lastIndexOf("\n") + 1;
    for (const line of text.slice(read, until).split("\n")) {
      if (line.trim() === "") continue;
      const said = lineOf(line);
      if ("result" in said) result = said["result"] as Ingested;
      else if ("error" in said) failure = new Problem(problemFacts(said["error"], 422));
      else if (typeof said["stage"] === "string") step(stepOf(said as unknown as Progress));
    }
    read = until;
  };
  request.upload.onprogress = ({loaded, total}) =>
    step({stage: "send", message: "Sending the file", share: total === 0 ? null : loaded / total});
  request.onprogress = () => {
    if (request.status < 400) readLines(false);
  };
  request.onerror = () => reject(new Problem(serverGone));
  request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
  request.onload = () => {
    if (request.status >= 400)
      return reject(new Problem(problemFacts(lineOf(request.responseText), request.status, request.statusText)));
    readLines(true);
    if (result !== null) return resolve(result);
    return reject(failure ?? new Problem(problemFacts(null, request.status)));
  };
  signal.addEventListener("abort", () => request.abort());
  request.open("POST", "/api/ingest/upload");
  request.setRequestHeader("accept", "application/x-ndjson");
  for (const [name, value] of Object.entries(callerHeaders())) request.setRequestHeader(name, value);
  const body = new FormData();
  body.append("source", input.source);
  for (const flag of ["dryRun", "append", "replace"] as const) if (input[flag]) body.append(flag, "true");
  for (const file of input.files) body.append("file", file, file.name);
  request.send(body);
  return promise;
}

function lineOf(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function stepOf({stage, message, done, total}: Progress): UploadStep {
  return {
    stage,
    message: message ?? stage,
    share: done === undefined || total === undefined || total === 0 ? null : Math.min(1, done / total)
  };
}
