import {type ChildProcess, fork} from "node:child_process";
import {extname} from "node:path";
import {fileURLToPath} from "node:url";
import {messageOf, UserError} from "../../errors.ts";
import type {Row, RunOptions} from "../engine.ts";
import {cancelled} from "../fair-queue.ts";
import type {Query} from "../query.ts";
import {duckdbDialect} from "./dialect.ts";
import type {DuckdbEngine, DuckdbOptions, Session} from "./duckdb.ts";
import {errorOf, type PlainQuery, type Request, type Response} from "./remote-message.ts";

/** DuckDB in a process of its own: what it does to memory and processor does not stop the process that asks. */
export interface RemoteEngine extends DuckdbEngine {
  /** Questions sent and not yet answered. */
  pending(): number;
  /** Resident memory of the engine's process in bytes; null where it does not run. */
  memory(): Promise<number | null>;
  /** The id of the engine's process; null where it does not run. */
  processId(): number | null;
}

/** A request without its id, each kind by itself. */
type Asked<R = Request> = R extends {readonly id: number} ? Omit<R, "id"> : never;

interface Pending {
  batch(rows: readonly Row[]): void;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Process {
  readonly child: ChildProcess;
  readonly version: string;
}

/**
 * Opens an engine in a child process. When that process dies, what ran fails with `engine.failed`, and the next
 * question starts it again. `environment` is that of the process. Throws as `openDuckdb`.
 */
export async function openRemoteDuckdb(
  options: DuckdbOptions,
  environment: Readonly<Record<string, string | undefined>> = {}
): Promise<RemoteEngine> {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let questions = 0;
  let closing = false;
  let current: Promise<Process> | undefined;
  let child: ChildProcess | undefined;
  /** What waits for each living process. */
  const owned = new WeakMap<ChildProcess, Set<number>>();

  function start(): Promise<Process> {
    const started = fork(fileURLToPath(childModule()), [], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // A statement holds a thread of this pool while it runs; a few more are for files.
      env: {...environment, UV_THREADPOOL_SIZE: String(Math.max(4, options.parallel + 3))}
    });
    child = started;
    const own = new Set<number>();
    const died = (reason: string): void => {
      owned.delete(started);
      if (child === started) [child, current] = [undefined, undefined];
      for (const id of own) {
        pending.get(id)?.reject(dead(reason));
        pending.delete(id);
      }
    };
    started.on("message", (response: Response) => {
      const waiting = pending.get(response.id);
      if (waiting === undefined) return;
      if (response.kind === "batch") return waiting.batch(response.rows);
      pending.delete(response.id);
      own.delete(response.id);
      if (response.kind === "done") waiting.resolve(response.value);
      else waiting.reject(errorOf(response.error));
    });
    started.on("error", (error) => died(messageOf(error)));
    started.on("exit", (code, signal) => died(signal ?? `status ${code ?? 0}`));
    owned.set(started, own);
    return ask(started, {kind: "open", options}).then(
      (version) => ({child: started, version: String(version)}),
      (error: unknown) => {
        started.kill("SIGKILL");
        throw error;
      }
    );
  }

