import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {discountTypes, splitOperations} from "./line-types.data.ts";

const discounts = list(discountTypes);

/**
 * The lines of one file that money is billed by, with what each is (`kind`), what it costs as it is invoiced (`u`), which
 * commitment it belongs to, and what is the same for both reports. Lines of split cost allocation are left out.
 */
export function billedLines(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const reserved = sql`coalesce(reservation_arn, case when resource_id like 'arn:%:reserved-instances/%' or resource_id like 'arn:%:ri:%' then resource_id end)`;
  const planned = sql`coalesce(savings_plan_arn, case when resource_id like 'arn:%:savingsplan/%' then resource_id end)`;
  return sql`select *,
      case when kind in ('planned', 'plan fee', 'plan upfront', 'negation') then ${planned}
        when kind in ('reserved', 'reservation fee', 'reservation upfront') then ${reserved}
        when kind in ('refund', 'credit', 'discount') then coalesce(savings_plan_arn, reservation_arn) end as commitment,
      case when kind in ('planned', 'plan fee', 'plan upfront', 'negation') then 'Spend'
        when kind in ('reserved', 'reservation fee', 'reservation upfront') then 'Usage'
        when kind in ('refund', 'credit', 'discount') then case when savings_plan_arn is not null then 'Spend'
          when reservation_arn is not null then 'Usage' end end as commitment_category
    from (
      select *, ${kind(reserved)} as kind, ${billedCost(file, siblings)} as u,
        coalesce(period_start, date_trunc('month', usage_start)) as period,
        coalesce(period_end, coalesce(period_start, date_trunc('month', usage_start)) + interval 1 month) as period_after,
        case when usage_end > usage_start then usage_end when usage_end is null then usage_start + interval 1 day
          else usage_start + interval 1 hour end as charge_end,
        coalesce(currency, 'XXX') as billing_currency
      from ${file.query} where ${isBilled}
    )`;
}

/** Whether a line is no part of a line that is billed already. */
export const isBilled: Query = sql`coalesce(operation not in (${list(splitOperations)}), true)`;

/**
 * What a line costs as it is invoiced: after discounts where AWS says so. Where it does, the lines of the discounts
 * themselves, which it may still list, have been taken off already.
 */
export function billedCost(file: NativeRows, siblings: readonly NativeRows[]): Query {
  if (!file.has("net_unblended_cost")) return sql`unblended_cost`;
  const stated = sql`select 1 from ${together(siblings, ["net_unblended_cost", "line_item_type"])}
    where net_unblended_cost is not null and line_item_type not in (${discounts})`;
  return sql`coalesce(net_unblended_cost,
    case when line_item_type in (${discounts}) and exists(${stated}) then 0 else unblended_cost end)`;
}

function kind(reserved: Query): Query {
  return sql`case coalesce(line_item_type, 'Usage')
    when 'Usage' then 'usage'
    when 'DiscountedUsage' then 'reserved'
    when 'SavingsPlanCoveredUsage' then 'planned'
    when 'SavingsPlanNegation' then 'negation'
    when 'SavingsPlanRecurringFee' then 'plan fee'
    when 'SavingsPlanUpfrontFee' then 'plan upfront'
    when 'RIFee' then 'reservation fee'
    when 'Fee' then case when ${reserved} is null then 'fee' else 'reservation upfront' end
    when 'Credit' then 'credit'
    when 'Refund' then 'refund'
    when 'Tax' then 'tax'
    else 'discount' end`;
}

/** Constants of ours as a list. */
export function list(values: readonly string[]): Query {
  return join(values.map(literal));
}

/**
 * Usage under savings plans and what negates it, of all files of a delivery: `file`, invoice, period, currency, plan,
 * accounts, `day` and the cost as it is invoiced, `u`.
 */
export function coveredLines(siblings: readonly NativeRows[]): Query {
  const columns = [
    ...["invoice_id", "period_start", "usage_start", "currency", "savings_plan_arn", "payer_account_id"],
    ...["usage_account_id", "unblended_cost", "net_unblended_cost", "line_item_type", "operation"]
  ];
  return sql`select file, invoice_id, coalesce(period_start, date_trunc('month', usage_start)) as period,
      coalesce(currency, 'XXX') as billing_currency, savings_plan_arn, payer_account_id, usage_account_id,
      date_trunc('day', usage_start) as day, coalesce(net_unblended_cost, unblended_cost) as u
    from ${together(siblings, columns)}
    where line_item_type in ('SavingsPlanCoveredUsage', 'SavingsPlanNegation') and ${isBilled}`;
}

/** These columns of the files of a delivery, and `file`. */
function together(siblings: readonly NativeRows[], columns: readonly string[]): Query {
  const own = join(columns.map((column) => identifier(column)));
  const selects = siblings.map(({file, query}) => sql`select ${literal(file)} as file, ${own} from ${query}`);
  return sql`(${join(selects, " union all ")})`;
}
