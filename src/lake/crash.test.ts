import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, expect, test} from "vitest";
import {doctorOperation} from "./doctor/doctor.ts";
import {charge, csv, inMonth} from "./fixtures/charges.ts";
import {spawnChild} from "./fixtures/spawn-child.ts";
import {type Workshop, workshop} from "./fixtures/workshop.ts";
import {snapshotsPruneOperation} from "./operations/snapshots-prune.ts";

const rounds = Number(process.env["ASHLAR_CRASH_ROUNDS"] ?? "20"); // a number of rounds

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop({settings: {engine: {threads: 1}}});
});
afterEach(() => shop.close());

/** Two versions of three months; a state that is neither would have another sum. */
const version = (cents: string): string =>
  csv(["2026-08", "2026-09", "2026-10"].flatMap((month) => [charge({BilledCost: `1${cents}`, ...inMonth(month)})]));
const totals = {a: {USD: {rows: 3, billed: "3.03"}}, b: {USD: {rows: 3, billed: "3.06"}}};

async function versions(): Promise<readonly [string, string]> {
  return [await shop.file("a.csv", version(".01")), await shop.file("b.csv", version(".02"))];
}

interface Findings {
  readonly rows: readonly {readonly level: string; readonly message: string}[];
}

test(
  `${rounds} rounds of kill -9 during ingest leave the old totals or the new ones`,
  {timeout: 20_000 * rounds},
  async () => {
    const files = await versions();
    await shop.ingest(files[0]);
    const seen = {a: 0, b: 0};
    for (let round = 0; round < rounds; round++) {
      const child = spawnChild("ingest-forever", shop.root, files);
      await child.ready;
      await sleep(Math.random() * 500);
      child.process.kill("SIGKILL");
      const {errors} = await child.ended;
      expect([errors, child.said.filter((line) => typeof line === "object")]).toEqual(["", []]);
      const left = await shop.totals();
      expect([totals.a, totals.b]).toContainEqual(left);
      seen[JSON.stringify(left) === JSON.stringify(totals.a) ? "a" : "b"]++;
      const next = round % 2;
      await shop.ingest(files[next] ?? "", {replace: true});
      expect(await shop.totals()).toEqual(next === 0 ? totals.a : totals.b);
      const {rows}: Findings = await shop.run(doctorOperation, {});
      expect(rows.filter(({level}) => level === "error")).toEqual([]);
    }
    const now = await shop.totals();
    await shop.run(doctorOperation, {rebuild: true});
    expect(await shop.totals()).toEqual(now);
    // Not a property, but a sign that the instants were not all before the first publication.
    expect(seen.a + seen.b).toBe(rounds);
  }
);

test("readers in other processes see old or new totals and no error while a writer replaces and prunes", async () => {
  const files = await versions();
  await shop.ingest(files[0]);
  const readers = [spawnChild("read-forever", shop.root), spawnChild("read-forever", shop.root)];
  await Promise.all(readers.map(({ready}) => ready));
  for (let n = 0; n < 16; n++) {
    await shop.ingest(files[(n + 1) % 2] ?? "", {replace: true});
    await shop.run(snapshotsPruneOperation, {olderThan: 0, keep: 0});
  }
  await shop.file("stop", "");
  for (const reader of readers) {
    expect(await reader.ended).toEqual({status: 0, errors: ""});
    const answers = reader.said.filter((line) => line !== "ready");
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect([totals.a, totals.b]).toContainEqual(answer);
  }
});

test("two ingests of one source at once: the same file is one snapshot", async () => {
  const [a] = await versions();
  const children = [spawnChild("ingest", shop.root, [a]), spawnChild("ingest", shop.root, [a])];
  for (const child of children) expect(await child.ended).toEqual({status: 0, errors: ""});
  expect(await shop.totals()).toEqual(totals.a);
  expect((await shop.snapshots()).map(({state}) => state)).toEqual(["active", "active", "active"]);
  expect((await shop.lakeFiles()).filter((path) => path.endsWith("manifest.json"))).toHaveLength(3);
});

test("two ingests of one source at once: of different files the last one counts, appended both do", async () => {
  const files = await versions();
  const children = files.map((file) => spawnChild("ingest", shop.root, [file]));
  for (const child of children) expect(await child.ended).toEqual({status: 0, errors: ""});
  expect([totals.a, totals.b]).toContainEqual(await shop.totals());
  const parts = [await shop.file("c.csv", version(".03")), await shop.file("d.csv", version(".04"))];
  await shop.ingest(files[0], {replace: true});
  const appending = parts.map((file) => spawnChild("append", shop.root, [file]));
  for (const child of appending) expect(await child.ended).toEqual({status: 0, errors: ""});
  expect(await shop.totals()).toEqual({USD: {rows: 9, billed: "9.24"}});
});
