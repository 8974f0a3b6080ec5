import {ulid} from "ulid";

/** What the outside world does to a computation: handed in last, so that a test can hand in another. */
export interface Effects {
  /** The present moment. */
  now(): Temporal.Instant;
  /** A new id that sorts by the moment it was made (a ULID). */
  id(): string;
  /** The folder that relative paths start from. */
  cwd(): string;
}

export const defaultEffects: Effects = {
  now: () => Temporal.Now.instant(),
  id: () => ulid(),
  cwd: () => process.cwd()
};

/** The present moment as ISO text in UTC with milliseconds, as the state store keeps instants. */
export function nowText(effects: Effects): string {
  return instantText(effects.now());
}

/** An instant as ISO text in UTC with exactly three decimals, so that text order is time order. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({smallestUnit: "millisecond"});
}
