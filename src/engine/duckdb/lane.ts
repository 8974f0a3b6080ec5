import type {DuckDBConnection, DuckDBPreparedStatement} from "@duckdb/node-api";
import type {Row, RunOptions} from "../engine.ts";
import {cancelled} from "../fair-queue.ts";
import type {Query, Value} from "../query.ts";
import {render} from "../query.ts";
import {rowsOf} from "./cell.ts";
import {failureOf} from "./failure.ts";

type Api = typeof import("@duckdb/node-api");

/** A connection that does one thing at a time: what comes meanwhile waits. */
export interface Lane {
  rows(query: Query, options: RunOptions): Promise<readonly Row[]>;
  /** Runs a statement for what it does; gives the number of rows it changed. */
  change(query: Query, options: RunOptions): Promise<bigint>;
  /** The rows in batches as DuckDB makes them, of up to 2048 rows. */
  stream(query: Query, options: RunOptions): AsyncGenerator<readonly Row[], void, void>;
  /** Interrupts what runs, waits for it to end, and disconnects; what comes later is cancelled. */
  close(): Promise<void>;
}

export function laneOn(api: Api, connection: DuckDBConnection): Lane {
  const closing = new AbortController();
  let tail: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | undefined;

  async function step<T>({signal}: RunOptions, work: () => Promise<T>): Promise<T> {
    if (closing.signal.aborted) throw cancelled();
    const both = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const turn = tail.then(async () => interruptible(connection, both, work));
    tail = turn.catch(() => undefined);
    return turn;
  }

  return {
    rows: async (query, options) =>
      step(options, async () =>
        prepared(connection, query, async (statement) => {
          const result = await statement.run();
          const convert = rowsOf(api, result.columnNames(), result.columnTypes());
          const rows: Row[] = [];
          for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0;) {
            for (const row of convert(chunk)) rows.push(row);
            chunk = await result.fetchChunk();
          }
          return rows;
        })
      ),
    change: async (query, options) =>
      step(options, async () =>
        prepared(connection, query, async (statement) => BigInt((await statement.run()).rowsChanged))
      ),
    stream: async function* (query, options) {
      const result = await step(options, async () => prepared(connection, query, async (ready) => ready.stream()));
      const convert = rowsOf(api, result.columnNames(), result.columnTypes());
      for (;;) {
        const chunk = await step(options, async () => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) return;
        yield convert(chunk);
      }
    },
    close: async () => {
      closed ??= (async () => {
        closing.abort();
        await tail;
        connection.closeSync();
      })();
      return closed;
    }
  };
}

async function prepared<T>(
  connection: DuckDBConnection,
  query: Query,
  work: (statement: DuckDBPreparedStatement) => Promise<T>
): Promise<T> {
  const statement = await connection.prepare(render(query, (n) => `$${n}`));
  try {
    query.values.forEach((value, index) => bind(statement, index + 1, value));
    return await work(statement);
  } finally {
    statement.destroySync();
  }
}

const bigintMax = 2n ** 63n - 1n;

function bind(statement: DuckDBPreparedStatement, index: number, value: Value): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === "string") statement.bindVarchar(index, value);
  else if (typeof value === "boolean") statement.bindBoolean(index, value);
  else if (value <= bigintMax && value >= -bigintMax - 1n) statement.bindBigInt(index, value);
  else statement.bindHugeInt(index, value);
}

// An interrupt that comes before DuckDB has begun (the statement waits for a thread) is forgotten, so it is repeated.
const repeat = 20;

async function interruptible<T>(connection: DuckDBConnection, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw cancelled(signal);
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    timer = setInterval(() => connection.interrupt(), repeat);
  };
  signal.addEventListener("abort", interrupt, {once: true});
  try {
    return await work();
  } catch (error) {
    throw wasAborted(signal) ? cancelled(signal) : failureOf(error);
  } finally {
    signal.removeEventListener("abort", interrupt);
    clearInterval(timer);
  }
}

// A function, because the compiler believes that a signal which was not aborted before the work is not so after it.
function wasAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
