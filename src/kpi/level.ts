import type {Indicator} from "../framework/framework.ts";
import type {Threshold} from "../framework/threshold.ts";
import {compare, isAmount} from "../money/amount.ts";

export const measuredLevels = ["pre-crawl", "crawl", "walk", "run"] as const;
export type MeasuredLevel = (typeof measuredLevels)[number];

type Thresholds = Pick<Indicator, "crawl" | "walk" | "run">;

/** The highest level whose threshold a value meets, and that of each level below it; null for an unknown value. */
export function levelOf(value: string | null, thresholds: Thresholds): MeasuredLevel | null {
  if (value === null) return null;
  let reached: MeasuredLevel = "pre-crawl";
  for (const level of ["crawl", "walk", "run"] as const) {
    if (!meets(value, thresholds[level])) return reached;
    reached = level;
  }
  return reached;
}

/** What the level after the present one asks for, such as `walk: <=72`; null at the top. */
export function nextOf(level: MeasuredLevel | null, thresholds: Thresholds): string | null {
  if (level === null) return null;
  const next = measuredLevels[measuredLevels.indexOf(level) + 1];
  return next === undefined || next === "pre-crawl" ? null : `${next}: ${thresholds[next].text}`;
}

/** Whether a value (a decimal, or `yes` and `no`) meets a threshold. */
export function meets(value: string, {op, value: bound}: Threshold): boolean {
  if (op === "is" || !isAmount(value) || !isAmount(bound)) return value === bound;
  const order = compare(value, bound);
  switch (op) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
}

export interface LevelOfCapability {
  readonly level: MeasuredLevel | null;
  readonly measured: number;
  readonly total: number;
  readonly reason: string | null;
}

/**
 * The level of a capability: the lowest of its measured indicators, as the weakest decides whether its results can be
 * relied on. Unknown where fewer than half of its indicators are measured.
 */
export function levelOfCapability(
  indicators: readonly {readonly title: string; readonly level: MeasuredLevel | null}[]
): LevelOfCapability {
  const known = indicators.flatMap(({title, level}) => (level === null ? [] : [{title, level}]));
  const counts = {measured: known.length, total: indicators.length};
  if (indicators.length === 0) return {...counts, level: null, reason: "The edition has no indicators for it."};
  if (known.length * 2 < indicators.length) {
    const reason = `${known.length} of ${indicators.length} indicators are measured; half of them are needed.`;
    return {...counts, level: null, reason};
  }
  const lowest = known.toSorted((a, b) => measuredLevels.indexOf(a.level) - measuredLevels.indexOf(b.level));
  const [first] = lowest;
  if (first === undefined) return {...counts, level: null, reason: null};
  const holding = lowest.filter(({level}) => level === first.level).map(({title}) => title);
  return {
    ...counts,
    level: first.level,
    reason: first.level === "run" ? null : `It is held there by: ${holding.join("; ")}.`
  };
}
