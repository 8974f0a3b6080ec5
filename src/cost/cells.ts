import type {Row} from "../engine/engine.ts";
import {amountText, exactUnits} from "../money/amount.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import type {Dimension} from "./dimension.ts";
import {metrics} from "./metric.ts";
import type {Converter} from "./rates.ts";

/** Amounts in units of 10^-scale; null where no charge says one. */
export type Units = bigint | null;

/** One cell of an answer, or a total: amounts of the time asked about and of the earlier one. */
export interface Cell {
  readonly period: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly other: boolean;
  readonly values: readonly (string | null)[];
  readonly current: Units[];
  readonly previous: Units[];
  /** Whether there are charges in each of the two times. */
  seen: boolean;
  seenBefore: boolean;
}

const decimals = 18;
const one = 10n ** BigInt(decimals);

/** Decimals of the units of an answer: a converted amount keeps every digit of amount × rate, so that sums are exact. */
export function scaleOf(converter: Converter | null): number {
  return converter === null ? decimals : 2 * decimals;
}

/** The cells in the rows of a statement with this `part`; converted cells that differ by rate alone become one. */
export function cellsOf(
  rows: readonly Row[],
  part: "row" | "total",
  question: CanonicalQuestion,
  dimensions: readonly Dimension[],
  converter: Converter | null
): Cell[] {
  const all = rows.flatMap((row) => (row["part"] === part ? [cellOf(row, part, question, dimensions, converter)] : []));
  if (converter === null) return all;
  const cells = new Map<string, Cell>();
  for (const next of all) {
    const {period, currency, unit, other, values} = next;
    const key = JSON.stringify([period, currency, unit, other, values]);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, next);
    else addTo(cell, next);
  }
  return [...cells.values()];
}

/** Adds the amounts of `next` to `cell`. */
export function addTo(cell: Cell, next: Cell): void {
  next.current.forEach((units, index) => (cell.current[index] = plus(cell.current[index] ?? null, units)));
  next.previous.forEach((units, index) => (cell.previous[index] = plus(cell.previous[index] ?? null, units)));
  cell.seen ||= next.seen;
  cell.seenBefore ||= next.seenBefore;
}

/** Units as decimal text without needless zeros. */
export function unitsText(units: bigint, scale: number): string {
  const text = amountText({units, scale});
  return scale === 0 ? text : withoutTrailingZeros(text);
}

/** Decimal text without needless zeros; by hand, as answers have many amounts with many zeros. */
function withoutTrailingZeros(text: string): string {
  const point = text.indexOf(".");
  if (point === -1) return text;
  let end = text.length;
  while (text[end - 1] === "0") end--;
  return text.slice(0, end === point + 1 ? point : end);
}

/** An amount as the engine gives it, in units of 10^-18; quicker where it has all its 18 decimals. */
function unitsOf(text: string): bigint {
  const point = text.length - decimals - 1;
  if (text[point] !== "." || !/^-?[0-9.]+$/.test(text)) return exactUnits(text, decimals);
  return BigInt(text.slice(0, point) + text.slice(point + 1));
}

function plus(a: Units, b: Units): Units {
  return a === null ? b : b === null ? a : a + b;
}

function cellOf(
  row: Row,
  part: "row" | "total",
  question: CanonicalQuestion,
  dimensions: readonly Dimension[],
  converter: Converter | null
): Cell {
  const factors = factorsOf(row, question, converter);
  const amounts = (prefix: string): Units[] =>
    question.metric.map((_, index) => {
      const text = row[`${prefix}${index}`];
      return typeof text === "string" ? unitsOf(text) * (factors[index] ?? 1n) : null;
    });
  const compared = question.compare !== null;
  return {
    period: part === "row" ? textOf(row["period"]) : null,
    currency: converter === null ? textOf(row["currency"]) : converter.target,
    unit: textOf(row["unit"]),
    other: row["other"] === true,
    values: part === "total" ? [] : dimensions.map((dimension, index) => shown(dimension, row[`d${index}`])),
    current: amounts("m"),
    previous: compared ? amounts("p") : [],
    seen: !compared || textOf(row["n"]) !== "0",
    seenBefore: compared && textOf(row["pn"]) !== "0"
  };
}

/** What each metric is multiplied by: the rate for money, one for a quantity. */
function factorsOf(row: Row, question: CanonicalQuestion, converter: Converter | null): readonly bigint[] {
  if (converter === null) return question.metric.map(() => 1n);
  const length = converter.basis === "charge-day" ? "2026-10-01".length : "2026-10".length;
  const key = textOf(row["rate_key"])?.slice(0, length) ?? "";
  return question.metric.map((name) =>
    metrics[name].unit === null ? converter.rate(textOf(row["currency"]) ?? "an unnamed currency", key) : one
  );
}

function shown(dimension: Dimension, cell: Row[string] | undefined): string | null {
  if (cell === undefined) return null;
  return dimension.kind === "plain" ? dimension.show(cell) : textOf(cell);
}

function textOf(cell: Row[string] | undefined): string | null {
  return typeof cell === "string" ? cell : null;
}
