import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Transaction} from "kysely";
import type {Effects} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import type {Caller} from "../../operation.ts";
import type {Store} from "../../store/store.ts";
import type {Tables} from "../../store/tables.ts";
import {activate, activationInstant, findSnapshots, insertSnapshot, recordEvent} from "../catalog.ts";
import type {Lake} from "../lake.ts";
import {manifestName, markerName, quarantineName, snapshotPath} from "../layout.ts";
import type {Manifest, SnapshotState, Unit} from "../snapshot.ts";
import {withReasons} from "../storage.ts";
import type {Quarantined} from "./faults.ts";
import {type Change, changeOf, shrinkage} from "./guard.ts";

/** A snapshot whose files lie in a staging folder, ready to be put in its place. */
export interface PreparedSnapshot {
  readonly manifest: Manifest;
  /** Absolute staging folder with the part files. */
  readonly folder: string;
  readonly quarantine: readonly Quarantined[];
  /** Whether questions are to see it; otherwise it is kept and held back. */
  readonly visible: boolean;
}

export interface PublishOptions {
  /** Replace what is there even where much less would be left. */
  readonly replace: boolean;
  /** Append bytes that questions see in the unit already. */
  readonly repeats: boolean;
  /** Share of rows or cost that an overwrite may remove, a decimal from 0 to 1. */
  readonly shrink: string;
}

/** What becomes of a prepared snapshot, and what it changes. */
export interface Outcome {
  readonly manifest: Manifest;
  readonly status: "published" | "held" | "unchanged";
  /** Snapshots that questions no longer see. */
  readonly superseded: readonly string[];
  readonly change: Change;
}

/** What a later rebuild of the catalog needs to know of an activation. */
export interface Marker {
  readonly activeFrom: string;
  readonly supersedes: readonly string[];
}

/**
 * Puts snapshots in place and lets questions see them all in one transaction: files are durable before, and a crash
 * at any instant leaves either all of them visible or none. Throws `replace.refused` without having changed anything.
 */
export async function publish(
  lake: Lake,
  prepared: readonly PreparedSnapshot[],
  options: PublishOptions,
  caller: Caller,
  effects: Effects
): Promise<readonly Outcome[]> {
  refuse(await assess(lake, lake.store.db, prepared, options));
  let done: readonly Outcome[] = [];
  let at = "";
  let committing = false;
  try {
    for (const snapshot of prepared) await place(lake, snapshot);
    done = await lake.store.transaction(async (tx) => {
      committing = false;
      const outcomes = refuse(await assess(lake, tx, prepared, options));
      at = await activationInstant(tx, lake.organisation, effects);
      for (const outcome of outcomes) await record(tx, lake, outcome, at, caller, effects);
      committing = true;
      return outcomes;
    });
    committing = false;
  } finally {
    // A server that was lost while it committed may still do so; what it forgets is an orphan that never counts.
    if (!committing || lake.store.dialect === "sqlite") await removeUnknown(lake, prepared);
  }
  for (const {manifest, status, superseded} of done)
    if (status === "published") await markIfPossible(lake, manifest, {activeFrom: at, supersedes: superseded});
  return done;
}

