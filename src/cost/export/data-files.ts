import {rm, stat} from "node:fs/promises";
import {join as joinPath} from "node:path";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {parquetOptions} from "../../lake/ingest/convert.ts";
import {hashOf} from "../../lake/input/file.ts";
import type {ExportFormat} from "./contract.ts";
import {type ExportColumn, fileText, orderOf, rowHash} from "./export-column.ts";

/** A data file as the manifest lists it. */
export interface DataFile {
  readonly name: string;
  readonly dataset: Dataset;
  readonly billingPeriod: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The rows of one billing period, to be written. */
export interface PeriodRows {
  readonly dataset: Dataset;
  readonly period: string;
  /** The rows of the lake. */
  readonly relation: Query;
  readonly rows: number;
  readonly columns: readonly ExportColumn[];
}

export interface WriteOptions {
  /** Absolute folder. */
  readonly folder: string;
  readonly format: ExportFormat;
  readonly partRows: number;
  readonly signal: AbortSignal;
  /** After each file, with its rows. */
  written(rows: number): void;
}

/**
 * Writes the rows of a billing period in their order, in parts where there are more than a file may have; the engine
 * sorts and writes, so memory is bounded as for a question.
 */
export async function writePeriod(
  session: Session,
  rows: PeriodRows,
  options: WriteOptions
): Promise<readonly DataFile[]> {
  const {format, folder, partRows, signal} = options;
  const parts = Math.ceil(rows.rows / partRows);
  const names = Array.from({length: parts}, (_, part) => fileName(rows, format, parts === 1 ? null : part + 1));
  if (parts === 1) {
    const query = sql`select ${fileValues(rows.columns, format)} from ${valued(rows)} order by ${order(rows)}`;
    return [await writeFile(session, query, names[0] ?? "", rows, options)];
  }
  // A limit would sort everything once more for each part; a sorted file is read from any row on.
  const store = joinPath(folder, ".sorted.parquet");
  await session.run(
    sql`copy (select * from ${valued(rows)} order by ${order(rows)}) to ${literal(store)} (${parquetOptions})`,
    {signal}
  );
  const files: DataFile[] = [];
  for (const [part, name] of names.entries()) {
    const first = raw(String(part * partRows));
    const end = raw(String((part + 1) * partRows));
    const query = sql`select ${fileValues(rows.columns, format)}
      from read_parquet(${literal(store)}, file_row_number = true, hive_partitioning = false) as sorted
      where file_row_number >= ${first} and file_row_number < ${end} order by file_row_number`;
    files.push(await writeFile(session, query, name, rows, options));
  }
  await rm(store);
  return files;
}

async function writeFile(
  session: Session,
  query: Query,
  name: string,
  {dataset, period}: PeriodRows,
  {folder, format, signal, written}: WriteOptions
): Promise<DataFile> {
  const path = joinPath(folder, name);
  const {rowsChanged} = await session.run(sql`copy (${query}) to ${literal(path)} (${fileOptions[format]})`, {signal});
  const rows = Number(rowsChanged); // a count of rows
  const {size} = await stat(path);
  written(rows);
  return {name, dataset, billingPeriod: period, rows, bytes: size, sha256: await hashOf({name, path}, signal)};
}

const fileOptions = {
  csv: raw(`format csv, header true, delimiter ',', quote '"', escape '"', nullstr ''`),
  "csv.gz": raw(`format csv, header true, delimiter ',', quote '"', escape '"', nullstr '', compression gzip`),
  parquet: parquetOptions
} as const;

function fileName({dataset, period}: PeriodRows, format: ExportFormat, part: number | null): string {
  const place = period === "all" ? "" : `-${period}`;
  return `${dataset}${place}${part === null ? "" : `-${String(part).padStart(4, "0")}`}.${format}`;
}

/** The columns of the files over the rows of the lake, in the types of the lake. */
function valued({relation, columns}: PeriodRows): Query {
  const items = columns.map(({name, value}) => sql`${value} as ${identifier(name)}`);
  return sql`(select ${join(items)} from ${relation} as charges) as sorted`;
}

/** Names are qualified, since bare ones would mean the texts that are written in their place. */
function order({dataset, columns}: PeriodRows): Query {
  const keys = orderOf(dataset, columns).map((name) => sql`sorted.${identifier(name)} asc nulls last`);
  return join([
    ...keys,
    rowHash(columns.map(({name, kind}) => ({text: fileText(sql`sorted.${identifier(name)}`, kind)})))
  ]);
}

function fileValues(columns: readonly ExportColumn[], format: ExportFormat): Query {
  return join(
    columns.map(({name, kind}) => {
      const value = sql`sorted.${identifier(name)}`;
      const written =
        format !== "parquet"
          ? fileText(value, kind)
          : kind === "instant"
            ? sql`${value} at time zone 'UTC'`
            : kind === "map"
              ? fileText(value, kind)
              : value;
      return sql`${written} as ${identifier(name)}`;
    })
  );
}
