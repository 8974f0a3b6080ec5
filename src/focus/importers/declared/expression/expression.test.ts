import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sql} from "../../../../engine/query.ts";
import {add, compare, multiply, normalise, subtract} from "../../../../money/amount.ts";
import {type Bench, bench} from "../fixtures/bench.ts";
import {compileExpression, type Scope} from "./compile.ts";
import {ExpressionError} from "./tokens.ts";
import {decimalOf, instantOf, textOf} from "./typed.ts";

let engine: Bench;
beforeAll(async () => {
  engine = await bench();
});
afterAll(() => engine.close());

const money = (text: string, scale: number) => decimalOf(sql`cast(${text} as decimal(38, 18))`, scale);
const scope: Scope = {
  names: new Map([
    ["kind", textOf(sql`'Usage'`)],
    ["nothing", textOf(sql`cast(null as varchar)`)],
    ["labels", textOf(sql`'{"team": "a b", "of": {"it": "x"}}'`)],
    ["cost", money("12.50", 2)],
    ["free", money("0", 2)],
    ["rate", money("3.000000000000000001", 18)],
    ["day", instantOf(sql`timestamp '2024-02-15 10:00:00'`)]
  ]),
  tables: new Map([
    ["plain", {Usage: "used", "it's": "odd"}],
    ["rich", {Usage: {name: "Used", category: "Compute"}, Other: {name: "Else"}}]
  ])
};

async function valueOf(text: string) {
  const {query} = compileExpression(text, scope);
  const value = await engine.value(query);
  return typeof value === "string" && /^-?\d+\.\d+$/.test(value) ? normalise(value, {trailingZeros: false}) : value;
}

test.for([
  ["1 + 2 * 3 - 4", "3"],
  ["(1 + 2) * 3", "9"],
  ["-cost + 0.25", "-12.25"],
  ["--cost", "12.5"],
  ["cost * 3.14", "39.25"],
  ["divide(cost, 7, 4)", "1.7857"],
  ["divide(cost, free, 4)", null],
  ["if(true, 0.25, divide(7, 2, 0))", "0.25"],
  ["coalesce(multiply(cost, cost, 0), 0.5)", "156"],
  ["0.125 + divide(7, 2, 0)", "4.125"],
  ["multiply(rate, rate, 18)", "9.000000000000000006"],
  ["round(2.345, 2)", "2.35"],
  ["abs(-cost)", "12.5"],
  ["least(cost, 3)", "3"],
  ["greatest(cost, 3)", "12.5"],
  ["if(cost > 10, 'dear', 'cheap')", "dear"],
  ["case when kind = 'Tax' then 1 when kind = 'Usage' then 2 else 3 end", "2"],
  ["case when kind = 'Tax' then 1 end", null],
  ["coalesce(nothing, kind)", "Usage"],
  ["concat(kind, ' ', nothing, 'it''s')", "Usage it's"],
  ["concat(nothing, nothing)", null],
  ["upper(trim('  a '))", "A"],
  ["lower('ÄB')", "äb"],
  ["replace('a-b-c', '-', '/')", "a/b/c"],
  ["substring('abcdef', 2, 3)", "bcd"],
  ["substring('abc', 9)", null],
  ["split('a:b:c', ':', 2)", "b"],
  ["text(cost)", "12.5"],
  ["text(day)", "2024-02-15T10:00:00Z"],
  ["lookup('plain', kind)", "used"],
  ["lookup('plain', 'none')", null],
  ["lookup('plain', 'none', 'else')", "else"],
  ["lookup('rich', kind, 'category')", "Compute"],
  ["lookup('rich', 'Other', 'category', 'n/a')", "n/a"],
  ["field(labels, 'team')", "a b"],
  ["field(labels, 'of.it')", "x"],
  ["field(labels, 'none')", null],
  ["field(kind, 'team')", null],
  ["text(month_start(day))", "2024-02-01T00:00:00Z"],
  ["text(month_end(day))", "2024-03-01T00:00:00Z"],
  ["text(year_start(day))", "2024-01-01T00:00:00Z"],
  ["text(year_end(day))", "2025-01-01T00:00:00Z"],
  ["text(day_start(day))", "2024-02-15T00:00:00Z"],
  ["text(add_days(date('2024-02-28'), 2))", "2024-03-01T00:00:00Z"],
  ["text(add_months(date('2024-01-31'), 1))", "2024-02-29T00:00:00Z"],
  ["days_in_month(day)", "29"],
  ["year(day) * 100 + month(day)", "202402"],
  ["day(day)", "15"]
] as const)("%s is %s", async ([text, expected]) => {
  expect(await valueOf(text)).toBe(expected);
});

