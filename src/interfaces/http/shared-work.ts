import {cancelled} from "../../engine/fair-queue.ts";

/** Work that several callers wait for at a time, done once for all of them. */
export interface SharedWork<T> {
  /**
   * What `work` gives under this key; while it runs, others with the same key wait for the same result. Whoever's
   * signal aborts is told `cancelled`, alone; the signal of the work aborts when nobody waits any more.
   */
  run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Whether work under this key runs now. */
  has(key: string): boolean;
}

interface Running<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  waiting: number;
}

export function sharedWork<T>(): SharedWork<T> {
  const running = new Map<string, Running<T>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Running<T> {
    const abort = new AbortController();
    const begun = {result: work(abort.signal), abort, waiting: 0};
    running.set(key, begun);
    const end = (): void => forget(key, begun);
    // Whoever waits is told of a failure; nobody may be left to.
    begun.result.then(end, end);
    return begun;
  }

  function forget(key: string, entry: Running<T>): void {
    if (running.get(key) === entry) running.delete(key);
  }

  return {
    has: (key) => running.has(key),
    run: (key, signal, work) => {
      if (signal.aborted) return Promise.reject(cancelled(signal));
      const entry = running.get(key) ?? begin(key, work);
      entry.waiting += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          reject(cancelled(signal));
          entry.waiting -= 1;
          if (entry.waiting > 0) return;
          // Forgotten first: who comes now must not wait for what is being stopped.
          forget(key, entry);
          entry.abort.abort(signal.reason);
        };
        signal.addEventListener("abort", leave, {once: true});
        void entry.result.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
      });
    }
  };
}
