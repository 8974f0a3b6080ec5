import type {AnswerRow} from "../../answer/pivot.ts";
import {absolute, add, compare, subtract} from "../../format/amount.ts";

/** What a value of a dimension cost in the complete days of this month, and in the same days of the month before. */
export interface Movement {
  readonly values: readonly (string | null)[];
  readonly now: string;
  readonly before: string;
  readonly change: string;
}

/** Rows of the two times, summed to some of their dimensions, the greatest of this month first. */
export function movements(
  now: readonly AnswerRow[],
  before: readonly AnswerRow[],
  dimensions: readonly string[],
  metric: string
): readonly Movement[] {
  const sums = new Map<string, {values: (string | null)[]; now: string; before: string}>();
  const take = (rows: readonly AnswerRow[], side: "now" | "before"): void => {
    for (const row of rows) {
      const values = dimensions.map((name) => (typeof row[name] === "string" ? row[name] : null));
      const key = JSON.stringify(values);
      const entry = sums.get(key) ?? {values, now: "0", before: "0"};
      const amount = row[metric];
      if (typeof amount === "string") entry[side] = add(entry[side], amount);
      sums.set(key, entry);
    }
  };
  take(now, "now");
  take(before, "before");
  return [...sums.values()]
    .map((entry) => ({...entry, change: subtract(entry.now, entry.before)}))
    .toSorted((a, b) => compare(b.now, a.now));
}

/** The greatest changes, whichever way. */
export function movers(all: readonly Movement[], most: number): readonly Movement[] {
  return all
    .filter(({change}) => compare(absolute(change), "0.005") >= 0)
    .toSorted((a, b) => compare(absolute(b.change), absolute(a.change)))
    .slice(0, most);
}
