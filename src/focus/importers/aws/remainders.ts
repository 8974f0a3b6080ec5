import {literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {coveredLines} from "./lines.ts";

/**
 * What is left of usage under savings plans and the lines that negate it: nothing, as AWS writes both. They are held
 * against each other by plan, account and day over all files of the delivery; what does not cancel out is billed, and
 * goes to the first file that has a part of it.
 */
export function remainders(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select * exclude (file) from (
      select min(file) as file, invoice_id, period, billing_currency, savings_plan_arn, payer_account_id,
        usage_account_id, day, sum(u) as u
      from (${coveredLines(siblings)}) group by all having sum(u) <> 0
    ) where file = ${literal(file.file)}`;
}
