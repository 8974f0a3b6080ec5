import {duckdbDialect} from "../../../../engine/duckdb/dialect.ts";
import {join, raw, sql} from "../../../../engine/query.ts";
import {didYouMean} from "../../../../nearest.ts";
import type {DeclaredTable} from "../form.ts";
import {functionNamed, functionNames} from "./functions.ts";
import {type Comparison, type Expression, parseExpression} from "./parse.ts";
import {ExpressionError} from "./tokens.ts";
import {alike, asType, booleanOf, decimalOf, mostDecimals, nouns, numberOf, textOf, type Typed} from "./typed.ts";

/** What the names of an expression mean. */
export interface Scope {
  readonly names: ReadonlyMap<string, Typed>;
  readonly tables: ReadonlyMap<string, DeclaredTable>;
}

/**
 * An expression as SQL. Tests are true or false, never unknown: a missing value meets `!=`, `not in` and `is null` and no
 * other test. Arithmetic is exact: a product that could need more than 18 decimals is refused here. Throws
 * `ExpressionError` with the place.
 */
export function compileExpression(text: string, scope: Scope): Typed {
  return compile(parseExpression(text), scope);
}

function compile(part: Expression, scope: Scope): Typed {
  switch (part.kind) {
    case "text":
      return textOf(sql`cast(${part.text} as varchar)`, part.text);
    case "number":
      return numberOf(part.text, part.at);
    case "boolean":
      return booleanOf(raw(part.value ? "true" : "false"));
    case "null":
      return {type: "nothing", query: raw("null"), scale: 0, constant: null};
    case "name":
      return named(part.text, part.at, scope);
    case "call":
      return called(part, scope);
    case "negative": {
      const value = asType(compile(part.of, scope), "decimal", part.at, "what a minus stands before");
      return decimalOf(sql`(-${value.query})`, value.scale);
    }
    case "arithmetic":
      return arithmetic(part, scope);
    case "not":
      return booleanOf(sql`(not ${condition(part.of, scope)})`);
    case "and":
    case "or": {
      const parts = part.parts.map((each) => condition(each, scope));
      return booleanOf(sql`(${join(parts, part.kind === "and" ? " and " : " or ")})`);
    }
    case "comparison":
      return compared(part, scope);
    case "in":
      return listed(part, scope);
    case "is null": {
      const value = compile(part.of, scope).query;
      return booleanOf(part.negated ? sql`(${value} is not null)` : sql`(${value} is null)`);
    }
    case "case":
      return cases(part, scope);
  }
}

function named(name: string, at: number, {names}: Scope): Typed {
  const found = names.get(name) ?? names.get(name.toLowerCase());
  if (found !== undefined) return found;
  throw new ExpressionError(
    at,
    `there is no column or definition ${name}${didYouMean(name, [...names.keys()])}`,
    "Texts stand in single quotes; names are those under columns and define."
  );
}

function called(part: Extract<Expression, {kind: "call"}>, scope: Scope): Typed {
  const found = functionNamed(part.name);
  if (found === null)
    throw new ExpressionError(
      part.at,
      `there is no function ${part.name}${didYouMean(part.name, functionNames())}`,
      `There are: ${functionNames().join(", ")}.`
    );
  const given = part.arguments.map((argument) => ({value: compile(argument, scope), at: argument.at}));
  return found({name: part.name, at: part.at, given, tables: scope.tables});
}

/** A condition that is true or false. */
function condition(part: Expression, scope: Scope) {
  const value = asType(compile(part, scope), "boolean", part.at, "a condition");
  return sql`coalesce(${value.query}, false)`;
}

function arithmetic({op, left, right, at}: Extract<Expression, {kind: "arithmetic"}>, scope: Scope): Typed {
  const a = asType(compile(left, scope), "decimal", left.at, `what stands before ${op}`);
  const b = asType(compile(right, scope), "decimal", right.at, `what stands after ${op}`);
  if (op !== "*") {
    const query = op === "+" ? sql`(${a.query} + ${b.query})` : sql`(${a.query} - ${b.query})`;
    return decimalOf(sql`cast(${query} as decimal(38, 18))`, Math.max(a.scale, b.scale));
  }
  const scale = a.scale + b.scale;
  if (scale > mostDecimals)
    throw new ExpressionError(
      at,
      `this product of ${a.scale} and ${b.scale} decimals may have ${scale}, and an amount has at most ${mostDecimals}`,
      "State scale: on the columns, or round it: multiply(a, b, 18)."
    );
  return decimalOf(duckdbDialect.product(a.query, b.query, mostDecimals), scale);
}

function compared({op, left, right, at}: Extract<Expression, {kind: "comparison"}>, scope: Scope): Typed {
  const sides = [left, right].map((side) => ({value: compile(side, scope), at: side.at}));
  const isNothing = sides.some(({value}) => value.type === "nothing");
  if (isNothing) throw new ExpressionError(at, "null is not compared", 'Write "is null" or "is not null".');
  const [a, b] = alike(sides, `what ${op} compares`);
  if (a === undefined || b === undefined) throw new Error("a comparison of fewer than two");
  if (a.type === "boolean" && op !== "=" && op !== "!=")
    throw new ExpressionError(at, `${op} does not compare ${nouns.boolean}`, "Use = or !=.");
  const met = op === "!=" ? "true" : "false";
  return booleanOf(sql`coalesce(${a.query} ${raw(symbols[op])} ${b.query}, ${raw(met)})`);
}

const symbols: Readonly<Record<Comparison, string>> = {
  "=": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">="
};

function listed({of, list, negated}: Extract<Expression, {kind: "in"}>, scope: Scope): Typed {
  const all = [of, ...list].map((each) => ({value: compile(each, scope), at: each.at}));
  const [value, ...others] = alike(all, "a value of the list");
  if (value === undefined) throw new Error("a list without a value");
  const met = sql`coalesce(${value.query} in (${join(others.map(({query}) => query))}), false)`;
  return booleanOf(negated ? sql`(not ${met})` : met);
}

function cases({branches, otherwise}: Extract<Expression, {kind: "case"}>, scope: Scope): Typed {
  const values = [...branches.map(({then}) => then), ...(otherwise === null ? [] : [otherwise])];
  const typed = alike(
    values.map((each) => ({value: compile(each, scope), at: each.at})),
    "a value of the case"
  );
  const whens = branches.map(({when}, index) => {
    const then = typed[index]?.query ?? raw("null");
    return sql`when ${condition(when, scope)} then ${then}`;
  });
  const last = otherwise === null ? undefined : typed.at(-1)?.query;
  const type = typed[0]?.type ?? "nothing";
  return {
    type,
    query: sql`(case ${join(whens, " ")}${last === undefined ? raw("") : sql` else ${last}`} end)`,
    scale: Math.max(0, ...typed.map(({scale}) => scale)),
    constant: null
  };
}
