import type {Selectable, Transaction} from "kysely";
import {z} from "zod";
import type {Effects} from "../effects.ts";
import {nowText} from "../effects.ts";
import {UserError} from "../errors.ts";
import type {Store} from "../store/store.ts";
import type {Tables} from "../store/tables.ts";
import {layoutVersion} from "./layout.ts";
import type {ManifestCache} from "./manifest-cache.ts";
import type {Manifest, Snapshot, SnapshotState} from "./snapshot.ts";
import {manifest as manifestSchema} from "./snapshot.ts";

/** What the catalog is asked for; every limit that is absent does not apply. */
export interface CatalogFilter {
  readonly dataset?: string;
  readonly sources?: readonly string[];
  readonly partition?: string;
  readonly billingPeriod?: string;
  readonly states?: readonly SnapshotState[];
  readonly contentHash?: string;
  readonly ids?: readonly string[];
}

type SnapshotRow = Selectable<Tables["snapshot"]> & {active_from: string | null; active_to: string | null};

/** Snapshots by unit and age, each with its latest activation. */
export async function findSnapshots(
  db: Store["db"] | Transaction<Tables>,
  organisation: string,
  filter: CatalogFilter
): Promise<readonly Snapshot[]> {
  let query = db
    .selectFrom("snapshot")
    .leftJoin("activation", "activation.snapshot", "snapshot.id")
    .selectAll("snapshot")
    .select(["activation.active_from", "activation.active_to"])
    .where("snapshot.organisation", "=", organisation);
  if (filter.dataset !== undefined) query = query.where("snapshot.dataset", "=", filter.dataset);
  if (filter.sources !== undefined) query = query.where("snapshot.source", "in", [...filter.sources]);
  if (filter.partition !== undefined) query = query.where("snapshot.partition_key", "=", filter.partition);
  if (filter.billingPeriod !== undefined) query = query.where("snapshot.billing_period", "=", filter.billingPeriod);
  if (filter.states !== undefined) query = query.where("snapshot.state", "in", [...filter.states]);
  if (filter.contentHash !== undefined) query = query.where("snapshot.content_hash", "=", filter.contentHash);
  if (filter.ids !== undefined) query = query.where("snapshot.id", "in", [...filter.ids]);
  const rows = await query
    .orderBy("snapshot.source")
    .orderBy("snapshot.dataset")
    .orderBy("snapshot.partition_key")
    .orderBy("snapshot.billing_period")
    .orderBy("snapshot.id")
    .orderBy("activation.active_from")
    .execute();
  return latestActivation(rows).map(asSnapshot);
}

/** Snapshots that questions saw at a moment (ISO text in UTC with milliseconds); only unknown manifests are read. */
export async function activeSnapshots(
  db: Store["db"] | Transaction<Tables>,
  organisation: string,
  asOf: string,
  filter: Pick<CatalogFilter, "dataset" | "sources">,
  manifests: ManifestCache
): Promise<readonly Snapshot[]> {
  let query = db
    .selectFrom("snapshot")
    .innerJoin("activation", "activation.snapshot", "snapshot.id")
    .select(["snapshot.id", "snapshot.state", "activation.active_from", "activation.active_to"])
    .where("snapshot.organisation", "=", organisation)
    .where("activation.active_from", "<=", asOf)
    .where((where) => where.or([where("activation.active_to", "is", null), where("activation.active_to", ">", asOf)]));
  if (filter.dataset !== undefined) query = query.where("snapshot.dataset", "=", filter.dataset);
  if (filter.sources !== undefined) query = query.where("snapshot.source", "in", [...filter.sources]);
  const rows = await query.orderBy("snapshot.id").execute();
  const read = await manifestsOf(
    db,
    rows.map(({id}) => id),
    manifests
  );
  return rows.map(({id, state, active_from, active_to}) => {
    const manifest = read.get(id);
    if (manifest === undefined) throw new Error(`snapshot vanished: ${id}`);
    return {manifest, state, activeFrom: active_from, activeTo: active_to};
  });
}

/** Fewer than a statement of either database may have parameters. */
const idsAtATime = 10_000;

async function manifestsOf(
  db: Store["db"] | Transaction<Tables>,
  ids: readonly string[],
  manifests: ManifestCache
): Promise<ReadonlyMap<string, Manifest>> {
  const found = new Map<string, Manifest>();
  const unknown: string[] = [];
  for (const id of ids) {
    const manifest = manifests.get(id);
    if (manifest === null) unknown.push(id);
    else found.set(id, manifest);
  }
  for (let at = 0; at < unknown.length; at += idsAtATime) {
    const some = unknown.slice(at, at + idsAtATime);
    const rows = await db.selectFrom("snapshot").select("manifest").where("id", "in", some).execute();
    for (const {manifest: text} of rows) {
      const manifest = readManifest(text);
      manifests.set(manifest);
      found.set(manifest.id, manifest);
    }
  }
  return found;
}

