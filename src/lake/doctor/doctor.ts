import {join} from "node:path";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots} from "../catalog.ts";
import {doctor as doctorContract} from "../contract.ts";
import {mark} from "../ingest/publish.ts";
import {hashOf} from "../input/file.ts";
import type {Lake} from "../lake.ts";
import {snapshotPath} from "../layout.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";
import {stagingName} from "../storage.ts";
import {type Finding, finding} from "./finding.ts";
import {inventory, type Stored} from "./inventory.ts";
import {rebuild} from "./rebuild.ts";

export const doctorOperation = operation(doctorContract, doctor);

/** Folders that an ingest left in staging are taken for dead after this many hours. */
const staleHours = 24;

export async function doctor(
  input: Input<typeof doctorContract>,
  context: Context
): Promise<Output<typeof doctorContract>> {
  const lake = await context.use(lakeOf);
  const found = await inventory(lake);
  const {stored, findings} = found;
  const rows: Finding[] = [...findings];
  if (input.rebuild) rows.push(...(await rebuild(lake, found, input.dryRun)));
  const snapshots = await findSnapshots(lake.store.db, lake.organisation, {});
  rows.push(...missingFiles(snapshots, stored));
  rows.push(...(await lostMarkers(lake, snapshots, stored, input.dryRun)));
  rows.push(...orphans(snapshots, stored));
  if (input.deep) rows.push(...(await damagedFiles(lake, snapshots, context.signal)));
  rows.push(...(await staleStaging(lake, context, input.dryRun)));
  rows.push(...(await prunedFiles(lake, snapshots, stored, input.dryRun)));
  rows.push(...heldBack(snapshots));
  if (rows.every(({level}) => level === "ok" || level === "info"))
    rows.push(
      finding(
        "ok",
        "lake",
        `${counted(snapshots.length, "snapshot")}, ${counted(rowsOf(snapshots), "row")}: lake and catalog agree`
      )
    );
  return {verdict: rows.some(({level}) => level === "error") ? "quality" : "ok", rows};
}

function be(count: number, dryRun: boolean): string {
  if (dryRun) return "would be";
  return count === 1 ? "was" : "were";
}

function rowsOf(snapshots: readonly Snapshot[]): number {
  return snapshots.reduce((total, {manifest, state}) => total + (state === "active" ? manifest.rows : 0), 0);
}

function missingFiles(snapshots: readonly Snapshot[], stored: readonly Stored[]): readonly Finding[] {
  const byId = new Map(stored.map((each) => [each.manifest.id, each]));
  return snapshots.flatMap(({manifest: {id, source, billingPeriod}, state}) => {
    if (state === "pruned") return [];
    const missing = byId.get(id)?.missing ?? ["manifest.json"];
    if (missing.length === 0) return [];
    const level = state === "active" ? "error" : "warning";
    const message = `${source}, ${billingPeriod}: ${state} snapshot ${id} lacks ${missing.join(", ")}`;
    return [finding(level, "files", message, "Restore the folder from a backup, or ingest that period again.")];
  });
}

/** A crash between the catalog's transaction and the marker leaves none; it is written now. */
async function lostMarkers(
  lake: Lake,
  snapshots: readonly Snapshot[],
  stored: readonly Stored[],
  dryRun: boolean
): Promise<readonly Finding[]> {
  const marked = new Set(stored.filter(({marker}) => marker !== null).map(({manifest}) => manifest.id));
  const present = new Set(stored.map(({manifest}) => manifest.id));
  const lost = snapshots.filter(
    ({manifest, activeFrom}) => activeFrom !== null && present.has(manifest.id) && !marked.has(manifest.id)
  );
  if (lost.length === 0) return [];
  for (const {manifest, activeFrom} of lost) {
    if (dryRun || activeFrom === null) continue;
    const supersedes = snapshots
      .filter((other) => other.activeTo === activeFrom && sameUnit(other, manifest))
      .map((other) => other.manifest.id);
    await mark(lake, manifest, {activeFrom, supersedes});
  }
  const markers = `${counted(lost.length, "marker")} that a crash prevented`;
  return [finding("info", "markers", `${markers} ${be(lost.length, dryRun)} written`)];
}

