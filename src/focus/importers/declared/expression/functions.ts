import {duckdbDialect} from "../../../../engine/duckdb/dialect.ts";
import {join, literal, type Query, raw, sql} from "../../../../engine/query.ts";
import {isDay} from "../../../../time/day.ts";
import type {DeclaredTable} from "../form.ts";
import {lookup} from "./lookup.ts";
import {ExpressionError} from "./tokens.ts";
import {alike, asType, booleanOf, decimalOf, instantOf, mostDecimals, textOf, type Typed} from "./typed.ts";

export interface Given {
  readonly value: Typed;
  readonly at: number;
}

export interface Call {
  readonly name: string;
  readonly at: number;
  readonly given: readonly Given[];
  readonly tables: ReadonlyMap<string, DeclaredTable>;
}

type Compiled = (call: Call) => Typed;

/** The function with a name in small letters; null where there is none. */
export function functionNamed(name: string): Compiled | null {
  return Object.hasOwn(functions, name) ? (functions[name] ?? null) : null;
}

export function functionNames(): readonly string[] {
  return Object.keys(functions).toSorted();
}

const functions: Readonly<Record<string, Compiled>> = {
  // Of any type.
  if: (call) => {
    const [when, ...rest] = between(call, 3, 3);
    const test = asType(first(when).value, "boolean", first(when).at, "what if asks").query;
    const [yes, no] = alike(rest, "a value of if");
    return {...joined([yes, no]), query: sql`(case when ${test} then ${first(yes).query} else ${first(no).query} end)`};
  },
  coalesce: (call) => {
    const values = alike(between(call, 2, 20), "a value of coalesce");
    return {...joined(values), query: sql`coalesce(${join(values.map(({query}) => query))})`};
  },
  lookup,
  text: (call) => {
    const {value, at} = first(between(call, 1, 1)[0]);
    if (value.type === "decimal") return textOf(sql`regexp_replace(cast(${value.query} as varchar), '\\.?0+$', '')`);
    if (value.type === "instant") return textOf(sql`strftime(${value.query}, '%Y-%m-%dT%H:%M:%SZ')`);
    return textOf(asType(value, "text", at, "what text takes").query);
  },

  // Texts.
  concat: (call) => {
    const parts = between(call, 1, 20).map(({value, at}) => asType(value, "text", at, "a part of concat").query);
    return textOf(sql`nullif(concat(${join(parts)}), '')`);
  },
  lower: texts(1, 1, (text) => sql`lower(${text})`),
  upper: texts(1, 1, (text) => sql`upper(${text})`),
  trim: texts(1, 1, (text) => sql`trim(${text})`),
  replace: texts(3, 3, (text, from, to) => sql`replace(${text}, ${from}, ${to})`),
  substring: (call) => {
    const [text, start, length] = between(call, 2, 3);
    const from = whole(first(start));
    const value = asType(first(text).value, "text", first(text).at, "what substring cuts").query;
    return textOf(
      length === undefined
        ? sql`nullif(substring(${value}, ${from}), '')`
        : sql`nullif(substring(${value}, ${from}, ${whole(length)}), '')`
    );
  },
  split: (call) => {
    const [text, separator, part] = between(call, 3, 3);
    const value = asType(first(text).value, "text", first(text).at, "what split cuts").query;
    const by = asType(first(separator).value, "text", first(separator).at, "the separator").query;
    return textOf(sql`nullif(split_part(${value}, ${by}, ${whole(first(part))}), '')`);
  },
  starts_with: tests((text, start) => sql`starts_with(${text}, ${start})`),
  ends_with: tests((text, end) => sql`ends_with(${text}, ${end})`),
  contains: tests((text, part) => sql`contains(${text}, ${part})`),
  field: (call) => {
    const [json, key] = between(call, 2, 2);
    const value = asType(first(json).value, "text", first(json).at, "what field looks into").query;
    const path = constantText(first(key), "the key of field")
      .split(".")
      .map((part) => `."${part.replaceAll(/["\\]/g, "")}"`)
      .join("");
    return textOf(sql`nullif(json_extract_string(try_cast(${value} as json), ${literal(`$${path}`)}), '')`);
  },

  // Numbers.
  divide: (call) => {
    const [a, b, scale] = between(call, 3, 3);
    const digits = scaleOf(first(scale));
    const quotient = duckdbDialect.ratio(number(first(a)), number(first(b)), digits);
    return decimalOf(sql`cast(${quotient} as decimal(38, 18))`, digits);
  },
  multiply: (call) => {
    const [a, b, scale] = between(call, 3, 3);
    const digits = scaleOf(first(scale));
    const product = duckdbDialect.product(number(first(a)), number(first(b)), digits);
    return decimalOf(sql`cast(${product} as decimal(38, 18))`, digits);
  },
  round: (call) => {
    const [value, scale] = between(call, 2, 2);
    const digits = scaleOf(first(scale));
    return decimalOf(sql`cast(round(${number(first(value))}, ${raw(String(digits))}) as decimal(38, 18))`, digits);
  },
  abs: (call) => {
    const value = first(between(call, 1, 1)[0]);
    return decimalOf(sql`abs(${number(value)})`, value.value.scale);
  },
  least: extreme("least"),
  greatest: extreme("greatest"),

  // Time, in UTC.
  date: (call) => {
    const given = first(between(call, 1, 1)[0]);
    const text = constantText(given, "a date");
    if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isDay(text))
      throw new ExpressionError(given.at, `${text} is no day`, "Write it as date('2026-10-01').");
    return instantOf(sql`cast(${text} as timestamp)`);
  },
  day_start: instants(1, (instant) => sql`date_trunc('day', ${instant})`),
  month_start: instants(1, (instant) => sql`date_trunc('month', ${instant})`),
  month_end: instants(1, (instant) => sql`(date_trunc('month', ${instant}) + interval 1 month)`),
  year_start: instants(1, (instant) => sql`date_trunc('year', ${instant})`),
  year_end: instants(1, (instant) => sql`(date_trunc('year', ${instant}) + interval 1 year)`),
  add_days: instants(2, (instant, days) => sql`(${instant} + to_days(${days}))`),
  add_months: instants(2, (instant, months) => sql`(${instant} + to_months(${months}))`),
  year: datePart("year"),
  month: datePart("month"),
  day: datePart("day"),
  days_in_month: (call) => {
    const value = instant(first(between(call, 1, 1)[0]));
    return decimalOf(sql`cast(date_part('day', last_day(${value})) as decimal(38, 18))`, 0);
  }
};