function latestActivation(rows: readonly SnapshotRow[]): readonly SnapshotRow[] {
  const byId = new Map<string, SnapshotRow>();
  for (const row of rows) byId.set(row.id, row);
  return [...byId.values()];
}

/** A manifest from its text. Throws `lake.newer` for one of newer software, a plain error for one that is none. */
export function readManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  const {layout} = z.looseObject({layout: z.int()}).parse(value);
  if (layout > layoutVersion)
    throw new UserError("lake.newer", `A snapshot has layout ${layout}, this version reads up to ${layoutVersion}`, {
      remedy: "Update Ashlar: npm install -g ashlar@latest. The lake was not touched."
    });
  return manifestSchema.parse(value);
}

function asSnapshot(row: SnapshotRow): Snapshot {
  return {
    manifest: readManifest(row.manifest),
    state: row.state,
    activeFrom: row.active_from,
    activeTo: row.active_to
  };
}

/** Adds a snapshot that questions do not see (yet). */
export async function insertSnapshot(tx: Transaction<Tables>, manifest: Manifest, state: SnapshotState): Promise<void> {
  await tx
    .insertInto("source")
    .values({
      organisation: manifest.organisation,
      id: manifest.source,
      title: null,
      owner: null,
      format: null,
      cadence: null,
      created_at: manifest.createdAt
    })
    .onConflict((conflict) => conflict.columns(["organisation", "id"]).doNothing())
    .execute();
  await tx
    .insertInto("snapshot")
    .values({
      id: manifest.id,
      organisation: manifest.organisation,
      source: manifest.source,
      dataset: manifest.dataset,
      partition_key: manifest.partition,
      billing_period: manifest.billingPeriod,
      state,
      content_hash: manifest.contentHash,
      charge_from: manifest.chargeFrom,
      charge_to: manifest.chargeTo,
      created_at: manifest.createdAt,
      manifest: JSON.stringify(manifest)
    })
    .execute();
}

/**
 * The instant at which a transaction activates: now, but later than every activation before it, so that "as of" tells
 * two publications apart whatever the clock did.
 */
export async function activationInstant(
  tx: Transaction<Tables>,
  organisation: string,
  effects: Effects
): Promise<string> {
  const now = nowText(effects);
  const last = await tx
    .selectFrom("activation")
    .select((select) => select.fn.max("active_from").as("at"))
    .where("organisation", "=", organisation)
    .executeTakeFirst();
  if (last?.at === undefined || last.at === null || last.at < now) return now;
  return Temporal.Instant.from(last.at).add({milliseconds: 1}).toString({smallestUnit: "millisecond"});
}

/** Lets questions see a snapshot from `at` on, and the superseded ones no longer. */
export async function activate(
  tx: Transaction<Tables>,
  organisation: string,
  id: string,
  superseded: readonly string[],
  at: string
): Promise<void> {
  if (superseded.length > 0) {
    await tx
      .updateTable("snapshot")
      .set({state: "superseded"})
      .where("id", "in", [...superseded])
      .execute();
    await tx
      .updateTable("activation")
      .set({active_to: at})
      .where("snapshot", "in", [...superseded])
      .where("active_to", "is", null)
      .execute();
  }
  await tx.updateTable("snapshot").set({state: "active"}).where("id", "=", id).execute();
  await tx.insertInto("activation").values({organisation, snapshot: id, active_from: at, active_to: null}).execute();
}

/** One line of who did what. */
export async function recordEvent(
  tx: Transaction<Tables>,
  event: {organisation: string; caller: string; operation: string; subject: string; detail: unknown},
  effects: Effects
): Promise<void> {
  await tx
    .insertInto("event")
    .values({
      id: effects.id(),
      at: nowText(effects),
      ...event,
      detail: JSON.stringify(event.detail)
    })
    .execute();
}

/** The snapshot with this id, or whose id ends in this text if only one does. Throws `not-found`. */
export async function snapshotById(db: Store["db"], organisation: string, id: string): Promise<Snapshot> {
  const all = await db.selectFrom("snapshot").select("id").where("organisation", "=", organisation).execute();
  const wanted = id.toUpperCase();
  const matches = all.filter((row) => row.id === wanted || (wanted.length >= 6 && row.id.endsWith(wanted)));
  const [match] = matches;
  if (match === undefined || matches.length > 1)
    throw new UserError("not-found", `There is ${matches.length > 1 ? "more than one" : "no"} snapshot ${id}`, {
      remedy: "List them with: ashlar snapshots list"
    });
  const [snapshot] = await findSnapshots(db, organisation, {ids: [match.id]});
  if (snapshot === undefined) throw new Error(`snapshot vanished: ${match.id}`);
  return snapshot;
}
