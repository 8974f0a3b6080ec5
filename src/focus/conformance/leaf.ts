import {identifier, type Query, sql} from "../../engine/query.ts";
import {findColumn} from "../columns.ts";
import type {Dataset} from "../dataset.ts";
import {type Applicability, applies} from "./applicability.ts";
import {conditionsOf} from "./column-rules.ts";
import {plainFacts} from "./facts.ts";
import {conjunction, type Ground, meets, selects} from "./predicate.ts";
import type {FileColumn} from "./relation.ts";
import type {Rule} from "./rule-set.ts";
import {type Check, columnsIn, permits} from "./rule.ts";

interface Common {
  readonly rule: Rule;
  /** The columns of the file that it reads. */
  readonly columns: readonly string[];
}

/** A rule that is not made of others, with the way its violations are found. */
export type Leaf =
  | (Common & Judgement & {readonly kind: "rows"; readonly unlessAll: boolean})
  | (Common & {readonly kind: "sniffed"; readonly as: "text" | "decimal"} & Sniffed)
  | (Common & {readonly kind: "groups"; readonly by: string; readonly of: string | null; readonly where: Query})
  | (Common & {readonly kind: "known"; readonly violations: number | "every-row"; readonly note: string | null})
  | (Common & {readonly kind: "records"})
  | (Common & {readonly kind: "none"; readonly verdict: "skipped" | "needs-evidence"; readonly note: string});

/** The rows that a rule is of, those of them that break it, and how they are counted. */
interface Judgement {
  readonly selected: Query;
  /** Over the columns of the family, where there is one, else over keys and facts. */
  readonly broken: Query;
  /** Columns whose values are counted apart from the kinds of rows, as there are fewer of them than rows. */
  readonly family: readonly string[] | null;
}

/** The condition of a violation, over columns, keys and facts of a row. */
export function violationOf({selected, broken}: Judgement): Query {
  return sql`${selected} and ${broken}`;
}

/** Which values a text column has: any, numbers, whole numbers. */
interface Sniffed {
  readonly filled: Query;
  readonly number: Query;
  readonly whole: Query;
}

/** The leaves of a set of rules on the ground of a file, or those of some `wanted` rules of the set. */
export function leavesOf(
  rules: readonly Rule[],
  ground: Ground,
  columns: readonly FileColumn[],
  applicability: Applicability,
  dataset: Dataset,
  wanted: readonly Rule[] = rules
): readonly Leaf[] {
  const conditions = conditionsOf(rules);
  const byName = new Map(columns.map((column) => [column.name, column]));
  return wanted
    .filter(({kind}) => kind !== "Composite")
    .map((rule) => leafOf(rule, conditions.get(rule.id) ?? [], ground, byName, applicability, dataset));
}

