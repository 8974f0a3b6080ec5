import fc from "fast-check";
import {expect} from "vitest";
import {sql} from "../query.ts";
import type {Asked, Case} from "./case.ts";
import {amount, table} from "./case.ts";

const largest = "99999999999999999999.999999999999999999";
const smallest = "0.000000000000000001";

export const arithmetic: readonly Case[] = [
  {
    title: "divides exactly, half away from zero",
    run: async (asked) => {
      const cases: readonly Operands[] = [
        ["1", "3", 6, "0.333333"],
        ["2", "3", 6, "0.666667"],
        ["-2", "3", 18, "-0.666666666666666667"],
        ["5", "2", 0, "3"],
        ["-5", "2", 0, "-3"],
        ["5", "-2", 0, "-3"],
        ["1", "2000000", 6, "0.000001"],
        ["-1", "2000000", 6, "-0.000001"],
        ["0.999999999999999999", "2000000", 6, "0.000000"],
        [smallest, "9999999999999999999", 18, "0.000000000000000000"],
        [smallest, smallest, 18, "1.000000000000000000"],
        ["0", "-7", 6, "0.000000"],
        ["7", "0", 6, null],
        ["0", "0", 6, null],
        [null, "7", 6, null],
        ["7", null, 6, null]
      ];
      for (const operands of cases)
        expect([operands, await compute(asked, "ratio", operands)]).toEqual([operands, operands[3]]);
    }
  },
  {
    title: "divides as integers of any size do",
    run: async (asked) => {
      await compare(
        asked,
        "ratio",
        fc.tuple(units(38), units(37)),
        ([a, b], scale) => {
          if (b === 0n) return null;
          return divide(a * 10n ** BigInt(scale), b);
        },
        ([a, b], result) => b === 0n || (abs(a / b) < 10n ** 20n && abs(result ?? 0n) < limit)
      );
    }
  },
  {
    title: "reports a ratio that does not fit",
    run: async (asked) => {
      await expect(compute(asked, "ratio", [largest, smallest, 18, null])).rejects.toMatchObject({
        code: "amount.overflow"
      });
    }
  },
  {
    title: "multiplies exactly, half away from zero",
    run: async (asked) => {
      const cases: readonly Operands[] = [
        ["2.5", "3", 0, "8"],
        ["-2.5", "3", 0, "-8"],
        ["2.5", smallest, 18, "0.000000000000000003"],
        ["-2.5", smallest, 18, "-0.000000000000000003"],
        ["0.333333333333333333", "3", 18, "0.999999999999999999"],
        [largest, "1000000", 12, "99999999999999999999999999.999999999999"],
        [largest, "-1000000", 6, "-100000000000000000000000000.000000"],
        [largest, "1", 18, largest],
        [largest, "0.999999999999999999", 18, "99999999999999999899.999999999999999999"],
        ["1", "0.5", 0, "1"],
        ["1", "0.499999999999999999", 0, "0"],
        ["-0.000001", "0.5", 6, "-0.000001"],
        ["0", "5", 6, "0.000000"],
        [null, "7", 6, null],
        ["7", null, 6, null]
      ];
      for (const operands of cases)
        expect([operands, await compute(asked, "product", operands)]).toEqual([operands, operands[3]]);
    }
  },
  {
    title: "multiplies as integers of any size do",
    run: async (asked) => {
      await compare(
        asked,
        "product",
        fc.tuple(units(38), units(36)),
        ([a, b], scale) => divide(a * b, 10n ** BigInt(36 - scale)),
        (_, result) => abs(result ?? 0n) < limit
      );
    }
  },
  {
    title: "reports a product that does not fit",
    run: async (asked) => {
      await expect(compute(asked, "product", [largest, "1.000000000000000001", 18, null])).rejects.toMatchObject({
        code: "amount.overflow"
      });
      await expect(compute(asked, "product", [largest, "-999999999999999999", 18, null])).rejects.toMatchObject({
        code: "amount.overflow"
      });
    }
  },
  {
    title: "divides and multiplies sums",
    run: async ({rows}) => {
      const answer = await rows((d) => {
        const [a, b] = [sql`sum(a)`, sql`sum(b)`] as const;
        return sql`select ${d.ratio(a, b, 6)} as r, ${d.product(a, b, 2)} as p from ${table(
          d,
          "v",
          {a: amount, b: amount},
          [
            ["1.5", "2"],
            ["2.5", "7"]
          ]
        )}`;
      });
      expect(answer).toEqual([{r: "0.444444", p: "36.00"}]);
    }
  }
];

type Hook = "ratio" | "product";
type Operands = readonly [a: string | null, b: string | null, scale: number, expected: string | null];

async function compute({rows}: Asked, hook: Hook, [a, b, scale]: Operands): Promise<unknown> {
  const answer = await rows(
    (d) =>
      sql`select ${d[hook](sql`v.a`, sql`v.b`, scale)} as c from ${table(d, "v", {a: amount, b: amount}, [[a, b]])}`
  );
  return answer[0]?.["c"];
}

const limit = 10n ** 38n;
const batch = 40;

/** Asks for many results at once and compares each with what integers of any size give. */
async function compare(
  {rows}: Asked,
  hook: Hook,
  pair: fc.Arbitrary<[bigint, bigint]>,
  expected: (pair: [bigint, bigint], scale: number) => bigint | null,
  fits: (pair: [bigint, bigint], result: bigint | null) => boolean
): Promise<void> {
  const input = fc.constantFrom(0, 6, 18).chain((scale) =>
    fc.record({
      scale: fc.constant(scale),
      pairs: fc.array(
        pair.filter((one) => fits(one, expected(one, scale))),
        {minLength: batch, maxLength: batch}
      )
    })
  );
  await fc.assert(
    fc.asyncProperty(input, async ({scale, pairs}) => {
      const operands = pairs.map(([a, b]) => [decimal(a, 18), decimal(b, 18)]);
      const answer = await rows(
        (d) =>
          sql`select ${d[hook](sql`v.a`, sql`v.b`, scale)} as c from ${table(d, "v", {a: amount, b: amount}, operands)} order by n`
      );
      const wanted = pairs.map((one) => decimal(expected(one, scale), scale));
      expect(operands.map((pair, n) => [...pair, answer[n]?.["c"]])).toEqual(
        operands.map((pair, n) => [...pair, wanted[n]])
      );
    }),
    {numRuns: 30}
  );
}

/** Integers of up to so many digits, every length as likely, and often with zeros at the end. */
function units(digits: number): fc.Arbitrary<bigint> {
  return fc.tuple(fc.integer({min: 0, max: digits}), fc.nat(), fc.boolean()).chain(([length, zeros, negative]) =>
    fc.bigInt({min: 0n, max: 10n ** BigInt(length) - 1n}).map((value) => {
      const unit = zeros % 3 === 0 ? 10n ** BigInt(zeros % (length + 1)) : 1n;
      const round = value - (value % unit);
      return negative ? -round : round;
    })
  );
}

function divide(a: bigint, b: bigint): bigint {
  const magnitude = (2n * abs(a) + abs(b)) / (2n * abs(b));
  return a < 0n === b < 0n ? magnitude : -magnitude;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function decimal(value: bigint | null, scale: number): string | null {
  if (value === null) return null;
  const digits = abs(value)
    .toString()
    .padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${value < 0n ? "-" : ""}${digits.slice(0, point)}${scale === 0 ? "" : `.${digits.slice(point)}`}`;
}
