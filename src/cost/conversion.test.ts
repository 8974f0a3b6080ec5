import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Rate} from "../lake/rate-source.ts";
import {add, compare as compareAmounts, normalise} from "../money/amount.ts";
import {settings} from "../settings.ts";
import {chargeOf} from "./fixtures/arbitrary.ts";
import {ask, contextOf, openBench, rateSource} from "./fixtures/bench.ts";
import {type RateBasis, openConverter, rateText} from "./rates.ts";

const bench = await openBench();
const rates: readonly Rate[] = [
  {base: "USD", quote: "EUR", day: "2026-09-01", rate: "0.90"},
  {base: "USD", quote: "EUR", day: "2026-09-15", rate: "0.91"},
  {base: "USD", quote: "EUR", day: "2026-09-29", rate: "0.9235"},
  {base: "USD", quote: "EUR", day: "2026-10-01", rate: "0.93"},
  {base: "USD", quote: "EUR", day: "2026-10-15", rate: "0.95"},
  {base: "USD", quote: "EUR", day: "2026-10-30", rate: "0.97"},
  {base: "EUR", quote: "GBP", day: "2026-09-01", rate: "0.8"},
  {base: "EUR", quote: "GBP", day: "2026-09-14", rate: "0.86"},
  {base: "EUR", quote: "GBP", day: "2026-09-28", rate: "0.85"},
  {base: "EUR", quote: "GBP", day: "2026-10-01", rate: "0.87"},
  {base: "EUR", quote: "GBP", day: "2026-10-12", rate: "0.88"},
  {base: "EUR", quote: "GBP", day: "2026-10-31", rate: "0.84"}
];

async function rateOf(basis: RateBasis, currency: string, key: string, own: readonly Rate[] = rates): Promise<string> {
  const converter = await openConverter(rateSource(own), basis, "EUR", ["USD", "GBP"]);
  return normalise(rateText(converter.rate(currency, key)), {trailingZeros: false});
}

describe("the rate of a basis", () => {
  test.for([
    ["charge-day", "USD", "2026-09-15", "0.91"],
    ["charge-day", "USD", "2026-09-22", "0.91"],
    ["month-average", "USD", "2026-10", "0.95"],
    ["month-average", "USD", "2026-09", "0.911166666666666667"],
    ["month-end", "USD", "2026-09", "0.9235"],
    ["invoice", "USD", "2026-10", "0.97"],
    ["charge-day", "GBP", "2026-09-01", "1.25"],
    ["month-end", "GBP", "2026-09", "1.176470588235294118"],
    ["month-end", "EUR", "2026-09", "1"]
  ] as const)("%s of %s for %s is %s", async ([basis, currency, key, rate]) => {
    expect(await rateOf(basis, currency, key)).toBe(rate);
  });

  test("is averaged to 18 decimals, half to even", async () => {
    const day = (date: string, rate: string): Rate => ({base: "USD", quote: "EUR", day: `2026-09-${date}`, rate});
    expect(
      await rateOf("month-average", "USD", "2026-09", [
        day("01", "0.000000000000000001"),
        day("02", "0.000000000000000002")
      ])
    ).toBe("0.000000000000000002");
    expect(
      await rateOf("month-average", "USD", "2026-09", [
        day("01", "0.000000000000000002"),
        day("02", "0.000000000000000003")
      ])
    ).toBe("0.000000000000000002");
  });

  test("that is missing names pair and date, and no third currency comes between", async () => {
    const converter = await openConverter(rateSource(rates), "charge-day", "USD", ["GBP"]);
    expect(() => converter.rate("GBP", "2026-09-15")).toThrow(/from GBP to USD for 2026-09-15 \(charge-day\)/);
    await expect(rateOf("charge-day", "USD", "2026-09-23")).rejects.toMatchObject({code: "rates.missing"});
    await expect(rateOf("month-average", "USD", "2026-11")).rejects.toMatchObject({code: "rates.missing"});
  });

  test("is not taken where it is not above zero", async () => {
    await expect(
      rateOf("month-end", "USD", "2026-09", [{base: "USD", quote: "EUR", day: "2026-09-01", rate: "0"}])
    ).rejects.toThrow(/not above zero/);
  });
});

const charges = fc.sample(chargeOf, {numRuns: 80, seed: 3});
const lake = await bench.lake([
  {
    source: "a",
    billingPeriod: "2026-09",
    charges: charges.filter((charge) => String(charge["BillingPeriodStart"]).startsWith("2026-09"))
  },
  {
    source: "a",
    billingPeriod: "2026-10",
    charges: charges.filter((charge) => String(charge["BillingPeriodStart"]).startsWith("2026-10"))
  }
]);

function converting(basis: RateBasis) {
  return contextOf(bench, lake, {
    rates: () => Promise.resolve(rateSource(rates)),
    settings: settings.parse({rates: {set: "test", basis}})
  });
}

