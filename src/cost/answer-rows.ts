import {periodText} from "./bucket.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import {type Cell, type Units, unitsText} from "./cells.ts";
import {compareText} from "./text-order.ts";

/** One row or total of an answer: texts, amounts as decimal text, null for what is not known, `other: true`. */
export type AnswerRow = Readonly<Record<string, string | boolean | null>>;

/** Decimals of a change ratio. */
const ratioScale = 6;
const ratioUnits = 10n ** BigInt(ratioScale);

/** How the keys of an answer are named, by position: dimensions as they were asked for. */
export interface AnswerKeys {
  readonly dimensions: readonly string[];
}

/**
 * The order of an answer to its last row: period, currency, unit, `other` last, then the first metric from the
 * greatest, then the values; what is missing comes last.
 */
export function ordered(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted(
    (a, b) =>
      compareMissing(a.period, b.period) ||
      compareMissing(a.currency, b.currency) ||
      compareMissing(a.unit, b.unit) ||
      compareFlag(a.other, b.other) ||
      compareUnits(b.current[0] ?? null, a.current[0] ?? null) ||
      compareValues(a.values, b.values)
  );
}

export function rowOf(cell: Cell, question: CanonicalQuestion, keys: AnswerKeys, scale: number): AnswerRow {
  const {granularity, fiscalYearStart} = question;
  const row: Record<string, string | boolean | null> = {};
  if (granularity !== null) {
    row["period"] = cell.period === null ? null : periodText(granularity, fiscalYearStart, cell.period);
  }
  keys.dimensions.forEach((key, index) => (row[key] = cell.other ? "other" : (cell.values[index] ?? null)));
  if (cell.other) row["other"] = true;
  return Object.assign(row, amountsOf(cell, question, scale));
}

/** `currency`, `unit` where there is one, and for each metric its amount and, compared, the earlier one and the change. */
export function amountsOf(cell: Cell, question: CanonicalQuestion, scale: number): AnswerRow {
  const row: Record<string, string | null> = {currency: cell.currency};
  if (question.metric.some((name) => name === "consumed" || name === "pricing")) row["unit"] = cell.unit;
  const text = (units: Units): string | null => (units === null ? null : unitsText(units, scale));
  question.metric.forEach((name, index) => {
    // Where there are no charges at all the cost is nothing; where charges do not say, it is unknown.
    const current = cell.current[index] ?? (cell.seen ? null : 0n);
    row[name] = text(current);
    if (question.compare === null) return;
    const previous = cell.previous[index] ?? (cell.seenBefore ? null : 0n);
    const change = current === null || previous === null ? null : current - previous;
    row[`${name}_previous`] = text(previous);
    row[`${name}_change`] = text(change);
    row[`${name}_change_ratio`] = change === null || previous === null ? null : ratioText(change, previous);
  });
  return row;
}

/**
 * The change as a share of what it changed from, whose sign does not count: more is always positive. Rounded half away
 * from zero.
 */
function ratioText(change: bigint, previous: bigint): string | null {
  if (previous === 0n) return null;
  const [part, whole] = [change < 0n ? -change : change, previous < 0n ? -previous : previous];
  const ratio = (2n * part * ratioUnits + whole) / (2n * whole);
  return unitsText(change < 0n ? -ratio : ratio, ratioScale);
}

function compareMissing(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareText(a, b);
}

function compareFlag(a: boolean, b: boolean): number {
  return a === b ? 0 : a ? 1 : -1;
}

/** Ascending with what is missing first, so that the reverse has it last. */
function compareUnits(a: Units, b: Units): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareValues(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareMissing(value, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
