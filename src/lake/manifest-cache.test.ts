import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv, inMonth} from "./fixtures/charges.ts";
import {type Workshop, workshop} from "./fixtures/workshop.ts";
import {manifestCache} from "./manifest-cache.ts";
import type {Manifest} from "./snapshot.ts";

describe("the cache of manifests", () => {
  test("keeps so many, the least recently used dropped first", () => {
    const cache = manifestCache(2);
    const [a, b, c] = ["a", "b", "c"].map((id) => ({id}) as Manifest);
    cache.set(a!);
    cache.set(b!);
    expect(cache.get("a")).toBe(a);
    cache.set(c!);
    expect([cache.get("a"), cache.get("b"), cache.get("c"), cache.size()]).toEqual([a, null, c, 2]);
    cache.set(c!);
    expect([cache.get("a"), cache.size()]).toEqual([a, 2]);
  });
});

describe("a selection", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await workshop();
  });
  afterAll(() => shop.close());

  const selected = async () => {
    const selection = await (await shop.lake()).select({dataset: "CostAndUsage"});
    await selection.release();
    return selection.snapshots;
  };

  test("reads each manifest once, and sees what is published and replaced", async () => {
    for (const month of ["2026-08", "2026-09"])
      await shop.ingest(await shop.file(`${month}.csv`, csv([charge(inMonth(month))])));
    const lake = await shop.lake();
    expect(lake.manifests.size()).toBe(0);
    const first = await selected();
    expect([first.length, lake.manifests.size()]).toEqual([2, 2]);
    const again = await selected();
    expect(again).toEqual(first);
    expect(again.every(({manifest}, index) => manifest === first[index]?.manifest)).toBe(true);
    const restated = csv([charge({...inMonth("2026-09"), BilledCost: "2"})]);
    await shop.ingest(await shop.file("restated.csv", restated), {replace: true});
    const later = await selected();
    expect(later.map(({manifest}) => [manifest.billingPeriod, manifest.totals[0]?.billed])).toEqual([
      ["2026-08", "1"],
      ["2026-09", "2"]
    ]);
    expect(lake.manifests.size()).toBe(3);
    await shop.reopen();
    expect(await selected()).toEqual(later);
  });
});
