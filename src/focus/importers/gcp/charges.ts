import {fromUnits, partOf, wholeUnits} from "../../../engine/duckdb/whole-units.ts";
import {literal, type Query, raw, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {baseRows} from "./base.ts";
import {billion, billionths, commitments, remainders, withCommitments} from "./commitments.ts";
import {creditType, ofRole} from "./credits.ts";

const listed = sql`coalesce(cost_at_list, cost)`;
const quantity = sql`coalesce(usage_amount_in_pricing_units, 0)`;
const fee = sql`cost + discounts`;

/** A share of a value as DECIMAL(38,18), cut off; what it is a share of comes in the same places. */
const share = (value: Query, part: Query, of: Query): Query =>
  sql`coalesce(${fromUnits(partOf(wholeUnits(value), part, sql`nullif(${of}, 0)`))}, 0)`;

const covered = sql`least(${billionths(sql`-covered`)}, ${billionths(sql`cost`)})`;
const coveredListed = share(listed, covered, billionths(sql`cost`));
const coveredQuantity = share(quantity, covered, billionths(sql`cost`));
const coveredConsumed = share(sql`coalesce(usage_amount, 0)`, covered, billionths(sql`cost`));

const isNewer = sql`"offset" <> 0`;
const unused = sql`case when ${isNewer} then ${fee} + "offset"
  else ${fee} - ${fromUnits(partOf(wholeUnits(fee), sql`coalesce(used_ratio, 0)`, billion))} end`;
const unusedQuantity = sql`case when ${isNewer} then ${share(quantity, billionths(sql`${fee} + "offset"`), billionths(fee))}
  else ${quantity} - ${share(quantity, sql`coalesce(used_ratio, 0)`, billion)} end`;

/**
 * The charges of a file: each native row becomes one, or several where it holds what FOCUS keeps apart (use that a
 * commitment covers and use that it does not, a fee and its unused part, promotional credits). `part` says which it is.
 */
export function charges(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const number = siblings.indexOf(file);
  return sql`with ${commitments(siblings)},
    base as materialized (${baseRows(file, number)}),
    committed as materialized (${withCommitments(sql`base`)})
    select *, 'plain' as part, cost + discounts + covered + "offset" as billed, billed as effective, cost as contracted,
        ${listed} as list, ${quantity} as quantity, usage_amount as consumed
      from base where sort = 'plain'
    union all by name
    select *, 'covered' as part, 0 as billed, carried as effective, -covered as contracted, ${coveredListed} as list,
        ${coveredQuantity} as quantity, ${coveredConsumed} as consumed
      from committed where sort = 'covered'
    union all by name
    select *, 'plain' as part, cost + discounts + covered as billed, billed as effective, cost + covered as contracted,
        ${listed} - ${coveredListed} as list, ${quantity} - ${coveredQuantity} as quantity,
        coalesce(usage_amount, 0) - ${coveredConsumed} as consumed
      from committed where sort = 'covered' and (cost + covered <> 0 or discounts <> 0)
    union all by name
    select *, 'covered' as part, case when is_offset then 0 else ${fee} + covered end as billed, ${fee} + covered as effective,
        coalesce(cost_at_effective_price_default, cost) as contracted, ${listed} as list, ${quantity} as quantity,
        usage_amount as consumed
      from committed where sort = 'modelled'
    union all by name
    select *, 'purchase' as part, ${fee} + covered as billed, 0 as effective, cost as contracted, ${listed} as list,
        ${quantity} as quantity, null as consumed
      from committed where sort = 'fee'
    union all by name
    select *, 'unused' as part, 0 as billed, ${unused} + covered as effective, effective as contracted, effective as list,
        ${unusedQuantity} as quantity, null as consumed
      from committed where sort = 'fee' and ${unused} + covered <> 0
    union all by name
    select * exclude (credit), 'credit' as part, try_cast(credit.amount as decimal(38, 18)) as billed, billed as effective,
        billed as contracted, billed as list, null as quantity, null as consumed,
        coalesce(credit.full_name, credit.name, credit.id, ${creditType(sql`credit`)}) as credit_name
      from (select *, unnest(${ofRole(sql`credit_list`, "credit")}) as credit from base)
    union all by name
    select *, 'remainder' as part, invoice_month as usage_start_time, invoice_month + interval 1 month as usage_end_time,
        remainder as billed, 0 as effective, remainder as contracted, remainder as list, null as quantity, null as consumed,
        'adjustment' as kind_of_cost
      from (${remainders}) where ${literal(String(number))} = '0'`;
}

/** What Google bills for the charges of a file: all costs and credits, less what the newer model moves between files. */
export function invoices(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const number = siblings.indexOf(file);
  const credits = sql`coalesce(list_sum(list_transform(
    cast(json_extract_string(credits, '$[*].amount') as varchar[]), lambda a: try_cast(a as decimal(38, 18)))), 0)`;
  return sql`with ${commitments(siblings)},
    billed as (
      select invoice_month, currency, cost + ${credits} as billed from ${file.query}
      union all
      select linked.month, linked.currency, case when sort = 'modelled' then -net else -"offset" end
      from linked join offsets using (billing_account_id, month, currency)
      where given_back <> 0 and file_no = ${raw(String(number))} and sort in ('modelled', 'fee')
      union all
      select invoice_month, currency, remainder from (${remainders}) where ${literal(String(number))} = '0')
    select cast(null as varchar) as invoice, strftime(invoice_month, '%Y-%m') as period, currency,
      cast(sum(billed) as decimal(38, 18)) as billed
    from billed group by all`;
}
