import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdir, readdir, readFile, rm, symlink, utimes, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {refusal, type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {exportOperation} from "./export.operation.ts";
import {exported} from "./fixtures/round-trip.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  const random = (): string => [1, 2, 3].map(() => Math.random().toString(36).slice(2)).join("");
  const many = Array.from({length: 40_000}, () => charge({ChargeDescription: random(), ResourceId: random()}));
  await shop.ingest(await shop.file("charges.csv", csv([...many, charge(inMonth("2026-09"))])));
});
afterAll(() => shop.close());

/** Everything in the practice folder and one below it, hidden or not, apart from the data. */
async function names(folder = "."): Promise<readonly string[]> {
  return (await readdir(join(shop.root, folder)))
    .filter((name) => name !== ".ashlar" && name !== "charges.csv")
    .toSorted();
}

const small = {period: "2026-09"};
const whole = ["CostAndUsage-2026-09.csv", "conformance.json", "manifest.json"];

describe("a folder", () => {
  test("that is there and empty is taken, and so is a new one below new ones", async () => {
    await mkdir(join(shop.root, "empty"));
    await exported(shop, {folder: "empty", ...small});
    await exported(shop, {folder: "new/deeper", ...small});
    expect([await names("empty"), await names("new/deeper"), await names("new")]).toEqual([whole, whole, ["deeper"]]);
  });

  test("with an export is replaced only where that is said", async () => {
    await exported(shop, {folder: "twice", ...small});
    const before = await readFile(join(shop.root, "twice", "manifest.json"), "utf8");
    const error = await refusal(() => exported(shop, {folder: "twice", ...small, focus: "1.0"}));
    expect([error.code, error.message]).toEqual(["name.taken", "twice is not empty"]);
    expect(await readFile(join(shop.root, "twice", "manifest.json"), "utf8")).toBe(before);
    await exported(shop, {folder: "twice", ...small, format: "parquet", replace: true});
    expect(await names("twice")).toEqual(["CostAndUsage-2026-09.parquet", "conformance.json", "manifest.json"]);
  });

  test("with anything else is never replaced", async () => {
    await mkdir(join(shop.root, "foreign"));
    await writeFile(join(shop.root, "foreign", "thesis.txt"), "years of work");
    await exported(shop, {folder: "added", ...small});
    await writeFile(join(shop.root, "added", "notes.txt"), "mine");
    for (const folder of ["foreign", "added", "."]) {
      const error = await refusal(() => exported(shop, {folder, ...small, replace: true}));
      expect(["name.taken", "usage.invalid"]).toContain(error.code);
    }
    expect(await readFile(join(shop.root, "foreign", "thesis.txt"), "utf8")).toBe("years of work");
    expect(await names("added")).toContain("notes.txt");
  });

  test("that cannot be one is refused", async () => {
    await writeFile(join(shop.root, "file"), "");
    await symlink(".ashlar", join(shop.root, "link"));
    for (const [folder, code] of [
      ["file", "name.taken"],
      ["file/below", "name.taken"],
      [".ashlar/lake/out", "usage.invalid"],
      ["link/out", "usage.invalid"],
      ["..", "usage.invalid"]
    ] as const)
      expect([folder, (await refusal(() => exported(shop, {folder, ...small}))).code]).toEqual([folder, code]);
    await rm(join(shop.root, "link"));
    await rm(join(shop.root, "file"));
  });

  test("of a question without rows is not made, and a dry run makes none", async () => {
    const before = await names();
    expect((await refusal(() => exported(shop, {folder: "none", period: "2020-01"}))).code).toBe("not-found");
    const report = await exported(shop, {folder: "none", dryRun: true});
    expect(report.rows).toMatchObject([
      {billingPeriod: "2026-09", rows: 1, files: 0},
      {rows: 40_000, files: 0}
    ]);
    expect([report.bytes, report.datasets[0]?.conformance, await names()]).toEqual([0, null, before]);
  });
});

describe("nothing half done is left", () => {
  test("by one that is cancelled", async () => {
    const before = await names();
    for (const stage of ["look", "write", "check"]) {
      const stop = new AbortController();
      const progress = (step: {stage: string}): void => void (step.stage === stage && stop.abort());
      const context = {...shop.context, signal: stop.signal, progress};
      const error = await refusal(() => exportOperation.run({folder: "cancelled"}, context));
      expect([stage, error.code, await names()]).toEqual([stage, "cancelled", before]);
    }
  });

  test("by a process that was killed, and the next export clears up after a day", {timeout: 60_000}, async () => {
    const before = await names();
    const child = spawned({folder: "killed", format: "csv.gz"});
    await until(async () => (await names()).some((name) => name.startsWith(".killed.")));
    child.process.kill("SIGKILL");
    await child.ended;
    const left = (await names()).filter((name) => !before.includes(name));
    expect(left.every((name) => /^\.killed\..*\.writing$/.test(name))).toBe(true);
    expect(left).toHaveLength(1);
    await exported(shop, {folder: "killed", ...small});
    expect(await names()).toEqual([...before, ...left, "killed"].toSorted());
    const old = new Date("2020-01-01T00:00:00Z");
    for (const name of left) await utimes(join(shop.root, name), old, old);
    await exported(shop, {folder: "killed", ...small, replace: true});
    expect(await names()).toEqual([...before, "killed"].toSorted());
  });

  test.for(["csv", "csv.gz", "parquet"])("by a full disk, which is said, in %s", {timeout: 60_000}, async (format) => {
    const before = await names();
    const child = spawned({folder: "full", format}, "trap '' XFSZ; ulimit -f 1500");
    expect(await child.ended).toMatchObject({
      errors: "",
      said: {code: "storage.full", exit: 1, remedy: expect.stringContaining("full was not changed")}
    });
    expect(await names()).toEqual(before);
  });
});

function spawned(input: object, before = "true") {
  const path = fileURLToPath(new URL("./fixtures/export-child.ts", import.meta.url));
  const args = [process.execPath, path, shop.root, JSON.stringify(input)];
  const child = spawn("bash", ["-c", `${before}; exec "$0" "$@"`, ...args]);
  let out = "";
  let errors = "";
  child.stdout.on("data", (text) => (out += String(text)));
  child.stderr.on("data", (text) => (errors += String(text)));
  const ended = once(child, "close").then(() => ({errors, said: out === "" ? null : (JSON.parse(out) as object)}));
  return {process: child, ended};
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
