import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import {serviceCategories, serviceSubcategories} from "../service-taxonomy.data.ts";
import type {Facts} from "./facts.ts";
import {hasForm, isPlaceholder, plainInstant, texts} from "./formats.ts";
import {hasElements} from "./json-elements.ts";
import type {Check, Reading} from "./rule.ts";

/** What predicates need to know of the file. */
export interface Ground {
  readonly reading: Reading;
  /** Names of the columns that the file has. */
  readonly present: ReadonlySet<string>;
  /** Columns of amounts, prices and quantities, whose values are compared as numbers. */
  readonly decimals: ReadonlySet<string>;
  /** Text columns that placeholders are looked for in, and those of them that may not be null. */
  readonly texts: readonly string[];
  readonly filled: readonly string[];
  /** Columns whose type in the file is what the specification asks for, so that their text need not be read. */
  readonly typed: ReadonlySet<string>;
  /** Whether the form that typed columns were delivered in is no longer known. */
  readonly asRead: boolean;
  /** What the conditions of rules are made of. */
  readonly facts: Facts;
}

/**
 * Whether a row meets a check, as an SQL condition that is never null. A null value meets every demand but the one that
 * it be not null: that it may not be null is a rule of its own.
 */
export function meets(check: Check, ground: Ground): Query {
  switch (check[0]) {
    case "AND":
    case "bare-and":
    case "OR":
      return joined(
        check[1].map((each) => meets(each, ground)),
        check[0] === "OR" ? " or " : " and "
      );
    case "Not":
      return sql`not ${meets(check[1], ground)}`;
    case "CheckValue":
      return check[2] === null
        ? isNull(check[1], ground)
        : ground.present.has(check[1])
          ? equals(check[1], check[2], ground)
          : sql`true`;
    case "CheckNotValue":
      return check[2] === null
        ? sql`not ${isNull(check[1], ground)}`
        : ground.present.has(check[1])
          ? sql`not ${equals(check[1], check[2], ground)}`
          : sql`true`;
    case "OneOf":
      return orNull([check[1]], ground, sql`${identifier(check[1])} in (${texts(check[2])})`);
    case "CheckGreaterOrEqualThanValue":
      return orNull([check[1]], ground, compared(check[1], ">=", check[2], ground));
    case "CheckLessOrEqualThanValue":
      return orNull([check[1]], ground, compared(check[1], "<=", check[2], ground));
    case "CheckSameValue":
      return orNull([check[1], check[2]], ground, sql`${identifier(check[1])} = ${identifier(check[2])}`);
    case "CheckNotSameValue":
      return orNull([check[1], check[2]], ground, sql`${identifier(check[1])} <> ${identifier(check[2])}`);
    case "CheckBefore":
      return orNull([check[1], check[2]], ground, before(check[1], check[2], ground));
    case "ColumnByColumnEqualsColumnValue":
      return orNull([check[1], check[2], check[3]], ground, product(check[1], check[2], check[3], ground));
    case "Pairs":
      return orNull([check[1], check[2]], ground, paired(check[1], check[2], ground));
    case "NoPlaceholder":
      return none(ground.texts.map((name) => ground.facts.of(isPlaceholder(name), [name])));
    case "NotBlank":
      return none(ground.filled.map((name) => ground.facts.of(isBlank(name), [name])));
    case "JsonElements":
      return orNull([check[1]], ground, hasElements(check[1], identifier(check[1]), check[2]));
    case "Rule":
    case "ColumnPresent":
    case "CheckDistinctCount":
    case "CheckNoDuplicates":
    case "CustomColumns":
    case "WholeRecords":
      throw new Error(`not a check of rows: ${check[0]}`);
    default: {
      const [name, column] = check;
      if (ground.typed.has(column)) return sql`true`;
      const form = hasForm(name, column, ground);
      return ground.facts.of(sql`(${identifier(column)} is null or coalesce(${form}, false))`, [column]);
    }
  }
}

