import type {Row, RunOptions} from "../engine.ts";
import {Query} from "../query.ts";
import {type DuckdbEngine, openDuckdb, type Session} from "./duckdb.ts";
import {type PlainQuery, plainError, type Request, type Response} from "./remote-message.ts";

/** The process of its own in which an engine runs for a server; it ends with the process that made it. */

/** Rows of one message. */
const messageSize = 8000;

type Stream = AsyncIterator<readonly Row[]>;

function serve(): void {
  let engine: DuckdbEngine | undefined;
  const sessions = new Map<number, Session>();
  const streams = new Map<number, {readonly rows: Stream; readonly abort: AbortController}>();
  const running = new Map<number, AbortController>();

  function send(response: Response): Promise<void> {
    return new Promise((resolve) => {
      // Who asked may be gone; then there is nobody to tell.
      if (process.send === undefined || !process.connected) resolve();
      else process.send(response, undefined, undefined, () => resolve());
    });
  }

  function opened(): DuckdbEngine {
    if (engine === undefined) throw new Error("the engine is not open");
    return engine;
  }

  function sessionOf(id: number): Session {
    const session = sessions.get(id);
    if (session === undefined) throw new Error("the session is closed");
    return session;
  }

  async function answer(request: Request): Promise<unknown> {
    switch (request.kind) {
      case "open":
        engine = await openDuckdb(request.options);
        return engine.version();
      case "session":
        sessions.set(request.id, await opened().session());
        return request.id;
      case "session-close": {
        const session = sessions.get(request.session);
        sessions.delete(request.session);
        return session?.close();
      }
      case "rows":
        return cancellable(request.id, async (signal) => {
          const options = {signal, caller: request.caller};
          const from = request.session === undefined ? opened() : sessionOf(request.session);
          const rows = await from.rows(queryOf(request.query), options);
          for (let at = 0; at < rows.length; at += messageSize)
            await send({kind: "batch", id: request.id, rows: rows.slice(at, at + messageSize)});
        });
      case "run":
        return cancellable(request.id, async (signal) =>
          sessionOf(request.session).run(queryOf(request.query), {signal})
        );
      case "stream": {
        const abort = new AbortController();
        const options: RunOptions = {signal: abort.signal, caller: request.caller};
        const from = request.session === undefined ? opened() : sessionOf(request.session);
        streams.set(request.id, {rows: from.stream(queryOf(request.query), options)[Symbol.asyncIterator](), abort});
        return request.id;
      }
      case "next": {
        const stream = streams.get(request.stream);
        if (stream === undefined) return null;
        // A few batches at a time: a message costs more than the rows in it.
        const rows: Row[] = [];
        while (rows.length < messageSize) {
          const {done, value} = await stream.rows.next();
          if (done === true) {
            streams.delete(request.stream);
            return rows.length === 0 ? null : rows;
          }
          for (const row of value) rows.push(row);
        }
        return rows;
      }
      case "memory":
        return process.memoryUsage.rss();
      case "close":
        await engine?.close();
        return null;
      case "end":
      case "cancel":
        return null;
    }
  }

  async function cancellable<T>(id: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      return await work(abort.signal);
    } finally {
      running.delete(id);
    }
  }

  async function end(id: number): Promise<void> {
    const stream = streams.get(id);
    streams.delete(id);
    stream?.abort.abort();
    await stream?.rows.return?.()?.catch(() => undefined);
  }

  process.on("message", (request: Request) => {
    if (request.kind === "cancel") {
      running.get(request.id)?.abort();
      streams.get(request.id)?.abort.abort();
    } else if (request.kind === "end") void end(request.stream);
    else
      void answer(request)
        .then((value) => send({kind: "done", id: request.id, value}))
        .catch((error: unknown) => send({kind: "failed", id: request.id, error: plainError(error)}))
        .then(() => {
          if (request.kind === "close") process.disconnect?.();
        });
  });
  // A terminal sends its interrupt to every process of the group; this one ends when its parent is done with it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => {
    const leave = (): void => process.exit(0);
    if (engine === undefined) leave();
    else void engine.close().then(leave, leave);
    // Nobody is left who could ask again: what does not end by itself is left to the system.
    setTimeout(leave, 2000);
  });
}

function queryOf({texts, values}: PlainQuery): Query {
  return new Query(texts, values);
}

serve();
