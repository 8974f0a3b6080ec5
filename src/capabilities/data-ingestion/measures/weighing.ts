import {exactUnits, sum} from "../../../money/amount.ts";
import {plain} from "../tie/explain.ts";

/** A value of a source, with what it weighs in each currency: exact amounts without sign. */
export interface Weighed {
  readonly source: string;
  readonly value: number;
  readonly weights: readonly {readonly currency: string; readonly amount: string}[];
}

/**
 * The value that sources with at least this percentage of the cost meet, where less is better (`lower`) or more
 * (`higher`). Amounts of different currencies are not weighed against each other: the worst currency counts. Null for
 * no source.
 */
export function metBy(all: readonly Weighed[], percent: number, direction: "lower" | "higher"): number | null {
  const sorted = all.toSorted((a, b) => (direction === "lower" ? a.value - b.value : b.value - a.value));
  const currencies = [...new Set(all.flatMap(({weights}) => weights.map(({currency}) => currency)))];
  // What costs nothing anywhere weighs alike.
  const lists = currencies.length === 0 ? [null] : currencies;
  const values = lists.map((currency) => reached(sorted, currency, percent)).filter((value) => value !== null);
  if (values.length === 0) return null;
  return direction === "lower" ? Math.max(...values) : Math.min(...values);
}

function reached(sorted: readonly Weighed[], currency: string | null, percent: number): number | null {
  const weights = sorted.map(({weights: own}) =>
    currency === null
      ? 1n
      : exactUnits(plain(sum(own.filter((each) => each.currency === currency).map(({amount}) => amount))), 18)
  );
  const total = weights.reduce((all, weight) => all + weight, 0n);
  if (total === 0n) return null;
  let part = 0n;
  for (const [index, {value}] of sorted.entries()) {
    part += weights[index] ?? 0n;
    if (part * 100n >= total * BigInt(percent)) return value;
  }
  return null;
}
