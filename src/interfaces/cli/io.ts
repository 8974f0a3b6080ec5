/** The surroundings of one call of the command line, so that a test can hand in others. */
export interface Io {
  /** Writes to standard output; resolves when the reader has kept up. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Whether standard error is a terminal, so that a line can be redrawn. */
  readonly errIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  /** Columns of the terminal; tables are fitted to it. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

/** Whether colour is wanted: `--no-color` and NO_COLOR refuse it, FORCE_COLOR asks for it, else a terminal decides. */
export function wantsColor(io: Io, allowed: boolean): boolean {
  if (!allowed || (io.env["NO_COLOR"] ?? "") !== "") return false;
  const forced = io.env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0";
  return io.outIsTerminal && io.env["TERM"] !== "dumb";
}
