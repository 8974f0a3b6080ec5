import type {Progress} from "../../../../operation.ts";
import {type Parameters, operationUrl, reach} from "../../api/call.ts";
import {Problem, problemFacts, problemOfResponse} from "../../api/problem.ts";

export interface Step {
  readonly message: string;
  /** Between 0 and 1; null where it is not known. */
  readonly share: number | null;
}

/**
 * Runs a write operation that takes long, with what happens on the way, line by line. Ends the work where `signal` is
 * aborted. Throws `Problem`, or `AbortError`.
 */
export async function watchedWrite<T>(
  name: string,
  input: Parameters,
  step: (step: Step) => void,
  signal: AbortSignal
): Promise<T> {
  const response = await reach(
    operationUrl(name),
    {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/x-ndjson",
        "idempotency-key": crypto.randomUUID()
      },
      body: JSON.stringify(input)
    },
    signal
  );
  if (!response.ok || response.body === null) throw await problemOfResponse(response);
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {done, value} = await reader.read();
    const lines = `${rest}${value ?? ""}`.split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      if (line.trim() === "") continue;
      const said = JSON.parse(line) as Record<string, unknown>;
      if ("result" in said) return said["result"] as T;
      if ("error" in said) throw new Problem(problemFacts(said["error"], 422));
      step(stepOf(said as unknown as Progress));
    }
    if (done) throw new Problem(problemFacts(null, response.status));
  }
}

function stepOf({stage, message, done, total}: Progress): Step {
  return {
    message: message ?? stage,
    share: done === undefined || total === undefined || total === 0 ? null : Math.min(1, done / total)
  };
}
