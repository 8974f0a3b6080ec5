import type {Dialect, Granularity} from "../engine/dialect.ts";
import {type Query, raw} from "../engine/query.ts";
import {type FiscalUnit, fiscalPeriodOf} from "../time/fiscal-calendar.ts";
import type {QuestionGranularity} from "./question.ts";

/** How far an earlier period lies before the one it is compared with. */
export type Offset = {readonly months: number} | {readonly days: number};

/**
 * The offset from the first day of the earlier period to that of the period asked about: months where both begin on
 * one day of the month, so that months stay months, else days.
 */
export function offsetBetween(earlier: string, from: string): Offset {
  const [a, b] = [Temporal.PlainDate.from(earlier), Temporal.PlainDate.from(from)];
  const {months, days} = a.until(b, {largestUnit: "months"});
  return a.day === b.day && days === 0 ? {months} : {days: a.until(b, {largestUnit: "days"}).days};
}

/** The instant moved by an offset; the 31st of a month becomes the last day where the other is shorter. */
export function moved(instant: Query, offset: Offset, dialect: Dialect): Query {
  return "months" in offset
    ? dialect.addMonths(instant, raw(String(offset.months)))
    : dialect.addDays(instant, raw(String(offset.days)));
}

const calendarUnit: Readonly<Record<QuestionGranularity, Granularity>> = {
  hour: "hour",
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
  "fiscal-month": "month",
  "fiscal-quarter": "quarter",
  "fiscal-year": "year"
};

/** The start of the period that holds an instant. A fiscal year beginning in month 10 is the calendar's moved by 9. */
export function periodStart(
  granularity: QuestionGranularity,
  fiscalYearStart: number | null,
  instant: Query,
  dialect: Dialect
): Query {
  const unit = calendarUnit[granularity];
  const shift = granularity.startsWith("fiscal-") ? (13 - (fiscalYearStart ?? 1)) % 12 : 0;
  if (shift === 0) return dialect.bucket(unit, instant);
  const bucket = dialect.bucket(unit, dialect.addMonths(instant, raw(String(shift))));
  return dialect.addMonths(bucket, raw(String(-shift)));
}

/** A period's start as answers show it: a day, an instant for hours, a name such as FY2027-Q1 for fiscal periods. */
export function periodText(granularity: QuestionGranularity, fiscalYearStart: number | null, start: string): string {
  if (granularity === "hour") return start;
  const day = start.slice(0, "2026-10-01".length);
  if (!isFiscal(granularity)) return day;
  return fiscalPeriodOf(Temporal.PlainDate.from(day), granularity, {fiscalYearStart: fiscalYearStart ?? 1}).name;
}

export function isFiscal(granularity: QuestionGranularity): granularity is FiscalUnit {
  return granularity.startsWith("fiscal-");
}
