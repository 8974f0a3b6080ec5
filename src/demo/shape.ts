import type {Day} from "./calendar.ts";
import {bell} from "./random.ts";

/** How a quantity varies over days: what people do, not what machines could. */
export type Shape = "always" | "stored" | "steady" | "retail" | "office" | "office-hours" | "month-end" | "nightly";

/** Demand of a retailer by month of the year, in parts of the mean: the year ends busy and begins quiet. */
const season = [0.88, 0.86, 0.93, 0.96, 0.98, 0.97, 0.95, 0.94, 1, 1.06, 1.3, 1.38];

/** Share of a day's demand that falls into each hour (UTC), in parts of the mean hour. */
const hours = [
  0.42, 0.33, 0.28, 0.26, 0.29, 0.4, 0.62, 0.86, 1.02, 1.12, 1.2, 1.28, 1.32, 1.24, 1.16, 1.14, 1.18, 1.3, 1.48, 1.62,
  1.58, 1.34, 0.98, 0.66
];

/**
 * The factor of a day for a stream with this key. Only the four arithmetic operations are used, so that it is the same
 * on every machine. `always` and `stored` have no noise: a machine that runs all day runs 24 hours.
 */
export function dayFactor(shape: Shape, day: Day, key: number): number {
  switch (shape) {
    case "always":
    case "stored":
      return 1;
    case "steady":
      return 1 + 0.03 * bell(key, day.index);
    case "retail":
      return (season[day.monthOfYear - 1] ?? 1) * (day.weekend ? 1.16 : 0.96) * (1 + 0.07 * bell(key, day.index));
    case "office":
      return (day.weekend ? 0.34 : 1.05) * (1 + 0.09 * bell(key, day.index));
    case "office-hours":
      return day.weekend ? 0 : 1;
    case "month-end":
      return (isMonthEnd(day) ? 3.2 : 0.85) * (1 + 0.06 * bell(key, day.index));
    case "nightly":
      return 1 + 0.12 * bell(key, day.index);
  }
}

/** Retail demand of an hour of a day, in parts of the mean hour. */
export function hourFactor(day: Day, hour: number, key: number): number {
  return dayFactor("retail", day, key) * (hours[hour] ?? 1) * (1 + 0.05 * bell(key, day.index * 24 + hour + 7));
}

function isMonthEnd(day: Day): boolean {
  return day.dayOfMonth === 1 || day.dayOfMonth > day.daysInMonth - 2;
}
