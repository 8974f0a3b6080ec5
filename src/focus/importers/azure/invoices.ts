import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {delivery} from "./delivery.ts";

/**
 * What Azure bills: the cost of all lines that count, less what is amortized into them, which is paid with the purchase of
 * the commitment.
 */
export function invoices(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`${delivery(file, siblings)}
    select invoice_id as invoice, strftime(period, '%Y-%m') as period, billing_currency as currency,
      sum(cost) - coalesce(sum(cost) filter (where coalesce(charge_type, 'Usage') not in
        ('Purchase', 'Refund', 'Tax', 'Credit', 'Adjustment', 'RoundingAdjustment') and model <> 'OnDemand' and model <> 'Spot'), 0) as billed
    from counted group by 1, 2, 3`;
}
