import type {Dialect} from "./dialect.ts";
import type {Query} from "./query.ts";

/**
 * A row as an engine gives it: decimals and integers as exact decimal text, instants as ISO text in UTC
 * (`2026-10-01T00:00:00Z`), booleans as booleans, lists and maps as arrays and objects of these.
 */
export type Row = Readonly<Record<string, Cell>>;
export type Cell = string | boolean | null | readonly Cell[] | {readonly [key: string]: Cell};

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Who asks, for the queue alone: callers take turns, so that none can starve the others. */
  readonly caller?: string;
}

/** What answers queries: DuckDB in the process, or Trino. Every implementation runs `conformance.ts`. */
export interface Engine {
  readonly name: string;
  /** The version of the engine itself, for receipts. */
  version(): Promise<string>;
  readonly dialect: Dialect;
  /** All rows of an answer. Throws `UserError` with `engine.memory`, `engine.busy`, `engine.failed` or `cancelled`. */
  rows(query: Query, options?: RunOptions): Promise<readonly Row[]>;
  /** The rows in batches, with memory bounded whatever their number. */
  stream(query: Query, options?: RunOptions): AsyncIterable<readonly Row[]>;
  close(): Promise<void>;
}
