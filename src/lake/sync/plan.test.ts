import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {factsOf, isManifestKey, periodOf} from "./manifest.ts";
import {type FoundManifest, isTaken, isTakenManifest, planOf} from "./plan.ts";
import type {RemoteObject} from "./remote-store.ts";

const source = {id: "quarry"};

function object(key: string, version = "v1", modified = "2026-10-02T00:00:00Z"): RemoteObject {
  return {key, size: 10, version, modified, checksum: null};
}

function manifest(key: string, body: object, modified?: string): FoundManifest {
  const found = object(key, "v1", modified);
  const facts = factsOf(body, key, found.modified);
  if (facts === null) throw new Error(`no manifest: ${key}`);
  return {object: found, facts};
}

const aws = (key: string, files: readonly string[], name = "focus") =>
  manifest(key, {exportName: name, dataFiles: files.map((file) => `s3://bills/exports/${file}`)});

describe("manifests of AWS", () => {
  test("the newest run of a period counts, and only the files that it names", () => {
    const old = "data/BILLING_PERIOD=2026-10/20261002T0600-a/f-1.csv.gz";
    const young = "data/BILLING_PERIOD=2026-10/20261003T0600-b/f-1.csv.gz";
    const plan = planOf(
      [object(old), object(young), object("data/BILLING_PERIOD=2026-10/stray.csv.gz")],
      [
        aws("metadata/BILLING_PERIOD=2026-10/20261003T0600-b/focus-Manifest.json", [young]),
        aws("metadata/BILLING_PERIOD=2026-10/20261002T0600-a/focus-Manifest.json", [old])
      ],
      source,
      "exports"
    );
    expect(plan.deliveries.map(({period, files, missing}) => [period, files.map(({key}) => key), missing])).toEqual([
      ["2026-10", [young], []]
    ]);
    expect(plan.notes).toEqual(["1 older run passed over"]);
  });

  test("of a legacy report the manifest above the assemblies counts: their names do not sort by age", () => {
    const body = (file: string) => ({reportName: "cur", reportKeys: [`exports/cur/20261001-20261101/${file}`]});
    const plan = planOf(
      [object("cur/20261001-20261101/zzz/cur-1.csv.gz"), object("cur/20261001-20261101/aaa/cur-1.csv.gz")],
      [
        manifest("cur/20261001-20261101/zzz/cur-Manifest.json", body("zzz/cur-1.csv.gz"), "2026-10-02T00:00:00Z"),
        manifest("cur/20261001-20261101/cur-Manifest.json", body("aaa/cur-1.csv.gz"), "2026-10-03T00:00:00Z"),
        manifest("cur/20261001-20261101/aaa/cur-Manifest.json", body("aaa/cur-1.csv.gz"), "2026-10-03T00:00:00Z")
      ],
      source,
      "exports"
    );
    expect(plan.deliveries.map(({files}) => files.map(({key}) => key))).toEqual([
      ["cur/20261001-20261101/aaa/cur-1.csv.gz"]
    ]);
  });

  test("files that are not there yet are missing, not guessed", () => {
    const plan = planOf(
      [],
      [aws("metadata/BILLING_PERIOD=2026-10/focus-Manifest.json", ["data/f-1.csv.gz"])],
      source,
      "exports"
    );
    expect(plan.deliveries).toMatchObject([{files: [], missing: ["s3://bills/exports/data/f-1.csv.gz"]}]);
  });

  test("two exports of one period are refused", () => {
    const both = [
      aws("a/metadata/BILLING_PERIOD=2026-10/a-Manifest.json", ["a/x.csv.gz"], "a"),
      aws("b/metadata/BILLING_PERIOD=2026-10/b-Manifest.json", ["b/x.csv.gz"], "b")
    ];
    expect(() => planOf([], both, source, "exports")).toThrow("2 exports of one bill: a, b");
  });
});

describe("manifests of Azure", () => {
  const azure = (run: string, submittedTime: string, scope = "s-1", startDate = "2026-10-01T00:00:00") =>
    manifest(`costs/20261001-20261031/${scope}-${run}/manifest.json`, {
      exportConfig: {
        exportName: "costs",
        resourceId: `/subscriptions/${scope}/providers/Microsoft.CostManagement/exports/costs`
      },
      runInfo: {submittedTime, startDate, endDate: "2026-10-31T00:00:00"},
      blobs: [{blobName: `exports/costs/20261001-20261031/${scope}-${run}/part_0.csv`}]
    });

  test("the newest run of each scope and period counts", () => {
    const runs = [
      azure("z", "2026-10-05T00:00:00Z"),
      azure("a", "2026-10-06T00:00:00Z"),
      azure("m", "2026-10-01T00:00:00Z", "s-2")
    ];
    const files = runs.flatMap(({facts}) => facts.addresses.map((address) => object(address.replace("exports/", ""))));
    const plan = planOf(files, runs, source, "exports");
    expect(plan.deliveries.map(({period, files}) => `${period} ${files[0]?.key}`).toSorted()).toEqual([
      "2026-10 costs/20261001-20261031/s-1-a/part_0.csv",
      "2026-10 costs/20261001-20261031/s-2-m/part_0.csv"
    ]);
  });
});