function sameUnit({manifest}: Snapshot, other: Snapshot["manifest"]): boolean {
  return (
    manifest.source === other.source &&
    manifest.dataset === other.dataset &&
    manifest.partition === other.partition &&
    manifest.billingPeriod === other.billingPeriod
  );
}

/** Folders that no catalog entry knows never count; they are only reported, as another store may know them. */
function orphans(snapshots: readonly Snapshot[], stored: readonly Stored[]): readonly Finding[] {
  const known = new Set(snapshots.map(({manifest}) => manifest.id));
  return stored
    .filter(({manifest}) => !known.has(manifest.id))
    .map(({path}) =>
      finding(
        "warning",
        "orphan",
        `${path} is not in the catalog, so no question sees it`,
        "Left by a crash: remove the folder. If the state store was lost: ashlar doctor --rebuild"
      )
    );
}

async function damagedFiles(
  lake: Lake,
  snapshots: readonly Snapshot[],
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const {manifest, state} of snapshots) {
    if (state === "pruned") continue;
    for (const file of manifest.files) {
      const path = join(snapshotPath(manifest, manifest.id), file.name);
      const sha256 = await hashOf({name: path, path: lake.storage.locate(path)}, signal).catch(() => null);
      if (sha256 !== null && sha256 !== file.sha256)
        findings.push(
          finding(
            "error",
            "hash",
            `${path} is not what was written`,
            "Restore it from a backup, or ingest that period again."
          )
        );
    }
  }
  return findings;
}

async function staleStaging(lake: Lake, {effects}: Context, dryRun: boolean): Promise<readonly Finding[]> {
  const stale: string[] = [];
  for (const name of await lake.storage.list(stagingName)) {
    const owner = await lake.storage.read(join(stagingName, name, "owner.json"));
    const since = /"since":"([^"]+)"/.exec(owner ?? "")?.[1] ?? nowText(effects);
    const age = effects.now().since(Temporal.Instant.from(since)).total("hours");
    if (age < staleHours) continue;
    stale.push(name);
    if (!dryRun) await lake.storage.remove(join(stagingName, name));
  }
  if (stale.length === 0) return [];
  return [
    finding("info", "staging", `${counted(stale.length, "folder")} of dead ingests ${be(stale.length, dryRun)} removed`)
  ];
}

/** Files that a crash left after their snapshot was marked as pruned. */
async function prunedFiles(
  lake: Lake,
  snapshots: readonly Snapshot[],
  stored: readonly Stored[],
  dryRun: boolean
): Promise<readonly Finding[]> {
  const byId = new Map(stored.map((each) => [each.manifest.id, each]));
  const left = snapshots.flatMap(({manifest, state}) => {
    const found = byId.get(manifest.id);
    if (state !== "pruned" || found === undefined) return [];
    return manifest.files.filter(({name}) => !found.missing.includes(name)).map(({name}) => join(found.path, name));
  });
  if (left.length === 0) return [];
  if (!dryRun) for (const path of left) await lake.storage.remove(path);
  return [
    finding("info", "pruned", `${counted(left.length, "file")} of pruned snapshots ${be(left.length, dryRun)} removed`)
  ];
}

function heldBack(snapshots: readonly Snapshot[]): readonly Finding[] {
  return snapshots
    .filter(({state}) => state === "held")
    .map(({manifest: {id, source, billingPeriod, quarantined}}) =>
      finding(
        "warning",
        "held",
        `${source}, ${billingPeriod}: snapshot ${id} is held back, ${counted(quarantined, "row")} in quarantine`,
        `Look at them: ashlar quarantine show ${id}. Then publish it, or discard it: ashlar snapshots discard ${id}`
      )
    );
}