/** Whether a row is one that a condition asks for, never null. Columns that the file lacks count as null. */
export function selects(check: Check, ground: Ground): Query {
  switch (check[0]) {
    case "bare-and":
      // The reference drops such a condition.
      if (ground.reading === "official") return sql`true`;
      return conjunction(check[1].map((each) => selects(each, ground)));
    case "AND":
    case "OR":
      return joined(
        check[1].map((each) => selects(each, ground)),
        check[0] === "OR" ? " or " : " and "
      );
    case "Not":
      return sql`not ${selects(check[1], ground)}`;
    case "CheckValue":
      if (check[2] === null) return isNull(check[1], ground);
      return ground.present.has(check[1]) ? equals(check[1], check[2], ground) : sql`false`;
    case "CheckNotValue": {
      const [, column, value] = check;
      if (value === null) return sql`not ${isNull(column, ground)}`;
      const official = ground.reading === "official";
      if (!ground.present.has(column)) return official ? sql`false` : sql`true`;
      const differs = sql`not ${equals(column, value, ground)}`;
      return official ? sql`(not ${isNull(column, ground)} and ${differs})` : differs;
    }
    case "OneOf":
      if (!ground.present.has(check[1])) return sql`false`;
      return ground.facts.of(sql`coalesce(${identifier(check[1])} in (${texts(check[2])}), false)`, [check[1]]);
    default:
      return meets(check, ground);
  }
}

export function conjunction(conditions: readonly Query[]): Query {
  return conditions.length === 0 ? sql`true` : joined(conditions, " and ");
}

function joined(conditions: readonly Query[], word: string): Query {
  return sql`(${join(conditions, word)})`;
}

function none(conditions: readonly Query[]): Query {
  return conditions.length === 0 ? sql`true` : sql`not (${join(conditions, " or ")})`;
}

/** Only spaces; what begins with none sorts after them and is not looked at further. */
function isBlank(column: string): Query {
  const text = identifier(column);
  return sql`coalesce(case when ${text} < '!' then trim(${text}) = '' else false end, false)`;
}

function isNull(column: string, {present, facts}: Ground): Query {
  return present.has(column) ? facts.of(sql`(${identifier(column)} is null)`, [column]) : sql`true`;
}

function orNull(columns: readonly string[], {present, facts}: Ground, condition: Query): Query {
  if (!columns.every((name) => present.has(name))) return sql`true`;
  return facts.of(sql`coalesce(${condition}, true)`, columns);
}

/** Equality that is never null. */
function equals(column: string, value: string, ground: Ground): Query {
  const {decimals, facts} = ground;
  const same = decimals.has(column)
    ? compared(column, "=", value, ground)
    : sql`${identifier(column)} = ${literal(value)}`;
  return facts.of(sql`coalesce(${same}, false)`, [column]);
}

/** A column held against a number; exact decimals are compared as such, as it takes long to make doubles of them. */
function compared(column: string, operator: "=" | ">=" | "<=", value: string, {typed, facts, reading}: Ground): Query {
  const isExact = typed.has(column) && reading === "corrected";
  return isExact
    ? sql`${identifier(column)} ${raw(operator)} cast(${literal(value)} as decimal(38, 18))`
    : sql`${facts.number(column)} ${raw(operator)} cast(${literal(value)} as double)`;
}

/** Instants in the one form that is asked for stand in the order of their texts. */
function before(from: string, to: string, {typed}: Ground): Query {
  const [a, b] = [identifier(from), identifier(to)];
  if (typed.has(from) && typed.has(to)) return sql`${a} < ${b}`;
  const cast = sql`try_cast(${a} as timestamptz) < try_cast(${b} as timestamptz)`;
  if (typed.has(from) || typed.has(to)) return cast;
  return sql`case when ${plainInstant(a)} and ${plainInstant(b)} then ${a} < ${b} else ${cast} end`;
}

function product(a: string, b: string, result: string, {reading, facts}: Ground): Query {
  const [x, y, z] = [facts.number(a), facts.number(b), facts.number(result)];
  return reading === "official"
    ? sql`${x} * ${y} = ${z}`
    : sql`abs(${x} * ${y} - ${z}) <= greatest(1e-6, 1e-6 * abs(${z}))`;
}

/** A subcategory stands below its category; names that do not exist are the matter of other rules. */
function paired(subcategory: string, category: string, {reading}: Ground): Query {
  const [sub, cat] = [identifier(subcategory), identifier(category)];
  const byCategory = serviceCategories.map((name) => {
    const own = serviceSubcategories.filter((each) => each.category === name).map((each) => each.name);
    return sql`when ${literal(name)} then ${sub} in (${texts(own)})`;
  });
  const known = texts(serviceSubcategories.map(({name}) => name));
  const fits = sql`case ${cat} ${join(byCategory, " ")} end`;
  return reading === "official"
    ? sql`coalesce(${fits}, false)`
    : sql`coalesce(${fits}, true) or ${sub} not in (${known})`;
}
