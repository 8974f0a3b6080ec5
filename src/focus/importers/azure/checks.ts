import {join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {delivery, exportOf} from "./delivery.ts";
import {lines} from "./lines.ts";

/** What is worth telling of a file: which of the two exports it is, what is lacking without the other, what was assumed. */
export function checks(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const own = lines(file);
  const all = [
    told(
      "amortized-alone",
      "warning",
      sql`select count(*) as n from (${own}) where kind in ('covered', 'unused') and ${exportOf(file)} = 'amortized' and not (select bool_or(buys) from facts)`,
      "An amortized export without the actual one: purchases of reservations and savings plans are not in it, so BilledCost is too low by them; deliver both"
    ),
    told(
      "actual-alone",
      "warning",
      sql`select count(*) as n from (${own}) as own
        left join units on units.unit_account is not distinct from own.account_id and units.unit_period = own.period
        where units.unit_period is null and kind in ('commitment', 'covered')`,
      "An actual export without the amortized one: what usage under reservations and savings plans costs is not known, so EffectiveCost is too low by it; deliver both"
    ),
    told(
      "in-both-exports",
      "info",
      sql`select (select count(*) from (${own})) - (select count(*) from counted) as n`,
      "Lines that stand in the actual and in the amortized export count once"
    ),
    told(
      "actual-total",
      "warning",
      totalsOff,
      "Accounts, months and currencies whose actual export has another total than the rows made of both: one of the two is not complete"
    ),
    told(
      "currency",
      "warning",
      sql`select count(*) as n from counted where currency is null`,
      "Lines without a currency are kept under XXX, the code for none"
    ),
    told(
      "unknown-units",
      "info",
      sql`select count(*) as n from counted where unit_of_measure is null and quantity is not null`,
      "Lines without a unit of measure are counted in Units"
    ),
    told(
      "outside-period",
      "info",
      sql`select count(*) as n from counted where date < period - interval 1 month or date >= period_after + interval 1 month`,
      "Lines of days more than a month outside their billing period"
    )
  ];
  return sql`${delivery(file, siblings)} ${join(all, " union all ")}`;
}

// What an actual export comes to, against what is billed of the amortized one and the purchases: an invoice has one total.
const totalsOff = sql`select count(*) as n from (
    select sum(cost) filter (where export = 'actual') as actual,
      sum(case when export = 'amortized' then paid when export = 'actual' then bought end) as billed
    from facts join exports using (file) group by account_id, period, billing_currency
    having count(*) filter (where export = 'actual') > 0 and count(*) filter (where export = 'amortized') > 0
  ) where actual <> billed`;

function told(check: string, level: "info" | "warning", counted: Query, message: string): Query {
  return sql`select ${literal(check)} as "check", ${literal(level)} as level, ${literal(message)} as message, n as rows
    from (${counted}) where n > 0`;
}