type Make = (a: Query, b: Query, c: Query) => Query;

/** SQL of up to three values. */
function made(make: Make, [a, b, c]: readonly Query[]): Query {
  const none = raw("null");
  return make(a ?? none, b ?? none, c ?? none);
}

function texts(least: number, most: number, make: Make): Compiled {
  return (call) => {
    const values = between(call, least, most).map(({value, at}) =>
      asType(value, "text", at, `what ${call.name} takes`)
    );
    return textOf(
      sql`nullif(${made(
        make,
        values.map(({query}) => query)
      )}, '')`
    );
  };
}

function tests(make: Make): Compiled {
  return (call) => {
    const values = between(call, 2, 2).map(({value, at}) => asType(value, "text", at, `what ${call.name} takes`));
    return booleanOf(
      sql`coalesce(${made(
        make,
        values.map(({query}) => query)
      )}, false)`
    );
  };
}

function instants(count: number, make: Make): Compiled {
  return (call) => {
    const [when, amount] = between(call, count, count);
    return instantOf(made(make, [instant(first(when)), ...(amount === undefined ? [] : [whole(amount)])]));
  };
}

function datePart(part: "year" | "month" | "day"): Compiled {
  return (call) =>
    decimalOf(sql`cast(date_part(${literal(part)}, ${instant(first(between(call, 1, 1)[0]))}) as decimal(38, 18))`, 0);
}

function extreme(which: "least" | "greatest"): Compiled {
  return (call) => {
    const values = alike(between(call, 2, 20), `a value of ${which}`);
    return {...joined(values), query: sql`${raw(which)}(${join(values.map(({query}) => query))})`};
  };
}

/** The arguments, whose number must lie within these bounds. */
function between({name, at, given}: Call, least: number, most: number): readonly Given[] {
  if (given.length >= least && given.length <= most) return given;
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  throw new ExpressionError(at, `${name} takes ${wanted} values, not ${given.length}`, "See docs/importers.md.");
}

function first<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("an argument that was counted is not there");
  return value;
}

function joined(values: readonly (Typed | undefined)[]): Typed {
  const known = values.filter((value) => value !== undefined);
  const [one] = known;
  return {
    type: one?.type ?? "nothing",
    query: raw("null"),
    scale: Math.max(0, ...known.map(({scale}) => scale)),
    constant: null
  };
}

function number({value, at}: Given): Query {
  return asType(value, "decimal", at, "what is reckoned with").query;
}

function instant({value, at}: Given): Query {
  return asType(value, "instant", at, "what is asked for its time").query;
}

/** A whole number as SQL. */
function whole({value, at}: Given): Query {
  const typed = asType(value, "decimal", at, "a number of places");
  if (typed.scale > 0)
    throw new ExpressionError(at, "this must be a whole number", "Write a whole number, or round(…, 0).");
  return sql`cast(${typed.query} as integer)`;
}

function scaleOf({value, at}: Given): number {
  const digits = value.constant !== null && /^\d{1,2}$/.test(value.constant) ? BigInt(value.constant) : null;
  if (digits === null || digits > BigInt(mostDecimals))
    throw new ExpressionError(at, `decimals are a number from 0 to ${mostDecimals}`, "Write it as it is, such as 18.");
  return Number.parseInt(digits.toString(), 10);
}

export function constantText({value, at}: Given, what: string): string {
  if (value.type === "text" && value.constant !== null) return value.constant;
  throw new ExpressionError(at, `${what} must be a text as it stands`, "Write it in single quotes.");
}
