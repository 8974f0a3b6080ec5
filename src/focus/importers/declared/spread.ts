import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../../engine/query.ts";
import {isZero, sum} from "../../../money/amount.ts";
import {decimalOf, instantOf, textOf, type Typed} from "./expression/typed.ts";
import type {DeclaredSpread} from "./form.ts";
import {DeclarationError, type Path} from "./problem.ts";

/** How a native row becomes several: a relation of the parts beside it, and how an amount is shared among them. */
export interface Spreading {
  /** The native rows, each once for every part. */
  readonly relation: Query;
  /** Names that expressions of a spread row can use besides the native columns. */
  readonly names: ReadonlyMap<string, Typed>;
  /** The share of an amount. The shares of all parts sum to the amount, to the last digit. */
  share(amount: Query): Query;
}

/**
 * Shares are differences of running totals, each rounded to the scale of the spread and the last one exact, so that
 * nothing is lost and no two equal parts differ by more than one unit. Throws `DeclarationError`.
 */
export function spreading(
  spread: DeclaredSpread,
  native: Query,
  from: Query | null,
  to: Query | null,
  path: Path
): Spreading {
  const scale = Number.parseInt(spread.scale, 10);
  if (spread.over === "parts") return overParts(spread, native, scale, path);
  if (from === null || to === null)
    throw new DeclarationError(
      path,
      `a spread over ${spread.over} needs from and to`,
      "Give them, such as from: {expression: month_start(month)} and to: {expression: month_end(month)}."
    );
  if (spread.parts !== undefined)
    throw new DeclarationError([...path, "parts"], "parts are for over: parts", "Remove them.");
  return overTime(spread.over, native, from, to, scale);
}

const number = sql`"part_number"`;
const count = sql`"part_count"`;

function overTime(over: "days" | "months", native: Query, from: Query, to: Query, scale: number): Spreading {
  const unit = literal(over === "days" ? "day" : "month");
  const step = raw(over === "days" ? "to_days" : "to_months");
  const begun = sql`(select *, ${from} as "spread_from", ${to} as "spread_to" from ${native})`;
  // A month that is begun counts; an interval of nothing is one part, so that its amount is not lost.
  const length = sql`greatest(1, coalesce(cast(date_diff(${unit}, date_trunc(${unit}, "spread_from"), date_trunc(${unit}, "spread_to" - interval 1 microsecond)) as integer) + 1, 1))`;
  const counted = sql`(select *, ${length} as "part_count" from ${begun})`;
  const numbered = sql`(select *, unnest(range(1, cast("part_count" as bigint) + 1)) as "part_number" from ${counted})`;
  const begins = sql`case when "part_number" = 1 then "spread_from" else date_trunc(${unit}, "spread_from") + ${step}(cast("part_number" - 1 as integer)) end`;
  const ends = sql`case when "part_number" = "part_count" then "spread_to" else date_trunc(${unit}, "spread_from") + ${step}(cast("part_number" as integer)) end`;
  const relation = sql`(select *, ${begins} as "part_start", ${ends} as "part_end" from ${numbered})`;
  return {
    relation,
    names: new Map([
      ["part_start", instantOf(identifier("part_start"))],
      ["part_end", instantOf(identifier("part_end"))],
      ["part_number", decimalOf(sql`cast(${number} as decimal(38, 18))`, 0)],
      ["part_count", decimalOf(sql`cast(${count} as decimal(38, 18))`, 0)]
    ]),
    share: (amount) => {
      const upTo = (k: Query): Query =>
        duckdbDialect.ratio(
          duckdbDialect.product(amount, sql`cast(${k} as decimal(36, 18))`, 18),
          sql`cast(${count} as decimal(38, 18))`,
          scale
        );
      return shareOf(amount, upTo);
    }
  };
}

/** With all decimals: DuckDB gives a case the least scale of its branches where their widths leave no room. */
function exact(value: Query): Query {
  return sql`cast(${value} as decimal(38, 18))`;
}

function shareOf(amount: Query, upTo: (k: Query) => Query): Query {
  const here = sql`(case when ${number} = ${count} then ${amount} else ${exact(upTo(number))} end)`;
  const before = sql`(case when ${number} = 1 then 0 else ${exact(upTo(sql`(${number} - 1)`))} end)`;
  return sql`cast(${here} - ${before} as decimal(38, 18))`;
}

function overParts({parts}: DeclaredSpread, native: Query, scale: number, path: Path): Spreading {
  if (parts === undefined)
    throw new DeclarationError(path, "a spread over parts needs parts", "Name them: parts: [one, other].");
  const weighted = Array.isArray(parts) ? parts.map((name) => [name, "1"] as const) : Object.entries(parts);
  const whole = sum(weighted.map(([, weight]) => weight));
  if (isZero(whole) || weighted.some(([, weight]) => weight.startsWith("-")))
    throw new DeclarationError(
      [...path, "parts"],
      "weights are not negative, and not all zero",
      "Correct the weights."
    );
  let running = "0";
  const entries = weighted.map(([name, weight], index) => {
    const before = running;
    running = sum([running, weight]);
    return sql`{'name': cast(${name} as varchar), 'n': ${raw(String(index + 1))}, 'before': cast(${before} as decimal(36, 18)), 'upto': cast(${running} as decimal(36, 18))}`;
  });
  const listed = sql`(select *, unnest([${join(entries)}]) as "part_entry", ${raw(String(weighted.length))} as "part_count" from ${native})`;
  const relation = sql`(select *, "part_entry".n as "part_number", "part_entry".name as "part" from ${listed})`;
  const portion = (amount: Query, weight: Query): Query =>
    exact(
      duckdbDialect.ratio(duckdbDialect.product(amount, weight, 18), sql`cast(${whole} as decimal(38, 18))`, scale)
    );
  return {
    relation,
    names: new Map([
      ["part", textOf(identifier("part"))],
      ["part_number", decimalOf(sql`cast(${number} as decimal(38, 18))`, 0)],
      ["part_count", decimalOf(sql`cast(${count} as decimal(38, 18))`, 0)]
    ]),
    share: (amount) => {
      const here = sql`(case when ${number} = ${count} then ${amount} else ${portion(amount, sql`"part_entry".upto`)} end)`;
      const before = sql`(case when ${number} = 1 then 0 else ${portion(amount, sql`"part_entry".before`)} end)`;
      return sql`cast(${here} - ${before} as decimal(38, 18))`;
    }
  };
}
