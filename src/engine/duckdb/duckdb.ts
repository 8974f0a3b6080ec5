import type {DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {Effects} from "../../effects.ts";
import {defaultEffects} from "../../effects.ts";
import type {Engine, Row, RunOptions} from "../engine.ts";
import {cancelled, fairQueue} from "../fair-queue.ts";
import type {Query} from "../query.ts";
import {render} from "../query.ts";
import type {DuckdbSettings} from "./configure.ts";
import {configuration} from "./configure.ts";
import {duckdbDialect} from "./dialect.ts";
import {failureOf} from "./failure.ts";
import type {Lane} from "./lane.ts";
import {laneOn} from "./lane.ts";
import {openSpillFolder} from "./spill-folder.ts";

type Api = typeof import("@duckdb/node-api");

export interface DuckdbOptions extends DuckdbSettings {
  /** Questions that run at the same time; the others wait. Sessions are not counted. */
  readonly parallel: number;
  /** Questions that may wait; default 100. */
  readonly queue?: number;
}

/**
 * A connection of its own for work of several statements, such as ingest: its temporary tables are its own, its
 * statements run one after the other, and it does not wait in the queue of questions.
 */
export interface Session {
  /** Runs one statement for what it does; `rowsChanged` counts rows inserted, deleted, updated or copied. */
  run(query: Query, options?: RunOptions): Promise<{readonly rowsChanged: bigint}>;
  rows(query: Query, options?: RunOptions): Promise<readonly Row[]>;
  stream(query: Query, options?: RunOptions): AsyncIterable<readonly Row[]>;
  close(): Promise<void>;
}

export interface DuckdbEngine extends Engine {
  session(): Promise<Session>;
}

/**
 * DuckDB in this process: in memory over Parquet, without a database file, confined to the folders it is given.
 * Throws `UserError` with `storage.denied` where the spill folder cannot be written.
 */
export async function openDuckdb(options: DuckdbOptions, effects: Effects = defaultEffects): Promise<DuckdbEngine> {
  const spill = await openSpillFolder(options.spillFolder, effects);
  try {
    // Imported here because it takes a quarter of a second that most commands do not need.
    const api = await import("@duckdb/node-api");
    const instance = await api.DuckDBInstance.create(":memory:");
    const settings = {
      ...options,
      spillFolder: spill.path,
      allowedDirectories: [...options.allowedDirectories, spill.path]
    };
    const connection = await confined(instance, settings);
    return engineOn(api, instance, connection, options, spill.close);
  } catch (error) {
    await spill.close();
    throw failureOf(error);
  }
}

async function confined(instance: DuckDBInstance, settings: DuckdbSettings): Promise<DuckDBConnection> {
  try {
    const connection = await instance.connect();
    for (const query of configuration(settings)) await connection.run(render(query, (n) => `$${n}`));
    return connection;
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function engineOn(
  api: Api,
  instance: DuckDBInstance,
  first: DuckDBConnection,
  {parallel, queue = 100}: DuckdbOptions,
  afterwards: () => Promise<void>
): DuckdbEngine {
  const line = fairQueue({parallel, limit: queue});
  const lanes = new Set<Lane>();
  const idle = [openLane(first)];
  let closed: Promise<void> | undefined;

  function openLane(connection: DuckDBConnection): Lane {
    const lane = laneOn(api, connection);
    lanes.add(lane);
    return lane;
  }

  async function connect(): Promise<Lane> {
    if (closed !== undefined) throw new Error("the engine is closed");
    const connection = await instance.connect();
    if (closed === undefined) return openLane(connection);
    connection.closeSync();
    throw cancelled();
  }

  async function closeLane(lane: Lane): Promise<void> {
    lanes.delete(lane);
    await lane.close();
  }

  async function rows(query: Query, options: RunOptions = {}): Promise<readonly Row[]> {
    const leave = await line.enter(options.caller ?? "", options.signal);
    try {
      const lane = idle.pop() ?? (await connect());
      try {
        return await lane.rows(query, options);
      } finally {
        idle.push(lane);
      }
    } finally {
      leave();
    }
  }

  async function* stream(query: Query, options: RunOptions = {}): AsyncGenerator<readonly Row[], void, void> {
    const leave = await line.enter(options.caller ?? "", options.signal);
    try {
      // A lane of its own, because a consumer that stops early leaves an answer open on it.
      const lane = await connect();
      try {
        yield* lane.stream(query, options);
      } finally {
        await closeLane(lane);
      }
    } finally {
      leave();
    }
  }

  async function session(): Promise<Session> {
    const lane = await connect();
    const usable = (): Lane => {
      if (!lanes.has(lane)) throw new Error("the session is closed");
      return lane;
    };
    return {
      run: async (query, options = {}) => ({rowsChanged: await usable().change(query, options)}),
      rows: async (query, options = {}) => usable().rows(query, options),
      stream: (query, options = {}) => usable().stream(query, options),
      close: async () => closeLane(lane)
    };
  }

  async function close(): Promise<void> {
    line.close();
    await Promise.all([...lanes].map(closeLane));
    instance.closeSync();
    await afterwards();
  }

  return {
    name: "duckdb",
    dialect: duckdbDialect,
    version: async () => api.version().replace(/^v/, ""),
    rows,
    stream,
    session,
    close: async () => {
      closed ??= close();
      return closed;
    }
  };
}
