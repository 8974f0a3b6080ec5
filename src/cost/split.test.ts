import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {amountText} from "../money/amount.ts";
import {type Bound, splitDimension} from "./dimensions/split-dimension.ts";
import {fieldNamed} from "./field.ts";
import {chargeOf} from "./fixtures/arbitrary.ts";
import {ask, contextOf, openBench} from "./fixtures/bench.ts";
import type {CostQuestionInput} from "./question.ts";

const bench = await openBench();
const charges = fc.sample(chargeOf, {numRuns: 60, seed: 11});
const lake = await bench.lake([{source: "aws", billingPeriod: "2026-10", charges}]);
const context = contextOf(bench, lake);

/** Any shares with 12 decimals, zero among them, of any number of values. */
const cutsOf = fc
  .tuple(
    fc.array(fc.bigInt({min: 0n, max: 10n ** 12n}), {maxLength: 4}),
    fc.shuffledSubarray(["red", "green", "blue", "it's", "x"], {minLength: 5})
  )
  .map(([cuts, values]) => {
    const edges = [0n, ...cuts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), 10n ** 12n];
    return edges.slice(1).map((upper, index) => ({
      value: values[index] ?? "rest",
      lower: amountText({units: edges[index] ?? 0n, scale: 12}),
      upper: amountText({units: upper, scale: 12})
    }));
  });
const boundsOf = fc
  .record({EC2: cutsOf, S3: cutsOf})
  .map((keys): Bound[] => Object.entries(keys).flatMap(([key, cuts]) => cuts.map((cut) => ({key, ...cut}))));

describe("a shared dimension", () => {
  test("splits by shares, exact pieces and all", async () => {
    const small = await bench.lake([
      {
        source: "s",
        billingPeriod: "2026-10",
        charges: [
          {ServiceName: "EC2", BillingCurrency: "USD", BilledCost: "0.000000000000000001"},
          {ServiceName: "EC2", BillingCurrency: "USD", BilledCost: "10"},
          {ServiceName: "S3", BillingCurrency: "USD", BilledCost: "5"}
        ]
      }
    ]);
    const third = splitDimension("third", fieldNamed("service"), [
      {key: "EC2", value: "a", lower: "0", upper: "0.333333333333"},
      {key: "EC2", value: "b", lower: "0.333333333333", upper: "1"}
    ]);
    const answer = await ask({metric: ["billed"], by: ["third"]}, contextOf(bench, small, {dimensions: [third]}));
    expect(answer.rows).toEqual([
      {third: "b", currency: "USD", billed: "6.666666666670000001"},
      {third: null, currency: "USD", billed: "5"},
      {third: "a", currency: "USD", billed: "3.33333333333"}
    ]);
    expect(answer.totals).toEqual([{currency: "USD", billed: "15.000000000000000001"}]);
  });

  test("changes no total, whatever the shares and whatever else is asked", async () => {
    const question: fc.Arbitrary<CostQuestionInput> = fc.record(
      {
        metric: fc.constantFrom<("billed" | "list" | "savings" | "consumed")[]>(
          ["billed", "list"],
          ["savings"],
          ["consumed"]
        ),
        by: fc.constantFrom(
          ["team"],
          ["service", "team"],
          ["team", "region"],
          ["team", "site"],
          ["site", "start", "team"]
        ),
        granularity: fc.constantFrom("day" as const, "month" as const),
        top: fc.integer({min: 1, max: 3})
      },
      {requiredKeys: ["metric", "by"]}
    );
    await fc.assert(
      fc.asyncProperty(question, boundsOf, boundsOf, async (asked, bounds, others) => {
        const dimensions = [
          splitDimension("team", fieldNamed("service"), bounds),
          splitDimension("site", fieldNamed("region"), others)
        ];
        // askCost itself throws where rows and totals differ.
        const shared = await ask(asked, {...context, dimensions});
        const without = await ask({metric: asked.metric ?? []}, context);
        expect(shared.totals).toEqual(without.totals);
      }),
      {numRuns: 40}
    );
  });

  test("gives a value the same amount whatever else it is grouped by", async () => {
    await fc.assert(
      fc.asyncProperty(boundsOf, async (bounds) => {
        const dimensions = [splitDimension("team", fieldNamed("service"), bounds)];
        const fine = await ask(
          {metric: ["billed"], by: ["team", "region", "charge"], top: 10_000},
          {...context, dimensions}
        );
        const coarse = await ask({metric: ["billed"], by: ["team"]}, {...context, dimensions});
        for (const row of coarse.rows) {
          const own = fine.rows.filter(
            (other) => other["team"] === row["team"] && other["currency"] === row["currency"]
          );
          expect(units(own.map((other) => String(other["billed"])))).toBe(units([String(row["billed"])]));
        }
      }),
      {numRuns: 15}
    );
  });

  test.for([
    [[{key: "a", value: "x", lower: "0", upper: "0.5"}], "sum to one"],
    [
      [
        {key: "a", value: "x", lower: "0", upper: "0.5"},
        {key: "a", value: "y", lower: "0.6", upper: "1"}
      ],
      "contiguous"
    ],
    [[{key: "a", value: "x", lower: "0.1", upper: "1"}], "contiguous"],
    [[], "no bounds"]
  ] as const)("with bounds %j is refused", ([bounds, message]) => {
    expect(() => splitDimension("s", fieldNamed("service"), bounds)).toThrow(message);
  });
});

function units(amounts: readonly string[]): bigint {
  return amounts.reduce((total, amount) => {
    const [whole = "", decimals = ""] = amount.replace("-", "").split(".");
    const value = BigInt(whole + decimals.padEnd(18, "0"));
    return total + (amount.startsWith("-") ? -value : value);
  }, 0n);
}
