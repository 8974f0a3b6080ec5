import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {exportedVersions} from "../../focus/downgrade-version.ts";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {validate} from "../../lake/operations/validate.ts";
import {exportFormats} from "./contract.ts";
import {hostileCharges} from "./fixtures/hostile.ts";
import {exported, lakeRows, moneyOf, takenIn} from "./fixtures/round-trip.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("hostile.csv", csv(hostileCharges)));
});
afterAll(() => shop.close());

const text = (...path: string[]): Promise<string> => readFile(join(shop.root, ...path), "utf8");
const json = async (...path: string[]) => JSON.parse(await text(...path)) as Record<string, never>;
const dataFiles = async (root: string, folder: string): Promise<readonly string[]> =>
  (await readdir(join(root, folder))).filter((name) => !name.endsWith(".json"));

describe("ING out: a round trip", () => {
  test.for(exportedVersions.flatMap((focus) => exportFormats.map((format) => [focus, format] as const)))(
    "as FOCUS %s in %s changes no row",
    async ([focus, format]) => {
      const folder = `round/${focus}-${format}`;
      const report = await exported(shop, {folder, focus, format});
      const other = await takenIn(shop, folder);
      try {
        expect(await lakeRows(other)).toEqual(await lakeRows(shop));
        expect(await moneyOf(other)).toEqual(await moneyOf(shop));
        expect(
          report.rows.map(({billingPeriod, currency, rows, billed}) => [billingPeriod, currency, rows, billed])
        ).toEqual([
          ["2026-09", "EUR", 1, "1"],
          ["2026-09", "USD", 1, "-7"],
          ["2026-10", "USD", 7, "12345678901234567895.723456889012345677"]
        ]);
      } finally {
        await other.close();
      }
    }
  );

  test.for(exportedVersions)("as FOCUS %s in CSV and back has the same bytes, in parts too", async (focus) => {
    const parts = {focus, format: "csv", partRows: 3};
    const folder = `bytes/${focus}`;
    await exported(shop, {folder, ...parts});
    const other = await takenIn(shop, folder);
    try {
      await exported(other, {folder: "again", ...parts});
      const names = await dataFiles(shop.root, folder);
      expect(names).toEqual([
        "CostAndUsage-2026-09.csv",
        "CostAndUsage-2026-10-0001.csv",
        "CostAndUsage-2026-10-0002.csv",
        "CostAndUsage-2026-10-0003.csv"
      ]);
      expect(await dataFiles(other.root, "again")).toEqual(names);
      for (const name of names) {
        expect(await readFile(join(other.root, "again", name), "utf8")).toBe(await text(folder, name));
      }
    } finally {
      await other.close();
    }
  });

  test("parts have the rows of the whole, in its order", async () => {
    await exported(shop, {folder: "whole"});
    await exported(shop, {folder: "parts", partRows: 2});
    const [header = "", ...rows] = recordsOf(await text("whole", "CostAndUsage-2026-10.csv"));
    const parts = (await dataFiles(shop.root, "parts")).filter((name) => name.includes("2026-10"));
    const all = await Promise.all(parts.map(async (name) => recordsOf(await text("parts", name))));
    expect(all.map(([first]) => first)).toEqual(parts.map(() => header));
    expect(all.flatMap(([, ...rest]) => rest)).toEqual(rows);
    expect(all.map((each) => each.length - 1)).toEqual([2, 2, 2, 1]);
  });
});

/** Records of our own CSV: a line end inside quotes follows an odd number of them. */
function recordsOf(content: string): readonly string[] {
  const records: string[] = [];
  for (const line of content.trimEnd().split("\n")) {
    const open = records.at(-1);
    if (open !== undefined && open.split('"').length % 2 === 0) records[records.length - 1] = `${open}\n${line}`;
    else records.push(line);
  }
  return records;
}

