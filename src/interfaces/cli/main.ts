import {exitCodes} from "../../errors.ts";
import {processIo} from "./process-io.ts";
import {run} from "./run.ts";
import type {RunParts} from "./run.ts";

/** A second interrupt that comes later than this many milliseconds after the first ends the process at once. */
const patience = 1000;

/** Runs the command line in this process and sets its exit status. The first signal asks for a clean end. */
export async function main(argv: readonly string[], parts: RunParts = {}): Promise<void> {
  const abort = new AbortController();
  let first: number | null = null;
  const interrupt = (): void => {
    // A terminal sends the signal to the launcher and to us, and the launcher forwards its own: one wish, two signals.
    if (first !== null && performance.now() - first > patience) process.exit(exitCodes.interrupted);
    first ??= performance.now();
    abort.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    process.exitCode = await run(argv, processIo(abort.signal), parts);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}
