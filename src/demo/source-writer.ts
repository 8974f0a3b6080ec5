import {join} from "node:path";
import type {Month} from "./calendar.ts";
import {instantOf} from "./calendar.ts";
import type {Columns} from "./charge.ts";
import type {FileFacts} from "./delivery-file.ts";
import type {Layout} from "./layout.ts";
import {writeMonth} from "./month-writer.ts";
import {toParquet, withDuckdb} from "./parquet.ts";
import type {Delivery, Plan} from "./plan.ts";
import type {World} from "./world.ts";

/** A source with the way its files lie in a folder. */
export interface SourceDelivery {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly format: "csv" | "parquet";
  /** Sees every row of a month. */
  readonly onRows?: (month: Month, rows: readonly Columns[]) => void;
}

export interface WriteOptions {
  readonly folder: string;
  readonly months: readonly Month[];
  /** Which delivery of which month. */
  readonly delivery: (month: Month) => Delivery;
  /** Days after the end of the month on which it is delivered. */
  readonly after: number;
  readonly onMonth: (month: Month, rows: number) => void;
}

/** Writes months of a source into its folder, with the manifests that belong to them. */
export async function writeSource(
  source: SourceDelivery,
  world: World,
  options: WriteOptions
): Promise<readonly FileFacts[]> {
  const {plan, layout} = source;
  const files: FileFacts[] = [];
  for (const month of options.months) {
    const written = await writeMonth(plan, month, world, {
      delivery: options.delivery(month),
      limit: layout.limit,
      path: (n) => layout.path(options.folder, month, n),
      ...(source.onRows === undefined ? {} : {onRows: (rows) => source.onRows?.(month, rows)})
    });
    await layout.manifest?.(options.folder, written, deliveredAt(month, options.after));
    files.push(...written.files);
    options.onMonth(month, written.rows);
  }
  if (source.format === "csv") return files;
  return withDuckdb(async (connection) => {
    const parquet: FileFacts[] = [];
    for (const file of files) parquet.push(await toParquet(connection, file, plan.header));
    return parquet;
  });
}

function deliveredAt(month: Month, after: number): string {
  const last = month.days.at(-1)?.date ?? month.from;
  return instantOf(Temporal.PlainDate.from(last).add({days: after}).toString());
}

/** The folder of a source's files. */
export const folderOf = (folder: string, source: string): string => join(folder, source);
