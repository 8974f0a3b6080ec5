import {literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {billedCost, coveredLines, isBilled} from "./lines.ts";

/**
 * What AWS bills: the sum over the lines of a file, those of usage under savings plans and of its negation among them.
 * These two may lie in different files, so that their part is summed by plan, account and day over all files, and belongs
 * to the first that has any of it.
 */
export function invoices(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select invoice_id as invoice, strftime(period, '%Y-%m') as period, billing_currency as currency, sum(u) as billed
    from (
      select invoice_id, coalesce(period_start, date_trunc('month', usage_start)) as period,
        coalesce(currency, 'XXX') as billing_currency, ${billedCost(file, siblings)} as u
      from ${file.query}
      where coalesce(not starts_with(line_item_type, 'SavingsPlan') or ends_with(line_item_type, 'Fee'), true) and ${isBilled}
      union all
      select invoice_id, period, billing_currency, sum(total) from (
        select invoice_id, period, billing_currency, min(file) as file, sum(u) as total from (${coveredLines(siblings)})
        group by invoice_id, period, billing_currency, savings_plan_arn, payer_account_id, usage_account_id, day
      ) where file = ${literal(file.file)} group by 1, 2, 3
    ) group by 1, 2, 3`;
}
