import {add, compare, divide, isZero, multiply} from "../../../money/amount.ts";
import type {SourceDay} from "../days.ts";
import {plain} from "../tie/explain.ts";
import type {Thresholds} from "./thresholds.ts";

export interface SuddenChange {
  readonly day: string;
  readonly metric: "rows" | "billed";
  /** Null for rows. */
  readonly currency: string | null;
  readonly value: string;
  readonly expected: string;
  readonly ratio: string;
}

/** Same weekdays before a day that its expectation comes from, and how many of them there must be. */
const before = {weeks: 4, least: 3};

/** Days with fewer rows say nothing by their number. */
const fewRows = "20";

/**
 * The newest complete days whose rows or cost are far from the median of the same weekday in the four weeks before.
 * `end` is the day after the last complete one.
 */
export function suddenChanges(days: readonly SourceDay[], end: string, thresholds: Thresholds): SuddenChange[] {
  const last = Temporal.PlainDate.from(end);
  const wanted = Array.from({length: thresholds.number("change-days")}, (_, n) =>
    last.subtract({days: n + 1}).toString()
  ).toReversed();
  const rows = sumBy(days, ({rows: count}) => String(count));
  const changes = wanted.flatMap((day) => changeOn(day, rows, "rows", null, thresholds) ?? []);
  const currencies = [...Map.groupBy(days, ({currency}) => currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [currency, own] of currencies) {
    const billed = sumBy(own, (day) => day.billed);
    changes.push(...wanted.flatMap((day) => changeOn(day, billed, "billed", currency, thresholds) ?? []));
  }
  return changes;
}

function sumBy(days: readonly SourceDay[], of: (day: SourceDay) => string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const day of days) sums.set(day.day, add(sums.get(day.day) ?? "0", of(day)));
  return sums;
}

/** The middle of sorted amounts; of two in the middle, halfway between them. */
function medianOf(sorted: readonly string[]): string | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : multiply(add(low, high), "0.5", 19);
}

function changeOn(
  day: string,
  series: ReadonlyMap<string, string>,
  metric: SuddenChange["metric"],
  currency: string | null,
  thresholds: Thresholds
): SuddenChange | null {
  const value = series.get(day);
  // A day without any charge is missing, which is another finding.
  if (value === undefined) return null;
  const date = Temporal.PlainDate.from(day);
  const known = Array.from({length: before.weeks}, (_, n) => series.get(date.subtract({weeks: n + 1}).toString()))
    .filter((each) => each !== undefined)
    .toSorted(compare);
  const expected = known.length < before.least ? null : medianOf(known);
  if (expected === null || isZero(expected) || expected.startsWith("-")) return null;
  if (metric === "rows" && compare(expected, fewRows) < 0 && compare(value, fewRows) < 0) return null;
  const ratio = divide(value, expected, 4);
  const isUsual =
    compare(ratio, thresholds.text("change-low")) >= 0 && compare(ratio, thresholds.text("change-high")) <= 0;
  return isUsual ? null : {day, metric, currency, value: plain(value), expected: plain(expected), ratio: plain(ratio)};
}