/** The snapshot is published whether or not there is room for its marker, which `doctor` writes later. */
export async function markIfPossible(lake: Lake, manifest: Manifest, marker: Marker): Promise<void> {
  try {
    await mark(lake, manifest, marker);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Removes what the catalog does not know: it is asked, since a commit may have succeeded although it seemed to fail. */
async function removeUnknown(lake: Lake, prepared: readonly PreparedSnapshot[]): Promise<void> {
  const ids = prepared.map(({manifest}) => manifest.id);
  try {
    const known = new Set(
      (await findSnapshots(lake.store.db, lake.organisation, {ids})).map((each) => each.manifest.id)
    );
    for (const {manifest} of prepared)
      if (!known.has(manifest.id)) await lake.storage.remove(snapshotPath(manifest, manifest.id));
  } catch {
    // Without the catalog nobody can tell; what is left over never counts, and `doctor` shows it.
  }
}

/** What publishing would do now, without doing it. */
export async function assess(
  lake: Lake,
  db: Store["db"] | Transaction<Tables>,
  prepared: readonly PreparedSnapshot[],
  {replace, repeats, shrink}: PublishOptions
): Promise<readonly Assessment[]> {
  const assessments: Assessment[] = [];
  for (const {manifest, visible} of prepared) {
    const existing = (await unitSnapshots(db, lake.organisation, manifest)).filter(({state}) => state !== "superseded");
    const active = existing.filter(({state}) => state === "active").map((snapshot) => snapshot.manifest);
    const overwrites = manifest.mode === "overwrite" && visible;
    // Beside rows that were appended the same complete delivery is a change: it replaces them.
    const isSame = (state: SnapshotState): boolean =>
      state === "active" ? !overwrites || active.length === 1 : !visible && state === "held";
    const twin =
      existing.find(
        ({manifest: other, state}) =>
          other.id !== manifest.id && other.contentHash === manifest.contentHash && isSame(state)
      )?.manifest ?? (manifest.mode === "append" ? appendedAlready(active, manifest) : undefined);
    assessments.push({
      manifest: twin ?? manifest,
      status: twin === undefined ? (visible ? "published" : "held") : "unchanged",
      superseded: twin === undefined && overwrites ? active.map(({id}) => id) : [],
      change: changeOf(overwrites ? active : [], manifest),
      objections: twin === undefined && overwrites && !replace ? shrinkage(active, manifest, shrink) : [],
      repeated: twin === undefined && visible && !overwrites && !repeats ? repeated(active, manifest) : []
    });
  }
  return assessments;
}

export interface Assessment extends Outcome {
  /** Why the snapshot must not replace what is there, in words; empty where it may. */
  readonly objections: readonly string[];
  /** Files to be appended whose bytes questions see already. */
  readonly repeated: readonly string[];
}

/** A snapshot of what was appended before, where all that is to be appended now is among it, read in the same way. */
function appendedAlready(active: readonly Manifest[], {reading, inputs}: Manifest): Manifest | undefined {
  const appended = active.filter((manifest) => manifest.mode === "append" && manifest.reading === reading);
  const seen = new Set(appended.flatMap((manifest) => manifest.inputs.map(({sha256}) => sha256)));
  if (!inputs.every(({sha256}) => seen.has(sha256))) return undefined;
  return appended.find((manifest) => manifest.inputs.some(({sha256}) => sha256 === inputs[0]?.sha256));
}

function repeated(active: readonly Manifest[], {inputs}: Manifest): readonly string[] {
  const seen = new Set(active.flatMap((manifest) => manifest.inputs.map(({sha256}) => sha256)));
  return inputs.filter(({sha256}) => seen.has(sha256)).map(({name}) => name);
}

async function unitSnapshots(db: Store["db"] | Transaction<Tables>, organisation: string, unit: Unit) {
  return findSnapshots(db, organisation, {
    dataset: unit.dataset,
    sources: [unit.source],
    partition: unit.partition,
    billingPeriod: unit.billingPeriod,
    states: ["active", "held"]
  });
}

/** Throws `replace.refused` where any assessment has an objection, and `input.repeated` where files would count twice. */
export function refuse(assessments: readonly Assessment[]): readonly Assessment[] {
  refuseRepeated(assessments);
  const refused = assessments.filter(({objections}) => objections.length > 0);
  const [first] = refused;
  if (first === undefined) return assessments;
  const {source, billingPeriod} = first.manifest;
  const others = refused.length > 1 ? ` (and ${refused.length - 1} more billing periods)` : "";
  throw new UserError("replace.refused", `${source}, ${billingPeriod}${others}: ${first.objections.join("; ")}`, {
    remedy:
      "A delivery replaces the whole period. If this is one part of several, name all parts in one command or add it with --append; if it is right, use --replace. Nothing was changed.",
    data: refused.map(({manifest, objections}) => ({source, billingPeriod: manifest.billingPeriod, objections}))
  });
}

function refuseRepeated(assessments: readonly Assessment[]): void {
  const found = assessments.find(({repeated: names}) => names.length > 0);
  const [first] = found?.repeated ?? [];
  if (found === undefined || first === undefined) return;
  const {source, billingPeriod} = found.manifest;
  throw new UserError("input.repeated", `The rows of ${first} are in ${source}, ${billingPeriod} already`, {
    at: {file: first},
    remedy: "Leave the file out, or ingest it with --repeats if its rows count twice. Nothing was changed."
  });
}

async function record(
  tx: Transaction<Tables>,
  lake: Lake,
  {manifest, status, superseded}: Outcome,
  at: string,
  caller: Caller,
  effects: Effects
): Promise<void> {
  if (status === "unchanged") return;
  await insertSnapshot(tx, manifest, "held");
  if (status === "published") await activate(tx, lake.organisation, manifest.id, superseded, at);
  const {organisation} = lake;
  const detail = {status, source: manifest.source, billingPeriod: manifest.billingPeriod, rows: manifest.rows};
  await recordEvent(tx, {organisation, caller: caller.id, operation: "ingest", subject: manifest.id, detail}, effects);
}

/** Writes beside a manifest that the snapshot was activated, for a rebuild of the catalog. */
export async function mark(lake: Pick<Lake, "storage">, manifest: Manifest, marker: Marker): Promise<void> {
  await lake.storage.write(join(snapshotPath(manifest, manifest.id), markerName), `${JSON.stringify(marker)}\n`);
}

async function place(lake: Lake, {manifest, folder, quarantine}: PreparedSnapshot): Promise<void> {
  await withReasons(folder, async () => {
    if (quarantine.length > 0)
      await writeFile(
        join(folder, quarantineName),
        quarantine.map((row) => `${JSON.stringify(row)}\n`)
      );
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  });
  await lake.storage.publish(folder, snapshotPath(manifest, manifest.id));
}
