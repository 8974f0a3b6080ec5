import {activeSnapshots} from "./catalog.ts";
import type {Lake} from "./lake.ts";

/** Keys that are offered; somebody who looks for a rare one names it. */
const most = 50;

/** The tag keys found in the charges that questions see now, those of the most rows first. */
export async function foundTagKeys(
  lake: Pick<Lake, "store" | "organisation" | "manifests">
): Promise<readonly string[]> {
  const filter = {dataset: "CostAndUsage"};
  const active = await activeSnapshots(lake.store.db, lake.organisation, "9999", filter, lake.manifests);
  const rows = new Map<string, number>();
  for (const {manifest} of active)
    for (const {key, rows: count} of manifest.tagKeys) rows.set(key, (rows.get(key) ?? 0) + count);
  return [...rows]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);
}