describe("what is written", () => {
  test("has the columns of the version, the mandatory ones always, and keeps the others by name", async () => {
    const columns = async (focus: string) => {
      const folder = `columns/${focus}`;
      const {datasets} = await exported(shop, {folder, focus});
      expect((await text(folder, "CostAndUsage-2026-09.csv")).split("\n")[0]).toBe(datasets[0]?.columns.join(","));
      return datasets[0]?.columns ?? [];
    };
    const [oldest, newest] = [await columns("1.0"), await columns("1.4")];
    expect(oldest).toEqual(expect.arrayContaining(["ProviderName", "PublisherName", "PricingUnit", "ChargeClass"]));
    expect(oldest).toEqual(expect.arrayContaining(["x_Kept_InvoiceId", "x_Kept_ServiceProviderName"]));
    expect(oldest).not.toContain("InvoiceId");
    expect(newest).toEqual(expect.arrayContaining(["InvoiceId", "ServiceProviderName", "x_Kept_ProviderName"]));
    expect(newest).not.toContain("ProviderName");
    // What a vendor calls x_InvoiceId is no InvoiceId, and no two columns have one name.
    expect(oldest).toContain("x_InvoiceId");
    expect(newest).toContain("x_Kept_cost_center");
    expect(new Set(oldest.map((name) => name.toLowerCase())).size).toBe(oldest.length);
  });

  test("is exact, plain and untouched", async () => {
    await exported(shop, {folder: "plain"});
    const october = await text("plain", "CostAndUsage-2026-10.csv");
    const september = await text("plain", "CostAndUsage-2026-09.csv");
    expect(october).toContain("12345678901234567890.123456789012345678");
    expect(october).toContain("-99999999999999999999.999999999999999999");
    expect(october).toContain("-0.000000000000000001");
    expect(october).toContain("0.0000001,");
    expect(october).toContain("=1+1");
    expect(october).toContain(`"=cmd|' /C calc'!A0, ""quoted""\nand two lines"`);
    expect(september).toContain("2026-09-01T00:00:00.123456Z");
    expect(september).toContain("2026-09-01T00:00:00Z");
  });

  test("lists what the version requires and the rows do not have", async () => {
    const {datasets, notes} = await exported(shop, {folder: "lacking", focus: "1.2"});
    expect(datasets[0]?.lacking).toEqual([
      {column: "ChargeClass", nulls: 9, nullable: true},
      {column: "ListCost", nulls: 1, nullable: false},
      {column: "PricingQuantity", nulls: 9, nullable: true},
      {column: "PricingUnit", nulls: 9, nullable: true}
    ]);
    expect(notes).toContain("CostAndUsage lacks values that FOCUS 1.2 requires: ListCost.");
  });

  test("has a manifest with hashes, totals, snapshots and receipt", async () => {
    const report = await exported(shop, {folder: "manifest", filter: "currency = 'USD'", focus: "1.3"});
    const manifest = await json("manifest", "manifest.json");
    const files = await dataFiles(shop.root, "manifest");
    const {createHash} = await import("node:crypto");
    const hashes = await Promise.all(
      files.map(async (name) =>
        createHash("sha256")
          .update(await readFile(join(shop.root, "manifest", name)))
          .digest("hex")
      )
    );
    expect(manifest).toMatchObject({
      kind: "ashlar-export",
      focusVersion: "1.3",
      format: "csv",
      rowCount: 8,
      dataFiles: files,
      files: files.map((name, index) => ({name, sha256: hashes[index]})),
      datasets: [{dataset: "CostAndUsage", rows: 8, totals: [{currency: "USD", rows: 8, list: "8"}]}],
      question: {filter: "BillingCurrency = 'USD'", axis: "billing"},
      receipt: {id: report.receipt, snapshots: report.datasets[0]?.snapshots},
      hidden: []
    });
    expect(JSON.stringify(manifest)).not.toContain(shop.root);
    const same = await exported(shop, {
      folder: "manifest",
      filter: "currency = 'USD'",
      focus: "1.3",
      dryRun: true,
      replace: true
    });
    expect(same.receipt).toBe(report.receipt);
    const other = await exported(shop, {folder: "elsewhere", filter: "currency = 'USD'", focus: "1.4", dryRun: true});
    expect(other.receipt).not.toBe(report.receipt);
  });

  test.for(["csv", "parquet"] as const)(
    "has the verdicts that validation gives for the file, in %s",
    async (format) => {
      const good = charge({
        PricingQuantity: "1",
        PricingUnit: "Hours",
        ResourceId: "r",
        ServiceSubcategory: "Virtual Machines"
      });
      const own = await workshop();
      try {
        await own.ingest(await own.file("good.csv", csv([good])));
        const {datasets} = await exported(own, {folder: "out", focus: "1.2", format});
        const report = JSON.parse(await readFile(join(own.root, "out", "conformance.json"), "utf8")) as {
          datasets: {counts: object; failed: object; rules: {rule: string; verdict: string}[]}[];
        };
        const path = `out/CostAndUsage-2026-10.${format}`;
        const rest = {verdicts: "corrected", failOn: "never", samples: 0, focus: "1.2"} as const;
        const found = await validate({path: [path], ...rest}, own.context);
        expect(report.datasets[0]?.counts).toEqual(found.counts);
        expect(report.datasets[0]?.failed).toEqual(found.failed);
        expect(datasets[0]?.conformance).toMatchObject({errors: found.failed.error, model: found.model});
      } finally {
        await own.close();
      }
    }
  );
});
