import {type Query, sql} from "../../../engine/query.ts";
import {braced} from "./columns.ts";

/**
 * The type of a resource by its path in small letters, which after the last `/providers/` names a namespace and then, in
 * turn, types and names; null for what is no path.
 */
export function resourceType(path: Query): Query {
  const parts = sql`string_split(regexp_extract(${path}, '^.*providers/([^/]+/.+)$', 1), '/')`;
  return sql`nullif(array_to_string(list_filter(${parts}, lambda part, n: n = 1 or n % 2 = 0), '/'), '')`;
}

/** What Azure adds about the meter, as texts by key; null where it is not to be read. It decides no money. */
export const additionalInfo: Query = sql`list_transform([try_cast(try_cast(${braced(sql`additional_info`)} as json) as map(varchar, varchar))],
  lambda m: case when len(list_distinct(map_keys(m))) = cardinality(m) then m end)[1]`;

/** It under keys of its own, in their order, as JSON. */
export const priceDetails: Query = sql`nullif(to_json(map_from_entries(list_transform(
  list_sort(list_filter(map_entries(info), lambda e: e.value <> '')),
  lambda e: {'k': concat('x_', e.key), 'v': e.value})))::varchar, '{}')`;
