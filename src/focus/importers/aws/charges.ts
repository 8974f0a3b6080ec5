import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {billedLines} from "./lines.ts";
import {remainders} from "./remainders.ts";

const {product, ratio} = duckdbDialect;

/**
 * The charges of one file: its lines without negations, the unused part of commitments as charges of their own, and what
 * is left of negations. Each has `kind`, `billed`, `effective`, `contracted`, `listed` and the quantities of its prices
 * and of its commitment.
 */
export function charges(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`with lines as (${billedLines(file, siblings)})
    select *, u as billed, ${effective} as effective, ${contracted} as contracted, ${listed} as listed,
      ${committed} as committed,
      case when kind in ('usage', 'reserved', 'planned') then usage_amount end as consumed,
      case when kind not in ('tax', 'credit', 'discount') then usage_amount end as quantity
    from (select * replace (case when kind = 'planned' then 0 else u end as u), u as on_demand from lines where kind <> 'negation')
    union all by name
    select * replace ('unused' as kind, null as usage_amount, null as on_demand_rate, null as unblended_rate,
        null as net_unblended_rate, null as instance_type),
      0 as billed, unused as effective, 0 as contracted, 0 as listed,
      case when commitment_category = 'Spend' then unused else coalesce(unused_units, unused_quantity, 0) end as committed,
      null as consumed, 0 as quantity, null as on_demand
    from (${unused}) where unused > 0
    union all by name
    select 'remainder' as kind, 'SavingsPlanNegation' as line_item_type, invoice_id, period,
      period + interval 1 month as period_after, billing_currency, savings_plan_arn as commitment,
      case when savings_plan_arn is not null then 'Spend' end as commitment_category, payer_account_id, usage_account_id,
      day as usage_start, day + interval 1 day as charge_end, u, u as billed, u as effective, u as contracted,
      u as listed, 'ComputeSavingsPlans' as product_code,
      'What usage under a savings plan and its negation leave' as description
    from (${remainders(file, siblings)})`;
}

const effective: Query = sql`case
    when kind = 'reserved' then coalesce(reservation_net_effective_cost, reservation_effective_cost, u)
    when kind = 'planned' then coalesce(savings_plan_net_cost, savings_plan_cost, on_demand)
    when kind in ('plan fee', 'plan upfront', 'reservation fee', 'reservation upfront') then 0
    when kind = 'refund' and (commitment is not null or product_code like '%SavingsPlans') then 0
    else u end`;

// What the usage would cost at the rates of the customer: AWS states it for savings plans, for reservations it does not.
const contracted: Query = sql`case when kind = 'planned' then on_demand
    when kind = 'reserved' then coalesce(nullif(on_demand_cost, 0), reservation_effective_cost, u)
    else u end`;

const listed: Query = sql`case when kind in ('usage', 'planned', 'reserved') and on_demand_cost > 0 and on_demand >= 0
    then on_demand_cost
    else ${contracted} end`;

const committed: Query = sql`case
    when commitment_category = 'Spend' then case when kind = 'planned' then coalesce(savings_plan_cost, savings_plan_net_cost)
      when kind = 'plan fee' then coalesce(nullif(total_commitment, 0), u) else u end
    when kind = 'reserved' then coalesce(nullif(normalized_usage_amount, 0), usage_amount)
    when kind = 'reservation fee' then coalesce(nullif(reservation_units, 0), nullif(reservation_hours, 0), usage_amount)
    when kind = 'reservation upfront' then coalesce(nullif(reservation_units, 0), usage_amount) end`;

/**
 * The unused part of a savings plan is what was committed less what was used, of which AWS states no net twin: it is
 * taken at the share that discounts leave of the fee. Of a reservation AWS states the unused part, and its net twin.
 * Step by step, as an exact quotient repeats what it is made of.
 */
const unused: Query = sql`select * exclude (rest, fee, net_fee, part),
      case when kind <> 'plan fee' or net_fee is null or net_fee = fee or fee = 0 then rest else ${ratio(sql`part`, sql`fee`, 18)} end as unused
    from (
      select *, case when kind = 'plan fee' and net_fee <> fee then ${product(sql`rest`, sql`net_fee`, 18)} end as part
      from (
        select lines.*, unblended_cost + coalesce(amortized_upfront, 0) as fee,
          net_unblended_cost + coalesce(net_amortized_upfront, amortized_upfront, 0) as net_fee,
          case when kind = 'plan fee' then total_commitment - used_commitment
            else coalesce(net_unused_upfront, unused_upfront, 0) + coalesce(net_unused_recurring, unused_recurring, 0) end as rest
        from lines
        where kind = 'reservation fee' or (kind = 'plan fee' and total_commitment > used_commitment)
      )
    )`;
