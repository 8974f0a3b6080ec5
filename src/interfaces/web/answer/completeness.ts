import {addDays, addMonths} from "../format/period.ts";

export interface Completeness {
  readonly sources: readonly {readonly source: string; readonly dataThrough: string | null}[];
}

/** The first day that is not complete: some source has no data, or only part of it. Null where nothing is known. */
export function incompleteFrom({sources}: Completeness): string | null {
  const throughs = sources.flatMap(({dataThrough}) => dataThrough ?? []).toSorted();
  return throughs[0]?.slice(0, 10) ?? null;
}

/** The day after a period of an answer; null for fiscal periods, whose days only the server knows. */
export function endOfPeriod(period: string, granularity: string): string | null {
  if (!/^\d{4}-\d\d-\d\d/.test(period)) return null;
  const day = period.slice(0, 10);
  switch (granularity) {
    case "hour":
    case "day":
      return addDays(day, 1);
    case "week":
      return addDays(day, 7);
    case "month":
      return addMonths(day, 1);
    case "quarter":
      return addMonths(day, 3);
    case "year":
      return addMonths(day, 12);
    default:
      return null;
  }
}

/** Whether a period has days that are not complete. Hours of an incomplete day count as incomplete. */
export function isIncomplete(period: string, granularity: string | null, from: string | null): boolean {
  if (granularity === null || from === null) return false;
  const end = endOfPeriod(period, granularity);
  return end !== null && end > from;
}

/** Whether a period begins before the time that was asked about, so that only its end is counted. */
export function isCut(period: string, granularity: string | null, askedFrom: string | null): boolean {
  if (granularity === null || askedFrom === null || !/^\d{4}-\d\d-\d\d/.test(period)) return false;
  return period.slice(0, 10) < askedFrom;
}

/** Every period from `from` until `to`, at most `most` of them; empty for hours and fiscal periods. */
export function periodsBetween(from: string, to: string, granularity: string, most = 1100): readonly string[] {
  if (granularity === "hour") return [];
  const periods: string[] = [];
  let period: string | null = firstOf(from, granularity);
  while (period !== null && period < to && periods.length < most) {
    periods.push(period);
    period = endOfPeriod(period, granularity);
  }
  return periods;
}

function firstOf(day: string, granularity: string): string | null {
  const month = `${day.slice(0, 7)}-01`;
  const monthIndex = Number(day.slice(5, 7)) - 1;
  switch (granularity) {
    case "day":
      return day;
    case "week": {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      return addDays(day, -weekday);
    }
    case "month":
      return month;
    case "quarter":
      return addMonths(month, -(monthIndex % 3));
    case "year":
      return `${day.slice(0, 4)}-01-01`;
    default:
      return null;
  }
}
