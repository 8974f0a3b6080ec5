import {join, literal, type Query, sql} from "../../../engine/query.ts";

const pairs = literal('[{"key":"VARCHAR","value":"VARCHAR","namespace":"VARCHAR"}]');

/** A JSON list of keys and values as a list of pairs; of resource manager tags the key has its namespace before it. */
function pairsOf(json: Query): Query {
  return sql`case when coalesce(${json}, '[]') = '[]' then [] else list_transform(list_filter(
      coalesce(json_transform(case when json_valid(${json}) then ${json}::json end, ${pairs}), []),
      lambda p: coalesce(p.key, '') <> ''),
    lambda p: {'k': case when coalesce(p.namespace, '') = '' then p.key else p.namespace || '/' || p.key end, 'v': p.value}) end`;
}

/**
 * All labels of a row as a list of pairs, those that count first: of one key a resource's own tag and label win over its
 * project's and the system's.
 */
export function labelPairs(tags: Query, labels: Query, project: Query, system: Query): Query {
  const own = [tags, labels, project, system];
  const none = join(
    own.map((each) => sql`coalesce(${each}, '[]') = '[]'`),
    " and "
  );
  const all = sql`list_concat(list_concat(${pairsOf(tags)}, ${pairsOf(labels)}), list_concat(${pairsOf(project)}, ${pairsOf(system)}))`;
  return sql`case when ${none} then [] else ${all} end`;
}

/** Pairs made by `labelPairs` as a map. `keys` are those of the pairs, in their order. */
export function tagsOf(pairs: Query, keys: Query): Query {
  return sql`case when len(list_distinct(${keys})) = len(${keys}) then map_from_entries(${pairs})
    else map_from_entries(list_filter(${pairs}, lambda e, i: list_position(${keys}, e.k) = i)) end`;
}

/** The value of one system label. */
export function systemLabel(system: Query, key: string): Query {
  return sql`case when contains(${system}, ${literal(key)})
    then list_filter(${pairsOf(system)}, lambda p: p.k = ${literal(key)})[1].v end`;
}
