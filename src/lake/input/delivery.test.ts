import {mkdir, rm, symlink} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type Charge, charge, csv, inMonth} from "../fixtures/charges.ts";
import {refusalWithoutTrace, type Workshop, workshop} from "../fixtures/workshop.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const costing = (billed: string, fields: Charge = {}): string => csv([charge({BilledCost: billed, ...fields})]);
const json = (value: unknown): string => JSON.stringify(value);
const periods = ({rows}: Awaited<ReturnType<Workshop["ingest"]>>) =>
  rows.map(({partition, billingPeriod, status, money}) => [partition, billingPeriod, status, money[0]?.billed]);

describe("a folder", () => {
  test("with hive partitions gives a unit for each period", async () => {
    await shop.file("export/billing_period=2026-09/a.csv", costing("1", inMonth("2026-09")));
    await shop.file("export/billing_period=2026-10/a.csv", costing("2"));
    await shop.file("export/billing_period=2026-10/b.csv", costing("3"));
    const report = await shop.ingest("export");
    expect(periods(report)).toEqual([
      ["all", "2026-09", "published", "1"],
      ["all", "2026-10", "published", "5"]
    ]);
    expect(periods(await shop.ingest("export")).map(([, , status]) => status)).toEqual(["unchanged", "unchanged"]);
    await shop.file("export/billing_period=2026-10/c.csv", costing("4"));
    expect(periods(await shop.ingest("export"))).toEqual([
      ["all", "2026-09", "unchanged", "1"],
      ["all", "2026-10", "published", "9"]
    ]);
  });

  test("is read without hidden files, the leavings of writers and what is no data, through links", async () => {
    await shop.file("elsewhere/b.csv", costing("2"));
    await shop.file("export/a.csv", costing("1"));
    await shop.file("export/.a.csv.crc", "x");
    await shop.file("export/_SUCCESS", "");
    await shop.file("export/_temporary/c.csv", costing("100"));
    await shop.file("export/README.md", "x");
    await symlink(join(shop.root, "elsewhere"), join(shop.root, "export", "linked"));
    await shop.ingest("export");
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3"}});
  });

  test("that links to itself does not go round for ever", async () => {
    await shop.file("export/a.csv", costing("1"));
    await symlink(join(shop.root, "export"), join(shop.root, "export", "again"));
    await shop.ingest("export");
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "1"}});
  });
});

describe("ING-I1 an AWS Data Export", () => {
  const manifest = (...files: readonly string[]): string =>
    json({exportName: "focus", dataFiles: files.map((file) => `s3://bucket/prefix/${file}`)});

  test("that overwrites has one manifest for each period, and files beside it do not count", async () => {
    const data = "export/data/BILLING_PERIOD=2026-10";
    await shop.file(`${data}/focus-00001.csv`, costing("1"));
    await shop.file(`${data}/focus-00002.csv`, costing("2", {ChargeDescription: "second"}));
    await shop.file(`${data}/focus-00003-of-an-older-run.csv`, costing("100"));
    await shop.file(
      "export/metadata/BILLING_PERIOD=2026-10/focus-Manifest.json",
      manifest("focus/data/BILLING_PERIOD=2026-10/focus-00001.csv", "focus/data/BILLING_PERIOD=2026-10/focus-00002.csv")
    );
    expect(periods(await shop.ingest("export"))).toEqual([["all", "2026-10", "published", "3"]]);
  });

  test("that creates new reports counts only the newest run of each period", async () => {
    const runs = ["2026-10-05T00:00:00.000Z-aaaa", "2026-10-06T00:00:00.000Z-bbbb"];
    for (const [n, run] of runs.entries()) {
      const place = `BILLING_PERIOD=2026-10/${run}`;
      await shop.file(`export/data/${place}/focus-00001.csv`, costing(`${n + 1}`));
      await shop.file(`export/metadata/${place}/focus-Manifest.json`, manifest(`focus/data/${place}/focus-00001.csv`));
    }
    await shop.file(
      "export/data/BILLING_PERIOD=2026-09/2026-09-30T00:00:00.000Z-cccc/focus-00001.csv",
      costing("9", inMonth("2026-09"))
    );
    await shop.file(
      "export/metadata/BILLING_PERIOD=2026-09/2026-09-30T00:00:00.000Z-cccc/focus-Manifest.json",
      manifest("focus/data/BILLING_PERIOD=2026-09/2026-09-30T00:00:00.000Z-cccc/focus-00001.csv")
    );
    const report = await shop.ingest("export");
    expect(periods(report)).toEqual([
      ["all", "2026-09", "published", "9"],
      ["all", "2026-10", "published", "2"]
    ]);
    expect(report.notes.filter((note) => /an older run of 2026-10, passed over/.test(note))).toHaveLength(1);
  });

  test("whose manifest names a file that is missing is refused", async () => {
    await shop.ingest(await shop.file("there.csv", costing("1")));
    await shop.file("export/data/BILLING_PERIOD=2026-10/focus-00001.csv", costing("7"));
    const name = await shop.file(
      "export/metadata/BILLING_PERIOD=2026-10/focus-Manifest.json",
      manifest("data/BILLING_PERIOD=2026-10/focus-00001.csv", "data/BILLING_PERIOD=2026-10/focus-00002.csv")
    );
    const error = await refusalWithoutTrace(shop, () => shop.ingest("export"));
    expect([error.code, error.exit, error.at]).toEqual(["input.incomplete", 4, {file: name}]);
    expect(error.message).toBe(`${name} names focus-00002.csv, which is not in the folder`);
    expect(error.remedy).toMatch(/Fetch the whole export.*Nothing was changed/);
  });

  test("whose file is missing for this period is not made of another period's file of the same name", async () => {
    const other = "BILLING_PERIOD=2026-09";
    await shop.file(`export/data/${other}/focus-00001.csv`, costing("9", inMonth("2026-09")));
    await shop.file(`export/metadata/${other}/focus-Manifest.json`, manifest(`focus/data/${other}/focus-00001.csv`));
    await shop.file(
      "export/metadata/BILLING_PERIOD=2026-10/focus-Manifest.json",
      manifest("focus/data/BILLING_PERIOD=2026-10/focus-00001.csv")
    );
    expect((await refusalWithoutTrace(shop, () => shop.ingest("export"))).code).toBe("input.incomplete");
  });

  test("two in one folder are refused, as one would replace the other", async () => {
    for (const exportName of ["one", "two"]) {
      await shop.file(`export/${exportName}/data/BILLING_PERIOD=2026-10/a.csv`, costing("1"));
      await shop.file(
        `export/${exportName}/metadata/BILLING_PERIOD=2026-10/Manifest.json`,
        json({exportName, dataFiles: [`s3://bucket/${exportName}/data/BILLING_PERIOD=2026-10/a.csv`]})
      );
    }
    const error = await refusalWithoutTrace(shop, () => shop.ingest("export"));
    expect([error.code, error.message]).toEqual(["input.incomplete", "export holds 2 exports: one, two"]);
  });

  test("with a manifest that is cut short is refused", async () => {
    await shop.file("export/data/a.csv", costing("1"));
    const name = await shop.file("export/metadata/Manifest.json", '{"dataFiles": ["s3://b/data/a');
    const error = await refusalWithoutTrace(shop, () => shop.ingest("export"));
    expect([error.code, error.at]).toEqual(["input.unreadable", {file: name}]);
  });
});

