import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";

/** Texts under keys as JSON, without those that are empty; null where all are. */
export function keyedTexts(entries: readonly (readonly [string, Query])[]): Query {
  const items = entries.map(([key, value]) => sql`{'k': ${literal(key)}, 'v': ${value}}`);
  return sql`(list_transform([list_filter([${join(items)}], lambda e: e.v is not null)],
    lambda l: case when len(l) > 0 then to_json(map_from_entries(l))::varchar end))[1]`;
}

/**
 * Tags by FOCUS: those of users under their own keys, those of AWS with the prefix `aws:`. CUR 2.0 and the Parquet of the
 * legacy report write `user_` and `aws_`, its CSV `user:` and `aws:`. Without empty values; null where there are none.
 */
export function tags(file: NativeRows): Query {
  const sources = ["resource_tags", "tag_columns"].filter((name) => file.has(name));
  if (sources.length === 0) return sql`cast(null as map(varchar, varchar))`;
  const maps = sources.map((name) => ownKeys(sql`coalesce(${identifier(name)}, map())`));
  return sql`nullif(map_concat(${join(maps)}), map())`;
}

// Three maps, one for each kind of prefix: within each no two keys can become the same.
function ownKeys(map: Query): Query {
  const entries = sql`list_sort(list_filter(map_entries(${map}), lambda e: e.value <> ''))`;
  const part = (when: Query, key: Query): Query =>
    sql`map_from_entries(list_transform(list_filter(${entries}, lambda e: ${when}), lambda e: {'k': ${key}, 'v': e.value}))`;
  const isUser = sql`regexp_matches(e.key, '^user[_:]')`;
  const isVendor = sql`regexp_matches(e.key, '^aws[_:]')`;
  return join([
    part(sql`not ${isUser} and not ${isVendor}`, sql`e.key`),
    part(isVendor, sql`concat('aws:', e.key[5:])`),
    part(isUser, sql`e.key[6:]`)
  ]);
}

/** Keys and values of maps as one JSON object in the order of the keys; null where there are none. */
export function mapText(...maps: readonly Query[]): Query {
  const entries = sql`list_sort(map_entries(map_concat(${join(maps.map((map) => sql`coalesce(${map}, map())`))})))`;
  return sql`nullif(to_json(map_from_entries(${entries}))::varchar, '{}')`;
}
