import {Option} from "commander";
import type {Command} from "commander";

export const outputFormats = ["table", "json", "ndjson", "csv", "md"] as const;
/** Forms of what `validate` found, for other tools. */
export const reportFormats = ["sarif", "junit"] as const;
export type OutputFormat = (typeof outputFormats)[number] | (typeof reportFormats)[number];

/** What every command takes, before or after its name. */
export interface GlobalOptions {
  readonly practice: string | null;
  readonly output: OutputFormat;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Flags of `globalOptions` that take a value. */
export const globalsWithValue: readonly string[] = ["--practice", "--output"];

export function globalOptions(): readonly Option[] {
  return [
    new Option("--practice <folder>", "practice folder (default: the nearest with ashlar.yaml upwards, else this one)"),
    new Option(
      "--output <format>",
      `form of the answer (one of: ${outputFormats.join(", ")}; of validate also ${reportFormats.join(", ")}; default: table)`
    ).choices([...outputFormats, ...reportFormats]),
    new Option("--no-color", "no colour; NO_COLOR does the same"),
    new Option("--quiet", "no progress"),
    new Option("--verbose", "with an unexpected error, its stack and cause"),
    new Option("-V, --version", "the version; with --verbose also of Node and DuckDB"),
    new Option("-h, --help", "help; for a command, after its name")
  ];
}

export function globalsOf(program: Command): GlobalOptions {
  const options = program.opts<Partial<GlobalOptions>>();
  return {
    practice: options.practice ?? null,
    output: options.output ?? "table",
    color: options.color ?? true,
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false
  };
}
