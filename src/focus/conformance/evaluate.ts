import type {Row} from "../../engine/engine.ts";
import type {Query} from "../../engine/query.ts";
import type {FocusVersion} from "../column.ts";
import {columnsOf, findColumn} from "../columns.ts";
import type {Dataset} from "../dataset.ts";
import {type Applicability, applicabilityOf} from "./applicability.ts";
import {samplesOf} from "./details.ts";
import {factBook} from "./facts.ts";
import {type Judged, judge} from "./judge.ts";
import {type Leaf, leavesOf} from "./leaf.ts";
import type {Ground} from "./predicate.ts";
import {type FileColumn, type FileRows, rowsOf} from "./relation.ts";
import {ruleSet} from "./rule-set.ts";
import type {Reading} from "./rule.ts";
import {brokenGroups, costsOf, countsOf, gather} from "./scan.ts";

export interface Examination {
  readonly version: FocusVersion;
  readonly dataset: Dataset;
  readonly reading: Reading;
  /** Criteria that hold; inferred from the columns where undefined. */
  readonly criteria: readonly string[] | undefined;
  /** How many rows are shown for each rule that fails. */
  readonly samples: number;
  /** Whether these are rows of the lake, whose numbers, instants and maps are no longer in the form they came in. */
  readonly asRead?: boolean;
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
  /** Runs one statement after the other on one connection, temporary tables among them. */
  rows(query: Query): Promise<readonly Row[]>;
  /** Rows in batches, with the records in the order of the file; without it no samples are shown. */
  fromStart?(query: Query): AsyncIterable<readonly Row[]>;
  unreadable(): Promise<number>;
}

/**
 * Holds every rule against the rows of a file: one pass counts kinds of rows, and every rule is held against these. Only
 * where one fails, the file is read again up to its first rows. Memory is bounded by the number of kinds, which the
 * engine spills.
 */
export async function examine(file: FileRows, examination: Examination, bench: Bench): Promise<Examined> {
  const {dataset, reading, samples} = examination;
  const {model, all, keys, book, ground, applicability, leaves} = plannedOf(file.columns, examination);
  const used = new Set([...leaves.flatMap(({columns}) => columns), ...keys, "BilledCost", "BillingCurrency"]);
  const kinds = await gather(rowsOf(file, used, ground), leaves, [...keys], book, ground, bench);
  try {
    const counts = await countsOf(leaves, kinds, bench);
    const groups = await brokenGroups(leaves, kinds, ground, bench);
    const measured = {rows: kinds.rows, counts, groups, unreadable: await bench.unreadable()};
    const violations = new Map(leaves.map((leaf) => [leaf.rule.id, violationsOf(leaf, measured)]));
    const broken = failing(leaves, violations);
    const costs = await costsOf(broken, kinds, groups, bench);
    const ids = new Set(broken.map(({rule}) => rule.id));
    const again = factBook(keys);
    const near = groundOf(file.columns, examination, again);
    const brokenRules = all.filter(({id}) => ids.has(id));
    const few = leavesOf(all, near, file.columns, applicability, dataset, brokenRules);
    const options = {most: samples, groups, violations};
    const shown = await samplesOf(few, file, again, near, options, bench);
    const findings = new Map(
      [...ids].map((id) => [id, {cost: costs.get(id) ?? [], samples: shown.get(id) ?? []}] as const)
    );
    return {model, applicability, rows: kinds.rows, judged: judge(all, leaves, violations, findings, reading)};
  } finally {
    await kinds.drop();
  }
}

/** The rules of an examination on the ground of some columns, before any row is read. */
export function plannedOf(columns: readonly FileColumn[], examination: Examination) {
  const {version, dataset, reading, criteria} = examination;
  const {model, rules} = ruleSet(version, dataset, reading);
  const all = [...rules.values()];
  const keys = keysOf(columns, examination);
  const book = factBook(keys);
  const ground = groundOf(columns, examination, book);
  const applicability = applicabilityOf(all, ground.present, criteria, reading);
  const leaves = leavesOf(all, ground, columns, applicability, dataset);
  return {model, all, keys, book, ground, applicability, leaves};
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

/**
 * Columns whose values are told apart, as there are few of them: those with allowed values, units, currencies, billing
 * periods, and names of vendors and services. Where there are many after all, it takes longer and nothing else.
 */
function keysOf(columns: readonly FileColumn[], {version, dataset}: Examination): ReadonlySet<string> {
  const few = columns.filter(({name, type}) => {
    const facts = findColumn(dataset, name);
    if (facts === null || type !== "VARCHAR") return false;
    const {format, versions} = facts;
    const isListed = (versions[version]?.allowed ?? []).length > 0;
    return isListed || format === "currency" || format === "unit" || keyNames.has(name);
  });
  return new Set(few.map(({name}) => name));
}

const keyNames: ReadonlySet<string> = new Set([
  "BillingPeriodStart",
  "BillingPeriodEnd",
  "ServiceName",
  "ProviderName",
  "PublisherName",
  "InvoiceIssuerName"
]);

function groundOf(
  columns: readonly FileColumn[],
  {version, dataset, reading, asRead = false}: Examination,
  facts: Ground["facts"]
): Ground {
  const focus = columnsOf(dataset, version);
  const present = new Map(columns.map((column) => [column.name, column]));
  const texts = focus.filter(({name, type}) => type === "string" && present.get(name)?.type === "VARCHAR");
  return {
    reading,
    present: new Set(present.keys()),
    decimals: new Set(columnsOf(dataset).flatMap(({name, type}) => (type === "decimal" ? [name] : []))),
    texts: texts.map(({name}) => name),
    filled: texts.filter(({versions}) => versions[version]?.nullable === false).map(({name}) => name),
    typed: new Set(columns.filter((column) => isTyped(column, dataset)).map(({name}) => name)),
    asRead,
    facts
  };
}

function isTyped({name, type}: FileColumn, dataset: Dataset): boolean {
  const expected = findColumn(dataset, name)?.type;
  if (expected === "decimal") return /^(DECIMAL|DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER)/.test(type);
  if (expected === "datetime") return /^(TIMESTAMP|DATE)/.test(type);
  return (expected === "json" || expected === "keyvalue") && /^(MAP|STRUCT)/.test(type);
}
