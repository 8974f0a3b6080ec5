import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {join, literal, type Query, sql} from "../../../engine/query.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";
import {gcpUnits} from "./units.data.ts";

/** A unit in FOCUS's notation; one that is in no table as words with capitals. */
export function unit(text: Query): Query {
  const known = join(Object.entries(gcpUnits).map(([from, to]) => sql`${literal(from)}: ${literal(to)}`));
  return sql`coalesce(map {${known}}[lower(trim(${text}))], nullif(array_to_string(list_transform(
    regexp_extract_all(lower(${text}), '[a-z][a-z0-9]*'), lambda w: upper(w[1]) || w[2:]), ' '), ''))`;
}

/** A stated price for one unit; Google states some for a thousand or a million. */
function forOne(stated: Query): Query {
  return sql`case when part = 'plain' then case when coalesce(price_pricing_unit_quantity, 1) = 1 then ${stated}
    else ${duckdbDialect.ratio(stated, sql`price_pricing_unit_quantity`, 18)} end end`;
}

/** Charges with their category, priced quantity and unit prices. What Google gives no quantity for is one unit. */
export function priced(charges: Query): Query {
  const known = sql`case when contracted <> 0 then contracted else list end`;
  return sql`select *, case when list = contracted and price_list_price is not distinct from price_effective_price
        then contracted_price else ${unitPrice(sql`list`, sql`priced_quantity`, forOne(sql`price_list_price`))} end as list_price
    from (select *, ${unitPrice(sql`contracted`, sql`priced_quantity`, forOne(sql`price_effective_price`))} as contracted_price
    from (select *,
        case when is_priced then cast(${pricedQuantity(known, sql`quantity`)} as decimal(38, 18)) end as priced_quantity,
        case when is_priced then case when quantity = 0 and ${known} <> 0 then 'Units'
          else coalesce(${unit(sql`usage_pricing_unit`)}, 'Units') end end as priced_unit
      from (select *, charge_category in ('Usage', 'Purchase') as is_priced
        from (select *, case part when 'purchase' then 'Purchase' when 'credit' then 'Credit' when 'covered' then 'Usage'
            when 'unused' then 'Usage' when 'remainder' then 'Adjustment'
            else case kind_of_cost when 'regular' then 'Usage' when 'tax' then 'Tax' else 'Adjustment' end end
            as charge_category
          from (${charges})))))`;
}
