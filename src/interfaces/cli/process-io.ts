import type {Io} from "./io.ts";

const width = 80;

/**
 * The surroundings of the running process. When a reader goes away (EPIPE) nothing more is written to it, but the work
 * goes on to its end: half of an ingest is never wanted because `head` had seen enough of it.
 */
export function processIo(signal: AbortSignal): Io {
  const {stdout, stderr, env} = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const wanted = Number(env["COLUMNS"] ?? "");
  return {
    out: (text) =>
      new Promise((resolve) => {
        stdout.write(text, () => resolve());
      }),
    err: (text) => {
      stderr.write(text);
    },
    // What is no terminal has no isTTY; undefined would take the default of whoever decides on colour.
    errIsTerminal: "isTTY" in stderr && stderr.isTTY,
    outIsTerminal: "isTTY" in stdout && stdout.isTTY,
    columns: stdout.columns ?? (Number.isInteger(wanted) && wanted >= 20 ? wanted : width),
    env,
    cwd: process.cwd(),
    signal
  };
}