describe("ING-I1 an Azure export", () => {
  async function run(scope: string, at: string, files: Readonly<Record<string, string>>, more: object = {}) {
    const place = `${scope}/focus/20261001-20261031/${at.replaceAll(":", "")}`;
    for (const [name, content] of Object.entries(files)) await shop.file(`export/${place}/${name}`, content);
    return shop.file(
      `export/${place}/manifest.json`,
      json({
        manifestVersion: "2024-04-01",
        blobCount: Object.keys(files).length,
        exportConfig: {
          exportName: "focus",
          resourceId: `/subscriptions/${scope}/providers/Microsoft.CostManagement/exports/focus`
        },
        runInfo: {submittedTime: at, startDate: "2026-10-01T00:00:00", endDate: "2026-10-31T00:00:00"},
        blobs: Object.keys(files).map((name) => ({blobName: `${place}/${name}`})),
        ...more
      })
    );
  }

  test("of several scopes and runs: the newest run of each scope, the scopes as partitions", async () => {
    await run("Sub-A", "2026-10-05T01:00:00Z", {"part_0.csv": costing("1")});
    await run("Sub-A", "2026-10-06T01:00:00Z", {
      "part_0.csv": costing("2"),
      "part_1.csv": costing("3", {ChargeDescription: "x"})
    });
    await run("Sub-B", "2026-10-05T01:00:00Z", {"part_0.csv": costing("10")});
    const report = await shop.ingest("export");
    expect(periods(report)).toEqual([
      ["subscriptions/sub-a", "2026-10", "published", "5"],
      ["subscriptions/sub-b", "2026-10", "published", "10"]
    ]);
    expect(report.notes.filter((note) => /an older run of the same period, passed over/.test(note))).toHaveLength(1);
    await run("Sub-B", "2026-10-07T01:00:00Z", {"part_0.csv": costing("11")});
    await shop.ingest("export");
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "16"}});
  });

  test("with 84 runs of one month: the newest counts", async () => {
    for (let n = 0; n < 84; n++) {
      const at = Temporal.Instant.from("2026-10-02T00:00:00Z")
        .add({hours: 8 * n})
        .toString();
      await run("sub", at, {"part_0.csv": costing(`${n + 1}`)});
    }
    await shop.ingest("export");
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "84"}});
  });

  test("whose manifest names a file that is missing is refused", async () => {
    const name = await run("sub", "2026-10-05T01:00:00Z", {"part_0.csv": costing("1"), "part_1.csv": costing("2")});
    await rm(join(shop.root, name, "..", "part_1.csv"));
    const error = await refusalWithoutTrace(shop, () => shop.ingest("export"));
    expect([error.code, error.exit, error.at]).toEqual(["input.incomplete", 4, {file: name}]);
    expect(error.message).toMatch(/part_1\.csv, which is not in the folder/);
  });

  test("with fewer rows than its manifest promises is refused", async () => {
    await run("sub", "2026-10-05T01:00:00Z", {"part_0.csv": costing("1")}, {dataRowCount: 2});
    const error = await refusalWithoutTrace(shop, () => shop.ingest("export"));
    expect([error.code, error.exit]).toEqual(["input.incomplete", 4]);
    expect(error.message).toMatch(/2 rows.*1/);
  });

  test("without a folder of data", async () => {
    await mkdir(join(shop.root, "export"));
    expect((await refusalWithoutTrace(shop, () => shop.ingest("export"))).code).toBe("input.missing");
  });
});
