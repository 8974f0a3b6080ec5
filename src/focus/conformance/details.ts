import type {Cell, Row} from "../../engine/engine.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {Bench} from "./evaluate.ts";
import type {FactBook} from "./facts.ts";
import {texts} from "./formats.ts";
import {type Leaf, violationOf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";
import {type FileRows, rowsOf, textOf, withFacts} from "./relation.ts";
import {count, groupsInDetail} from "./scan.ts";

/** What is known of the rows that violate a rule. */
export interface Finding {
  /** Their billed cost by currency, exact; `currency` is null where none is stated. */
  readonly cost: readonly {readonly currency: string | null; readonly amount: string}[];
  /** The first of them: the number of the record, from 1, and what stands in the columns that the rule reads. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly row: number;
  readonly values: Readonly<Record<string, string | null>>;
}

export interface SampleOptions {
  /** Rows to show for each rule. */
  readonly most: number;
  /** What `CheckDistinctCount` found, by rule. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Rows that violate each rule. */
  readonly violations: ReadonlyMap<string, number>;
}

/**
 * The first rows of each rule that fails, in the order of the file. The book has the facts of these leaves only. It is
 * read from its beginning and no further than needed.
 */
export async function samplesOf(
  leaves: readonly Leaf[],
  file: FileRows,
  book: FactBook,
  ground: Ground,
  {most, groups, violations}: SampleOptions,
  bench: Bench
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(leaves.map(({rule}) => [rule.id, []]));
  if (leaves.length === 0 || most === 0 || bench.fromStart === undefined) return samples;
  const wanted = new Map(
    leaves.map(({rule, kind}) => [rule.id, kind === "rows" ? Math.min(most, violations.get(rule.id) ?? 0) : most])
  );
  const shown = [...new Set(leaves.flatMap(({columns}) => columns))];
  const shownTexts = file.columns.flatMap(({name, text}, index) =>
    shown.includes(name) ? [{name, text, as: raw(`t${index}`)}] : []
  );
  const used = new Set(shown);
  const rows = rowsOf(file, used, ground, [
    sql`row_number() over () as n`,
    ...shownTexts.map(({text, as}) => sql`${textOf(text, ground.reading)} as ${as}`)
  ]);
  const broken = leaves.map((leaf, index) => sql`${brokenBy(leaf, groups)} as ${raw(`v${index}`)}`);
  const values = shownTexts.map(({name, as}) => sql`${literal(name)}: left(${as}, 200)`);
  const groupColumns = leaves.flatMap((leaf) => (leaf.kind === "groups" ? [leaf.by] : []));
  const keys = [...new Set([...shown, ...groupColumns])].map((name) => identifier(name));
  const looked = withFacts(
    rows,
    book,
    [sql`n`, ...keys, sql`{${join(values.length === 0 ? [sql`'none': 1`] : values)}} as "values of row"`],
    ground
  );
  const any = join(
    leaves.map((_, index) => raw(`v${index}`)),
    " or "
  );
  const marks = join(leaves.map((_, index) => sql`case when ${raw(`v${index}`)} then ${raw(String(index))} end`));
  const query = sql`select n, list_filter([${marks}], lambda v: v is not null) as rules, "values of row" as "values"
    from (select n, "values of row", ${join(broken)} from ${looked}) where ${any}`;
  for await (const batch of bench.fromStart(query)) {
    for (const row of batch) keep(row, leaves, samples, most);
    if (leaves.every(({rule}) => (samples.get(rule.id)?.length ?? 0) >= (wanted.get(rule.id) ?? 0))) break;
  }
  return samples;
}

function keep(row: Row, leaves: readonly Leaf[], samples: ReadonlyMap<string, Sample[]>, most: number): void {
  const {values = null, rules = null} = row;
  if (!isFields(values) || !Array.isArray(rules)) return;
  for (const index of rules as readonly Cell[]) {
    const leaf = leaves[count(index)];
    const found = leaf === undefined ? undefined : samples.get(leaf.rule.id);
    if (leaf === undefined || found === undefined || found.length >= most) continue;
    found.push({
      row: count(row["n"]),
      values: Object.fromEntries(
        leaf.columns.map((name) => {
          const value = values[name];
          return [name, typeof value === "string" ? value : null];
        })
      )
    });
  }
}

function brokenBy(leaf: Leaf, groups: SampleOptions["groups"]): Query {
  if (leaf.kind === "rows") return violationOf(leaf);
  if (leaf.kind !== "groups") throw new Error(`without rows: ${leaf.kind}`);
  const broken = (groups.get(leaf.rule.id) ?? []).slice(0, groupsInDetail);
  return sql`coalesce(${identifier(leaf.by)} in (${texts(broken)}), false) and ${leaf.where}`;
}

function isFields(cell: Cell): cell is {readonly [key: string]: Cell} {
  return typeof cell === "object" && cell !== null && !Array.isArray(cell);
}
