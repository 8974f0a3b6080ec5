import {literal, type Query, raw, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {creditsOf, ofRole, sumOf} from "./credits.ts";

/** The consumption model that every SKU has; any other is the price under a commitment. */
const defaultModel = "7754-699E-0EBF";

const coverage = (type: string): Query => ofRole(sql`credit_list`, type === "coverage" ? "coverage" : "offset");

/**
 * The rows of a file with what their credits come to. `sort` says what a row is: `fee` of a commitment, `covered` where a
 * credit of the older model pays for use, `modelled` where the newer model prices use under a commitment, else `plain`.
 */
export function baseRows(file: NativeRows, number: number, only: Query = sql`true`): Query {
  return sql`select *, ${raw(String(number))} as file_no,
      case when kind_of_cost <> 'regular' then 'plain'
        when regexp_matches(coalesce(sku_description, ''), '(?i)^commitment\\b') or "offset" <> 0 then 'fee'
        when covered <> 0 then 'covered'
        when coalesce(consumption_model_id, ${literal(defaultModel)}) <> ${literal(defaultModel)}
          and coalesce(consumption_model_description, '') <> 'Default' then 'modelled'
        else 'plain' end as sort
    from (select *,
        ${sumOf(ofRole(sql`credit_list`, "discount"))} as discounts,
        ${sumOf(coverage("coverage"))} as covered,
        ${sumOf(coverage("offset"))} as "offset",
        ${coverage("coverage")} as coverage
      from (select *, coalesce(cost_type, 'regular') as kind_of_cost, ${creditsOf(sql`credits`)} as credit_list
        from ${file.query} where ${only}))`;
}

/** Whether commitments may be about a row, found out without reading its credits. */
export const mayBeCommitted: Query = sql`(contains(upper(coalesce(credits, '')), 'COMMITTED')
  or contains(coalesce(credits, ''), 'FEE_UTILIZATION_OFFSET') or coalesce(sku_description, '') ilike 'commitment%'
  or coalesce(consumption_model_id, ${literal(defaultModel)}) <> ${literal(defaultModel)})`;

/** What use a commitment is for, by which fees and covered use are brought together where no id does. */
export const pool: Query = sql`case
  when sort = 'modelled' or regexp_matches(coalesce(sku_description, ''), '(?i)dollar based')
    or len(list_filter(coverage, lambda c: coalesce(c."type", '') = 'COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE')) > 0
    or "offset" <> 0
    then billing_account_id || '/spend'
  else concat_ws('/', billing_account_id, coalesce(location_region, location_location, 'global'), case
    when regexp_matches(coalesce(sku_description, ''), '(?i)\\b(cpu|core|vcpu)\\b') then 'cpu'
    when regexp_matches(coalesce(sku_description, ''), '(?i)\\b(ram|memory)\\b') then 'ram'
    when regexp_matches(coalesce(sku_description, ''), '(?i)\\bgpu\\b') then 'gpu'
    when regexp_matches(coalesce(sku_description, ''), '(?i)\\bssd\\b') then 'ssd'
    else 'other' end) end`;
