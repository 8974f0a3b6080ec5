import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {datasets} from "../../focus/dataset.ts";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {refusal, type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {commitments, earlierPeriods, invoices, periods} from "./fixtures/datasets.ts";
import {exported, lakeRows, takenIn} from "./fixtures/round-trip.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("charges.csv", csv([charge(), charge({...inMonth("2026-09"), BilledCost: "2"})])));
  for (const [name, text] of Object.entries({commitments, invoices, periods, earlierPeriods}))
    await shop.ingest(await shop.file(`${name}.csv`, text));
});
afterAll(() => shop.close());

const exportedRows = ({datasets: each}: Awaited<ReturnType<typeof exported>>) =>
  Object.fromEntries(each.map(({dataset, rows}) => [dataset, rows]));

describe("whole billing periods", () => {
  test.for(["csv", "csv.gz", "parquet"])(
    "have all four datasets of 1.4, and come back as they were, in %s",
    async (format) => {
      const folder = `all-${format}`;
      const report = await exported(shop, {folder, format});
      expect(exportedRows(report)).toEqual({
        CostAndUsage: 2,
        ContractCommitment: 2,
        InvoiceDetail: 2,
        BillingPeriod: 2
      });
      const files = (await readdir(join(shop.root, folder))).filter((name) => !name.endsWith(".json"));
      expect(files).toEqual([
        `BillingPeriod-2026-09.${format}`,
        `BillingPeriod-2026-10.${format}`,
        `ContractCommitment.${format}`,
        `CostAndUsage-2026-09.${format}`,
        `CostAndUsage-2026-10.${format}`,
        `InvoiceDetail-2026-10.${format}`
      ]);
      const other = await takenIn(shop, folder);
      try {
        for (const dataset of datasets) expect(await lakeRows(other, dataset)).toEqual(await lakeRows(shop, dataset));
      } finally {
        await other.close();
      }
    }
  );

  test("have what begins in them, and the commitments that run in them", async () => {
    const report = await exported(shop, {folder: "october", period: "2026-10"});
    expect(exportedRows(report)).toEqual({CostAndUsage: 1, ContractCommitment: 1, InvoiceDetail: 2, BillingPeriod: 1});
    expect(report.datasets.find(({dataset}) => dataset === "InvoiceDetail")?.totals).toEqual([
      {currency: "USD", rows: 2, billed: "3.500000000000000001", effective: null, contracted: null, list: null}
    ]);
    expect(report.datasets.every(({conformance}) => conformance !== null)).toBe(true);
    const early = await exported(shop, {folder: "early", period: "2025-12"}).catch((error: unknown) => error);
    expect(early).toMatchObject({datasets: [{dataset: "ContractCommitment", rows: 1}]});
  });

  test("of an older version have the datasets that it had, with what is newer kept by name", async () => {
    const third = await exported(shop, {folder: "third", focus: "1.3"});
    expect(exportedRows(third)).toEqual({CostAndUsage: 2, ContractCommitment: 2});
    expect(third.datasets[1]?.kept).toContain("x_Kept_ContractCommitmentModel");
    expect(exportedRows(await exported(shop, {folder: "second", focus: "1.2"}))).toEqual({CostAndUsage: 2});
    const other = await takenIn(shop, "third");
    try {
      expect(await lakeRows(other, "ContractCommitment")).toEqual(await lakeRows(shop, "ContractCommitment"));
    } finally {
      await other.close();
    }
  });
});

test("charges of a question come alone, and other datasets have no part that belongs to them", async () => {
  for (const part of [{filter: "billed > 1"}, {axis: "charge"}, {without: ["taxes"]}]) {
    const report = await exported(shop, {folder: "part", replace: true, ...part});
    expect(report.datasets.map(({dataset}) => dataset)).toEqual(["CostAndUsage"]);
    const error = await refusal(() => exported(shop, {folder: "no", dataset: ["InvoiceDetail"], ...part}));
    expect(error.code).toBe("question.invalid");
  }
  expect((await refusal(() => exported(shop, {folder: "no", focus: "1.2", dataset: ["InvoiceDetail"]}))).code).toBe(
    "version.unknown"
  );
  const some = await exported(shop, {folder: "some", dataset: ["BillingPeriod", "CostAndUsage"], period: "2026-09"});
  expect(exportedRows(some)).toEqual({CostAndUsage: 1, BillingPeriod: 1});
});
