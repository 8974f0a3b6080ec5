import type {Dialect} from "../engine/dialect.ts";
import {type Query, sql} from "../engine/query.ts";

/**
 * amount × share with 18 decimals, rounded half away from zero, for a DECIMAL(38,18) and a share in [0, 1] with at most
 * 12 decimals. Amounts below ten million are multiplied as they are (25 and 13 digits make 38), which is several times
 * as quick as the general product; a share of nothing or all costs nothing.
 */
export function shareProduct(amount: Query, share: Query, dialect: Dialect): Query {
  const {decimal} = dialect.types;
  const quick = sql`cast(cast(${amount} as ${decimal(25, 18)}) * cast(${share} as ${decimal(13, 12)}) as ${decimal(38, 18)})`;
  return sql`case when ${share} = 0 then cast(0 as ${decimal(38, 18)}) when ${share} = 1 then ${amount} when abs(${amount}) < 10000000 then ${quick} else ${dialect.product(amount, share, 18)} end`;
}
