import {type Query, sql} from "../query.ts";

/** A decimal of at most 18 places as a number of 10^-18, a HUGEINT, so that it can be split without losing a unit. */
export function wholeUnits(value: Query): Query {
  const exact = sql`cast(${value} as decimal(38, 18))`;
  return sql`(cast(trunc(${exact}) as hugeint) * 1000000000000000000::hugeint
    + cast(cast(${exact} - trunc(${exact}) as decimal(18, 18)) * 1000000000000000000::decimal(19, 0) as hugeint))`;
}

/** A number of 10^-18 as DECIMAL(38,18): the way back from `wholeUnits`. */
export function fromUnits(units: Query): Query {
  return sql`(cast(${units} // 1000000000000000000::hugeint as decimal(38, 18))
    + cast(cast(${units} % 1000000000000000000::hugeint as decimal(18, 0))
      * 0.000000000000000001::decimal(18, 18) as decimal(38, 18)))`;
}

/**
 * Whole units × part ÷ whole, cut off towards zero, exact for every amount while |part| ≤ |whole| < 10^19: the product
 * itself would not fit into 128 bits. Both are HUGEINT; null where the whole is 0.
 */
export function partOf(units: Query, part: Query, whole: Query): Query {
  return sql`((${units} // ${whole}) * ${part} + ((${units} % ${whole}) * ${part}) // ${whole})`;
}
