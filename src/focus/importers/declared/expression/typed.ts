import {type Query, raw, sql} from "../../../../engine/query.ts";
import {ExpressionError} from "./tokens.ts";

export type ExpressionType = "text" | "decimal" | "instant" | "boolean" | "nothing";

/** A compiled expression: SQL with its constants bound, and the type of what it gives. */
export interface Typed {
  readonly type: ExpressionType;
  readonly query: Query;
  /** Decimals: the most decimals that a value can have. */
  readonly scale: number;
  /** The text of a constant, null for everything else. */
  readonly constant: string | null;
}

/** The most decimals of an amount in the lake. */
export const mostDecimals = 18;

export const nouns: Readonly<Record<ExpressionType, string>> = {
  text: "a text",
  decimal: "a number",
  instant: "a point in time",
  boolean: "true or false",
  nothing: "nothing"
};

export function textOf(query: Query, constant: string | null = null): Typed {
  return {type: "text", query, scale: 0, constant};
}

export function decimalOf(query: Query, scale: number, constant: string | null = null): Typed {
  return {type: "decimal", query, scale, constant};
}

export function instantOf(query: Query): Typed {
  return {type: "instant", query, scale: 0, constant: null};
}

export function booleanOf(query: Query): Typed {
  return {type: "boolean", query, scale: 0, constant: null};
}

/** A constant number with its own decimals. Throws `ExpressionError` where the lake has no room for it. */
export function numberOf(text: string, at: number): Typed {
  const [whole = "", fraction = ""] = text.split(".");
  if (whole.replace(/^0+/, "").length > 20 || fraction.length > mostDecimals)
    throw new ExpressionError(
      at,
      "this number has more than 20 digits before or 18 after the point",
      "Write a shorter one."
    );
  return decimalOf(sql`cast(${text} as decimal(38, 18))`, fraction.length, text);
}

export const sqlTypes: Readonly<Record<ExpressionType, Query>> = {
  text: raw("varchar"),
  decimal: raw("decimal(38, 18)"),
  instant: raw("timestamp"),
  boolean: raw("boolean"),
  nothing: raw("varchar")
};

/** The value as this type; nothing becomes null of it. Throws `ExpressionError` for a value of another type. */
export function asType(value: Typed, type: ExpressionType, at: number, what: string): Typed {
  if (value.type === type) return value;
  if (value.type === "nothing") return {...value, type, query: sql`cast(null as ${sqlTypes[type]})`};
  throw new ExpressionError(
    at,
    `${what} must be ${nouns[type]}, not ${nouns[value.type]}`,
    remedyFor(value.type, type)
  );
}

function remedyFor(from: ExpressionType, to: ExpressionType): string {
  if (to === "text") return "Make a text of it with text(…).";
  if (to === "decimal" && from === "text") return "Give the column kind: decimal, so that it is read exactly.";
  if (to === "instant" && from === "text") return "Give the column kind: date, or write date('2026-10-01').";
  return "See docs/importers.md for what takes what.";
}

/** Values that must be of one type, such as the branches of a case. Throws `ExpressionError`. */
export function alike(values: readonly {readonly value: Typed; readonly at: number}[], what: string): Typed[] {
  const type = values.find(({value}) => value.type !== "nothing")?.value.type ?? "nothing";
  return values.map(({value, at}) => asType(value, type, at, what));
}
