import {UserError} from "../errors.ts";
import {billingPeriodDays, isBillingPeriod} from "./billing-period.ts";
import {calendarYear, fiscalPeriodNamed, type FiscalCalendar} from "./fiscal-calendar.ts";
import {dayOf, parseDay, startOfDay, parseInstant, type DayInterval} from "./interval.ts";

/** The three ways to ask for a time, of which a question uses one, or none for all data. */
export interface PeriodQuestion {
  /** `2026-10-05`, `2026-10`, `2026-Q3`, `2026`, `FY2027`, `FY2027-Q1`, `FY2027-M01`. */
  readonly period?: string | undefined;
  /** First day; or an instant that begins a day in UTC. */
  readonly from?: string | undefined;
  /** The day after the last; today is the last where it is absent. */
  readonly to?: string | undefined;
  /** `30d`, `12w`, `6m`, `1y` ending with today, or one of `namedWindows`. */
  readonly window?: string | undefined;
}

/** Windows by name: whole calendar periods, or from the first day of one up to and including today. */
export const namedWindows = ["month", "last-month", "month-to-date", "quarter-to-date", "year-to-date"] as const;

/**
 * The days a question asks about, half-open, in UTC; null where it asks for all data.
 * Throws `UserError` with `question.invalid` where the text is malformed, the interval is empty or inverted, or two
 * ways are mixed.
 */
export function resolvePeriod(
  question: PeriodQuestion,
  now: Temporal.Instant,
  calendar: FiscalCalendar = calendarYear
): DayInterval | null {
  const {period, from, to, window} = question;
  const ranged = from !== undefined || to !== undefined;
  if ([period !== undefined, ranged, window !== undefined].filter(Boolean).length > 1) {
    throw invalid("a question has one time: a period, or from and to, or a window", "Leave the others out.");
  }
  if (period !== undefined) return within(period, () => namedPeriod(period, calendar));
  if (window !== undefined) return within(window, () => windowDays(window, dayOf(now)));
  return ranged ? fromTo(from, to, dayOf(now)) : null;
}

function fromTo(from: string | undefined, to: string | undefined, today: Temporal.PlainDate): DayInterval {
  if (from === undefined) throw invalid(`to ${to} without from`, "Say where the time begins: --from 2026-10-01.");
  const days = {from: dayFrom(from), to: to === undefined ? today.add({days: 1}) : dayFrom(to)};
  if (Temporal.PlainDate.compare(days.from, days.to) < 0) return days;
  throw invalid(
    `the time from ${days.from} to ${days.to} is empty`,
    "The day of --to is not part of the time: one day is --from 2026-10-01 --to 2026-10-02."
  );
}

/** Reads a day, or an instant that is the first of a day. */
function dayFrom(text: string): Temporal.PlainDate {
  if (!/[T ]/i.test(text)) return parseDay(text);
  const instant = parseInstant(text);
  const day = dayOf(instant);
  if (startOfDay(day).equals(instant)) return day;
  throw invalid(`${text} is not the beginning of a day in UTC`, "A question is about whole UTC days: 2026-10-01.");
}

function namedPeriod(text: string, calendar: FiscalCalendar): DayInterval | null {
  if (isBillingPeriod(text)) return billingPeriodDays(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return span(parseDay(text), {days: 1});
  if (/^\d{4}$/.test(text)) return span(Temporal.PlainDate.from(`${text}-01-01`), {years: 1});
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  if (year === undefined || quarter === undefined) {
    const fiscal = fiscalPeriodNamed(text, calendar);
    return fiscal && {from: fiscal.from, to: fiscal.to};
  }
  const first = Temporal.PlainDate.from(`${year}-01-01`);
  return span(first.add({months: 3 * (Number.parseInt(quarter, 10) - 1)}), {months: 3});
}

function windowDays(text: string, today: Temporal.PlainDate): DayInterval | null {
  const to = today.add({days: 1});
  const month = today.with({day: 1});
  switch (text) {
    case "month":
      return span(month, {months: 1});
    case "last-month":
      return {from: month.subtract({months: 1}), to: month};
    case "month-to-date":
      return {from: month, to};
    case "quarter-to-date":
      return {from: month.subtract({months: (month.month - 1) % 3}), to};
    case "year-to-date":
      return {from: month.with({month: 1}), to};
    default:
      return rolling(text, to);
  }
}

const units: Readonly<Record<string, "days" | "weeks" | "months" | "years">> = {
  d: "days",
  w: "weeks",
  m: "months",
  y: "years"
};

function rolling(text: string, to: Temporal.PlainDate): DayInterval | null {
  const [, count, letter = ""] = /^([1-9]\d{0,4})([dwmy])$/.exec(text) ?? [];
  const unit = units[letter];
  if (count === undefined || unit === undefined) return null;
  return {from: to.subtract({[unit]: Number.parseInt(count, 10)}), to};
}

function span(from: Temporal.PlainDate, duration: Temporal.DurationLike): DayInterval {
  return {from, to: from.add(duration)};
}

/** The days that `read` gives, where they exist and lie in years of four digits. */
function within(text: string, read: () => DayInterval | null): DayInterval {
  const days = read();
  if (days !== null && days.from.year >= 0 && days.to.year <= 9999) return days;
  throw invalid(
    `not a period or window: ${JSON.stringify(text.slice(0, 60))}`,
    `A period is 2026-10, 2026-Q3, 2026, FY2027 or FY2027-Q1; a window is 30d, 12w, 6m, 1y, ${namedWindows.join(", ")}.`
  );
}

function invalid(message: string, remedy: string): UserError {
  return new UserError("question.invalid", message, {remedy});
}
