import type {Io} from "./io.ts";

const width = 80;

/** The surroundings of the running process. A reader that goes away (EPIPE) ends the process quietly. */
export function processIo(signal: AbortSignal): Io {
  const {stdout, stderr, env} = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
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
    errIsTerminal: stderr.isTTY,
    outIsTerminal: stdout.isTTY,
    columns: stdout.columns ?? (Number.isInteger(wanted) && wanted >= 20 ? wanted : width),
    env,
    cwd: process.cwd(),
    signal
  };
}
