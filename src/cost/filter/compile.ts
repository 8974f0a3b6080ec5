import {type Query, join, sql} from "../../engine/query.ts";
import {type Field, fieldNamed} from "../field.ts";
import {type Terms, decimalValue, instantValue, textValue, valueOf} from "../terms.ts";
import type {Comparison, Filter, Membership, Test} from "./filter.ts";

/**
 * The filter as a condition with every value bound. SQL has three truth values and a filter two: `not` is moved down to
 * the tests, and a test that a missing value meets says so (`f <> v or f is null`), so that no unknown remains that
 * could count as true. Comparisons that a missing value does not meet stay plain, for engines to prune by.
 */
export function compileFilter(filter: Filter, terms: Terms): Query {
  return condition(filter, true, terms);
}

/** The fields that a filter reads, each once. */
export function fieldsOf(filter: Filter): readonly Field[] {
  const fields = new Map<string, Field>();
  const walk = (part: Filter): void => {
    if ("all" in part) part.all.forEach(walk);
    else if ("any" in part) part.any.forEach(walk);
    else if ("not" in part) walk(part.not);
    else fields.set(part.field, fieldNamed(part.field));
  };
  walk(filter);
  return [...fields.values()];
}

function condition(filter: Filter, wanted: boolean, terms: Terms): Query {
  if ("not" in filter) return condition(filter.not, !wanted, terms);
  if ("all" in filter || "any" in filter) {
    const parts = "all" in filter ? filter.all : filter.any;
    const word = "all" in filter === wanted ? " and " : " or ";
    return sql`(${join(
      parts.map((part) => condition(part, wanted, terms)),
      word
    )})`;
  }
  return test(filter, wanted, terms);
}

const negated: ReadonlySet<string> = new Set(["!=", "not in", "not like", "!~", "is null"]);

function test(part: Test, wanted: boolean, terms: Terms): Query {
  const field = fieldNamed(part.field);
  const value = valueOf(field, terms);
  // What remains is a test that a missing value does not meet, asked for or refused.
  const positive = negated.has(part.op) !== wanted;
  if (!("value" in part || "values" in part)) return positive ? sql`${value} is not null` : sql`${value} is null`;
  const met = comparison(part, field, value, positive, terms);
  return positive ? met : sql`(${met} or ${value} is null)`;
}

function comparison(
  part: Comparison | Membership,
  field: Field,
  value: Query,
  positive: boolean,
  {dialect}: Terms
): Query {
  const bound = (text: string): Query => {
    if (field.type === "decimal") return decimalValue(text, dialect);
    return field.type === "text" ? textValue(text, dialect) : instantValue(text, dialect);
  };
  if ("values" in part) {
    const list = join(part.values.map(bound));
    return positive ? sql`${value} in (${list})` : sql`${value} not in (${list})`;
  }
  const operand = bound(part.value);
  switch (part.op) {
    case "=":
    case "!=":
      return positive ? sql`${value} = ${operand}` : sql`${value} <> ${operand}`;
    case "<":
      return positive ? sql`${value} < ${operand}` : sql`${value} >= ${operand}`;
    case "<=":
      return positive ? sql`${value} <= ${operand}` : sql`${value} > ${operand}`;
    case ">":
      return positive ? sql`${value} > ${operand}` : sql`${value} <= ${operand}`;
    case ">=":
      return positive ? sql`${value} >= ${operand}` : sql`${value} < ${operand}`;
    case "like":
    case "not like":
      return positive ? sql`${value} like ${operand} escape '\\'` : sql`${value} not like ${operand} escape '\\'`;
    case "~":
    case "!~":
      return positive ? dialect.matches(value, operand) : sql`not ${dialect.matches(value, operand)}`;
  }
}
