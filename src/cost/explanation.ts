import {relative} from "node:path";
import {z} from "zod";
import type {Dialect, ScanFile} from "../engine/dialect.ts";
import {type Query, render} from "../engine/query.ts";
import type {Selection} from "../lake/lake.ts";
import type {PlanDescription} from "./plan.ts";

/** How an answer was had: for people who want to check it or to repeat it elsewhere. */
export const explanationSchema = z.object({
  kind: z.enum(["raw", "rollup", "mixed"]).describe("what was read: raw are the charges themselves"),
  dataset: z.string(),
  snapshots: z.array(z.string()),
  rollups: z.array(z.string()).describe("exact sums that were read in place of the charges"),
  files: z.int(),
  rows: z.int().describe("rows of what was read, before any filter"),
  columns: z.array(z.string()),
  sql: z.string().nullable().describe("null where nothing had to be read"),
  parameters: z.array(z.union([z.string(), z.boolean(), z.null()])).describe("the bound values, in order")
});
export type Explanation = z.output<typeof explanationSchema>;

/** A selection whose files are named by where they lie below the lake. */
export function withoutFolder(selection: Selection, folder: string): Selection {
  const below = (file: ScanFile): ScanFile => ({...file, path: relative(folder, file.path)});
  return {
    ...selection,
    files: selection.files.map(below),
    rollups: selection.rollups.map((rollup) => ({...rollup, files: rollup.files.map(below)}))
  };
}

export function explanationOf(plan: PlanDescription, query: Query | null, dialect: Dialect): Explanation {
  return {
    ...plan,
    snapshots: [...plan.snapshots],
    rollups: [...plan.rollups],
    columns: [...plan.columns],
    sql: query === null ? null : render(query, (n) => dialect.placeholder(n)),
    parameters:
      query === null ? [] : query.values.map((value) => (typeof value === "bigint" ? value.toString() : value))
  };
}
