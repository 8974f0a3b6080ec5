import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {Delimiter} from "../input/header.ts";

/** The rows of a delivered file as the engine reads them, with the type of every column. */
export interface Relation {
  readonly query: Query;
  readonly columns: readonly RelationColumn[];
}

export interface RelationColumn {
  readonly name: string;
  /** DuckDB's name of the type; everything in a CSV file is VARCHAR. */
  readonly type: string;
}

export interface CsvShape {
  readonly path: string;
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
}

/** Longest record that is read; a longer one is quarantined. In bytes. */
export const longestRecord = 16_777_216;

/** Columns without a name get one, so that nothing in them is dropped. */
export function columnNames(names: readonly string[]): readonly string[] {
  return names.map((name, index) => (name.trim() === "" ? `unnamed_${index + 1}` : name));
}

/**
 * A CSV file, every column as text in the order of its header. Records that are no records (a wrong number of fields,
 * a quote that never ends) go to the table `rejects` of the session.
 */
export function csvRelation({path, names, delimiter}: CsvShape): Relation {
  const columns = columnNames(names);
  const shape = join(columns.map((name) => sql`${literal(name)}: 'VARCHAR'`));
  // No new_line: stated, DuckDB 1.5 gives no rows at all for a file whose lines end in CR LF, and no error.
  return {
    query: sql`read_csv(${literal(path)}, columns = {${shape}}, auto_detect = false, header = true,
      delim = ${literal(delimiter)}, quote = '"', escape = '"',
      nullstr = '', strict_mode = true, compression = 'none', max_line_size = ${raw(String(longestRecord))},
      buffer_size = ${raw(String(2 * longestRecord))},
      store_rejects = true, rejects_table = 'rejects', rejects_scan = 'reject_scans', rejects_limit = 0)`,
    columns: columns.map((name) => ({name, type: "VARCHAR"}))
  };
}

/** A Parquet file with the types it has. */
export async function parquetRelation(session: Session, path: string, signal: AbortSignal): Promise<Relation> {
  // The folders that a file lies in are its place, not columns of its rows.
  const query = sql`read_parquet(${literal(path)}, hive_partitioning = false)`;
  const rows = await session.rows(sql`describe select * from ${query}`, {signal});
  return {query, columns: rows.map((row) => ({name: String(row["column_name"]), type: String(row["column_type"])}))};
}

/** A column as text, whatever its type: what a fault shows, and what the rules of older versions work on. */
export function asText({name, type}: RelationColumn): Query {
  const column = identifier(name);
  if (type === "VARCHAR") return sql`nullif(${column}, '')`;
  if (/^(STRUCT|MAP|.*\[)/.test(type)) return sql`cast(to_json(${column}) as varchar)`;
  return sql`cast(${column} as varchar)`;
}

/**
 * The relation with these columns as text, for the rules of older versions, which work on text. A binary float is
 * written as the decimal that it is taken for.
 */
export function withTexts({query, columns}: Relation, names: ReadonlySet<string>): Relation {
  const typed = columns.filter(({name, type}) => names.has(name) && type !== "VARCHAR");
  if (typed.length === 0) return {query, columns};
  const replaced = typed.map((column) => {
    const text =
      column.type === "DOUBLE" || column.type === "FLOAT"
        ? sql`cast(try_cast(${asText(column)} as decimal(38, 18)) as varchar)`
        : asText(column);
    return sql`${text} as ${identifier(column.name)}`;
  });
  return {
    query: sql`(select * replace (${join(replaced)}) from ${query})`,
    columns: columns.map((column) => (typed.includes(column) ? {...column, type: "VARCHAR"} : column))
  };
}
