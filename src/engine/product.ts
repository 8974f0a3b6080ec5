import type {Query} from "./query.ts";
import {raw, sql} from "./query.ts";

/** The decimals that ratios and products are made with, which are those of the lake. */
const scaleLimit = 18;

/** A scale as SQL text. Throws where it is none from 0 to 18. */
export function scaleText(scale: number): string {
  if (!Number.isInteger(scale) || scale < 0 || scale > scaleLimit) throw new Error(`invalid scale: ${scale}`);
  return String(scale);
}

/**
 * a × b as DECIMAL(38, scale), rounded half away from zero, for engines whose decimals have 38 digits.
 *
 * Both sides are split into integer and fraction, whose four products are exact in 38 digits; what is whole in these
 * and what is not are added apart, and only the latter is rounded. As every part has the sign of the result, no sum on
 * the way is greater than it. Exact for every a of DECIMAL(38,18) and b of DECIMAL(36,18), that is |b| below 10^18; a
 * result that does not fit is an overflow that the engine reports.
 */
export function exactProduct(a: Query, b: Query, scale: number, truncate: (value: Query) => Query): Query {
  const fraction = (value: Query): Query => sql`cast(${value} - ${truncate(value)} as decimal(18, 18))`;
  const type = raw(`decimal(38, ${scaleText(scale)})`);
  const left = sql`cast(${a} as decimal(38, 18))`;
  const right = sql`cast(${b} as decimal(36, 18))`;
  const leftWhole = sql`cast(${truncate(left)} as decimal(20, 0))`;
  const rightWhole = sql`cast(${truncate(right)} as decimal(18, 0))`;
  const across = sql`(${leftWhole} * ${fraction(right)})`;
  const back = sql`(${rightWhole} * ${fraction(left)})`;
  const whole = sql`${leftWhole} * ${rightWhole} + ${truncate(across)} + ${truncate(back)}`;
  const rest = sql`cast(${fraction(across)} as decimal(38, 36)) + cast(${fraction(back)} as decimal(38, 36)) + ${fraction(left)} * ${fraction(right)}`;
  return sql`(cast(${whole} as ${type}) + cast(${rest} as ${type}))`;
}