function leafOf(
  rule: Rule,
  when: readonly Check[],
  ground: Ground,
  byName: ReadonlyMap<string, FileColumn>,
  {claimed, exempt}: Applicability,
  dataset: Dataset
): Leaf {
  const official = ground.reading === "official";
  const none = (verdict: "skipped" | "needs-evidence", note: string): Leaf => ({
    rule,
    columns: [],
    kind: "none",
    verdict,
    note
  });
  const {check} = rule;
  if (!applies(rule, claimed, ground.reading))
    return none("skipped", `applies to vendors with ${rule.criteria?.join(", ")}`);
  if (exempt.has(rule.on)) return none("skipped", `${rule.on} need not be there by the criteria that hold`);
  if (check === undefined) return none(official ? "skipped" : "needs-evidence", "rows alone cannot decide it");
  if (permits(rule)) return none("skipped", "it permits and demands nothing");
  if (official && check[0] === "CheckDecimalValue")
    return none("skipped", "the reference does not run CheckDecimalValue");
  const known = (violations: number | "every-row", note: string | null = null): Leaf => ({
    rule,
    columns: [],
    kind: "known",
    violations,
    note
  });
  if (check[0] === "ColumnPresent") return known(ground.present.has(check[1]) ? 0 : 1);
  if (check[0] === "CustomColumns") {
    const custom = [...ground.present].filter((name) => findColumn(dataset, name) === null && !name.startsWith("x_"));
    return known(custom.length, custom.length === 0 ? null : `without x_: ${custom.slice(0, 10).join(", ")}`);
  }
  if (check[0] === "WholeRecords") return {rule, columns: [], kind: "records"};
  const own = columnsIn(check);
  const read = [...new Set([...own, ...when.flatMap(columnsIn), ...all(check, ground)])];
  const missing = (official ? read : own).filter((name) => !ground.present.has(name));
  if (missing.length > 0)
    return official
      ? known(1, `without ${missing.join(", ")}`)
      : none("skipped", `the file has no ${missing.join(", ")}`);
  const used = read.filter((name) => ground.present.has(name));
  if (ground.asRead && rule.kind === "Format" && own.some((name) => ground.typed.has(name)))
    return none("skipped", `how ${rule.on} was written is not kept: it was read exactly`);
  const typed = typeLeaf(rule, check, byName, official);
  if (typed === "sniffed" && (check[0] === "TypeString" || check[0] === "TypeDecimal"))
    return {
      rule,
      columns: used,
      kind: "sniffed",
      as: check[0] === "TypeString" ? "text" : "decimal",
      ...sniffed(check[1], ground)
    };
  if (typed === "fits") return known(0);
  if (typed === "misfit")
    return known("every-row", `the column is ${byName.get(own[0] ?? "")?.type ?? "of another type"}`);
  const selected = conjunction(when.map((each) => selects(each, ground)));
  if (check[0] === "CheckNoDuplicates")
    return {rule, columns: used, kind: "groups", by: check[1], of: null, where: selected};
  if (check[0] === "CheckDistinctCount")
    return {rule, columns: used, kind: "groups", by: check[1], of: check[2], where: selected};
  const family = familyOf(check, own, ground);
  const within = family === null ? ground : {...ground, facts: plainFacts(ground.reading)};
  return {
    rule,
    columns: used,
    kind: "rows",
    selected,
    broken: sql`not ${meets(check, within)}`,
    family,
    unlessAll: official && (check[0] === "OneOf" || check[0] === "Pairs")
  };
}

const periods = ["ChargePeriodStart", "ChargePeriodEnd"];

/** Texts that take long to look at and repeat from row to row: those of charge periods, and JSON. */
function familyOf(check: Check, own: readonly string[], {typed, present}: Ground): readonly string[] | null {
  if (own.length === 0 || own.some((name) => typed.has(name))) return null;
  if (check[0] === "FormatKeyValue" || check[0] === "FormatJSON" || check[0] === "JsonElements") return own;
  const texts = periods.filter((name) => present.has(name) && !typed.has(name));
  return own.every((name) => texts.includes(name)) ? texts : null;
}

function sniffed(column: string, {facts}: Ground): Sniffed {
  const text = identifier(column);
  return {
    filled: facts.of(sql`(${text} is not null)`, [column]),
    number: facts.of(sql`(try_cast(${text} as double) is not null)`, [column]),
    whole: facts.of(sql`coalesce(regexp_full_match(${text}, '[0-9+-]*'), false)`, [column])
  };
}

function all(check: Check, {texts, filled}: Ground): readonly string[] {
  return check[0] === "NoPlaceholder" ? texts : check[0] === "NotBlank" ? filled : [];
}

/** What the type of a column decides by itself: in Parquet all, in CSV what the reference takes a text for. */
function typeLeaf(
  {kind}: Rule,
  check: Check,
  byName: ReadonlyMap<string, FileColumn>,
  official: boolean
): "fits" | "misfit" | "sniffed" | "open" {
  if (kind !== "Type") return "open";
  const type = byName.get(columnsIn(check)[0] ?? "")?.type ?? "VARCHAR";
  const isText = type === "VARCHAR";
  switch (check[0]) {
    case "TypeString":
      return isText ? (official ? "sniffed" : "fits") : "misfit";
    case "TypeDecimal":
      if (isText) return official ? "sniffed" : "open";
      // The reference compares the whole name of the type, so that DECIMAL(38,18) is none to it.
      if (official) return ["DECIMAL", "DOUBLE", "FLOAT"].includes(type) ? "fits" : "misfit";
      return /^(DECIMAL|DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER)/.test(type) ? "fits" : "misfit";
    case "TypeDateTime":
      return isText ? "open" : /^(TIMESTAMP|DATE)/.test(type) ? "fits" : "misfit";
    default:
      return "open";
  }
}