describe("ING-C1 a converted answer", () => {
  test.for(["month-average", "month-end", "invoice"] as const)(
    "on the basis %s has the sum of amount × rate, with every digit",
    async (basis) => {
      const answer = await ask({metric: ["billed"], currency: "eur"}, converting(basis));
      const expected = [];
      for (const charge of charges) {
        const column = basis === "invoice" ? "BillingPeriodStart" : "ChargePeriodStart";
        const rate = await rateOf(basis, String(charge["BillingCurrency"]), String(charge[column]).slice(0, 7));
        expected.push(exactProduct(String(charge["BilledCost"]), rate));
      }
      expect(answer.totals).toEqual([
        {
          currency: "EUR",
          billed: normalise(
            expected.reduce((a, b) => add(a, b), "0"),
            {trailingZeros: false}
          )
        }
      ]);
      expect(answer.notes.join(" ")).toContain(`basis ${basis}`);
      expect(answer.receipt.rates).toEqual({set: "test", revision: "1", basis});
    }
  );

  test("has one total, whatever it is grouped by, shared out or folded", async () => {
    const total = (await ask({currency: "EUR", metric: ["billed", "list"]}, converting("month-average"))).totals;
    const by = fc.subarray(["service", "tag.team", "start", "charge", "currency"]);
    await fc.assert(
      fc.asyncProperty(by, fc.option(fc.integer({min: 1, max: 3}), {nil: undefined}), async (names, top) => {
        const answer = await ask(
          {
            currency: "EUR",
            metric: ["billed", "list"],
            by: names,
            granularity: "month",
            ...(top === undefined || names.length === 0 ? {} : {top})
          },
          converting("month-average")
        );
        expect(answer.totals).toEqual(total);
        expect(answer.rows.every((row) => row["currency"] === "EUR")).toBe(true);
      }),
      {numRuns: 25}
    );
  });

  test("ranks the top by converted amounts", async () => {
    const [all, few] = [
      await ask({currency: "EUR", metric: ["billed"], by: ["currency"]}, converting("month-end")),
      await ask({currency: "EUR", metric: ["billed"], by: ["currency"], top: 1}, converting("month-end"))
    ];
    const [greatest, ...rest] = all.rows.toSorted((a, b) => compareAmounts(String(b["billed"]), String(a["billed"])));
    expect(few.rows[0]).toEqual(greatest);
    expect(few.rows[1]).toMatchObject({BillingCurrency: "other", other: true, currency: "EUR"});
    expect(normalise(String(few.rows[1]?.["billed"]), {trailingZeros: false})).toBe(
      normalise(
        rest.reduce((total, row) => add(total, String(row["billed"])), "0"),
        {trailingZeros: false}
      )
    );
  });

  test("converts no quantity", async () => {
    const plain = await ask({metric: ["consumed"]}, converting("month-average"));
    const converted = await ask({metric: ["consumed"], currency: "EUR"}, converting("month-average"));
    const units = new Set(plain.totals.map((row) => row["unit"]));
    expect(converted.totals).toHaveLength(units.size);
    for (const unit of units) {
      const own = plain.totals
        .filter((row) => row["unit"] === unit)
        .reduce((total, row) => add(total, String(row["consumed"])), "0");
      expect(converted.totals.find((row) => row["unit"] === unit)?.["consumed"]).toBe(
        normalise(own, {trailingZeros: false})
      );
    }
  });

  test("is refused where a rate that it needs is missing, and only then", async () => {
    const context = contextOf(bench, lake, {
      rates: () => Promise.resolve(rateSource(rates.filter(({base}) => base === "USD"))),
      settings: settings.parse({rates: {set: "test", basis: "month-end"}})
    });
    await expect(ask({currency: "EUR"}, context)).rejects.toMatchObject({
      code: "rates.missing",
      data: {base: "GBP", quote: "EUR"}
    });
    await expect(ask({currency: "EUR", by: ["service"], top: 2}, context)).rejects.toMatchObject({
      code: "rates.missing"
    });
    await expect(ask({currency: "EUR", filter: "currency != 'GBP'"}, context)).resolves.toMatchObject({
      totals: [{currency: "EUR"}]
    });
  });
});

function exactProduct(a: string, b: string): string {
  const [left, right] = [a, b].map((text) => {
    const [whole = "", decimals = ""] = text.split(".");
    return {units: BigInt(whole + decimals), scale: decimals.length};
  });
  if (left === undefined || right === undefined) throw new Error("two amounts");
  const scale = left.scale + right.scale;
  const negative = left.units * right.units < 0n;
  const digits = String(left.units * right.units)
    .replace("-", "")
    .padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative || (left.units === 0n && a.startsWith("-")) ? `-${text}` : text;
}
