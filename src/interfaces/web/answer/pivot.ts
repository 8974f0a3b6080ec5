import {add} from "../format/amount.ts";
import {valueTitle} from "../format/words.ts";

/** One row or total of an answer. */
export type AnswerRow = Readonly<Record<string, string | boolean | null>>;

/** The metrics of one group over the periods, exact: null where charges do not say. */
export interface Group {
  readonly key: string;
  /** Values of the dimensions, in their order. */
  readonly values: readonly (string | null)[];
  readonly role: "value" | "other" | "none";
  readonly title: string;
  /** The first metric of each period, in the order of `periods`; null without charges. */
  readonly series: readonly (string | null)[];
  /** Every metric, its `_previous` and `_change`, summed over the periods. */
  readonly sums: Readonly<Record<string, string | null>>;
}

/** The part of an answer with one currency and unit. */
export interface Block {
  readonly currency: string | null;
  readonly unit: string | null;
  readonly periods: readonly string[];
  readonly groups: readonly Group[];
  readonly totals: Readonly<Record<string, string | null>>;
  /** The first metric of each period over all groups. */
  readonly periodTotals: readonly (string | null)[];
}

export interface Asked {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly granularity: string | null;
  /** All periods of the time asked about, so that a day without charges is a gap and not a jump; may be empty. */
  readonly periods?: readonly string[];
}

/** An answer as blocks that can be drawn and set as a table: nothing is summed over currencies or units. */
export function blocksOf(rows: readonly AnswerRow[], totals: readonly AnswerRow[], asked: Asked): readonly Block[] {
  return totals.map((total) => {
    const own = rows.filter((row) => row["currency"] === total["currency"] && row["unit"] === total["unit"]);
    return block(own, total, asked);
  });
}

function block(
  rows: readonly AnswerRow[],
  total: AnswerRow,
  {dimensions, metrics, granularity, ...asked}: Asked
): Block {
  const found = granularity === null ? [] : rows.flatMap(({period}) => (typeof period === "string" ? [period] : []));
  const periods = [...new Set([...(asked.periods ?? []), ...found])].toSorted();
  const place = new Map(periods.map((period, index) => [period, index]));
  const names = metrics.flatMap((metric) => [metric, `${metric}_previous`, `${metric}_change`]);
  const first = metrics[0] ?? "";
  const groups = new Map<string, {group: Group; series: (string | null)[]; sums: Record<string, string | null>}>();
  const periodTotals: (string | null)[] = periods.map(() => null);
  for (const row of rows) {
    const other = row["other"] === true;
    const values = dimensions.map((name) => textOf(row[name]));
    const key = other ? "other" : JSON.stringify(values);
    let entry = groups.get(key);
    if (entry === undefined) {
      const series = periods.map((): string | null => null);
      const sums: Record<string, string | null> = {};
      const none = dimensions.length > 0 && values.every((value) => value === null);
      const title = other ? "Other" : dimensions.length === 0 ? "All charges" : values.map(valueTitle).join(" · ");
      entry = {
        group: {key, values, role: other ? "other" : none ? "none" : "value", title, series, sums},
        series,
        sums
      };
      groups.set(key, entry);
    }
    const index = typeof row["period"] === "string" ? place.get(row["period"]) : undefined;
    const amount = textOf(row[first]);
    if (index !== undefined && amount !== null) {
      entry.series[index] = plus(entry.series[index] ?? null, amount);
      periodTotals[index] = plus(periodTotals[index] ?? null, amount);
    }
    for (const name of names) {
      if (name in row) entry.sums[name] = plus(entry.sums[name] ?? null, textOf(row[name]));
    }
  }
  return {
    currency: textOf(total["currency"]),
    unit: textOf(total["unit"]),
    periods,
    groups: [...groups.values()].map(({group}) => group).toSorted((a, b) => byAmount(a, b, first)),
    totals: Object.fromEntries(names.filter((name) => name in total).map((name) => [name, textOf(total[name])])),
    periodTotals
  };
}

function byAmount(a: Group, b: Group, metric: string): number {
  if (a.role === "other" || b.role === "other") return a.role === b.role ? 0 : a.role === "other" ? 1 : -1;
  return compareAmounts(b.sums[metric] ?? null, a.sums[metric] ?? null);
}

/** Less, equal, greater; what is unknown is least. */
export function compareAmounts(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const sign = add(a, b.startsWith("-") ? b.slice(1) : `-${b}`);
  return /^-?[0.]*$/.test(sign) ? 0 : sign.startsWith("-") ? -1 : 1;
}

export function plus(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : add(a, b);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
