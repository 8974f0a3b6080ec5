import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type Query, raw, sql} from "../../../engine/query.ts";
import {compare, isZero, subtract, sum} from "../../../money/amount.ts";
import {type Bench, bench} from "./fixtures/bench.ts";
import type {DeclaredSpread} from "./form.ts";
import {spreading} from "./spread.ts";

let engine: Bench;
beforeAll(async () => {
  engine = await bench();
});
afterAll(() => engine.close());

async function shares(spread: DeclaredSpread, amount: string, from = "2026-02-01", to = "2026-03-01") {
  const native: Query = sql`(select cast(${amount} as decimal(38, 18)) as amount, cast(${from} as timestamp) as f, cast(${to} as timestamp) as t)`;
  const {relation, share} = spreading(spread, native, raw("f"), raw("t"), []);
  const time =
    spread.over === "parts"
      ? sql`part as a, '' as b`
      : sql`cast(part_start as varchar) as a, cast(part_end as varchar) as b`;
  const rows = await engine.rows(
    sql`select ${share(raw("amount"))} as share, ${time} from ${relation} order by part_number`
  );
  return rows.map((row) => ({share: String(row["share"]), from: String(row["a"]), to: String(row["b"])}));
}

test("a month is spread over its days, and the days meet", async () => {
  const days = await shares({over: "days", scale: "2"}, "100.00");
  expect(days).toHaveLength(28);
  expect(days[0]).toEqual({share: "3.570000000000000000", from: "2026-02-01 00:00:00", to: "2026-02-02 00:00:00"});
  expect(days.slice(1).every((day, index) => day.from === days[index]?.to)).toBe(true);
  expect(days.at(-1)?.to).toBe("2026-03-01 00:00:00");
});

test("a term is spread over its months; a month that is begun counts", async () => {
  const months = await shares({over: "months", scale: "2"}, "100", "2026-01-15", "2026-04-02");
  expect(months).toEqual([
    {share: "25.000000000000000000", from: "2026-01-15 00:00:00", to: "2026-02-01 00:00:00"},
    {share: "25.000000000000000000", from: "2026-02-01 00:00:00", to: "2026-03-01 00:00:00"},
    {share: "25.000000000000000000", from: "2026-03-01 00:00:00", to: "2026-04-01 00:00:00"},
    {share: "25.000000000000000000", from: "2026-04-01 00:00:00", to: "2026-04-02 00:00:00"}
  ]);
});

test("an interval of nothing is one part that keeps the amount", async () => {
  expect(await shares({over: "days", scale: "2"}, "7.5", "2026-02-01", "2026-02-01")).toEqual([
    {share: "7.500000000000000000", from: "2026-02-01 00:00:00", to: "2026-02-01 00:00:00"}
  ]);
});

test("parts have their weights", async () => {
  const parts = await shares({over: "parts", scale: "2", parts: {one: "1", two: "2.5", none: "0"}}, "7");
  expect(parts.map(({share, from}) => [from, share])).toEqual([
    ["one", "2.000000000000000000"],
    ["two", "5.000000000000000000"],
    ["none", "0.000000000000000000"]
  ]);
});

test("shares sum to the amount, and equal ones differ by a unit at most", async () => {
  const amounts = fc.tuple(fc.bigInt({min: -(10n ** 15n), max: 10n ** 15n}), fc.integer({min: 0, max: 18}));
  await fc.assert(
    fc.asyncProperty(
      amounts,
      fc.integer({min: 0, max: 18}),
      fc.integer({min: 1, max: 40}),
      async ([units, scale], digits, count) => {
        const magnitude = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
        const amount = `${units < 0n ? "-" : ""}${magnitude.slice(0, magnitude.length - scale)}.${magnitude.slice(magnitude.length - scale)}0`;
        const names = Array.from({length: count}, (_, index) => `p${index}`);
        const found = (await shares({over: "parts", scale: String(digits), parts: names}, amount)).map(
          ({share}) => share
        );
        expect(isZero(subtract(sum(found), amount))).toBe(true);
        if (scale > digits) return;
        const sorted = found.toSorted(compare);
        const unit = digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`;
        expect(compare(subtract(sorted.at(-1) ?? "0", sorted[0] ?? "0"), unit)).toBeLessThanOrEqual(0);
      }
    ),
    {numRuns: 40}
  );
});