test.for([
  ["kind = 'Usage' and cost >= 12.5", true],
  ["nothing = 'x'", false],
  ["nothing != 'x'", true],
  ["not (nothing = 'x')", true],
  ["nothing < 'x' or nothing > 'x'", false],
  ["kind in ('Tax', 'Usage')", true],
  ["nothing in ('Tax')", false],
  ["nothing not in ('Tax')", true],
  ["nothing is null and kind is not null", true],
  ["day >= date('2024-02-15') and day < date('2024-02-16')", true],
  ["starts_with(kind, 'Us') and ends_with(kind, 'ge') and contains(kind, 'sag')", true],
  ["starts_with(nothing, 'a')", false],
  ["true and not false", true]
] as const)("%s is never unknown: %s", async ([text, expected]) => {
  expect(await engine.value(compileExpression(text, scope).query)).toBe(expected);
});

test.for([
  ["", 0, "it ends where a value is expected"],
  ["cost +", 6, "it ends where a value is expected"],
  ["cost / 2", 5, "a quotient needs its decimals"],
  ["(cost", 5, 'expected ")"'],
  ["cost)", 4, "there is no open parenthesis"],
  ["'open", 0, "no closing quote"],
  ['"text"', 0, "single quotes"],
  ["1.2.3", 0, "not a number"],
  ["cost # 2", 5, '"#" has no meaning'],
  ["costs", 0, 'there is no column or definition costs; did you mean "cost"?'],
  ["uper(kind)", 0, 'there is no function uper; did you mean "upper"?'],
  ["constructor(kind)", 0, "there is no function constructor"],
  ["upper(cost)", 6, "must be a text, not a number"],
  ["kind + 1", 0, "must be a number, not a text"],
  ["kind and true", 0, "a condition must be true or false"],
  ["kind = 1", 7, "must be a text, not a number"],
  ["kind = null", 5, "null is not compared"],
  ["if(kind = 'a', 1, 'b')", 18, "must be a number, not a text"],
  ["rate * rate", 5, "this product of 18 and 18 decimals may have 36"],
  ["divide(cost, 2)", 0, "divide takes 3 values, not 2"],
  ["divide(cost, 2, cost)", 16, "decimals are a number from 0 to 18"],
  ["round(cost, 19)", 12, "decimals are a number from 0 to 18"],
  ["date('2026-02-30')", 5, "is no day"],
  ["date(kind)", 5, "must be a text as it stands"],
  ["lookup('none', kind)", 7, "there is no table none"],
  ["lookup('rich', kind)", 0, "rich has fields"],
  ["lookup('rich', kind, 'nam')", 21, 'has no field nam; did you mean "name"?'],
  ["kind in ()", 10, "a list of nothing"],
  ["case end", 5, 'expected "when"'],
  ["add_days(day, 1.5)", 14, "whole number"],
  ["123456789012345678901", 0, "more than 20 digits"]
] as const)("%s is refused at %i", ([text, offset, message]) => {
  const thrown = refusalOf(text);
  expect([thrown.offset, thrown.message]).toEqual([offset, expect.stringContaining(message)]);
  expect(thrown.remedy).toMatch(/\.$/);
});

function refusalOf(text: string): ExpressionError {
  try {
    compileExpression(text, scope);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`not refused: ${text}`);
}

describe("hostile texts", () => {
  test("are bound and never become SQL", async () => {
    const hostile = "'; drop table x; --";
    const {query} = compileExpression("concat('''; drop table x; --', '')", scope);
    expect(query.texts.join("?")).not.toContain("drop");
    expect(await engine.value(query)).toBe(hostile);
  });

  test("nested deeply or long are refused, not run", () => {
    expect(refusalOf(`${"(".repeat(60)}1${")".repeat(60)}`).message).toContain("nested");
    expect(refusalOf(`${"not ".repeat(60)}true`).message).toContain("nested");
    expect(refusalOf(`${"-".repeat(60)}1`).message).toContain("signs");
    expect(refusalOf("1 + ".repeat(600)).message).toContain("longer than");
  });
});

test("sums, differences and products are those of exact arithmetic", async () => {
  const amount = fc.tuple(fc.boolean(), fc.bigInt({min: 0n, max: 10n ** 9n}), fc.integer({min: 0, max: 9}));
  await fc.assert(
    fc.asyncProperty(amount, amount, async (one, other) => {
      const [a, b] = [one, other].map(([minus, units, scale]) => {
        const digits = units.toString().padStart(scale + 1, "0");
        const whole = digits.slice(0, digits.length - scale);
        return `${minus ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(digits.length - scale)}`}`;
      }) as [string, string];
      const [, , scaleA] = one;
      const [, , scaleB] = other;
      const own: Scope = {
        ...scope,
        names: new Map([
          ["a", money(a, scaleA)],
          ["b", money(b, scaleB)]
        ])
      };
      const of = async (text: string): Promise<string> =>
        String(await engine.value(compileExpression(text, own).query));
      expect(compare(await of("a + b"), add(a, b))).toBe(0);
      expect(compare(await of("a - b"), subtract(a, b))).toBe(0);
      expect(compare(await of("a * b"), multiply(a, b, 18))).toBe(0);
    }),
    {numRuns: 60}
  );
});
