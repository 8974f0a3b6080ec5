import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {commitments} from "./commitments.ts";

/** What is estimated or cannot be known, told in words. */
export function gcpChecks(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`with ${commitments(siblings)}
    select 'list-cost-estimated' as "check", 'info' as level,
        'Rows without cost_at_list have their cost at your prices as ListCost' as message, count(*) as "rows"
      from ${file.query} where cost_at_list is null having count(*) > 0
    union all
    select 'commitment-use-estimated', 'info',
        'Fees of ' || commitment || ' in ' || strftime(month, '%Y-%m') || ' are spread over the use they cover by its credits; '
          || case when ratio = 1000000000 then 'all of them count as used' else 'used by ' || cast(ratio // 10000000 as varchar) || ' %' end,
        null
      from used where weight > 0
    union all
    select 'commitment-without-fee', 'warning',
        'Use covered by ' || commitment || ' in ' || strftime(month, '%Y-%m') || ' has no fee in the delivery; its effective cost is 0',
        count(*)
      from linked where sort = 'covered'
        and (commitment, month, currency) not in (select (commitment, month, currency) from linked where sort = 'fee')
      group by commitment, month
    union all
    select 'commitment-remainder', 'warning',
        'Use under commitments of ' || billing_account_id || ' in ' || strftime(month, '%Y-%m') || ' costs '
          || cast(modelled as varchar) || ' ' || currency || ', their fees were given back ' || cast(given_back as varchar)
          || '; the difference is a row of its own', null
      from offsets where given_back <> 0 and modelled <> given_back`;
}
