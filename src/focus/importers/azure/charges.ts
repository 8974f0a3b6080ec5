import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {delivery} from "./delivery.ts";
import {lines} from "./lines.ts";

const {product, ratio} = duckdbDialect;

/**
 * The lines that count as charges: `billed` and `effective` cost, `contracted` and `listed` cost with the quantity that
 * they are the price of, the quantity that was consumed, and the path of the commitment.
 */
export function charges(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`${delivery(file, siblings)}
    select *, ${contracted} as contracted, ${listed} as listed
    from (
      select * exclude (commitment_path),
        case when kind = 'covered' then ${product(sql`coalesce(nullif(unit_price, 0), payg_price)`, sql`blocks`, 18)} end as at_price,
        case when ${isListed} then ${product(sql`payg_price`, sql`blocks`, 18)} end as at_list,
        ${inBilling(sql`unit_price`)} as own_price, ${inBilling(sql`payg_price`)} as public_price
      from (
        select own.*,
          case when kind in ('unused', 'covered') then 0 else cost end as billed,
          case when kind = 'commitment' then 0 else cost end as effective,
          case when in_units and block <> 1 then ${ratio(sql`quantity`, sql`block`, 18)} else quantity end as blocks,
          case when in_units or block = 1 then quantity else ${product(sql`quantity`, sql`block`, 18)} end as consumed,
          case when kind in ('unused', 'covered', 'commitment') then coalesce(only_path, commitment_path) end as commitment
        from (select *, ${inUnits(file)} as in_units from counted) as own
        left join orders on orders.order_path = own.commitment_path
      )
    )`;
}

/**
 * Whether the quantity counts single units rather than blocks such as 10000, by which of the two the prices of a file
 * give its costs. In every file seen it counts blocks, as the prices do.
 */
function inUnits(file: NativeRows): Query {
  const priced = sql`cast(coalesce(nullif(effective_price, 0), unit_price) as double) * cast(quantity as double) * cast(rate as double)`;
  const off = (value: Query): Query => sql`abs(${value} - cast(cost as double))`;
  return sql`(select count(*) filter (where ${off(sql`p / block`)} < ${off(sql`p`)}) > count(*) filter (where ${off(sql`p`)} <= ${off(sql`p / block`)})
    from (select ${priced} as p, block, cost from (${lines(file)}) where block > 1 and cost <> 0) where p <> 0)`;
}

// Exact products cost microseconds each, so that none is made that nobody needs.
const isListed = sql`(kind = 'covered' or (kind = 'use' and payg_price is distinct from coalesce(effective_price, unit_price)))
    and payg_price > 0 and cost >= 0 and coalesce(payg_cost, 0) <= 0`;

const inBilling = (amount: Query): Query =>
  sql`case when rate = 1 then ${amount} else ${product(amount, sql`rate`, 18)} end`;

// Cost is what was paid at the customer's own price; under a commitment that price is stated beside.
const contracted: Query = sql`case when kind = 'unused' then 0
    when kind = 'covered' then case when at_price <> 0 then ${inBilling(sql`at_price`)} else cost end
    else cost end`;

const listed: Query = sql`case when kind = 'unused' then 0
    when kind in ('use', 'covered') and cost >= 0 and payg_cost > 0 then payg_cost
    when kind = 'use' and payg_price = coalesce(effective_price, unit_price) then cost
    when kind in ('use', 'covered') and cost >= 0 and at_list > 0 then ${inBilling(sql`at_list`)}
    else ${contracted} end`;
