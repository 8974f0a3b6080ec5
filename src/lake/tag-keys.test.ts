import {afterAll, beforeAll, expect, test} from "vitest";
import {charge, csv, inMonth} from "./fixtures/charges.ts";
import {type Workshop, workshop} from "./fixtures/workshop.ts";
import {foundTagKeys} from "./tag-keys.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
});
afterAll(() => shop.close());

const tagged = (month: string, ...tags: readonly object[]): string =>
  csv(tags.map((each) => charge({...inMonth(month), Tags: JSON.stringify(each)})));

test("the keys of active snapshots are found, those of the most rows first", async () => {
  expect(await foundTagKeys(await shop.lake())).toEqual([]);
  await shop.ingest(
    await shop.file("a.csv", tagged("2026-08", {team: "a", env: "x"}, {team: "b"}, {"ünïcode 🧱": "1"}, {}))
  );
  await shop.ingest(
    await shop.file("b.csv", tagged("2026-09", {env: "y"}, {env: "z", "": "empty", ["k".repeat(200)]: "1"}))
  );
  expect(await foundTagKeys(await shop.lake())).toEqual(["env", "team", "ünïcode 🧱"]);
  const [first] = await shop.snapshots();
  expect(first?.manifest.tagKeys).toEqual([
    {key: "team", rows: 2},
    {key: "env", rows: 1},
    {key: "ünïcode 🧱", rows: 1}
  ]);
  await shop.ingest(await shop.file("c.csv", tagged("2026-09", {owner: "c"}, {owner: "d"}, {owner: "e"})), {
    replace: true
  });
  expect(await foundTagKeys(await shop.lake())).toEqual(["owner", "team", "env", "ünïcode 🧱"]);
});

test("a snapshot keeps fifty, and a manifest of earlier software has none", async () => {
  const many = Object.fromEntries(Array.from({length: 60}, (_, n) => [`key-${String(n).padStart(2, "0")}`, "1"]));
  await shop.ingest(await shop.file("many.csv", tagged("2026-05", many)), {source: "many"});
  const manifest = (await shop.snapshots()).find((each) => each.manifest.source === "many")?.manifest;
  expect([manifest?.tagKeys.length, manifest?.tagKeys.at(-1)?.key]).toEqual([50, "key-49"]);
  const lake = await shop.lake();
  const {tagKeys: _, ...earlier} = manifest!;
  await lake.store.db
    .updateTable("snapshot")
    .set({manifest: JSON.stringify(earlier)})
    .where("id", "=", earlier.id)
    .execute();
  await shop.reopen();
  expect((await shop.snapshots()).find((each) => each.manifest.source === "many")?.manifest.tagKeys).toEqual([]);
});
