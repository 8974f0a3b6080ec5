import {parseArgs} from "node:util";

export const parts = ["ingest", "questions", "server", "memory", "first-answer"] as const;
export type Part = (typeof parts)[number];

export const formats = ["csv.gz", "parquet"] as const;

export interface BenchOptions {
  readonly rows: number;
  /** Measurements of each pair; medians are printed. */
  readonly runs: number;
  readonly only: readonly Part[];
  /** What is ingested: in which formats, and in how many files for the year. */
  readonly formats: readonly (typeof formats)[number][];
  readonly files: readonly number[];
  /** Where the data is written; a temporary folder where it is null. */
  readonly folder: string | null;
  readonly keep: boolean;
}

export const usage = `npm run bench -- [--rows 1000000] [--runs 3] [--only ${parts.join(",")}] [--formats ${formats.join(",")}] [--files 12,4] [--folder DIR] [--keep]`;

/** Throws `Error` for what cannot be understood. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const {values} = parseArgs({
    args: [...argv],
    options: {
      rows: {type: "string", default: "1000000"},
      runs: {type: "string", default: "3"},
      only: {type: "string", default: parts.join(",")},
      formats: {type: "string", default: formats.join(",")},
      files: {type: "string", default: "12,4"},
      folder: {type: "string"},
      keep: {type: "boolean", default: false}
    }
  });
  return {
    rows: whole("--rows", values.rows, 1200),
    runs: whole("--runs", values.runs, 1),
    only: values.only.split(",").map((name) => oneOf("--only", parts, name)),
    formats: values.formats.split(",").map((name) => oneOf("--formats", formats, name)),
    files: values.files.split(",").map((text) => whole("--files", text, 1)),
    folder: values.folder ?? null,
    keep: values.keep
  };
}

function whole(name: string, text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : -1;
  if (value < least) throw new Error(`${name} takes a whole number from ${least}: ${text}\n${usage}`);
  return value;
}

function oneOf<T extends string>(option: string, names: readonly T[], name: string): T {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new Error(`${option} takes ${names.join(", ")}: ${name}\n${usage}`);
  return found;
}
