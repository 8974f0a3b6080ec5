import {useRef, useState} from "react";
import type {Parameters} from "../../api/call.ts";
import {type Step, watchedWrite} from "./watched-write.ts";

export type Watched<T> =
  | {readonly state: "idle"}
  | {readonly state: "running"; readonly step: Step}
  | {readonly state: "done"; readonly result: T}
  | {readonly state: "cancelled"}
  | {readonly state: "failed"; readonly error: unknown};

/** A write that takes long: how it goes, and the way to stop it. It goes on where its part of the page goes. */
export function useWatched<T>(
  name: string,
  first: string
): {
  readonly work: Watched<T>;
  readonly run: (input: Parameters) => Promise<T | null>;
  readonly cancel: () => void;
} {
  const [work, setWork] = useState<Watched<T>>({state: "idle"});
  const stop = useRef<AbortController | null>(null);
  const run = async (input: Parameters): Promise<T | null> => {
    stop.current?.abort();
    const abort = new AbortController();
    stop.current = abort;
    const say = (next: Watched<T>): void => {
      if (stop.current === abort) setWork(next);
    };
    say({state: "running", step: {message: first, share: null}});
    try {
      const result = await watchedWrite<T>(name, input, (step) => say({state: "running", step}), abort.signal);
      say({state: "done", result});
      return result;
    } catch (error) {
      say(abort.signal.aborted ? {state: "cancelled"} : {state: "failed", error});
      return null;
    }
  };
  return {work, run, cancel: () => stop.current?.abort()};
}
