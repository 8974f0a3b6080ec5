import {join as joinPath} from "node:path";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {LakeKind} from "../../focus/columns.ts";
import type {FileRows} from "../../focus/conformance/relation.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {longestRecord} from "../../lake/ingest/relation.ts";
import type {ExportFormat} from "./contract.ts";
import {type ExportColumn, fileText} from "./export-column.ts";
import {type ExportMoney, moneyOf, sumsOf} from "./export-money.ts";

/** The rows of data files as any reader of them has them: text for CSV, typed for Parquet. */
export function writtenRows(
  folder: string,
  names: readonly string[],
  columns: readonly ExportColumn[],
  format: ExportFormat
): FileRows {
  const paths = join(names.map((name) => literal(joinPath(folder, name))));
  if (format === "parquet") {
    return {
      query: sql`read_parquet([${paths}], hive_partitioning = false)`,
      columns: columns.map(({name, kind}) => typedColumn(name, kind))
    };
  }
  const shape = join(columns.map(({name}) => sql`${literal(name)}: 'VARCHAR'`));
  const compression = literal(format === "csv.gz" ? "gzip" : "none");
  return {
    query: sql`read_csv([${paths}], columns = {${shape}}, auto_detect = false, header = true, delim = ',', quote = '"',
      escape = '"', nullstr = '', strict_mode = true, compression = ${compression},
      max_line_size = ${raw(String(longestRecord))}, buffer_size = ${raw(String(2 * longestRecord))})`,
    columns: columns.map(({name}) => ({name, type: "VARCHAR", text: identifier(name), value: identifier(name)}))
  };
}

function typedColumn(name: string, kind: LakeKind): FileRows["columns"][number] {
  const column = identifier(name);
  if (kind === "decimal") return {name, type: "DECIMAL(38,18)", text: fileText(column, kind), value: column};
  if (kind !== "instant") return {name, type: "VARCHAR", text: column, value: column};
  const instant = sql`cast(${column} at time zone 'UTC' as timestamp)`;
  return {name, type: "TIMESTAMP WITH TIME ZONE", text: fileText(instant, kind), value: column};
}

/** Rows, money and a sum of the hashes of all rows: equal for equal rows, whatever their order. */
export interface Proof {
  readonly rows: number;
  readonly hash: string;
  readonly money: readonly ExportMoney[];
}

/** What is in the files of a dataset. */
export function proofOfFiles(session: Session, rows: FileRows, signal: AbortSignal): Promise<Proof> {
  return proof(session, rows.query, rows.columns, signal);
}

/** What should be in them, from the lake. */
export function proofOfLake(
  session: Session,
  relation: Query,
  columns: readonly ExportColumn[],
  signal: AbortSignal
): Promise<Proof> {
  const items = columns.map(({name, kind, value}) => sql`${fileText(value, kind)} as ${identifier(name)}`);
  const texts = columns.map(({name}) => ({name, text: identifier(name)}));
  return proof(session, sql`(select ${join(items)} from ${relation} as charges)`, texts, signal);
}

async function proof(
  session: Session,
  relation: Query,
  columns: readonly {readonly name: string; readonly text: Query}[],
  signal: AbortSignal
): Promise<Proof> {
  const texts = new Map(columns.map(({name, text}) => [name, text]));
  const text = (name: string): Query => texts.get(name) ?? sql`cast(null as varchar)`;
  const hash = sql`hash(${join(columns.map((column) => column.text))})`;
  const answer = await session.rows(
    sql`select ${text("BillingCurrency")} as currency, count(*) as "rows", cast(sum(cast(${hash} as hugeint)) as varchar) as hash,
      ${join(sumsOf((name) => texts.has(name), text))} from ${relation} as written group by 1 order by 1`,
    {signal}
  );
  return {
    rows: answer.reduce((sum, row) => sum + Number(row["rows"]), 0), // a count of rows
    hash: String(answer.reduce((sum, row) => sum + BigInt(String(row["hash"])), 0n)),
    money: answer.flatMap((row) => moneyOf(row) ?? [])
  };
}

/** Throws where files do not say what the lake says, which would be a mistake of the program or of the disk. */
export function requireSame(dataset: Dataset, lake: Proof, files: Proof): void {
  const text = (each: Proof): string => JSON.stringify([each.rows, each.hash, each.money]);
  if (text(lake) !== text(files)) throw new Error(`the files of ${dataset} do not read back as written`);
}
