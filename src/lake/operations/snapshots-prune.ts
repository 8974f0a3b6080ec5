import {join} from "node:path";
import type {Transaction} from "kysely";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import type {Tables} from "../../store/tables.ts";
import {findSnapshots, recordEvent} from "../catalog.ts";
import {snapshotsPrune as pruneContract} from "../contract.ts";
import {rollupRoot, snapshotPath} from "../layout.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";

export const snapshotsPruneOperation = operation(pruneContract, snapshotsPrune);

/** Marks first, in a transaction that sees every lease and pinned receipt, and removes files after. */
export async function snapshotsPrune(
  input: Input<typeof pruneContract>,
  context: Context
): Promise<Output<typeof pruneContract>> {
  const lake = await context.use(lakeOf);
  const {effects, caller} = context;
  const {organisation} = lake;
  const now = effects.now();
  const limit = now.subtract({hours: 24 * input.olderThan});
  const {chosen, needed} = await lake.store.transaction(async (tx) => {
    const old = await findSnapshots(tx, organisation, {
      states: ["superseded"],
      ...(input.source === undefined ? {} : {sources: [input.source]})
    });
    const candidates = beyondKept(old, input.keep).filter(
      ({activeTo}) => activeTo !== null && Temporal.Instant.compare(activeTo, limit) <= 0
    );
    const inUse = await snapshotsInUse(tx, organisation, nowText(effects));
    const free = candidates.filter(({manifest}) => !inUse.has(manifest.id));
    const ids = free.map(({manifest}) => manifest.id);
    if (!input.dryRun && ids.length > 0) {
      await tx.updateTable("snapshot").set({state: "pruned"}).where("id", "in", ids).execute();
      await tx.deleteFrom("rollup").where("snapshot", "in", ids).execute();
      const event = {organisation, caller: caller.id, operation: "snapshots.prune", subject: "lake", detail: {ids}};
      await recordEvent(tx, event, effects);
    }
    return {chosen: free, needed: candidates.length - free.length};
  });
  if (!input.dryRun)
    for (const {manifest} of chosen) {
      for (const file of manifest.files)
        await lake.storage.remove(join(snapshotPath(manifest, manifest.id), file.name));
      for (const name of await lake.storage.list(rollupRoot))
        await lake.storage.remove(join(rollupRoot, name, snapshotPath(manifest, manifest.id)));
    }
  const rows = chosen.map(({manifest, activeTo}) => ({
    snapshot: manifest.id,
    source: manifest.source,
    billingPeriod: manifest.billingPeriod,
    replacedAt: activeTo ?? "",
    bytes: manifest.files.reduce((total, file) => total + file.bytes, 0)
  }));
  return {
    dryRun: input.dryRun,
    rows,
    bytes: rows.reduce((total, {bytes}) => total + bytes, 0),
    notes:
      needed === 0
        ? []
        : [`Still open to a reader or needed by a pinned receipt, and so kept: ${counted(needed, "snapshot")}.`]
  };
}

/** All but the newest `keep` of each unit. */
function beyondKept(snapshots: readonly Snapshot[], keep: number): readonly Snapshot[] {
  const units = new Map<string, Snapshot[]>();
  for (const snapshot of snapshots) {
    const {source, dataset, partition, billingPeriod} = snapshot.manifest;
    const key = JSON.stringify([source, dataset, partition, billingPeriod]);
    units.set(key, [...(units.get(key) ?? []), snapshot]);
  }
  const newestFirst = (a: Snapshot, b: Snapshot): number => ((a.activeTo ?? "") < (b.activeTo ?? "") ? 1 : -1);
  return [...units.values()].flatMap((unit) => unit.toSorted(newestFirst).slice(keep));
}

async function snapshotsInUse(tx: Transaction<Tables>, organisation: string, now: string): Promise<Set<string>> {
  await tx.deleteFrom("lease").where("organisation", "=", organisation).where("expires_at", "<", now).execute();
  const leases = await tx.selectFrom("lease").select("snapshots").where("organisation", "=", organisation).execute();
  const receipts = await tx
    .selectFrom("receipt")
    .select("body")
    .where("organisation", "=", organisation)
    .where("pinned", "=", 1)
    .execute();
  return new Set([
    ...leases.flatMap(({snapshots}) => JSON.parse(snapshots) as string[]),
    ...receipts.flatMap(({body}) => (JSON.parse(body) as {snapshots: string[]}).snapshots)
  ]);
}
