import {setTimeout as pause} from "node:timers/promises";
import {ulid} from "ulid";

/** What the outside world does to a computation: handed in last, so that a test can hand in another. */
export interface Effects {
  /** The present moment. */
  now(): Temporal.Instant;
  /** A new id that sorts by the moment it was made (a ULID). */
  id(): string;
  /** The folder that relative paths start from. */
  cwd(): string;
  /** A variable of the environment; undefined where it is not set or empty. */
  environment(name: string): string | undefined;
  /** Lets so many milliseconds pass; rejects where the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const defaultEffects: Effects = {
  now: () => Temporal.Now.instant(),
  id: () => ulid(),
  cwd: () => process.cwd(),
  environment: (name) => (process.env[name] === "" ? undefined : process.env[name]),
  pause: (milliseconds, signal) => pause(milliseconds, undefined, {signal})
};

/** The present moment as ISO text in UTC with milliseconds, as the state store keeps instants. */
export function nowText(effects: Effects): string {
  return instantText(effects.now());
}

/** An instant as ISO text in UTC with exactly three decimals, so that text order is time order. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({smallestUnit: "millisecond"});
}