describe("without manifests", () => {
  const keys = [
    "2026/10/01/a.csv.gz",
    "2026/10/01/b.csv.gz",
    "2026/10/02/a.csv.gz",
    "2026/11/01/a.csv.gz",
    "other.csv"
  ];
  const groups = (deliveries?: "period" | "folder" | "file", partition?: string) =>
    planOf(
      keys.map((key) => object(key)),
      [],
      {...source, ...(deliveries && {deliveries}), ...(partition && {partition})},
      ""
    ).deliveries.map(({partition, files}) => [partition, files.length]);

  test("files of one month are one delivery, and those of none together", () => {
    expect(groups()).toEqual([
      [null, 1],
      [null, 3],
      [null, 1]
    ]);
    expect(groups("period", "s-1")).toEqual([
      ["s-1", 1],
      ["s-1", 3],
      ["s-1", 1]
    ]);
  });

  test("increments are parts of their own", () => {
    expect(groups("folder")).toEqual([
      ["all", 1],
      ["2026/10/01", 2],
      ["2026/10/02", 1],
      ["2026/11/01", 1]
    ]);
    expect(groups("file").map(([partition]) => partition)).toEqual([
      "other.csv",
      "2026/10/01/a.csv.gz",
      "2026/10/01/b.csv.gz",
      "2026/10/02/a.csv.gz",
      "2026/11/01/a.csv.gz"
    ]);
  });

  test("the name of a part is short and its own", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({minLength: 1, maxLength: 200}), {maxLength: 12}), (names) => {
        const found = planOf(
          names.map((name) => object(`${name}/x.csv`)),
          [],
          {...source, deliveries: "folder"},
          ""
        );
        const parts = found.deliveries.map(({partition}) => partition ?? "");
        expect(new Set(parts).size).toBe(found.deliveries.length);
        for (const part of parts) expect(part).toMatch(/^[A-Za-z0-9._/=~-]{1,60}$/);
      })
    );
  });

  test("a delivery is another when one of its files is", () => {
    const print = (...objects: RemoteObject[]) => planOf(objects, [], source, "").deliveries[0]?.fingerprint;
    const before = print(object("2026-10/a.csv"), object("2026-10/b.csv"));
    expect(print(object("2026-10/b.csv"), object("2026-10/a.csv"))).toBe(before);
    expect(print(object("2026-10/a.csv"), object("2026-10/b.csv", "v2"))).not.toBe(before);
    expect(print(object("2026-10/a.csv"))).not.toBe(before);
  });
});

describe("what is taken", () => {
  test.each([
    ["a/b.csv.gz", undefined, true],
    ["a/b.parquet", undefined, true],
    ["a/readme.txt", undefined, false],
    ["a/_SUCCESS", undefined, false],
    ["_tmp/b.csv", undefined, false],
    [".git/b.csv", undefined, false],
    ["a/b.csv", "a/*.csv", true],
    ["b/b.csv", "a/*.csv", false],
    ["a/x/b.csv", "a/**/*.csv", true],
    ["a/manifest.json", undefined, false]
  ])("%s by %s: %s", (key, pattern, taken) => expect(isTaken(key, pattern)).toBe(taken));

  test("a manifest counts where the folders match", () => {
    expect(isManifestKey("a/focus-Manifest.json")).toBe(true);
    expect(isTakenManifest("a/x/focus-Manifest.json", "a/**/*.csv.gz")).toBe(true);
    expect(isTakenManifest("b/focus-Manifest.json", "a/**")).toBe(false);
  });

  test.each([
    ["data/BILLING_PERIOD=2026-10/x.csv", "2026-10"],
    ["costs/20261001-20261031/run/x.csv", "2026-10"],
    ["year=2026/month=9/x.parquet", "2026-09"],
    ["2026/10/07/0001.csv.gz", "2026-10"],
    ["bill-202610.csv", "2026-10"],
    ["bill-20261007.csv", "2026-10"],
    ["bill-2026-10-07.csv", "2026-10"],
    ["bill-20269.csv", null],
    ["123456789012/x.csv", null],
    ["x.csv", null]
  ])("%s is of %s", (path, period) => expect(periodOf(path)).toBe(period));
});
