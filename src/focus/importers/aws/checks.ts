import {join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {discountTypes} from "./line-types.data.ts";
import {billedLines, isBilled, list} from "./lines.ts";
import {remainders} from "./remainders.ts";

/** What is worth telling of a file: what was assumed, what is not known, and what was set aside. */
export function checks(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const missing = [
    ["currency", "currency", "No column says the currency: the lines are kept under XXX, the code for none"],
    ["billing-account", "payer_account_id", "No column says the payer account: BillingAccountId is null"],
    ["line-item-type", "line_item_type", "No column says the type of a line: every line is taken for usage"],
    ["usage-end", "usage_end", "No column says when use ends: every charge is taken for one of a day"]
  ] as const;
  const all = join(
    [
      ...missing
        .filter(([, column]) => !file.has(column))
        .map(([check, , message]) => told(check, "warning", sql`select count(*) as n from ${file.query}`, message)),
      told(
        "negations",
        "warning",
        sql`select count(*) as n from rests where abs(u) >= 0.01`,
        "Plans, accounts and days on which usage under a savings plan and its negation do not cancel out: what is left is kept as an adjustment"
      ),
      told(
        "negations-rounded",
        "info",
        sql`select count(*) as n from rests where abs(u) < 0.01`,
        "Plans, accounts and days on which usage under a savings plan and its negation differ by less than 0.01: what is left is kept as an adjustment"
      ),
      told(
        "split-cost-allocation",
        "info",
        sql`select count(*) as n from ${file.query} where not ${isBilled}`,
        "Lines of split cost allocation, which repeat the cost of the instances they ran on, are left out"
      ),
      told(
        "plans-without-arn",
        "warning",
        sql`select count(*) as n from lines where kind in ('planned', 'plan fee', 'plan upfront', 'reserved', 'reservation fee') and commitment is null`,
        "Lines of commitments that name none: their cost counts, and no CommitmentDiscountId can be given"
      ),
      told(
        "unused-unknown",
        "warning",
        sql`select count(*) as n from lines where kind = 'plan fee' and (total_commitment is null or used_commitment is null)`,
        "Fees of savings plans without the committed and used amount: what was not used of them is not known, and EffectiveCost is too low by it"
      ),
      told(
        "effective-unknown",
        "warning",
        sql`select count(*) as n from lines where (kind = 'planned' and coalesce(savings_plan_net_cost, savings_plan_cost) is null)
          or (kind = 'reserved' and coalesce(reservation_net_effective_cost, reservation_effective_cost) is null)`,
        "Lines of usage under a commitment without an effective cost: the cost on demand stands for it"
      ),
      told(
        "discount-lines",
        "info",
        sql`select count(*) as n from lines where line_item_type in (${list(discountTypes)}) and u <> 0`,
        "Discounts that AWS bills as lines of their own are adjustments: the lines they are for do not state their net cost"
      )
    ],
    " union all "
  );
  return sql`with lines as (${billedLines(file, siblings)}), rests as materialized (${remainders(file, siblings)}) ${all}`;
}

function told(check: string, level: "info" | "warning", counted: Query, message: string): Query {
  return sql`select ${literal(check)} as "check", ${literal(level)} as level, ${literal(message)} as message, n as rows
    from (${counted}) where n > 0`;
}
