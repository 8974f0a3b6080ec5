import {findSnapshots} from "../catalog.ts";
import type {Lake} from "../lake.ts";
import type {Snapshot} from "../snapshot.ts";
import type {HashedFile} from "./read-file.ts";

/** Offered files, parted into those that must be read and snapshots that already are what the others would give. */
export interface KnownFiles {
  readonly fresh: readonly HashedFile[];
  readonly known: readonly HashedFile[];
  /** The snapshots made of the known files, which stay as they are. */
  readonly kept: readonly Snapshot[];
}

export interface Offer {
  readonly source: string;
  readonly mode: "overwrite" | "append";
  /** Hash of how the bytes are read; see `manifest` in ../snapshot.ts. */
  readonly reading: string;
  readonly files: readonly HashedFile[];
}

/** Where rows that were read belong: a billing period, or where rows are in doubt any of the partition. */
export interface ReadUnit {
  readonly dataset: string;
  readonly partition: string;
  readonly billingPeriod: string | null;
}

/**
 * Leaves out files that are in the lake as they are: reading them again would change nothing. An overwrite is known
 * where its snapshot is all that questions see of the unit; what is appended, where questions see it at all.
 */
export async function withoutKnown(lake: Lake, {source, mode, reading, files}: Offer): Promise<KnownFiles> {
  const all = await findSnapshots(lake.store.db, lake.organisation, {sources: [source]});
  const active = Map.groupBy(
    all.filter(({state}) => state === "active"),
    unitKey
  );
  const offered = new Set(files.map(fileKey));
  const made = all.filter(
    (snapshot) =>
      snapshot.manifest.reading === reading &&
      snapshot.manifest.mode === mode &&
      inputKeys(snapshot).some((key) => offered.has(key))
  );
  const isSettled = (snapshot: Snapshot): boolean =>
    snapshot.state === "active" &&
    (mode === "append" ||
      (inputKeys(snapshot).every((key) => offered.has(key)) && active.get(unitKey(snapshot))?.length === 1));
  const settled = made.filter(isSettled);
  const covered = new Set(settled.flatMap(inputKeys));
  const unsettled = new Set(made.filter((snapshot) => !isSettled(snapshot)).flatMap(inputKeys));
  const isKnown = (file: HashedFile): boolean => covered.has(fileKey(file)) && !unsettled.has(fileKey(file));
  return split(
    files,
    settled,
    files.filter((file) => !isKnown(file))
  );
}

/**
 * Takes back known files whose snapshot what was read meanwhile would replace: a delivery replaces its unit as a whole,
 * so all files of the unit must be read together.
 */
export function withoutTouched({fresh, known, kept}: KnownFiles, units: readonly ReadUnit[]): KnownFiles {
  const touched = kept.filter(({manifest}) =>
    units.some(
      ({dataset, partition, billingPeriod}) =>
        dataset === manifest.dataset &&
        partition === manifest.partition &&
        (billingPeriod === null || billingPeriod === manifest.billingPeriod)
    )
  );
  const keys = new Set(touched.flatMap(inputKeys));
  return split([...fresh, ...known], kept, [...fresh, ...known.filter((file) => keys.has(fileKey(file)))]);
}

/** A file that shares a snapshot with a fresh one is read again with it, and so on until nothing is shared. */
function split(files: readonly HashedFile[], settled: readonly Snapshot[], first: readonly HashedFile[]): KnownFiles {
  const fresh = new Set(first.map(fileKey));
  let kept = settled;
  for (;;) {
    const lost = kept.filter((snapshot) => inputKeys(snapshot).some((key) => fresh.has(key)));
    if (lost.length === 0) break;
    kept = kept.filter((snapshot) => !lost.includes(snapshot));
    for (const key of lost.flatMap(inputKeys)) fresh.add(key);
  }
  return {
    fresh: files.filter((file) => fresh.has(fileKey(file))),
    known: files.filter((file) => !fresh.has(fileKey(file))),
    kept
  };
}

function fileKey({partition, sha256}: {readonly partition: string; readonly sha256: string}): string {
  return JSON.stringify([partition, sha256]);
}

function inputKeys({manifest: {partition, inputs}}: Snapshot): readonly string[] {
  return inputs.map(({sha256}) => fileKey({partition, sha256}));
}

function unitKey({manifest: {dataset, partition, billingPeriod}}: Snapshot): string {
  return JSON.stringify([dataset, partition, billingPeriod]);
}
