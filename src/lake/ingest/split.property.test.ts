import * as fc from "fast-check";
import {expect, test} from "vitest";
import {sql} from "../../engine/query.ts";
import {type Allocation, allocationAnswer} from "../../focus/importers/opencost/fixtures/allocations.ts";
import {normalise, sum} from "../../money/amount.ts";
import {charge, csv} from "../fixtures/charges.ts";
import {workshop} from "../fixtures/workshop.ts";

test("however charges and windows lie, every sum stays to the last digit and no row is lost", async () => {
  const money = fc
    .tuple(
      fc.integer({min: -99_999_999, max: 99_999_999}),
      fc.integer({min: 0, max: 999_999_999}),
      fc.integer({min: 0, max: 999_999_999})
    )
    .map(([whole, a, b]) => `${whole}.${String(a).padStart(9, "0")}${String(b).padStart(9, "0")}`);
  const hourOf = (n: number): string => Temporal.Instant.from("2026-10-01T00:00:00Z").add({minutes: n}).toString();
  const span = fc.tuple(fc.nat(2880), fc.integer({min: 1, max: 4000})).map(([from, length]) => ({
    ChargePeriodStart: hourOf(from),
    ChargePeriodEnd: hourOf(from + length)
  }));
  const bill = fc.array(
    fc.record({
      span,
      billed: money,
      effective: money,
      consumed: fc.option(money, {nil: ""}),
      node: fc.constantFrom("i-1", "i-2", "other")
    }),
    {minLength: 1, maxLength: 8}
  );
  const weight = fc.oneof(fc.constant(0), fc.double({min: 0, max: 1000, noNaN: true}));
  const running = fc.array(
    fc.record({cpu: weight, ram: weight, node: fc.constantFrom("i-1", "i-2", undefined), isIdle: fc.boolean()}),
    {
      minLength: 1,
      maxLength: 6
    }
  );
  await fc.assert(
    fc.asyncProperty(bill, fc.array(running, {minLength: 1, maxLength: 3}), async (charges, days) => {
      const place = await workshop();
      try {
        const rows = charges.map(({span: at, billed, effective, consumed, node}) =>
          charge({BilledCost: billed, ...at, EffectiveCost: effective, ConsumedQuantity: consumed, ResourceId: node})
        );
        rows.push(charge({ResourceId: "i-1"}));
        await place.file("bill.csv", csv(rows));
        const windows = days.map((allocations, n) => ({
          from: hourOf(n * 1000 + 7),
          to: hourOf((n + 1) * 1000 + 7),
          allocations: [
            {name: "always", node: "i-1", namespace: "always", cpu: 1},
            ...allocations.map((each, k): Allocation => ({
              name: each.isIdle ? `${k}/__idle__` : `p${k}`,
              namespace: each.isIdle ? "" : `p${k}`,
              cpu: each.cpu,
              ram: each.ram,
              ...(each.node === undefined ? {} : {node: each.node})
            }))
          ]
        }));
        await place.file("a.json", allocationAnswer(windows));
        await place.ingest(["bill.csv", "a.json"]);
        const [row] =
          await place.rows(sql`select cast(sum("BilledCost") as varchar) as b, cast(sum("EffectiveCost") as varchar) as e,
          cast(coalesce(sum("ConsumedQuantity"), 0) as varchar) as q,
          count(distinct coalesce("x"['x_AllocationOrigin'], uuid()::varchar)) as n from charges`);
        const total = (column: string): string =>
          normalise(sum(rows.map((each) => each[column] || "0")), {trailingZeros: false});
        expect({
          b: normalise(String(row?.["b"]), {trailingZeros: false}),
          e: normalise(String(row?.["e"]), {trailingZeros: false}),
          q: normalise(String(row?.["q"]), {trailingZeros: false}),
          n: row?.["n"]
        }).toEqual({
          b: total("BilledCost"),
          e: total("EffectiveCost"),
          q: total("ConsumedQuantity"),
          n: String(rows.length)
        });
      } finally {
        await place.close();
      }
    }),
    {numRuns: 8}
  );
});
