import {fromUnits, partOf, wholeUnits} from "../../../engine/duckdb/whole-units.ts";
import {join, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {baseRows, mayBeCommitted, pool} from "./base.ts";

export const billion = sql`1000000000::hugeint`;

/** Billionths as a whole number: weights, for which that is enough; money never goes through it. */
export const billionths = (value: Query): Query =>
  sql`cast(round(cast(${value} as decimal(29, 9)) * 1000000000) as hugeint)`;
const whole = (value: Query): Query => sql`coalesce(cast(round(${value}) as hugeint), 0)`;

/** What a commitment's fee comes to, before what the newer model gives back. */
const fee = sql`cost + discounts`;
const subscription = sql`coalesce(subscription_instance_id, coverage[1].id)`;
const weight = sql`case when sort = 'covered' then ${billionths(sql`-covered`)} else 0::hugeint end`;

/** Tells rows of a delivery apart however it is cut into files; rows that are alike in all of it are interchangeable. */
const rowKey = sql`hash(usage_start_time, usage_end_time, sku_id, project_id, resource_global_name, resource_name, cost,
  credits, labels, system_labels, tags, export_time)`;

/**
 * The commitments of a delivery as common table expressions, for `with`.
 *
 * `linked`: the rows of all files that commitments are about, each with its `commitment`: the id of the subscription where
 * fee and use both name it, else one for all of the same account, region and kind.
 * `shares`: by commitment of the older model, month and currency the `units` of fees that its covered use carries by
 * `weight`, and what cutting off leaves over, which one row takes (`key` in `file`).
 * A fee is used in the proportion of covered to committed quantity where the two have one unit; wholly, where they have
 * not and there is any use; else not at all.
 */
export function commitments(siblings: readonly NativeRows[]): Query {
  const all = join(
    siblings.map(
      (file, index) =>
        sql`(select ${linkColumns} from (${baseRows(file, index, mayBeCommitted)}) where sort <> 'plain')`
    ),
    " union all "
  );
  const part = partOf(sql`units`, sql`linked.weight`, sql`carried.weight`);
  return sql`related as materialized (${all}),
    fee_ids as (select distinct subscription from related where sort = 'fee' and subscription is not null),
    used_ids as (select distinct subscription from related
      where sort <> 'fee' and subscription in (select subscription from fee_ids)),
    pools as (select pool, case when count(distinct subscription) = 1 then min(subscription) else pool end as id
      from related where sort = 'fee' and (subscription is null or subscription not in (select subscription from used_ids))
      group by pool),
    linked as materialized (select related.*, case when subscription in (select subscription from used_ids)
        then subscription else coalesce(pools.id, related.pool) end as commitment
      from related left join pools using (pool)),
    use as (select commitment, month, currency, sum(weight)::hugeint as weight,
        case when count(distinct unit) = 1 and bool_and(unit is not null) and sum(amount) filter (where sort = 'fee') > 0
          then least(${billion}, cast(sum(covered_amount) filter (where sort = 'covered')::hugeint
            * ${billion} // sum(amount) filter (where sort = 'fee')::hugeint as hugeint))
          else ${billion} end as ratio
      from linked where sort in ('fee', 'covered') and "offset" = 0 group by all),
    used as materialized (select commitment, month, currency, coalesce(weight, 0) as weight,
        -- Credits are rounded, so nearly all is all.
        case when coalesce(weight, 0) = 0 then 0::hugeint when ratio >= 999900000 then ${billion} else ratio end as ratio
      from use),
    -- Cut off fee by fee, as the unused row of each is.
    carried as (select commitment, month, currency, used.weight,
        sum(${partOf(sql`fee_units`, sql`used.ratio`, billion)})::hugeint as units
      from linked join used using (commitment, month, currency)
      where sort = 'fee' and "offset" = 0 and used.weight > 0 group by all),
    shares as materialized (select commitment, month, currency, any_value(carried.weight) as weight,
        any_value(units) as units, any_value(units) - sum(${part})::hugeint as left_over,
        min((row_key, file_no)) as first
      from linked join carried using (commitment, month, currency) where sort = 'covered' group by all),
    -- The newer model: what use costs under commitments, and what fees are given back for it.
    offsets as materialized (select billing_account_id, month, currency,
        coalesce(sum(net) filter (where sort = 'modelled'), 0) as modelled,
        -coalesce(sum("offset") filter (where sort = 'fee'), 0) as given_back
      from linked group by all)`;
}

const linkColumns = sql`file_no, sort, billing_account_id, invoice_month as month, currency, usage_unit as unit,
  ${subscription} as subscription, ${pool} as pool, ${rowKey} as row_key,
  "offset", ${fee} as net, ${wholeUnits(fee)} as fee_units, ${weight} as weight, ${whole(sql`usage_amount`)} as amount,
  case when sort = 'covered' and cost <> 0 then coalesce(${whole(sql`usage_amount`)} * ${billionths(sql`-covered`)}
    // nullif(${billionths(sql`cost`)}, 0), 0) else 0 end as covered_amount`;

/** The rows of a file with the commitment each belongs to, and what of its fees a covered row carries. */
export function withCommitments(base: Query): Query {
  const part = partOf(sql`units`, sql`own`, sql`shares.weight`);
  const isFirst = sql`(placed.row_key, placed.file_no) = first and placed.copy = 1`;
  return sql`select placed.*, used.ratio as used_ratio, coalesce(offsets.given_back, 0) <> 0 as is_offset,
      case when sort = 'covered' and shares.weight > 0
        then ${fromUnits(sql`(${part} + case when ${isFirst} then left_over else 0 end)`)} else 0 end as carried
    from (select *, row_number() over (partition by sort, commitment, invoice_month, currency, row_key) as copy
      from (select *, case when own_id in (select subscription from used_ids) then own_id
            else coalesce(pools.id, own_pool) end as commitment
        from (select *, ${weight} as own, ${rowKey} as row_key, ${subscription} as own_id, ${pool} as own_pool
          from ${base} where sort <> 'plain')
        left join pools on pools.pool = own_pool)) as placed
    left join shares on shares.commitment = placed.commitment
      and shares.month = placed.invoice_month and shares.currency = placed.currency
    left join used on used.commitment = placed.commitment and used.month = placed.invoice_month
      and used.currency = placed.currency
    left join offsets on offsets.billing_account_id = placed.billing_account_id
      and offsets.month = placed.invoice_month and offsets.currency = placed.currency`;
}

/** What use under the newer model costs more than fees are given back for, by account, month and currency. */
export const remainders: Query = sql`select billing_account_id, month as invoice_month, currency,
  modelled - given_back as remainder from offsets where given_back <> 0 and modelled <> given_back`;
