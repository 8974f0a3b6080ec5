import type {Block} from "../answer/pivot.ts";
import {pixel} from "../format/amount.ts";

/** Where a chart's axis ends although a few periods reach further. */
export interface AxisCut {
  /** In units of the axis. */
  readonly top: number;
  /** Places of the periods that reach beyond it. */
  readonly beyond: readonly number[];
}

/** A period is great when it is more than this many times a high but usual one. */
const great = 3;
/** Of the periods, at most this share may be great; else they are the usual ones. */
const few = 0.1;
const usualPlace = 0.85;

/**
 * The cut of stacked bars of which a few (an annual licence, the tax of a month) would make all others flat; null where
 * none is needed. What is cut is marked with its amount.
 */
export function axisCut({groups, periods}: Pick<Block, "groups" | "periods">): AxisCut | null {
  if (periods.length < 10) return null;
  const heights = periods.map((_, at) =>
    groups.reduce((sum, {series}) => sum + Math.max(0, pixel(series[at] ?? null)), 0)
  );
  const spent = heights.filter((height) => height > 0).toSorted((a, b) => a - b);
  const usual = spent[Math.floor(spent.length * usualPlace)] ?? 0;
  const beyond = heights.flatMap((height, at) => (height > usual * great ? [at] : []));
  if (usual === 0 || beyond.length === 0 || beyond.length > Math.max(1, periods.length * few)) return null;
  const highest = Math.max(...heights.filter((_, at) => !beyond.includes(at)));
  return {top: niceAbove(highest * 1.3), beyond};
}

/** The distance of the lines of an axis that ends at a nice top, so that its end is one of them. */
export function stepBelow(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top) + 1e-9);
  const lead = Math.round((top / power) * 2) / 2;
  return top / (lead === 5 ? 5 : lead === 1.5 || lead === 3 || lead === 6 ? 3 : 4);
}

/** The next number of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}
