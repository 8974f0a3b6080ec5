import {appendFile, cp, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {charge, csv, inMonth} from "../fixtures/charges.ts";
import {refusal, type Workshop, workshop} from "../fixtures/workshop.ts";
import {snapshotsPruneOperation} from "../operations/snapshots-prune.ts";
import {doctorOperation} from "./doctor.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("a.csv", csv([charge(), charge({...inMonth("2026-09"), BilledCost: "2"})])));
  await shop.ingest(await shop.file("b.csv", csv([charge({BilledCost: "3"})])));
});
afterEach(() => shop.close());

interface Report {
  readonly verdict: string;
  readonly rows: readonly {
    readonly check: string;
    readonly level: string;
    readonly message: string;
    readonly remedy: string | null;
  }[];
}

const doctor = (input: object = {}): Promise<Report> => shop.run(doctorOperation, input);
const checks = ({rows}: Report) => rows.map(({check, level}) => `${check} ${level}`);
const path = async (ending: string): Promise<string> => {
  const active = (await shop.snapshots()).find(
    ({manifest, state}) => state === "active" && manifest.billingPeriod === "2026-10"
  );
  const found = (await shop.lakeFiles()).find(
    (each) => each.includes(active?.manifest.id ?? "?") && each.endsWith(ending)
  );
  return join(shop.root, found ?? "");
};

test("a lake that is well is told so", async () => {
  const report = await doctor({deep: true});
  expect(report.verdict).toBe("ok");
  expect(report.rows).toEqual([
    {check: "lake", level: "ok", message: "3 snapshots, 2 rows: lake and catalog agree", remedy: null}
  ]);
});

test("a part file that is missing is an error where questions need it", async () => {
  await rm(await path(".parquet"));
  const report = await doctor();
  expect([report.verdict, ...checks(report)]).toEqual(["quality", "files error"]);
  expect(report.rows[0]?.message).toMatch(/quarry, 2026-10: active snapshot .* lacks part-0\.parquet/);
  expect(report.rows[0]?.remedy).toMatch(/backup, or ingest that period again/);
});

test("a file whose bytes changed is found by --deep", async () => {
  await appendFile(await path(".parquet"), "x");
  expect(checks(await doctor())).toEqual(["lake ok"]);
  const report = await doctor({deep: true});
  expect([report.verdict, ...checks(report)]).toEqual(["quality", "hash error"]);
});

test("a manifest that cannot be read is an error, and a rebuild keeps what the catalog knows of it", async () => {
  const before = await shop.totals();
  await writeFile(await path("manifest.json"), "{");
  expect(checks(await doctor())).toContain("manifest error");
  await doctor({rebuild: true});
  expect(await shop.totals()).toEqual(before);
});

test("a manifest of newer software stops everything", async () => {
  const place = await path("manifest.json");
  const manifest = JSON.parse(await readFile(place, "utf8")) as object;
  await writeFile(place, JSON.stringify({...manifest, layout: 2}));
  const snapshots = await shop.snapshots();
  expect((await refusal(() => doctor({rebuild: true}))).code).toBe("lake.newer");
  expect(await shop.snapshots()).toEqual(snapshots);
});

test("a marker that a crash prevented is written, but not by --dry-run", async () => {
  const place = await path("published.json");
  const text = await readFile(place, "utf8");
  await rm(place);
  expect((await doctor({dryRun: true})).rows[0]?.message).toMatch(/1 marker .* would be written/);
  expect((await doctor()).rows[0]?.message).toMatch(/1 marker .* was written/);
  expect(JSON.parse(await readFile(place, "utf8"))).toEqual(JSON.parse(text));
  expect(checks(await doctor())).toEqual(["lake ok"]);
});

test("a folder that the catalog does not know is shown and does not count", async () => {
  const folder = dirname(await path("manifest.json"));
  const id = "01JZZZZZZZZZZZZZZZZZZZZZZZ";
  const copy = folder.replace(/snapshot=.*/, `snapshot=${id}`);
  await cp(folder, copy, {recursive: true});
  await rm(join(copy, "published.json"));
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8")) as object;
  await writeFile(join(copy, "manifest.json"), JSON.stringify({...manifest, id}));
  const before = await shop.totals();
  const report = await doctor();
  expect([report.verdict, ...checks(report)]).toEqual(["ok", "orphan warning"]);
  expect(await shop.totals()).toEqual(before);
  const rebuilt = await doctor({rebuild: true});
  expect(checks(rebuilt)).toContain("held warning");
  expect(await shop.totals()).toEqual(before);
});

test("what a dead ingest left in staging is removed after a day", async () => {
  const staging = join(shop.root, ".ashlar", "lake", "_staging");
  for (const [name, since] of [
    ["old", "2020-01-01T00:00:00.000Z"],
    ["young", new Date().toISOString()]
  ] as const) {
    await mkdir(join(staging, name), {recursive: true});
    await writeFile(join(staging, name, "owner.json"), JSON.stringify({pid: 1, since}));
  }
  expect((await doctor({dryRun: true})).rows[0]?.message).toBe("1 folder of dead ingests would be removed");
  expect((await doctor()).rows[0]?.message).toBe("1 folder of dead ingests was removed");
  const {readdir} = await import("node:fs/promises");
  expect(await readdir(staging)).toEqual(["young"]);
});

test("files that a crash left of a pruned snapshot are removed, but not by --dry-run", async () => {
  const replaced = (await shop.snapshots()).find(({state}) => state === "superseded")?.manifest.id ?? "";
  const file = (await shop.lakeFiles()).find((each) => each.includes(replaced) && each.endsWith(".parquet")) ?? "";
  const bytes = await readFile(join(shop.root, file));
  await shop.run(snapshotsPruneOperation, {olderThan: 0, keep: 0});
  await writeFile(join(shop.root, file), bytes);
  expect(checks(await doctor({dryRun: true}))).toContain("pruned info");
  expect(await shop.lakeFiles()).toContain(file);
  expect(checks(await doctor())).toContain("pruned info");
  expect(await shop.lakeFiles()).not.toContain(file);
});

test("after the state store was lost a rebuild gives the same, past, prunings and quarantine included", async () => {
  await shop.ingest(await shop.file("held.csv", csv([charge({BilledCost: "9"}), charge({BilledCost: "x"})])));
  await shop.run(snapshotsPruneOperation, {olderThan: 0, keep: 0});
  const [snapshots, totals] = [await shop.snapshots(), await shop.totals()];
  await shop.reopen();
  for (const ending of ["", "-wal", "-shm"])
    await rm(join(shop.root, ".ashlar", `state.sqlite${ending}`), {force: true});
  expect(await shop.totals()).toEqual({});
  const orphans = await doctor();
  expect(checks(orphans).filter((check) => check === "orphan warning")).toHaveLength(4);
  expect(checks(await doctor({rebuild: true, dryRun: true}))).toContain("rebuild info");
  expect(await shop.totals()).toEqual({});
  await doctor({rebuild: true});
  expect(await shop.snapshots()).toEqual(snapshots);
  expect(await shop.totals()).toEqual(totals);
});
