import {UserError} from "../errors.ts";

/** Lets a fixed number of callers in at a time; those who wait take turns by caller, each caller's in order. */
export interface FairQueue {
  /**
   * Resolves, once there is room, with the function that gives the place back.
   * Throws `UserError` with `engine.busy` where too many wait, and with `cancelled` where the signal aborts first.
   */
  enter(caller: string, signal?: AbortSignal): Promise<() => void>;
  /** Refuses all who wait and all who come. */
  close(): void;
}

export interface FairQueueOptions {
  /** Places: how many are let in at a time. */
  readonly parallel: number;
  /** How many may wait. */
  readonly limit: number;
}

interface Waiting {
  admit(): void;
  refuse(error: Error): void;
}

export function fairQueue({parallel, limit}: FairQueueOptions): FairQueue {
  // In the order of their turns: whoever was served last stands last.
  const lines = new Map<string, Waiting[]>();
  let running = 0;
  let waiting = 0;
  let closed = false;

  function place(): () => void {
    running += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      running -= 1;
      next();
    };
  }

  function next(): void {
    if (running >= parallel) return;
    const [turn] = lines;
    if (turn === undefined) return;
    const [caller, line] = turn;
    const first = line.shift();
    lines.delete(caller);
    if (line.length > 0) lines.set(caller, line);
    waiting -= 1;
    first?.admit();
  }

  function leave(caller: string, entry: Waiting): void {
    const line = lines.get(caller);
    const index = line?.indexOf(entry) ?? -1;
    if (line === undefined || index < 0) return;
    line.splice(index, 1);
    if (line.length === 0) lines.delete(caller);
    waiting -= 1;
  }

  return {
    async enter(caller, signal) {
      if (closed) throw new Error("the engine is closed");
      if (signal?.aborted === true) throw cancelled(signal);
      if (running < parallel) return place();
      if (waiting >= limit) {
        throw new UserError("engine.busy", `${waiting} questions are waiting already`, {
          remedy: "Ask again in a moment, or ask for less at a time."
        });
      }
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          leave(caller, entry);
          reject(cancelled(signal));
        };
        const entry: Waiting = {
          admit: () => {
            signal?.removeEventListener("abort", abort);
            resolve(place());
          },
          refuse: (error) => {
            signal?.removeEventListener("abort", abort);
            reject(error);
          }
        };
        signal?.addEventListener("abort", abort, {once: true});
        const line = lines.get(caller);
        if (line === undefined) lines.set(caller, [entry]);
        else line.push(entry);
        waiting += 1;
      });
    },
    close() {
      closed = true;
      const refused = [...lines.values()].flat();
      lines.clear();
      waiting = 0;
      for (const entry of refused) entry.refuse(cancelled());
    }
  };
}

/** What whoever asked is told when the work was stopped on their behalf; the cause is the signal's reason. */
export function cancelled(signal?: AbortSignal): UserError {
  return new UserError("cancelled", "the question was cancelled", {
    ...(signal?.reason === undefined ? {} : {cause: signal.reason})
  });
}
