import type {Cell, Row} from "../../engine/engine.ts";
import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import type {Bench} from "./evaluate.ts";
import {type FactBook, factName, factOf, wordsOf} from "./facts.ts";
import {texts} from "./formats.ts";
import {type Leaf, violationOf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";
import {withFacts} from "./relation.ts";

type Groups = Extract<Leaf, {readonly kind: "groups"}>;
type OfRows = Extract<Leaf, {readonly kind: "rows"}>;

/** The kinds of rows that were found, in a temporary table of the session. */
export interface Kinds {
  readonly rows: number;
  /** Each kind with its keys, its facts, `currency`, the rows `n`, and their billed cost `cost`. */
  readonly kinds: Query;
  /** Where the rows of a leaf were counted, and the condition of a violation there. */
  counted(leaf: OfRows): {readonly of: Query; readonly violation: Query};
  /** The pairs of values that a rule of groups compares, with `by_value`, `of_value`, `currency`, `n`, `cost`. */
  pairs(leaf: Groups): Query;
  drop(): Promise<unknown>;
}

const table = raw("conformance_kinds");

/** Values that are counted apart: of some columns, for the rows that some leaves select. */
interface Family {
  readonly columns: readonly string[];
  readonly members: readonly {readonly leaf: OfRows | Groups; readonly selected: Query; readonly name: Query}[];
}

/**
 * Reads all rows once and counts them by kind: by the values of the columns in `keys` and by every fact of the book.
 * Values of families are counted in the same pass. The engine spills what does not fit into memory.
 */
export async function gather(
  relation: Query,
  leaves: readonly Leaf[],
  keys: readonly string[],
  book: FactBook,
  ground: Ground,
  bench: Bench
): Promise<Kinds> {
  const families = familiesOf(leaves, keys);
  const members = families.flatMap((family) => family.members);
  const markers = distinct(members);
  const coin = ground.present.has("BillingCurrency") ? ["BillingCurrency"] : [];
  const kept = namesOf(...keys, ...families.flatMap(({columns}) => columns), ...coin);
  const facts = book.conditions().length;
  const words = wordsOf(facts).map((word, index) => ({word, name: raw(`w${index}`)}));
  const wordNames = words.map(({name}) => name);
  const {currency, cost} = moneyOf(ground);
  const looked = withFacts(relation, book, [...kept, ...cost.items], ground);
  const packed = sql`(select ${join([
    ...kept,
    ...cost.names,
    ...words.map(({word, name}) => sql`${word} as ${name}`),
    ...markers.map(({selected, name}) => sql`${selected} as ${name}`)
  ])} from ${looked})`;
  const sets = [
    [...namesOf(...keys, ...coin), ...wordNames],
    ...families.map((family) => [
      ...namesOf(...family.columns, ...coin),
      ...distinct(family.members).map(({name}) => name)
    ])
  ];
  const place = [...kept, ...wordNames, ...markers.map(({name}) => name), sql`${currency} as currency`];
  await bench.rows(sql`create or replace temp table ${table} as
    select ${join(place)}, ${levelOf(families)} as level, count(*) as n, ${cost.sum} as cost
    from ${packed} group by grouping sets (${join(sets.map((set) => sql`(${join(set)})`))})`);
  const [read] = await bench.rows(sql`select coalesce(sum(n), 0)::bigint as n from ${table} where level = 0`);
  const kinds = sql`(select * ${listed(
    Array.from({length: facts}, (_, index) => sql`${factOf(index, (word) => raw(`w${word}`))} as ${factName(index)}`)
  )} from ${table} where level = 0)`;
  const placed = (leaf: Leaf) => {
    const level = 1 + families.findIndex((family) => family.members.some((each) => each.leaf === leaf));
    const member = members.find((each) => each.leaf === leaf);
    if (member === undefined) return null;
    return {of: sql`(select * from ${table} where level = ${raw(String(level))})`, selected: member.name};
  };
  return {
    rows: count(read?.["n"]),
    kinds,
    counted: (leaf) => {
      const own = placed(leaf);
      if (own === null) return {of: kinds, violation: violationOf(leaf)};
      return {of: own.of, violation: sql`${own.selected} and ${leaf.broken}`};
    },
    pairs: (leaf) => {
      const [a, b] = [identifier(leaf.by), leaf.of === null ? sql`null` : identifier(leaf.of)];
      const {of, selected} = placed(leaf) ?? {of: kinds, selected: leaf.where};
      return sql`(select ${a} as by_value, ${b} as of_value, currency, n, cost from ${of} where ${selected} and ${a} is not null)`;
    },
    drop: () => bench.rows(sql`drop table if exists ${table}`)
  };
}

/** Columns that are counted apart, those of each family once. */
function familiesOf(leaves: readonly Leaf[], keys: readonly string[]): readonly Family[] {
  const families = new Map<string, {columns: readonly string[]; members: Family["members"][number][]}>();
  let markers = 0;
  for (const leaf of leaves) {
    if (leaf.kind !== "rows" && leaf.kind !== "groups") continue;
    const columns = leaf.kind === "rows" ? leaf.family : leaf.of === null ? [leaf.by] : [leaf.by, leaf.of];
    if (columns === null || columns.every((name) => keys.includes(name))) continue;
    const key = JSON.stringify(columns);
    const family = families.get(key) ?? {columns, members: []};
    const selected = leaf.kind === "rows" ? leaf.selected : leaf.where;
    const same = family.members.find((each) => textOf(each.selected) === textOf(selected));
    family.members.push({leaf, selected, name: same?.name ?? raw(`p${markers++}`)});
    families.set(key, family);
  }
  return [...families.values()];
}

/** The number of the grouping set that a row comes of: of those that do not have the first marker of their family. */
function levelOf(families: readonly Family[]): Query {
  const cases = families.map(
    ({members: [first]}, index) => sql`when grouping(${first?.name ?? sql`p0`}) = 0 then ${raw(String(index + 1))}`
  );
  return cases.length === 0 ? sql`0` : sql`case ${join(cases, " ")} else 0 end`;
}

function namesOf(...names: readonly string[]): readonly Query[] {
  return [...new Set(names)].map((name) => identifier(name));
}

/** One of the members for each marker. */
function distinct(members: Family["members"]): Family["members"] {
  return [...new Map(members.map((member) => [textOf(member.name), member])).values()];
}

function textOf(query: Query): string {
  return query.texts.join("?");
}

function listed(items: readonly Query[]): Query {
  return items.length === 0 ? sql`` : sql`, ${join(items)}`;
}

/** Billed cost in two exact parts, as most amounts fit into a small decimal, which is added up several times as fast. */
function moneyOf({present, typed}: Ground) {
  const currency = present.has("BillingCurrency")
    ? sql`case when regexp_full_match("BillingCurrency", '[A-Z]{3}') then "BillingCurrency" end`
    : sql`cast(null as varchar)`;
  if (!present.has("BilledCost"))
    return {currency, cost: {items: [], names: [], sum: sql`cast(null as decimal(38, 18))`}};
  if (typed.has("BilledCost"))
    return {
      currency,
      cost: {
        items: [sql`try_cast("BilledCost" as decimal(38, 18)) as amount`],
        names: [sql`amount`],
        sum: sql`sum(amount)`
      }
    };
  const small = sql`case when strlen("BilledCost") <= 16 and not contains("BilledCost", '_')
    and try_cast("BilledCost" as decimal(18, 12))::double = try_cast("BilledCost" as double) then try_cast("BilledCost" as decimal(18, 12)) end`;
  return {
    currency,
    cost: {
      items: [sql`"BilledCost" as amount`, sql`${small} as small`],
      names: [
        sql`small`,
        sql`case when small is null and amount is not null then try_cast(amount as decimal(38, 18)) end as large`
      ],
      sum: sql`case when count(small) + count(large) > 0
        then coalesce(sum(small), 0)::decimal(38, 18) + coalesce(sum(large), 0)::decimal(38, 18) end`
    }
  };
}

/** The violations of every leaf that rows decide, out of the kinds of rows. */
export async function countsOf(
  leaves: readonly Leaf[],
  kinds: Kinds,
  bench: Bench
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (kinds.rows === 0) return counts;
  const measured = leaves.flatMap((leaf) => {
    if (leaf.kind === "sniffed") return [{id: leaf.rule.id, of: kinds.kinds, measure: sniffed(leaf)}];
    if (leaf.kind !== "rows") return [];
    const {of, violation} = kinds.counted(leaf);
    return [{id: leaf.rule.id, of, measure: rowsWhere(violation)}];
  });
  for (const [of, group] of Map.groupBy(measured, (each) => textOf(each.of))) {
    const [first] = group;
    if (first === undefined) throw new Error(`nothing of ${of}`);
    const columns = group.map(({measure}, index) => sql`${measure} as ${raw(`v${index}`)}`);
    const [row = {}] = await bench.rows(sql`select ${join(columns)} from ${first.of}`);
    group.forEach(({id}, index) => counts.set(id, count(row[`v${index}`])));
  }
  return counts;
}

/** What the reference's loader makes of a text column: a number where all of its values are numbers. */
function sniffed(leaf: Extract<Leaf, {readonly kind: "sniffed"}>): Query {
  const [filled, numbers, whole] = [rowsWhere(leaf.filled), rowsWhere(leaf.number), rowsWhere(leaf.whole)];
  return leaf.as === "text"
    ? sql`case when ${filled} > 0 and ${numbers} = ${filled} then 1 else 0 end`
    : sql`case when ${filled} > 0 and (${numbers} < ${filled} or ${whole} = ${filled}) then 1 else 0 end`;
}

function rowsWhere(condition: Query): Query {
  return sql`coalesce(sum(n) filter (where ${condition}), 0)::bigint`;
}

/** As many groups as are kept for each rule: more would not be read. */
const mostGroups = 1000;

/**
 * The values of a column that go with more than one value of another (for the reference also those that go with none),
 * by rule.
 */
export async function brokenGroups(
  leaves: readonly Leaf[],
  {pairs, rows}: Kinds,
  {reading}: Ground,
  bench: Bench
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = leaves.flatMap((leaf) => (leaf.kind === "groups" ? [leaf] : []));
  if (wanted.length === 0 || rows === 0) return new Map();
  const lists = wanted.map(
    (leaf, index) =>
      sql`select ${raw(String(index))} as rule, ${leaf.of === null ? sql`true` : sql`false`} as once, by_value, of_value, n from ${pairs(leaf)}`
  );
  const compared = reading === "official" ? sql`count(distinct of_value) <> 1` : sql`count(distinct of_value) > 1`;
  const answer = await bench.rows(sql`select rule, by_value from (${join(lists, " union all ")})
    group by rule, once, by_value having case when once then sum(n) > 1 else ${compared} end order by rule, by_value limit ${raw(String(mostGroups * wanted.length))}`);
  const groups = new Map<string, string[]>(wanted.map(({rule}) => [rule.id, []]));
  for (const row of answer) {
    const leaf = wanted[count(row["rule"])];
    if (leaf !== undefined) groups.get(leaf.rule.id)?.push(String(row["by_value"]));
  }
  return groups;
}

/** Billed cost of the rows that violate rules, exact, by rule and currency; null where no currency is stated. */
export async function costsOf(
  leaves: readonly Leaf[],
  kinds: Kinds,
  groups: ReadonlyMap<string, readonly string[]>,
  bench: Bench
): Promise<ReadonlyMap<string, readonly {readonly currency: string | null; readonly amount: string}[]>> {
  const ofRows = leaves.flatMap((leaf) => (leaf.kind === "rows" ? [{leaf, ...kinds.counted(leaf)}] : []));
  const costs = new Map<string, {currency: string | null; amount: string}[]>();
  const keep = (id: string, row: Row, amount: Cell | undefined): void => {
    const {currency = null} = row;
    if (typeof amount !== "string") return;
    costs.set(id, [...(costs.get(id) ?? []), {currency: typeof currency === "string" ? currency : null, amount}]);
  };
  for (const group of Map.groupBy(ofRows, ({of}) => textOf(of)).values()) {
    const sums = group.map(
      ({violation}, index) => sql`sum(cost) filter (where ${violation})::decimal(38, 18) as ${raw(`c${index}`)}`
    );
    const answer = await bench.rows(
      sql`select currency, ${join(sums)} from ${group[0]?.of ?? kinds.kinds} group by 1 order by 1`
    );
    for (const row of answer) group.forEach(({leaf}, index) => keep(leaf.rule.id, row, row[`c${index}`]));
  }
  for (const leaf of leaves) {
    if (leaf.kind !== "groups") continue;
    const broken = (groups.get(leaf.rule.id) ?? []).slice(0, groupsInDetail);
    const answer = await bench.rows(sql`select currency, sum(cost)::decimal(38, 18) as c from ${kinds.pairs(leaf)}
      where by_value in (${texts(broken)}) group by 1 order by 1`);
    for (const row of answer) keep(leaf.rule.id, row, row["c"]);
  }
  return costs;
}

/** Groups of a rule that are looked at in detail. */
export const groupsInDetail = 100;

export function count(cell: Cell | undefined): number {
  return Number(cell ?? 0); // a count of rows
}
