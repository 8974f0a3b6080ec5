import {join, type Query, raw, sql} from "../../../../engine/query.ts";
import {didYouMean} from "../../../../nearest.ts";
import type {DeclaredTable} from "../form.ts";
import type {Call, Given} from "./functions.ts";
import {ExpressionError} from "./tokens.ts";
import {asType, textOf, type Typed} from "./typed.ts";

/**
 * `lookup('table', key)` or `lookup('table', key, 'Field')`, with a last value for keys that the table lacks; null
 * without one.
 */
export function lookup({at, given, tables}: Call): Typed {
  const [name, key, third, fourth] = given;
  if (name === undefined || key === undefined || given.length > 4)
    throw new ExpressionError(at, `lookup takes 2 to 4 values, not ${given.length}`, "See docs/importers.md.");
  const wanted = constant(name, "the name of a table");
  const table = tables.get(wanted);
  if (table === undefined)
    throw new ExpressionError(
      name.at,
      `there is no table ${wanted}${didYouMean(wanted, [...tables.keys()])}`,
      "Tables stand under tables:."
    );
  const hasFields = Object.values(table).some((entry) => typeof entry !== "string");
  const field = hasFields ? third : undefined;
  const otherwise = hasFields ? fourth : third;
  if (hasFields && field === undefined)
    throw new ExpressionError(at, `${wanted} has fields`, `Name one: lookup('${wanted}', …, 'Field').`);
  const entries = entriesOf(table, field, wanted);
  const search = asType(key.value, "text", key.at, "the key of lookup").query;
  const last =
    otherwise === undefined ? raw("null") : asType(otherwise.value, "text", otherwise.at, "the last value").query;
  if (entries.length === 0) return textOf(sql`cast(${last} as varchar)`);
  const whens = entries.map(([from, to]) => sql`when cast(${from} as varchar) then cast(${to} as varchar)`);
  return textOf(nulled(sql`(case ${search} ${join(whens, " ")} else ${last} end)`));
}

function entriesOf(table: DeclaredTable, field: Given | undefined, name: string): readonly [string, string][] {
  if (field === undefined)
    return Object.entries(table).flatMap(([key, to]) => (typeof to === "string" ? [[key, to]] : []));
  const wanted = constant(field, "the name of a field");
  const known = new Set(Object.values(table).flatMap((entry) => (typeof entry === "string" ? [] : Object.keys(entry))));
  if (!known.has(wanted))
    throw new ExpressionError(
      field.at,
      `${name} has no field ${wanted}${didYouMean(wanted, [...known])}`,
      `Fields: ${[...known].join(", ")}.`
    );
  return Object.entries(table).flatMap(([key, entry]) => {
    const to = typeof entry === "string" ? undefined : entry[wanted];
    return to === undefined ? [] : [[key, to]];
  });
}

function constant({value, at}: Given, what: string): string {
  if (value.type === "text" && value.constant !== null) return value.constant;
  throw new ExpressionError(at, `${what} must be a text as it stands`, "Write it in single quotes.");
}

function nulled(query: Query): Query {
  return sql`nullif(${query}, '')`;
}
