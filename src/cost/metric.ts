import {type Query, identifier, sql} from "../engine/query.ts";

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
  readonly amount: Query;
}

/**
 * A commitment's purchase is left out of contracted and list cost: the usage that it covers carries those costs
 * already, while its billed cost is carried by the purchase alone and its effective cost by the usage alone.
 */
const purchaseColumns = ["ChargeCategory", "CommitmentDiscountId"] as const;
const isCommitmentPurchase = sql`${identifier("ChargeCategory")} = 'Purchase' and ${identifier("CommitmentDiscountId")} is not null`;

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
    columns: ["ListCost", "EffectiveCost", ...purchaseColumns],
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
  return {name, about, columns: [column], unit: null, amount: identifier(column)};
}

function withoutPurchases(name: MetricName, column: string, about: string): Metric {
  const amount = unlessPurchase(identifier(column));
  return {name, about, columns: [column, ...purchaseColumns], unit: null, amount};
}

function quantity(name: MetricName, column: string, unit: string, about: string): Metric {
  return {name, about, columns: [column], unit, amount: identifier(column)};
}

function unlessPurchase(amount: Query): Query {
  return sql`case when ${isCommitmentPurchase} then 0 else ${amount} end`;
}
