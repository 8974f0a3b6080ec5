import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import {pricedQuantity, unitPrice} from "./unit-price.ts";

/** Columns of a FOCUS row by name. */
export type ChargeColumns = Readonly<Record<string, Query>>;

/** FOCUS rows of a relation; columns that FOCUS makes mandatory and nobody gives are there, and null. */
export function charges(columns: ChargeColumns, from: Query): Query {
  const items = Object.entries({...nothing, ...columns}).map(([name, query]) => sql`${query} as ${identifier(name)}`);
  return sql`select ${join(items)} from ${from}`;
}

const none = sql`cast(null as varchar)`;
const nothing: ChargeColumns = {
  BillingAccountName: none,
  ChargeClass: none,
  ChargeDescription: none,
  InvoiceId: none,
  SkuPriceDetails: none
};

/** Columns of who bills what: FOCUS 1.2 wants the provider three times. */
export function providedBy(provider: string): ChargeColumns {
  const name = sql`cast(${provider} as varchar)`;
  return {ProviderName: name, PublisherName: name, InvoiceIssuerName: name};
}

/** The billing period of an instant, a calendar month in UTC. */
export function monthOf(instant: Query): ChargeColumns {
  return {
    BillingPeriodStart: sql`date_trunc('month', ${instant})`,
    BillingPeriodEnd: sql`(date_trunc('month', ${instant}) + interval 1 month)`
  };
}

/** A day in UTC as the charge period. */
export function dayOf(instant: Query): ChargeColumns {
  return {
    ChargePeriodStart: sql`date_trunc('day', ${instant})`,
    ChargePeriodEnd: sql`(date_trunc('day', ${instant}) + interval 1 day)`
  };
}

export interface Priced {
  readonly list: Query;
  readonly contracted: Query;
  /** What was used; null where the vendor does not say. */
  readonly quantity: Query;
  readonly unit: Query;
  /** The price for a unit as the vendor states it. */
  readonly stated?: Query;
  /** Whether the row is a use or a purchase that no correction concerns, and so has a price and a quantity. */
  readonly isPriced: Query;
  /** Whether it is a use. */
  readonly isUse: Query;
}

/** Costs, quantities and prices that agree: price × quantity = cost, and no price below zero. */
export function priced({list, contracted, quantity, unit, stated, isPriced, isUse}: Priced): ChargeColumns {
  const amount = pricedQuantity(contracted, quantity);
  const listed = stated ?? sql`cast(null as decimal(38, 18))`;
  const when = (value: Query): Query => sql`case when ${isPriced} then ${value} end`;
  const isFee = sql`(coalesce(${quantity}, 0) = 0 and ${contracted} <> 0)`;
  const known = sql`(${isUse} and ${quantity} is not null)`;
  return {
    ListCost: list,
    ContractedCost: contracted,
    PricingCategory: when(sql`'Standard'`),
    PricingQuantity: when(amount),
    PricingUnit: when(sql`case when ${isFee} then 'Units' else coalesce(${unit}, 'Units') end`),
    ListUnitPrice: when(unitPrice(list, amount, listed)),
    ContractedUnitPrice: when(unitPrice(contracted, amount, listed)),
    ConsumedQuantity: sql`case when ${known} then ${quantity} when ${isUse} then ${amount} end`,
    ConsumedUnit: sql`case when ${known} then coalesce(${unit}, 'Units') when ${isUse} then 'Units' end`
  };
}

export const decimalNothing = sql`cast(null as decimal(38, 18))`;
export const textNothing = none;
export const zero = sql`cast(0 as decimal(38, 18))`;

/** Seconds since 1970 as ISO text; other text stays as it is, so that only ISO is read of it. */
export function fromUnix(text: Query): Query {
  return sql`case when regexp_full_match(${text}, '[0-9]{9,11}')
    then strftime(make_timestamp(cast(${text} as bigint) * 1000000), '%Y-%m-%dT%H:%M:%SZ') else ${text} end`;
}

/** SQL that looks up one of a few texts by another; `otherwise` for all the rest. */
export function chosen(key: Query, table: Readonly<Record<string, string>>, otherwise: Query): Query {
  const whens = Object.entries(table).map(([from, to]) => sql`when ${from} then cast(${to} as varchar)`);
  return whens.length === 0 ? otherwise : sql`(case ${key} ${join(whens, " ")} else ${otherwise} end)`;
}

/** A relation of rows of `check`, `level`, `message`, `rows`, one where a condition holds for any native row. */
export function remark(check: string, level: "info" | "warning", message: string, from: Query, when: Query): Query {
  return sql`select cast(${check} as varchar) as "check", cast(${level} as varchar) as level,
    cast(${message} as varchar) as message, count(*) as rows from ${from} where ${when} having count(*) > 0`;
}

/** All rows of relations that have the same columns, in whatever order. */
export const unionAll = (parts: readonly Query[]): Query => join(parts, " union all by name ");
export const yes = raw("true");
