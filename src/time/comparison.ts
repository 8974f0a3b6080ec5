import {dayCount, type DayInterval} from "./interval.ts";

export const comparisons = ["previous", "year"] as const;
export type Comparison = (typeof comparisons)[number];

/** The days that an interval is compared with: those directly before, or the same dates a year before. */
export function comparedWith(interval: DayInterval, comparison: Comparison): DayInterval {
  return comparison === "year" ? yearBefore(interval) : previous(interval);
}

/**
 * The interval directly before: as many calendar months where these are whole months (so a month, a quarter, a year,
 * fiscal ones too, compare with the one before), otherwise as many days.
 */
export function previous(interval: DayInterval): DayInterval {
  const {from} = interval;
  const months = wholeMonths(interval);
  if (months > 0) return {from: from.subtract({months}), to: from};
  return {from: from.subtract({days: dayCount(interval)}), to: from};
}

/** The same dates a year before; 29 February becomes 28 February, whole months stay whole. */
export function yearBefore(interval: DayInterval): DayInterval {
  const from = interval.from.subtract({years: 1});
  if (wholeMonths(interval) > 0) return {from, to: interval.to.subtract({years: 1})};
  const last = interval.to.subtract({days: 1});
  return {from, to: last.subtract({years: 1}).add({days: 1})};
}

/** How many calendar months the interval consists of; 0 where it cuts one. */
function wholeMonths({from, to}: DayInterval): number {
  return from.day === 1 && to.day === 1 ? Math.max(0, from.until(to, {largestUnit: "months"}).months) : 0;
}
