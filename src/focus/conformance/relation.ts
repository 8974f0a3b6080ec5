import type {Query} from "../../engine/query.ts";

/** A column of a file as the engine reads it. */
export interface FileColumn {
  /** The name as FOCUS spells it, or the file's own. */
  readonly name: string;
  /** DuckDB's name of the type; everything in a CSV file is VARCHAR. */
  readonly type: string;
  /** The column as text, null where it is empty, in terms of `FileRows.query`. */
  readonly text: Query;
}

/** The rows of a file that rules are held against. */
export interface FileRows {
  readonly query: Query;
  readonly columns: readonly FileColumn[];
}
