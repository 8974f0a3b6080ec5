import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {importerBench, type ImporterBench} from "../fixtures/importer-bench.ts";
import {azureImporter} from "./importer.ts";

let bench: ImporterBench;
beforeAll(async () => {
  bench = await importerBench(azureImporter, {
    billing_account_id: "861",
    date: "2026-10-05",
    charge_type: "Usage",
    pricing_model: "OnDemand",
    currency: "USD",
    cost: "0"
  });
});
afterAll(async () => bench.close());

describe("of the two exports", () => {
  const reservation = "/providers/Microsoft.Capacity/reservationOrders/o/reservations";
  const use = {cost: "5", resource_id: "a", meter_id: "m", quantity: "1"};
  const more = {...use, cost: "7", resource_id: "b"};
  const covered = {pricing_model: "Reservation", benefit_id: `${reservation}/r`, resource_id: "c"};
  const purchase = {
    charge_type: "Purchase",
    pricing_model: "Reservation",
    benefit_id: `${reservation}/`,
    reservation_id: "o",
    cost: "3"
  };
  const amortizedFile = () =>
    bench.file(
      "one.csv",
      use,
      more,
      {...covered, cost: "2"},
      {...covered, charge_type: "UnusedReservation", cost: "1"}
    );
  const actualFile = () => bench.file("two.csv", use, more, {...covered, cost: "0"}, purchase);

  test("both together give every charge once", async () => {
    const [amortized, actual] = [amortizedFile(), actualFile()];
    const rows = [
      ...(await bench.rows(amortized, [amortized, actual])),
      ...(await bench.rows(actual, [amortized, actual]))
    ];
    expect(rows.map((row) => [row["BilledCost"], row["EffectiveCost"]])).toEqual([
      ["7", "7"],
      ["5", "5"],
      ["0", "1"],
      ["0", "2"],
      ["3", "0"]
    ]);
    // A purchase names its order only, which has one reservation.
    const ids = rows.flatMap((row) => row["CommitmentDiscountId"] ?? []);
    expect([...new Set(ids)]).toEqual(["/providers/microsoft.capacity/reservationorders/o/reservations/r"]);
    expect(await bench.told([amortized, actual])).toEqual(["unknown-units: 2", "in-both-exports: 3"]);
  });

  test("one alone is taken whole, and what it lacks is told", async () => {
    const [amortized, actual] = [amortizedFile(), actualFile()];
    expect(await bench.rows(amortized)).toHaveLength(4);
    expect(await bench.told([amortized])).toContain("amortized-alone: 2");
    expect(await bench.rows(actual)).toHaveLength(4);
    expect(await bench.told([actual])).toContain("actual-alone: 2");
  });

  test("parts that do not tell what they are are known by what they repeat", async () => {
    const parts = [
      bench.file("a.csv", {...covered, cost: "2"}, {...covered, charge_type: "UnusedReservation", cost: "1"}),
      bench.file("b.csv", use, more),
      bench.file("c.csv", purchase),
      bench.file("d.csv", more, use)
    ];
    const rows = (await Promise.all(parts.map((part) => bench.rows(part, parts)))).map((part) => part.length);
    expect(rows).toEqual([2, 2, 1, 0]);
  });

  test("other months and accounts are left alone", async () => {
    const amortized = amortizedFile();
    const other = bench.file("three.csv", {...use, date: "2026-11-05"}, {...use, billing_account_id: "9"});
    expect(await bench.rows(other, [amortized, other])).toHaveLength(2);
  });

  test("an incomplete one is told", async () => {
    const amortized = amortizedFile();
    const less = bench.file("two.csv", use, purchase);
    expect(await bench.told([amortized, less])).toContain("actual-total: 1");
  });
});
