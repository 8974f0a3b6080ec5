import type {Kysely} from "kysely";
import type {Store} from "../../store/store.ts";
import type {Tables} from "../../store/tables.ts";
import {type ManifestFacts, manifestFacts} from "./manifest.ts";
import type {PlannedDelivery} from "./plan.ts";
import type {RemoteObject} from "./remote-store.ts";

/** Where a source stands with what it fetches. */
export interface SyncState {
  readonly location: string;
  readonly triedAt: string;
  readonly succeededAt: string | null;
  readonly error: string | null;
  readonly failures: number;
  readonly nextDue: string | null;
}

/** A delivery as it was when it was taken in. */
export interface TakenDelivery {
  readonly fingerprint: string;
  readonly way: string;
  readonly objects: readonly TakenObject[];
}

type TakenObject = Pick<RemoteObject, "key" | "version" | "size">;

export interface KnownManifest {
  readonly version: string;
  /** Null for JSON of another kind. */
  readonly facts: ManifestFacts | null;
}

/** How every source that was ever fetched stands, by its id. */
export async function syncStates(db: Kysely<Tables>, organisation: string): Promise<ReadonlyMap<string, SyncState>> {
  const rows = await db.selectFrom("sync_source").selectAll().where("organisation", "=", organisation).execute();
  return new Map(
    rows.map((row) => [
      row.source,
      {
        location: row.location,
        triedAt: row.tried_at,
        succeededAt: row.succeeded_at,
        error: row.error,
        failures: row.failures,
        nextDue: row.next_due
      }
    ])
  );
}

export async function saveState(store: Store, organisation: string, source: string, state: SyncState): Promise<void> {
  const row = {
    location: state.location,
    tried_at: state.triedAt,
    succeeded_at: state.succeededAt,
    error: state.error,
    failures: state.failures,
    next_due: state.nextDue
  };
  await store.db
    .insertInto("sync_source")
    .values({organisation, source, ...row})
    .onConflict((conflict) => conflict.columns(["organisation", "source"]).doUpdateSet(row))
    .execute();
}

/** Forgets what was taken in from a location that the source no longer has. */
export async function forget(store: Store, organisation: string, source: string): Promise<void> {
  await store.transaction(async (tx) => {
    for (const table of ["sync_delivery", "sync_manifest"] as const)
      await tx.deleteFrom(table).where("organisation", "=", organisation).where("source", "=", source).execute();
  });
}

export async function takenDeliveries(
  store: Store,
  organisation: string,
  source: string
): Promise<ReadonlyMap<string, TakenDelivery>> {
  const rows = await store.db
    .selectFrom("sync_delivery")
    .select(["delivery", "fingerprint", "way", "objects"])
    .where("organisation", "=", organisation)
    .where("source", "=", source)
    .execute();
  return new Map(
    rows.map(({delivery, fingerprint, way, objects}) => [
      delivery,
      {fingerprint, way, objects: JSON.parse(objects) as TakenObject[]}
    ])
  );
}

/** Whether a delivery has nothing that was not taken in already; files that vanished since are no change. */
export function hasNothingNew(
  {fingerprint, files, manifest}: PlannedDelivery,
  taken: TakenDelivery | undefined
): boolean {
  if (taken === undefined || fingerprint === "unknown") return false;
  if (taken.fingerprint === fingerprint) return true;
  const known = new Set(taken.objects.map(printOf));
  return [...(manifest === null ? [] : [manifest]), ...files].every((object) => known.has(printOf(object)));
}

function printOf({key, version, size}: TakenObject): string {
  return JSON.stringify([key, version, size]);
}

export async function saveDelivery(
  store: Store,
  organisation: string,
  source: string,
  {id, fingerprint, way, files, manifest}: PlannedDelivery,
  now: string
): Promise<void> {
  const objects = [...(manifest === null ? [] : [manifest]), ...files].map(({key, version, size}) => ({
    key,
    version,
    size
  }));
  const row = {fingerprint, way, objects: JSON.stringify(objects), ingested_at: now};
  await store.db
    .insertInto("sync_delivery")
    .values({organisation, source, delivery: id, ...row})
    .onConflict((conflict) => conflict.columns(["organisation", "source", "delivery"]).doUpdateSet(row))
    .execute();
}

export async function knownManifests(
  store: Store,
  organisation: string,
  source: string
): Promise<ReadonlyMap<string, KnownManifest>> {
  const rows = await store.db
    .selectFrom("sync_manifest")
    .select(["key", "version", "facts"])
    .where("organisation", "=", organisation)
    .where("source", "=", source)
    .execute();
  const known = rows.flatMap(({key, version, facts}): [string, KnownManifest][] => {
    const parsed = manifestFacts.nullable().safeParse(JSON.parse(facts));
    // What an older version of this software kept is read again from the manifest.
    return parsed.success ? [[key, {version, facts: parsed.data}]] : [];
  });
  return new Map(known);
}

/** Forgets what manifests said that are no longer there. */
export async function forgetManifests(
  store: Store,
  organisation: string,
  source: string,
  keys: readonly string[]
): Promise<void> {
  for (const key of keys)
    await store.db
      .deleteFrom("sync_manifest")
      .where("organisation", "=", organisation)
      .where("source", "=", source)
      .where("key", "=", key)
      .execute();
}

export async function saveManifest(
  store: Store,
  organisation: string,
  source: string,
  key: string,
  {version, facts}: KnownManifest
): Promise<void> {
  const row = {version, facts: JSON.stringify(facts)};
  await store.db
    .insertInto("sync_manifest")
    .values({organisation, source, key, ...row})
    .onConflict((conflict) => conflict.columns(["organisation", "source", "key"]).doUpdateSet(row))
    .execute();
}
