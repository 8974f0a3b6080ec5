import {type Query, sql} from "../../../engine/query.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";

const none = sql`cast(null as decimal(38, 18))`;

/**
 * Prices and quantities that a row does not set, in terms of the columns that it has: one unit of what it costs, and the
 * prices that make its costs of its quantity. After a spread, so that each part has its own.
 */
export function priceDefaults(given: ReadonlySet<string>): ReadonlyMap<string, Query> {
  const isPriced = sql`("ChargeCategory" in ('Usage', 'Purchase') and "ChargeClass" is null)`;
  const own = given.has("PricingQuantity");
  const quantity = own ? sql`"PricingQuantity"` : pricedQuantity(sql`"ContractedCost"`, none);
  const when = (value: Query): Query => sql`case when ${isPriced} then ${value} end`;
  const defaults: readonly (readonly [string, Query])[] = [
    ["PricingQuantity", when(quantity)],
    ["PricingUnit", own ? sql`case when "PricingQuantity" is not null then 'Units' end` : when(sql`'Units'`)],
    ["ListUnitPrice", when(unitPrice(sql`"ListCost"`, quantity, none))],
    ["ContractedUnitPrice", when(unitPrice(sql`"ContractedCost"`, quantity, none))]
  ];
  return new Map(defaults.filter(([name]) => !given.has(name)));
}
