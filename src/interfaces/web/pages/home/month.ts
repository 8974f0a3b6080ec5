import type {AnswerRow} from "../../answer/pivot.ts";
import {add, divide, multiply} from "../../format/amount.ts";
import {addDays, addMonths, daysBetween, daysInMonth, firstOfMonth} from "../../format/period.ts";

/** The days that Home is about; all half-open. */
export interface HomeDays {
  /** First day of the month that is shown. */
  readonly month: string;
  /** The day after the last complete day of it; equal to `month` where none is complete. */
  readonly through: string;
  /** Complete days of the month, and all its days. */
  readonly complete: number;
  readonly days: number;
  readonly previousMonth: string;
  /** The day after the same number of days of the month before. */
  readonly previousThrough: string;
  /** First day of the chart. */
  readonly chartFrom: string;
  /** The day after the last of the chart. */
  readonly chartTo: string;
}

/** Days of the chart. */
export const chartDays = 60;

/** The last day that Home is about: today, or where all data is older the last day of its last month. */
export function lastDay(today: string, lastPeriods: readonly (string | null)[]): string {
  const newest = lastPeriods
    .flatMap((period) => (period === null || period === "all" ? [] : [period]))
    .toSorted()
    .at(-1);
  if (newest === undefined || newest >= today.slice(0, 7)) return today;
  return addDays(addMonths(`${newest}-01`, 1), -1);
}

/** `incompleteFrom` is the first day without the data of every source; null where all days are complete. */
export function homeDays(last: string, incompleteFrom: string | null): HomeDays {
  const month = firstOfMonth(last);
  const end = addDays(last, 1);
  const until = incompleteFrom === null || incompleteFrom > end ? end : incompleteFrom;
  const through = until < month ? month : until;
  const complete = daysBetween(month, through);
  const previousMonth = addMonths(month, -1);
  const previousDays = Math.min(complete, daysInMonth(previousMonth));
  const sixty = addDays(end, -chartDays);
  return {
    month,
    through,
    complete,
    days: daysInMonth(month),
    previousMonth,
    previousThrough: complete === daysInMonth(month) ? month : addDays(previousMonth, previousDays),
    chartFrom: sixty < previousMonth ? sixty : previousMonth,
    chartTo: end
  };
}

export interface MonthFigures {
  /** Month to date, with days that are not complete. */
  readonly toDate: string;
  readonly completeDays: string;
  readonly sameDaysBefore: string;
  readonly lastMonth: string;
  /** Complete days divided by their number, times the days of the month; null without a complete day. */
  readonly projected: string | null;
}

/** Figures of one metric and currency from daily rows, exact but for the projection's last cent. */
export function monthFigures(rows: readonly AnswerRow[], metric: string, days: HomeDays): MonthFigures {
  const sumOf = (from: string, to: string): string =>
    rows.reduce((sum, row) => {
      const {period} = row;
      const value = row[metric];
      return typeof period === "string" && period >= from && period < to && typeof value === "string"
        ? add(sum, value)
        : sum;
    }, "0");
  const completeDays = sumOf(days.month, days.through);
  return {
    toDate: sumOf(days.month, days.chartTo),
    completeDays,
    sameDaysBefore: sumOf(days.previousMonth, days.previousThrough),
    lastMonth: sumOf(days.previousMonth, days.month),
    projected:
      days.complete === 0 ? null : divide(multiply(completeDays, String(days.days), 18), String(days.complete), 2)
  };
}