  function ask(to: ChildProcess, request: Asked, options: RunOptions = {}, batch?: Pending["batch"]): Promise<unknown> {
    const {signal} = options;
    if (signal?.aborted === true) return Promise.reject(cancelled(signal));
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const abort = (): void => tell(to, {kind: "cancel", id});
      const settle = (): void => signal?.removeEventListener("abort", abort);
      pending.set(id, {
        batch: (rows) => batch?.(rows),
        resolve: (value) => {
          settle();
          resolve(value);
        },
        reject: (error) => {
          settle();
          reject(error instanceof UserError && error.code === "cancelled" ? cancelled(signal) : error);
        }
      });
      owned.get(to)?.add(id);
      signal?.addEventListener("abort", abort, {once: true});
      tell(to, {...request, id});
    });
  }

  /** What cannot be sent was meant for a process that has just died, and its end settles what waits. */
  function tell(to: ChildProcess, request: Request): void {
    if (to.connected && owned.has(to)) to.send(request, () => undefined);
    else if ("id" in request && request.kind !== "cancel") {
      const waiting = pending.get(request.id);
      pending.delete(request.id);
      waiting?.reject(dead("its connection is closed"));
    }
  }

  async function running(): Promise<Process> {
    if (closing) throw new Error("the engine is closed");
    current ??= start();
    const mine = current;
    mine.catch(() => {
      if (current === mine) current = undefined;
    });
    return mine;
  }

  async function rowsFrom(
    to: ChildProcess,
    query: Query,
    options: RunOptions,
    session?: number
  ): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const request = {kind: "rows", query: plain(query), caller: options.caller ?? "", ...inSession(session)} as const;
    await ask(to, request, options, (batch) => {
      for (const row of batch) rows.push(row);
    });
    return rows;
  }

  async function* streamFrom(
    to: ChildProcess,
    query: Query,
    options: RunOptions,
    session?: number
  ): AsyncGenerator<readonly Row[], void, void> {
    const request = {kind: "stream", query: plain(query), caller: options.caller ?? "", ...inSession(session)} as const;
    const stream = (await ask(to, request, options)) as number;
    const abort = (): void => tell(to, {kind: "cancel", id: stream});
    options.signal?.addEventListener("abort", abort, {once: true});
    try {
      for (;;) {
        const batch = (await ask(to, {kind: "next", stream}, options)) as readonly Row[] | null;
        if (batch === null) return;
        yield batch;
      }
    } finally {
      options.signal?.removeEventListener("abort", abort);
      tell(to, {kind: "end", stream});
    }
  }

  async function counted<T>(work: () => Promise<T>): Promise<T> {
    questions += 1;
    try {
      return await work();
    } finally {
      questions -= 1;
    }
  }

  async function session(): Promise<Session> {
    const {child: to} = await running();
    const id = (await ask(to, {kind: "session"})) as number;
    return {
      run: async (query, options = {}) =>
        (await ask(to, {kind: "run", query: plain(query), session: id}, options)) as {readonly rowsChanged: bigint},
      rows: (query, options = {}) => rowsFrom(to, query, options, id),
      stream: (query, options = {}) => streamFrom(to, query, options, id),
      close: async () => {
        if (to.connected) await ask(to, {kind: "session-close", session: id});
      }
    };
  }

  let version = (await running()).version;
  return {
    name: "duckdb",
    dialect: duckdbDialect,
    version: async () => {
      if (!closing) ({version} = await running());
      return version;
    },
    rows: (query, options = {}) => counted(async () => rowsFrom((await running()).child, query, options)),
    stream: async function* (query, options = {}) {
      questions += 1;
      try {
        yield* streamFrom((await running()).child, query, options);
      } finally {
        questions -= 1;
      }
    },
    session,
    pending: () => questions,
    memory: async () => (child?.connected === true ? ((await ask(child, {kind: "memory"})) as number) : null),
    processId: () => child?.pid ?? null,
    close: async () => {
      if (closing) return;
      closing = true;
      const last = child;
      if (last === undefined) return;
      const gone = new Promise<void>((resolve) => last.once("exit", () => resolve()));
      await ask(last, {kind: "close"}).catch(() => undefined);
      const timer = setTimeout(() => last.kill("SIGKILL"), 5000);
      await gone;
      clearTimeout(timer);
    }
  };
}

/** The module of the child beside this one: TypeScript in the checkout, JavaScript in a package. */
function childModule(): URL {
  return new URL(`./remote-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
}

function plain({texts, values}: Query): PlainQuery {
  return {texts, values};
}

function inSession(session: number | undefined): {session?: number} {
  return session === undefined ? {} : {session};
}

function dead(reason: string): UserError {
  return new UserError("engine.failed", "the engine's process ended while it worked on this", {
    remedy: "Ask again: the engine is started anew. If it happens again, lower engine.memory in ashlar.yaml.",
    cause: new Error(reason)
  });
}
