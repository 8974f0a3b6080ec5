import {describe, expect, test} from "vitest";
import {ask, contextOf, openBench} from "./fixtures/bench.ts";
import type {Charge, Delivery} from "./fixtures/lake.ts";

const bench = await openBench();

function delivery(
  source: string,
  billingPeriod: string,
  from: string,
  to: string,
  createdAt = "2026-11-15T00:00:00.000Z"
): Delivery {
  const one = (ChargePeriodStart: string, ChargePeriodEnd: string): Charge => ({
    ChargePeriodStart,
    ChargePeriodEnd,
    BillingPeriodStart: `${billingPeriod}-01`,
    BillingCurrency: "USD",
    BilledCost: "1"
  });
  const day = (date: string, days: number) => Temporal.PlainDate.from(date).add({days}).toString();
  return {source, billingPeriod, createdAt, charges: [one(from, day(from, 1)), one(day(to, -1), to)]};
}

async function completenessOf(deliveries: readonly Delivery[], question: Parameters<typeof ask>[0]) {
  return (await ask({metric: ["billed"], ...question}, contextOf(bench, await bench.lake(deliveries)))).completeness;
}

describe("ING-C3 ING-O1 REP-C3 completeness", () => {
  test("is said where the data covers the time", async () => {
    const whole = [delivery("a", "2026-10", "2026-10-01", "2026-11-01")];
    expect(await completenessOf(whole, {period: "2026-10"})).toEqual({
      asked: {from: "2026-10-01", to: "2026-11-01"},
      dataFrom: "2026-10-01T00:00:00Z",
      dataTo: "2026-11-01T00:00:00Z",
      complete: true,
      sources: [{source: "a", dataThrough: "2026-11-01T00:00:00Z", periods: ["2026-10"]}],
      notes: []
    });
    expect(await completenessOf(whole, {})).toMatchObject({complete: true, asked: {from: null, to: null}});
  });

  test("days after the newest charge are incomplete, source by source", async () => {
    const completeness = await completenessOf(
      [delivery("a", "2026-10", "2026-10-01", "2026-11-01"), delivery("b", "2026-10", "2026-10-01", "2026-10-20")],
      {period: "2026-10"}
    );
    expect(completeness.complete).toBe(false);
    expect(completeness.notes).toEqual(["b has data through 2026-10-20; later days are incomplete."]);
  });

  test("a subscription for the rest of the month does not make days complete that were still to come", async () => {
    const completeness = await completenessOf(
      [delivery("a", "2026-11", "2026-11-01", "2026-12-01", "2026-11-14T06:30:00.000Z")],
      {period: "2026-11"}
    );
    expect(completeness.sources).toEqual([
      {source: "a", dataThrough: "2026-11-14T06:30:00.000Z", periods: ["2026-11"]}
    ]);
    expect(completeness.notes).toEqual(["a has data through 2026-11-14 06:30Z; later days are incomplete."]);
  });

  test("a source that was asked for and has nothing is said", async () => {
    const whole = [delivery("a", "2026-10", "2026-10-01", "2026-11-01")];
    expect(await completenessOf(whole, {period: "2026-10", source: ["a", "aws-prd"]})).toMatchObject({
      complete: false,
      notes: ["There is no data of source aws-prd in this time."]
    });
  });

  test("a time before the data, and a month missing between, are said", async () => {
    const gap = [
      delivery("a", "2026-08", "2026-08-01", "2026-09-01"),
      delivery("a", "2026-10", "2026-10-01", "2026-11-01")
    ];
    const completeness = await completenessOf(gap, {from: "2026-07-01", to: "2026-11-01"});
    expect(completeness.notes).toEqual([
      "The data begins on 2026-08-01; there is none from 2026-07-01 until then.",
      "a has no data of 2026-09."
    ]);
    expect(await completenessOf(gap, {period: "2026-09"})).toMatchObject({complete: false});
  });

  test("of a comparison is of both times, which need not touch", async () => {
    const years = [
      delivery("a", "2025-10", "2025-10-01", "2025-11-01"),
      delivery("a", "2026-10", "2026-10-01", "2026-11-01")
    ];
    expect(await completenessOf(years, {period: "2026-10", compare: "year"})).toMatchObject({
      complete: true,
      notes: []
    });
    expect((await completenessOf(years, {period: "2026-10", compare: "previous"})).notes).toEqual([
      "There is no data of the earlier time that this is compared with."
    ]);
    const late = [
      delivery("a", "2026-09", "2026-09-11", "2026-10-01"),
      delivery("a", "2026-10", "2026-10-01", "2026-11-01")
    ];
    expect((await completenessOf(late, {period: "2026-10", compare: "previous"})).notes).toEqual([
      "The data of the earlier time begins on 2026-09-11, not on 2026-09-01."
    ]);
  });
});
