import type {Transaction} from "kysely";
import {counted} from "../../counted.ts";
import type {Tables} from "../../store/tables.ts";
import {insertSnapshot} from "../catalog.ts";
import type {Marker} from "../ingest/publish.ts";
import type {Lake} from "../lake.ts";
import type {Manifest, SnapshotState} from "../snapshot.ts";
import {type Finding, finding} from "./finding.ts";
import type {Inventory, Stored} from "./inventory.ts";

/** What the catalog must say of a stored snapshot. */
interface Rebuilt {
  readonly manifest: Manifest;
  readonly state: SnapshotState;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

/**
 * Builds the catalog again from the folders: a snapshot with a marker was seen from then on, until another's marker
 * says that it superseded it. Those without a marker are held back, since nobody can tell whether they were ever seen.
 */
export async function rebuild(
  lake: Lake,
  {stored, markers, unreadable}: Inventory,
  dryRun: boolean
): Promise<readonly Finding[]> {
  const rebuilt = states(stored, markers);
  const active = rebuilt.filter(({state}) => state === "active").length;
  const held = rebuilt.filter(({state}) => state === "held").length;
  if (!dryRun)
    await lake.store.transaction(async (tx) => {
      // What the catalog knows of a snapshot with a damaged manifest is told nowhere else.
      const known = await tx
        .selectFrom("snapshot")
        .select("id")
        .where("organisation", "=", lake.organisation)
        .execute();
      const ids = known.map(({id}) => id).filter((id) => !unreadable.includes(id));
      for (const id of ids) {
        await tx.deleteFrom("activation").where("snapshot", "=", id).execute();
        await tx.deleteFrom("snapshot").where("id", "=", id).execute();
      }
      for (const snapshot of rebuilt) await insert(tx, lake.organisation, snapshot);
    });
  const verb = dryRun ? "would be built" : "was built";
  return [
    finding(
      "info",
      "rebuild",
      `The catalog ${verb} from ${counted(rebuilt.length, "manifest")}: ${active} active, ${held} held back`
    ),
    ...(held === 0
      ? []
      : [
          finding(
            "warning",
            "rebuild",
            `Nothing says that questions ever saw ${counted(held, "snapshot")}`,
            "Look at them with: ashlar snapshots list --state held; publish those that belong there."
          )
        ])
  ];
}

/** The catalog entries that markers and files tell. */
function states(stored: readonly Stored[], markers: readonly Marker[]): readonly Rebuilt[] {
  const endOf = new Map<string, string>();
  for (const {supersedes, activeFrom} of markers) for (const id of supersedes) endOf.set(id, activeFrom);
  return stored.map(({manifest, marker, missing}) => {
    const activeFrom = marker?.activeFrom ?? null;
    const activeTo = activeFrom === null ? null : (endOf.get(manifest.id) ?? null);
    const state =
      activeFrom === null ? "held" : activeTo === null ? "active" : missing.length > 0 ? "pruned" : "superseded";
    return {manifest, state, activeFrom, activeTo};
  });
}

async function insert(tx: Transaction<Tables>, organisation: string, snapshot: Rebuilt): Promise<void> {
  const {manifest, state, activeFrom, activeTo} = snapshot;
  await insertSnapshot(tx, {...manifest, organisation}, state);
  if (activeFrom === null) return;
  await tx
    .insertInto("activation")
    .values({organisation, snapshot: manifest.id, active_from: activeFrom, active_to: activeTo})
    .execute();
}
