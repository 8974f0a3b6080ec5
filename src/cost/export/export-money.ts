import type {Row} from "../../engine/engine.ts";
import {identifier, type Query, sql} from "../../engine/query.ts";
import {add, normalise} from "../../money/amount.ts";

/** Sums of the rows of one currency; null where the files do not have the column. */
export interface ExportMoney {
  readonly currency: string;
  readonly rows: number;
  readonly billed: string | null;
  readonly effective: string | null;
  readonly contracted: string | null;
  readonly list: string | null;
}

const sums = {
  billed: "BilledCost",
  effective: "EffectiveCost",
  contracted: "ContractedCost",
  list: "ListCost"
} as const;
export type MoneyName = keyof typeof sums;
export const moneyNames = ["billed", "effective", "contracted", "list"] as const satisfies readonly MoneyName[];

/** The columns of sums that rows have, each as an aggregate named after its metric, exact. */
export function sumsOf(has: (column: string) => boolean, value: (column: string) => Query): readonly Query[] {
  return moneyNames.map((name) => {
    const column = sums[name];
    const total = has(column)
      ? sql`cast(cast(sum(cast(${value(column)} as decimal(38, 18))) as decimal(38, 18)) as varchar)`
      : sql`cast(null as varchar)`;
    return sql`${total} as ${identifier(name)}`;
  });
}

/** An answer with `currency`, `rows` and the sums; null for rows without a currency, whose dataset has no money. */
export function moneyOf(row: Row): ExportMoney | null {
  const {currency} = row;
  if (typeof currency !== "string") return null;
  const amountOf = (name: MoneyName): string | null => {
    const value = row[name];
    return typeof value === "string" ? normalise(value, {trailingZeros: false}) : null;
  };
  return {
    currency,
    rows: Number(row["rows"] ?? 0), // a count of rows
    billed: amountOf("billed"),
    effective: amountOf("effective"),
    contracted: amountOf("contracted"),
    list: amountOf("list")
  };
}

/** Sums by currency over several sets of rows, in the order of the currencies. */
export function addedUp(parts: readonly ExportMoney[]): ExportMoney[] {
  const totals = new Map<string, ExportMoney>();
  for (const part of parts) {
    const other = totals.get(part.currency);
    totals.set(part.currency, other === undefined ? part : added(other, part));
  }
  return [...totals.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function added(a: ExportMoney, b: ExportMoney): ExportMoney {
  const sum = (x: string | null, y: string | null): string | null =>
    x === null ? y : y === null ? x : normalise(add(x, y), {trailingZeros: false});
  return {
    currency: a.currency,
    rows: a.rows + b.rows,
    billed: sum(a.billed, b.billed),
    effective: sum(a.effective, b.effective),
    contracted: sum(a.contracted, b.contracted),
    list: sum(a.list, b.list)
  };
}
