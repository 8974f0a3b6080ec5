import {defaultEffects, type Effects} from "../../effects.ts";
import {failureOf, type RemoteFailure} from "./remote-failure.ts";

/** How calls that failed are repeated. */
export interface Pace {
  /** Tries in a row that may fail. */
  readonly tries: number;
  /** Milliseconds before the second try; twice as long before each further one. */
  readonly base: number;
  /** Longest pause in milliseconds where a store asks for none. */
  readonly most: number;
  readonly pause: Effects["pause"];
}

/** Some twenty seconds of patience, where a store does not ask for more. */
export function usualPace({pause}: Pick<Effects, "pause"> = defaultEffects): Pace {
  return {tries: 6, base: 500, most: 120_000, pause};
}

/** Milliseconds that a store may ask to wait; what asks for more is asked sooner. */
const longestAsked = 900_000;

/**
 * Milliseconds to wait after so many failures (1 after the first): the exponential pause, or any shorter one down to half of it, so
 * that many clients do not come back at once; at least what the store asked for. `chance` is in [0, 1).
 */
export function pauseAfter(
  failures: number,
  wait: number | null,
  {base, most}: Pick<Pace, "base" | "most">,
  chance: number
): number {
  const whole = Math.min(most, base * 2 ** (failures - 1));
  return Math.max(Math.min(wait ?? 0, longestAsked), Math.round(whole * (0.5 + chance / 2)));
}

/** Calls until it succeeds, while failures are of the kind that passes. Throws the last `RemoteFailure`. */
export async function again<T>(work: () => Promise<T>, signal: AbortSignal, pace: Pace): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure.kind !== "again" || failures >= pace.tries) throw failure;
      await rest(failures, failure, signal, pace);
    }
  }
}

/** Waits as long as a failure asks for. */
export async function rest(failures: number, {wait}: RemoteFailure, signal: AbortSignal, pace: Pace): Promise<void> {
  await pace.pause(pauseAfter(failures, wait, pace, Math.random()), signal);
}
