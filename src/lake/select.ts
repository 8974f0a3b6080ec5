import {join} from "node:path";
import type {Transaction} from "kysely";
import {counted} from "../counted.ts";
import {instantText, nowText, type Effects} from "../effects.ts";
import type {ScanFile} from "../engine/dialect.ts";
import {UserError} from "../errors.ts";
import type {Tables} from "../store/tables.ts";
import {activeSnapshots, findSnapshots} from "./catalog.ts";
import type {InstantRange, Lake, RollupFiles, Selection, SelectRequest} from "./lake.ts";
import {partName, snapshotPath} from "./layout.ts";
import {rollupFolder} from "./rollup/folder.ts";
import {rollupRevision, rollupsOf} from "./rollup/rollup.ts";
import type {Snapshot} from "./snapshot.ts";

/** How long a reader that died keeps files from being pruned; a living one renews its lease. */
const leaseMinutes = 15;

type LakeParts = Omit<Lake, "select">;

/** Finds the snapshots of a request and leases them in one transaction, so that a prune cannot come between. */
export async function select(lake: LakeParts, request: SelectRequest, effects: Effects): Promise<Selection> {
  const id = effects.id();
  const {snapshots, rollups} = await lake.store.transaction(
    async (tx) => {
      const found = (await candidates(tx, lake, request, effects)).filter((snapshot) =>
        request.snapshots === undefined ? isWanted(snapshot, request) : true
      );
      refusePruned(found);
      if (found.length > 0) await lease(tx, lake.organisation, id, found, effects);
      return {snapshots: found, rollups: await keptRollups(tx, lake, found)};
    },
    {fleeting: true}
  );
  const timer = setInterval(() => void renew(lake, id, effects), (leaseMinutes * 60_000) / 3);
  timer.unref();
  return {
    snapshots,
    files: snapshots.flatMap((snapshot) => filesOf(lake, snapshot)),
    tags: commonTags(snapshots),
    rollups,
    release: async () => {
      clearInterval(timer);
      if (snapshots.length > 0)
        await lake.store.transaction((tx) => tx.deleteFrom("lease").where("id", "=", id).execute(), {fleeting: true});
    }
  };
}

async function candidates(
  tx: Transaction<Tables>,
  {organisation, manifests}: LakeParts,
  request: SelectRequest,
  effects: Effects
): Promise<readonly Snapshot[]> {
  if (request.snapshots === undefined) {
    const asOf = request.asOf === undefined ? nowText(effects) : instantText(Temporal.Instant.from(request.asOf));
    // "Now" is whatever is active: a clock that lags behind the catalog must not hide what was just published.
    const filter = {
      dataset: request.dataset,
      ...(request.sources === undefined ? {} : {sources: request.sources})
    };
    return activeSnapshots(tx, organisation, request.asOf === undefined ? "9999" : asOf, filter, manifests);
  }
  if (request.snapshots.length === 0) return [];
  const found = await findSnapshots(tx, organisation, {ids: request.snapshots});
  const missing = request.snapshots.filter((id) => !found.some((snapshot) => snapshot.manifest.id === id));
  if (missing.length > 0) throw new UserError("not-found", `There is no snapshot ${missing.join(", ")}`);
  return found;
}

function isWanted({manifest}: Snapshot, request: SelectRequest): boolean {
  if (manifest.rows === 0) return false;
  const {charge, billing} = request;
  if (charge !== undefined && manifest.chargeFrom !== null && manifest.chargeTo !== null) {
    if (charge.to !== null && !isBefore(manifest.chargeFrom, charge.to)) return false;
    // A charge may end in the instant it starts, so a snapshot that ends where the range begins may still have one.
    if (charge.from !== null && isBefore(manifest.chargeTo, charge.from)) return false;
  }
  return billing === undefined || manifest.billingPeriod === "all" || startsWithin(manifest.billingPeriod, billing);
}

function startsWithin(billingPeriod: string, range: InstantRange): boolean {
  const start = `${billingPeriod}-01T00:00:00Z`;
  // The period's rows may begin on any of its instants, so only whole months outside the range are left out.
  const end = Temporal.PlainYearMonth.from(billingPeriod).add({months: 1}).toString() + "-01T00:00:00Z";
  if (range.to !== null && !isBefore(start, range.to)) return false;
  return range.from === null || isBefore(range.from, end);
}

function isBefore(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

function refusePruned(snapshots: readonly Snapshot[]): void {
  const pruned = snapshots.filter((snapshot) => snapshot.state === "pruned");
  const [first] = pruned;
  if (first === undefined) return;
  const {source, billingPeriod, id} = first.manifest;
  throw new UserError(
    "snapshot.pruned",
    `The rows of ${counted(pruned.length, "snapshot")} were pruned, the first is ${id} (${source}, ${billingPeriod})`,
    {remedy: `Its totals are kept: ashlar snapshots show ${id}`, data: pruned.map(({manifest}) => manifest.id)}
  );
}

function filesOf(lake: LakeParts, {manifest}: Snapshot): readonly ScanFile[] {
  const folder = snapshotPath(manifest, manifest.id);
  return manifest.files.map((file) => ({
    path: lake.storage.locate(join(folder, file.name)),
    snapshot: manifest.id
  }));
}

function commonTags(snapshots: readonly Snapshot[]): readonly string[] {
  const [first, ...rest] = snapshots;
  return (first?.manifest.tags ?? []).filter((tag) => rest.every(({manifest}) => manifest.tags.includes(tag)));
}

/** The roll-ups of these snapshots that are kept in their present definition. */
async function keptRollups(
  tx: Transaction<Tables>,
  lake: LakeParts,
  snapshots: readonly Snapshot[]
): Promise<readonly RollupFiles[]> {
  const byId = new Map(snapshots.map(({manifest}) => [manifest.id, manifest]));
  if (byId.size === 0) return [];
  const rows = await tx
    .selectFrom("rollup")
    .select(["snapshot", "name", "revision", "rows"])
    .where("organisation", "=", lake.organisation)
    .where("kept", "=", 1)
    .where("snapshot", "in", [...byId.keys()])
    .execute();
  return rows.flatMap(({snapshot, name, revision, rows: count}) => {
    const manifest = byId.get(snapshot);
    const rollup = rollupsOf(manifest?.tags ?? []).find((each) => each.name === name);
    if (manifest === undefined || rollup === undefined || rollupRevision(rollup) !== revision) return [];
    const path = lake.storage.locate(join(rollupFolder(name, revision, manifest), partName(0)));
    return [{rollup, snapshot, rows: count, files: [{path, snapshot}]}];
  });
}

function expiry(effects: Effects): string {
  return instantText(effects.now().add({minutes: leaseMinutes}));
}

async function lease(
  tx: Transaction<Tables>,
  organisation: string,
  id: string,
  snapshots: readonly Snapshot[],
  effects: Effects
): Promise<void> {
  const ids = snapshots.map((snapshot) => snapshot.manifest.id);
  await tx
    .insertInto("lease")
    .values({id, organisation, snapshots: JSON.stringify(ids), expires_at: expiry(effects)})
    .execute();
}

async function renew(lake: LakeParts, id: string, effects: Effects): Promise<void> {
  try {
    await lake.store.db
      .updateTable("lease")
      .set({expires_at: expiry(effects)})
      .where("id", "=", id)
      .execute();
  } catch {
    // The store may be closing; an expired lease only lets a later prune go ahead.
  }
}
