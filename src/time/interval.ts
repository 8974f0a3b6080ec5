import {UserError} from "../errors.ts";

/** A half-open interval: `from` belongs to it, `to` does not. */
export interface Interval<T> {
  readonly from: T;
  readonly to: T;
}

/** Whole days, in UTC. */
export type DayInterval = Interval<Temporal.PlainDate>;

export type InstantInterval = Interval<Temporal.Instant>;

const dayText = /^\d{4}-\d{2}-\d{2}$/;
const instantText = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** Reads a day, `2026-10-01`. Throws `UserError` with `question.invalid`. */
export function parseDay(text: string): Temporal.PlainDate {
  const day = dayText.test(text) ? attempt(() => Temporal.PlainDate.from(text)) : null;
  return day ?? refuse(text, "a day", "Write a day as 2026-10-01.");
}

/** Reads a day (its first instant in UTC) or an instant, `2026-10-01T12:00:00Z`. Throws as `parseDay`. */
export function parseInstant(text: string): Temporal.Instant {
  if (dayText.test(text)) return startOfDay(parseDay(text));
  const instant = instantText.test(text) ? attempt(() => Temporal.Instant.from(text)) : null;
  return instant ?? refuse(text, "an instant", "Write a day as 2026-10-01, an instant as 2026-10-01T12:00:00Z.");
}

/** The first instant of a day in UTC. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime("UTC").toInstant();
}

/** The day, in UTC, that an instant belongs to. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO("UTC").toPlainDate();
}

/** The instants of these days. */
export function instantsOf({from, to}: DayInterval): InstantInterval {
  return {from: startOfDay(from), to: startOfDay(to)};
}

export function contains<T extends Temporal.Instant | Temporal.PlainDate>(interval: Interval<T>, moment: T): boolean {
  return order(interval.from, moment) <= 0 && order(moment, interval.to) < 0;
}

/** True where the two have a moment in common; an empty interval has none. */
export function intersects<T extends Temporal.Instant | Temporal.PlainDate>(a: Interval<T>, b: Interval<T>): boolean {
  const from = order(a.from, b.from) < 0 ? b.from : a.from;
  const to = order(a.to, b.to) < 0 ? a.to : b.to;
  return order(from, to) < 0;
}

/** The number of days in an interval; none where it is inverted. */
export function dayCount({from, to}: DayInterval): number {
  return Math.max(0, from.until(to, {largestUnit: "days"}).days);
}

/** Every day of an interval, in order. */
export function days(interval: DayInterval): Temporal.PlainDate[] {
  return Array.from({length: dayCount(interval)}, (_, days) => interval.from.add({days}));
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
function order(a: Temporal.Instant | Temporal.PlainDate, b: Temporal.Instant | Temporal.PlainDate): number {
  if (a instanceof Temporal.Instant && b instanceof Temporal.Instant) return Temporal.Instant.compare(a, b);
  if (a instanceof Temporal.PlainDate && b instanceof Temporal.PlainDate) return Temporal.PlainDate.compare(a, b);
  throw new Error("a day and an instant cannot be compared");
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function refuse(text: string, what: string, remedy: string): never {
  throw new UserError("question.invalid", `not ${what}: ${JSON.stringify(text.slice(0, 60))}`, {remedy});
}
