import {duckdbDialect} from "../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../engine/query.ts";

/**
 * The price for one unit: the one that the vendor states where it times the quantity is the cost, else the exact quotient
 * to 18 decimals, so that FOCUS's product of price and quantity holds. Null without a quantity. The comparison alone is
 * made with floating-point numbers. `quantity` must have the sign of the cost (see `pricedQuantity`).
 */
export function unitPrice(cost: Query, quantity: Query, stated: Query): Query {
  const tolerance = sql`greatest(1e-9, abs(cast(${cost} as double)) * 1e-7)`;
  const off = sql`abs(cast(${stated} as double) * cast(${quantity} as double) - cast(${cost} as double))`;
  return sql`case when ${quantity} is null then null
    when ${stated} >= 0 and ${off} <= ${tolerance} then ${stated}
    when ${cost} = 0 or ${quantity} = 0 then 0
    else ${duckdbDialect.ratio(cost, quantity, 18)} end`;
}

/**
 * The quantity that prices are multiplied by: with the sign of the cost, as unit prices are never negative, and one where
 * there is a cost without a quantity, as of fees.
 */
export function pricedQuantity(cost: Query, quantity: Query): Query {
  return sql`case when ${cost} = 0 then greatest(coalesce(${quantity}, 0), 0)
    when coalesce(${quantity}, 0) = 0 then sign(${cost})
    when sign(${cost}) = sign(${quantity}) then ${quantity}
    else -(${quantity}) end`;
}
