import type {Cell} from "../../engine/engine.ts";
import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import type {Bench} from "./evaluate.ts";
import type {Leaf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";

/** Rows of the file and violations of every leaf that rows decide, in one scan. */
export async function countsOf(
  leaves: readonly Leaf[],
  relation: Query,
  bench: Bench
): Promise<{readonly rows: number; readonly counts: ReadonlyMap<string, number>}> {
  const measured = leaves.filter(({kind}) => kind === "rows" || kind === "sniffed" || kind === "groups");
  const columns = measured.map((leaf, index) => sql`${measure(leaf)} as ${raw(`v${index}`)}`);
  const [row = {}] = await bench.rows(sql`select ${join([sql`count(*) as n`, ...columns])} from ${relation}`);
  return {
    rows: count(row["n"]),
    counts: new Map(measured.map(({rule}, index) => [rule.id, count(row[`v${index}`])]))
  };
}

function measure(leaf: Leaf): Query {
  if (leaf.kind === "rows") return sql`count_if(${leaf.violation})`;
  if (leaf.kind === "groups") return suspicion(leaf);
  if (leaf.kind !== "sniffed") throw new Error(`not measured by a scan: ${leaf.kind}`);
  // What the reference's loader makes of a text column: a number where all of its values are numbers.
  const column = identifier(leaf.column);
  const numbers = sql`count(try_cast(${column} as double))`;
  const whole = sql`count_if(translate(${column}, '0123456789+-', '') = '')`;
  return leaf.as === "text"
    ? sql`case when count(${column}) > 0 and ${numbers} = count(${column}) then 1 else 0 end`
    : sql`case when count(${column}) > 0 and (${numbers} < count(${column}) or ${whole} = count(${column})) then 1 else 0 end`;
}

type Groups = Extract<Leaf, {readonly kind: "groups"}>;

/** More than zero where some group may be broken: there are more pairs than groups, or a row without a value. */
function suspicion({by, of, where}: Groups): Query {
  const [a, b] = [identifier(by), identifier(of)];
  const groups = sql`count(distinct case when ${where} and ${b} is not null then ${a} end)`;
  const pairs = sql`count(distinct case when ${where} then ${a} || chr(31) || ${b} end)`;
  return sql`${pairs} - ${groups} + count_if(${where} and ${a} is not null and ${b} is null)`;
}

/** As many groups as are kept for each rule: more would not be read. */
const mostGroups = 1000;

/**
 * The values of a column that go with more than one value of another (for the reference also those that go with none),
 * by rule, after one scan of what they need. Only rules that `counts` suspects are looked at.
 */
export async function brokenGroups(
  leaves: readonly Leaf[],
  relation: Query,
  {reading}: Ground,
  counts: ReadonlyMap<string, number>,
  bench: Bench
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = leaves.flatMap((leaf) =>
    leaf.kind === "groups" && (counts.get(leaf.rule.id) ?? 0) > 0 ? [leaf] : []
  );
  if (wanted.length === 0) return new Map();
  // Each pair and whether its row counts, in one pass; the groups of pairs are few beside the rows.
  const lists = wanted.map(
    ({by, of, where}, index) =>
      sql`select ${raw(String(index))} as rule, ${identifier(by)} as by_value, ${identifier(of)} as of_value
        from rows_of_file where ${identifier(by)} is not null and ${where} group by all`
  );
  const compared = reading === "official" ? sql`count(distinct of_value) <> 1` : sql`count(distinct of_value) > 1`;
  const answer = await bench.rows(sql`with rows_of_file as materialized (
      select distinct ${join([...new Set(wanted.flatMap(({columns}) => columns))].map((name) => identifier(name)))} from ${relation}),
    pairs as (${join(lists, " union all ")})
    select rule, by_value from pairs group by rule, by_value having ${compared} order by rule, by_value limit ${raw(String(mostGroups * wanted.length))}`);
  const groups = new Map<string, string[]>(wanted.map(({rule}) => [rule.id, []]));
  for (const row of answer) {
    const leaf = wanted[count(row["rule"])];
    if (leaf !== undefined) groups.get(leaf.rule.id)?.push(String(row["by_value"]));
  }
  return groups;
}

export function count(cell: Cell | undefined): number {
  return Number(cell ?? 0); // a count of rows
}
