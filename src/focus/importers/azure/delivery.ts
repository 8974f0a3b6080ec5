import {join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {lines} from "./lines.ts";

/**
 * What all files of a delivery say together, as named relations that begin a query:
 * `facts` by file, account, billing period, currency and commitment; `exports`, which of the two exports a file is; `units`, the
 * accounts and periods with an amortized export; `orders`, those with one commitment, since a purchase names its order
 * only; and `counted`, the lines of this file that count.
 *
 * Which export a file is, is told from its rows: only the amortized one has unused commitments and usage under them that
 * costs something, only the actual one has their purchases. Of files without any of that the name tells, where it does.
 *
 * Where there is an amortized export of an account and month its lines count, and of the actual export purchases and
 * refunds of commitments, which the amortized one lacks; all else stands in both.
 */
export function delivery(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const names = siblings.map(({file: name}) => sql`(${literal(name)}, ${literal(namedExport(name))})`);
  return sql`with facts as materialized (
      select file, account_id, period, billing_currency, commitment_path, sum(cost) as cost,
        coalesce(sum(cost) filter (where kind not in ('covered', 'unused')), 0) as paid,
        coalesce(sum(cost) filter (where kind = 'commitment'), 0) as bought,
        coalesce(bool_or(kind = 'unused' or (kind = 'covered' and cost <> 0)), false) as amortizes,
        coalesce(bool_or(kind = 'commitment'), false) as buys
      from (${lines(...siblings)}) group by all
    ),
    exports as materialized (
      select named.file, case when bool_or(amortizes) then 'amortized' when bool_or(buys) then 'actual' else nullif(any_value(hint), '') end as export
      from (values ${join(names)}) as named(file, hint) left join facts on facts.file = named.file group by 1
    ),
    units as materialized (
      select distinct account_id as unit_account, period as unit_period from facts join exports using (file) where export = 'amortized'
    ),
    orders as materialized (
      select regexp_extract(commitment_path, ${literal(ofOrder)}, 1) as order_path, min(commitment_path) as only_path
      from facts where regexp_matches(commitment_path, ${literal(ofOrder)}) group by 1 having count(distinct commitment_path) = 1
    ),
    counted as (${countedLines(file, siblings)})`;
}

const ofOrder = "^(.*orders/[^/]+)/(?:reservations|savingsplans)/.+$";

/** Which export this file is. */
export function exportOf(file: NativeRows): Query {
  return sql`(select export from exports where file = ${literal(file.file)})`;
}

// Of both words the later: it is nearer to the file.
function namedExport(name: string): "amortized" | "actual" | "" {
  const [last] = [...name.matchAll(/amorti[sz]|actual/gi)].toReversed();
  return last === undefined ? "" : /^actual/i.test(last[0]) ? "actual" : "amortized";
}

function countedLines(file: NativeRows, siblings: readonly NativeRows[]): Query {
  if (siblings.length < 2) return lines(file);
  return sql`select own.* from (${lines(file)}) as own
    left join units on units.unit_account is not distinct from own.account_id and units.unit_period = own.period
    where units.unit_period is null or own.kind = 'commitment'
      or ${
        // A file that its name tells needs no look at what it repeats.
        namedExport(file.file) === ""
          ? sql`coalesce(${exportOf(file)} = 'amortized', not ${isRepeated(file, siblings)})`
          : sql`${exportOf(file)} = 'amortized'`
      }`;
}

/**
 * Whether a file that does not tell what it is repeats others: an actual export does, a further part of the amortized one
 * does not. Of two that do not tell and repeat each other the later by name is the repetition.
 */
function isRepeated(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const key = sql`date, coalesce(account_id, '') as account, coalesce(lower(resource_id), '') as resource,
    coalesce(meter_id, '') as meter, coalesce(quantity, 0) as quantity, cost`;
  const others = sql`select distinct ${key} from (${lines(...siblings)}) join exports using (file)
    where file <> ${literal(file.file)} and ${exportOf(file)} is null
      and coalesce(export = 'amortized', file < ${literal(file.file)})`;
  return sql`(select count(*) filter (where repeated) * 2 > count(*) from (
      select other.cost is not null as repeated
      from (select ${key} from (${lines(file)}) where ${exportOf(file)} is null) as own
      left join (${others}) as other using (date, account, resource, meter, quantity, cost)))`;
}
