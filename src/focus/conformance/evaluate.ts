import type {Row} from "../../engine/engine.ts";
import {identifier, join, type Query, sql} from "../../engine/query.ts";
import type {FocusVersion} from "../column.ts";
import {columnsOf, findColumn} from "../columns.ts";
import type {Dataset} from "../dataset.ts";
import {type Applicability, applicabilityOf} from "./applicability.ts";
import {detailsOf} from "./details.ts";
import {officialNulls, texts} from "./formats.ts";
import {type Judged, judge} from "./judge.ts";
import {type Leaf, leavesOf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";
import type {FileColumn, FileRows} from "./relation.ts";
import {ruleSet} from "./rule-set.ts";
import type {Reading} from "./rule.ts";
import {brokenGroups, countsOf} from "./scan.ts";

export interface Examination {
  readonly version: FocusVersion;
  readonly dataset: Dataset;
  readonly reading: Reading;
  /** Criteria that hold; inferred from the columns where undefined. */
  readonly criteria: readonly string[] | undefined;
  /** How many rows are shown for each rule that fails. */
  readonly samples: number;
}

export interface Examined {
  readonly model: string;
  readonly applicability: Applicability;
  /** Rows that were read. */
  readonly rows: number;
  readonly judged: readonly Judged[];
}

/** What runs the queries, and the records of the file that are no rows, known after the first of them. */
export interface Bench {
  rows(query: Query): Promise<readonly Row[]>;
  /** As `rows`, with the records in the order of the file. */
  inOrder(query: Query): Promise<readonly Row[]>;
  unreadable(): Promise<number>;
}

/**
 * Holds every rule against the rows of a file: one scan counts the violations of all rules; only where something is wrong,
 * one more finds the groups of `CheckDistinctCount` and one whose rows and what money it is. Memory is bounded by the
 * number of distinct groups, which the engine spills.
 */
export async function examine(file: FileRows, examination: Examination, bench: Bench): Promise<Examined> {
  const {version, dataset, reading, criteria, samples} = examination;
  const {model, rules} = ruleSet(version, dataset, reading);
  const ground = groundOf(file.columns, examination);
  const applicability = applicabilityOf([...rules.values()], ground.present, criteria, reading);
  const leaves = leavesOf([...rules.values()], ground, file.columns, applicability, dataset);
  const relation = textRows(file, leaves, reading);
  const {rows, counts} = await countsOf(leaves, relation, bench);
  const groups = await brokenGroups(leaves, relation, ground, counts, bench);
  const unreadable = await bench.unreadable();
  const violations = new Map(
    leaves.map((leaf) => [leaf.rule.id, violationsOf(leaf, {rows, counts, groups, unreadable})])
  );
  const details = await detailsOf(failing(leaves, violations), relation, ground, {samples, groups}, bench);
  return {model, applicability, rows, judged: judge([...rules.values()], leaves, violations, details, reading)};
}

interface Measured {
  readonly rows: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly unreadable: number;
}

function violationsOf(leaf: Leaf, {rows, counts, groups, unreadable}: Measured): number {
  switch (leaf.kind) {
    case "known":
      return leaf.violations === "every-row" ? rows : leaf.violations;
    case "rows": {
      const count = counts.get(leaf.rule.id) ?? 0;
      // The reference is content with one row that has an allowed value.
      return leaf.unlessAll && count < rows ? 0 : count;
    }
    case "sniffed":
      return counts.get(leaf.rule.id) === 0 ? 0 : rows;
    case "groups":
      return groups.get(leaf.rule.id)?.length ?? 0;
    case "records":
      return unreadable;
    case "none":
      return 0;
  }
}

function failing(leaves: readonly Leaf[], violations: ReadonlyMap<string, number>): readonly Leaf[] {
  return leaves.filter(({rule, kind}) => (kind === "rows" || kind === "groups") && (violations.get(rule.id) ?? 0) > 0);
}

/** Every column that a rule reads as text under its FOCUS name. */
function textRows({query, columns}: FileRows, leaves: readonly Leaf[], reading: Reading): Query {
  const used = new Set([...leaves.flatMap(({columns}) => columns), "BilledCost", "BillingCurrency"]);
  const selected = columns
    .filter(({name}) => used.has(name))
    .map(({name, text}) => {
      const value =
        reading === "official" ? sql`case when ${text} in (${texts(officialNulls)}) then null else ${text} end` : text;
      return sql`${value} as ${identifier(name)}`;
    });
  return sql`(select ${join(selected.length === 0 ? [sql`1 as one`] : selected)} from ${query})`;
}

function groundOf(columns: readonly FileColumn[], {version, dataset, reading}: Examination): Ground {
  const focus = columnsOf(dataset, version);
  const present = new Map(columns.map((column) => [column.name, column]));
  const texts = focus.filter(({name, type}) => type === "string" && present.get(name)?.type === "VARCHAR");
  return {
    reading,
    present: new Set(present.keys()),
    decimals: new Set(columnsOf(dataset).flatMap(({name, type}) => (type === "decimal" ? [name] : []))),
    texts: texts.map(({name}) => name),
    filled: texts.filter(({versions}) => versions[version]?.nullable === false).map(({name}) => name),
    typed: new Set(columns.filter((column) => isTyped(column, dataset)).map(({name}) => name))
  };
}

function isTyped({name, type}: FileColumn, dataset: Dataset): boolean {
  const expected = findColumn(dataset, name)?.type;
  if (expected === "decimal") return /^(DECIMAL|DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER)/.test(type);
  if (expected === "datetime") return /^(TIMESTAMP|DATE)/.test(type);
  return (expected === "json" || expected === "keyvalue") && /^(MAP|STRUCT)/.test(type);
}
