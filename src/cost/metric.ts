import {type Query, identifier, sql} from "../engine/query.ts";
import {purchaseColumn} from "../lake/rollup/rollup.ts";

export const metricNames = ["billed", "effective", "contracted", "list", "savings", "consumed", "pricing"] as const;
export type MetricName = (typeof metricNames)[number];

/** What can be measured: an amount of a charge and, for quantities, the column with its unit. */
export interface Metric {
  readonly name: MetricName;
  readonly about: string;
  /** The columns it reads besides its unit. */
  readonly columns: readonly string[];
  /** The column with the unit of a quantity; null for money. */
  readonly unit: string | null;
  /** Its amount, given how a purchase of a commitment is told where it is read from. */
  amount(purchase: Purchase): Query;
}

/**
 * How the purchase of a commitment is told: contracted and list cost leave it out, since the usage that it covers
 * carries those costs already, while its billed cost is carried by the purchase alone.
 */
export interface Purchase {
  readonly columns: readonly string[];
  readonly test: Query;
}

export const purchaseOfCharge: Purchase = {
  columns: ["ChargeCategory", "CommitmentDiscountId"],
  test: sql`${identifier("ChargeCategory")} = 'Purchase' and ${identifier("CommitmentDiscountId")} is not null`
};

/** Roll-ups have it as a column of their own. */
export const purchaseOfRollup: Purchase = {columns: [purchaseColumn], test: identifier(purchaseColumn)};

export const metrics: Readonly<Record<MetricName, Metric>> = {
  billed: money("billed", "BilledCost", "what is on the invoice"),
  effective: money(
    "effective",
    "EffectiveCost",
    "what usage costs with discounts applied and prepayments spread over it"
  ),
  contracted: withoutPurchases(
    "contracted",
    "ContractedCost",
    "what it would cost at negotiated prices without commitments"
  ),
  list: withoutPurchases("list", "ListCost", "what it would cost at list prices"),
  savings: {
    name: "savings",
    about: "list cost less effective cost, where a charge has both",
    columns: ["ListCost", "EffectiveCost"],
    unit: null,
    amount: unlessPurchase(sql`${identifier("ListCost")} - ${identifier("EffectiveCost")}`)
  },
  consumed: quantity("consumed", "ConsumedQuantity", "ConsumedUnit", "what was used, by its unit"),
  pricing: quantity("pricing", "PricingQuantity", "PricingUnit", "what was priced, by its unit")
};

/** Metrics that leave out purchases of commitments. */
export function leavesOutPurchases(name: MetricName): boolean {
  return name === "contracted" || name === "list" || name === "savings";
}

function money(name: MetricName, column: string, about: string): Metric {
  return {name, about, columns: [column], unit: null, amount: () => identifier(column)};
}

function withoutPurchases(name: MetricName, column: string, about: string): Metric {
  return {name, about, columns: [column], unit: null, amount: unlessPurchase(identifier(column))};
}

function quantity(name: MetricName, column: string, unit: string, about: string): Metric {
  return {name, about, columns: [column], unit, amount: () => identifier(column)};
}

function unlessPurchase(amount: Query): Metric["amount"] {
  return ({test}) => sql`case when ${test} then 0 else ${amount} end`;
}
