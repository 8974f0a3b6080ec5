import {incidentsScanOperation} from "../../capabilities/data-ingestion/incidents/scan.ts";
import {UserError} from "../../errors.ts";
import {dueSources} from "../../lake/sync/due-sources.ts";
import {syncOperation} from "../../lake/sync/sync.ts";
import {type Caller, type Context, localCaller} from "../../operation.ts";
import type {Settings} from "../../settings.ts";
import {isFields, isRows} from "../render/cells.ts";
import type {Heavy} from "./server-options.ts";

/** What the schedule does now. */
export interface ScheduleState {
  readonly on: boolean;
  /** The source that is being fetched. */
  readonly running: string | null;
  /** The source that is due next, and when. */
  readonly next: {readonly source: string; readonly at: string} | null;
}

export interface SyncSchedule {
  state(): ScheduleState;
  /** Cancels what runs, and waits until it has put things back. */
  stop(): Promise<void>;
}

export interface ScheduleParts {
  readonly context: Context;
  /** The settings of the practice file as it is now. */
  readonly settings: () => Promise<Settings>;
  readonly heavy: Heavy;
  /** Told of every source that was fetched: `code` is null where all went well. */
  readonly done: (source: string, code: string | null) => void;
  /** Milliseconds between two looks at what is due; default 30 seconds. */
  readonly pause?: number;
}

/** Who fetches where nobody asked. */
const scheduler: Caller = {...localCaller, id: "schedule"};

/** Milliseconds before a source is tried again whose failure could not even be noted in the state store. */
const unnoted = 5 * 60_000;

/**
 * Fetches the sources of a practice when they are due, one at a time, for as long as the server runs, and looks after each
 * round what is wrong with the data. Its timer keeps no process alive.
 */
export function syncSchedule({context, settings, heavy, done, pause = 30_000}: ScheduleParts): SyncSchedule {
  const abort = new AbortController();
  const {signal} = abort;
  const notBefore = new Map<string, Temporal.Instant>();
  let running: string | null = null;
  let next: ScheduleState["next"] = null;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const tried = new Set<string>();
    while (!signal.aborted) {
      const inside: Context = {
        ...context,
        settings: await settings(),
        caller: scheduler,
        signal,
        progress: () => undefined
      };
      const due = await dueSources(inside);
      next = due[0] ?? null;
      const now = inside.effects.now();
      const ready = due.find(
        ({source, at}) => !tried.has(source) && isPast(at, now) && isPast(notBefore.get(source) ?? at, now)
      );
      if (ready === undefined) {
        if (tried.size > 0) await scan(inside);
        return;
      }
      tried.add(ready.source);
      await fetchOne(ready.source, inside);
    }
  }

  /** What is wrong with what came in, or did not, becomes an incident; one that is gone is closed. */
  async function scan(inside: Context): Promise<void> {
    try {
      await incidentsScanOperation.run({dryRun: false}, inside);
    } catch {
      // The next round looks again, and the health of a source shows the same without being scanned.
    }
  }

  async function fetchOne(source: string, inside: Context): Promise<void> {
    running = source;
    try {
      done(source, failureIn(await heavy(syncOperation, {source}, inside)));
      notBefore.delete(source);
    } catch (error) {
      if (signal.aborted) return;
      notBefore.set(source, inside.effects.now().add({milliseconds: unnoted}));
      done(source, error instanceof UserError ? error.code : "unexpected");
    } finally {
      running = null;
    }
  }

  function begin(): void {
    // Nobody waits for a round; that the state store failed shows in the health of the server.
    round = look()
      .catch(() => undefined)
      .finally(() => {
        if (!signal.aborted) timer = setTimeout(begin, pause).unref();
      });
  }

  timer = setTimeout(begin, Math.min(pause, 2000)).unref();
  return {
    state: () => ({on: !signal.aborted, running, next}),
    stop: async () => {
      abort.abort();
      clearTimeout(timer);
      await round;
    }
  };
}

function isPast(at: string | Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}

/** The code of the failure in an answer of `sync`; null where there is none. */
function failureIn(output: unknown): string | null {
  const rows = isFields(output) && isRows(output["rows"]) ? output["rows"] : [];
  const [failed] = rows.flatMap(({error}) => (isFields(error) ? [String(error["code"])] : []));
  return failed ?? null;
}
