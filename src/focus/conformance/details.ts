import type {Cell} from "../../engine/engine.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {Bench} from "./evaluate.ts";
import {texts} from "./formats.ts";
import type {Leaf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";

/** What is known of the rows that violate a rule. */
export interface Finding {
  /** Their billed cost by currency, exact; `currency` is null where none is stated. */
  readonly cost: readonly {readonly currency: string | null; readonly amount: string}[];
  /** The first of them: the number of the record, from 1, and what stands in the columns that the rule reads. */
  readonly samples: readonly {readonly row: number; readonly values: Readonly<Record<string, string | null>>}[];
}

export interface DetailOptions {
  readonly samples: number;
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** Groups that are looked at in detail for each rule. */
const mostGroups = 100;

/** The money and the first rows of the rules that fail, in one more scan. */
export async function detailsOf(
  leaves: readonly Leaf[],
  relation: Query,
  {present}: Ground,
  {samples, groups}: DetailOptions,
  bench: Bench
): Promise<ReadonlyMap<string, Finding>> {
  if (leaves.length === 0) return new Map();
  const currency = present.has("BillingCurrency")
    ? sql`case when regexp_full_match("BillingCurrency", '[A-Z]{3}') then "BillingCurrency" end`
    : sql`null`;
  const cost = present.has("BilledCost") ? sql`try_cast("BilledCost" as decimal(38, 18))` : sql`null`;
  const columns = leaves.flatMap((leaf, index) => {
    const violation = violationOf(leaf, groups);
    const values = leaf.columns.map((name) => sql`${literal(name)}: ${identifier(name)}`);
    const taken = sql`{${join([sql`'row': n`, sql`'values': {${join(values)}}`])}}`;
    const id = String(index);
    return [
      sql`sum(${cost}) filter (where ${violation}) as ${raw(`c${id}`)}`,
      ...(samples === 0 || values.length === 0
        ? []
        : [sql`arg_min(${taken}, n, ${raw(String(samples))}) filter (where ${violation}) as ${raw(`s${id}`)}`])
    ];
  });
  const answer = await bench.inOrder(sql`select ${currency} as currency, ${join(columns)}
    from (select *, row_number() over () as n from ${relation}) group by 1 order by 1`);
  return new Map(
    leaves.map(({rule}, index) => {
      const costs = answer.flatMap((row) => {
        const amount = row[`c${index}`];
        const name = row["currency"];
        return typeof amount === "string" ? [{currency: typeof name === "string" ? name : null, amount}] : [];
      });
      const rows = answer.flatMap((row) => samplesOf(row[`s${index}`]));
      const first = rows.toSorted((a, b) => a.row - b.row).slice(0, samples);
      return [rule.id, {cost: costs, samples: first}];
    })
  );
}

function violationOf(leaf: Leaf, groups: DetailOptions["groups"]): Query {
  if (leaf.kind === "rows") return leaf.violation;
  if (leaf.kind !== "groups") throw new Error(`without rows: ${leaf.kind}`);
  const broken = (groups.get(leaf.rule.id) ?? []).slice(0, mostGroups);
  return sql`${identifier(leaf.by)} in (${texts(broken)}) and ${leaf.where}`;
}

function samplesOf(cell: Cell | undefined): readonly Finding["samples"][number][] {
  if (!Array.isArray(cell)) return [];
  return (cell as readonly Cell[]).flatMap((each) => {
    if (!isFields(each) || !isFields(each["values"] ?? null)) return [];
    const values = each["values"] as Readonly<Record<string, Cell>>;
    return [
      {
        row: Number(each["row"] ?? 0), // the number of a record
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 200) : null])
        )
      }
    ];
  });
}

function isFields(cell: Cell): cell is {readonly [key: string]: Cell} {
  return typeof cell === "object" && cell !== null && !Array.isArray(cell);
}
