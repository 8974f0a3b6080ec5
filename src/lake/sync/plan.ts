import {createHash} from "node:crypto";
import {matchesGlob} from "node:path/posix";
import {counted} from "../../counted.ts";
import {UserError} from "../../errors.ts";
import type {SourceSettings} from "../../settings.ts";
import {fileOfAddress} from "../input/delivery.ts";
import {isManifestKey, type ManifestFacts, periodOf} from "./manifest.ts";
import type {RemoteObject} from "./remote-store.ts";

/** Files that are taken in together, because they replace a part of the bill together. */
export interface PlannedDelivery {
  /** What tells it from the others of its source, and stays the same when its files change. */
  readonly id: string;
  /** How parts of the bill are told apart: by two ways at once, every charge would count twice. */
  readonly way: string;
  readonly period: string | null;
  readonly manifest: RemoteObject | null;
  /** The data files; of a manifest, one for each of its addresses and in their order. */
  readonly files: readonly RemoteObject[];
  /** Addresses of the manifest that are not there, in the vendor's words. */
  readonly missing: readonly string[];
  /** The partition that ingest is told; null where the manifest says it, or the source has one part. */
  readonly partition: string | null;
  /** What the files were when they were listed; changes whenever one does. */
  readonly fingerprint: string;
}

export interface FoundManifest {
  readonly object: RemoteObject;
  readonly facts: ManifestFacts;
}

export interface Plan {
  readonly deliveries: readonly PlannedDelivery[];
  readonly notes: readonly string[];
}

/** Whether the source takes a file: by its ending, hidden ones left out as in `ingest`, and by the pattern of the source. */
export function isTaken(key: string, pattern: string | undefined): boolean {
  if (isHidden(key) || isManifestKey(key)) return false;
  if (!/\.(csv|gz|gzip|zst|parquet|json|jsonl|ndjson)$/i.test(key)) return false;
  return pattern === undefined || matchesGlob(key, pattern);
}

/** A manifest counts where the folders of the pattern match, whatever it says of the names of files. */
export function isTakenManifest(key: string, pattern: string | undefined): boolean {
  if (isHidden(key) || !isManifestKey(key)) return false;
  return pattern === undefined || matchesGlob(key, pattern) || matchesGlob(key, pattern.replace(/[^/]*$/, "*"));
}

function isHidden(key: string): boolean {
  return key.split("/").some((part) => part.startsWith(".") || part.startsWith("_"));
}

/**
 * What to take in of what was found: the newest delivery of each slot where there are manifests, and otherwise the files
 * that the source says belong together. Throws `input.incomplete` where two exports say they are the same bill.
 */
export function planOf(
  objects: readonly RemoteObject[],
  manifests: readonly FoundManifest[],
  source: Pick<SourceSettings, "id" | "files" | "deliveries" | "partition">,
  prefix: string
): Plan {
  const vendor = manifests.some(({facts}) => facts.vendor === "aws") ? "aws" : "azure";
  const own = manifests.filter(({facts}) => facts.vendor === vendor);
  if (own.length > 0) return byManifest(objects, own, source, prefix);
  return {deliveries: looseDeliveries(objects, source), notes: []};
}

function byManifest(
  objects: readonly RemoteObject[],
  manifests: readonly FoundManifest[],
  {id: source, partition}: Pick<SourceSettings, "id" | "partition">,
  prefix: string
): Plan {
  const files = objects.map((object) => ({name: object.key, path: object.key, object}));
  const byKey = new Map(objects.map((object) => [object.key, object]));
  const slots = [...Map.groupBy(manifests, ({facts}) => facts.slot).values()];
  const deliveries = slots.map((slot): PlannedDelivery => {
    const exports = [...new Set(slot.map(({facts}) => facts.export))].toSorted();
    const [{object: manifest, facts}] = slot.toSorted(byAge).toReversed() as [FoundManifest];
    if (exports.length > 1)
      throw new UserError(
        "input.incomplete",
        `${source} finds ${exports.length} exports of one bill: ${exports.join(", ")}`,
        {
          at: {file: manifest.key},
          remedy: "Make each export a source of its own, whose location is the folder of that export."
        }
      );
    const found = facts.addresses.map(
      (address) => byKey.get(keyOfAddress(address, prefix)) ?? named(address, files, manifest)
    );
    const present = found.filter((each) => each !== null);
    return {
      id: JSON.stringify([facts.vendor, facts.slot]),
      // A manifest of AWS and plain files both stand for the whole of a month.
      way: wayOf(facts.vendor === "aws" ? "period" : "scope", partition),
      period: facts.period,
      manifest,
      files: present,
      missing: facts.addresses.filter((_, index) => found[index] === null),
      partition: partition ?? null,
      fingerprint: fingerprintOf([manifest, ...present])
    };
  });
  const older = manifests.length - slots.length;
  return {
    deliveries: deliveries.toSorted(byId),
    notes: older === 0 ? [] : [`${counted(older, "older run")} passed over`]
  };
}

/** Addresses are of the vendor's bucket or container; keys begin below the location. */
function keyOfAddress(address: string, prefix: string): string {
  const name = address.replace(/^[a-z0-9]+:\/\/[^/]+\//i, "");
  return prefix !== "" && name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : name;
}

function byAge(a: FoundManifest, b: FoundManifest): number {
  if (a.facts.age !== b.facts.age) return a.facts.age < b.facts.age ? -1 : 1;
  return (a.object.modified ?? "") < (b.object.modified ?? "") ? -1 : 1;
}

type NamedObject = {readonly name: string; readonly path: string; readonly object: RemoteObject};

function named(address: string, files: readonly NamedObject[], {key}: RemoteObject): RemoteObject | null {
  try {
    const found = fileOfAddress(address, files, {name: key, path: key});
    return files.find((file) => file === found)?.object ?? null;
  } catch {
    return null;
  }
}

function looseDeliveries(
  objects: readonly RemoteObject[],
  {deliveries: kind = "period", partition}: Pick<SourceSettings, "deliveries" | "partition">
): readonly PlannedDelivery[] {
  const groups = Map.groupBy(objects, ({key}) => {
    if (kind === "file") return key;
    if (kind === "folder") return key.includes("/") ? key.slice(0, key.lastIndexOf("/")) : "";
    return periodOf(key) ?? "";
  });
  const found = [...groups].map(([group, files]): PlannedDelivery => {
    const sorted = files.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return {
      id: JSON.stringify([kind, group]),
      way: wayOf(kind, partition),
      period: periodOf(group),
      manifest: null,
      files: sorted,
      missing: [],
      // An increment is a part of its own, so that it replaces itself alone when it changes.
      partition: kind === "period" ? (partition ?? null) : partitionOf(group, partition),
      fingerprint: fingerprintOf(sorted)
    };
  });
  return found.toSorted(byId);
}

function wayOf(kind: "period" | "scope" | "folder" | "file", partition: string | undefined): string {
  return partition === undefined ? kind : `${kind} of ${partition}`;
}

/** A name of at most 60 characters for an increment. */
function partitionOf(group: string, above: string | undefined): string {
  const whole = [above, group].filter((part) => part !== undefined && part !== "").join("/") || "all";
  const plain = whole.replace(/[^A-Za-z0-9._/=-]/g, "-");
  if (plain === whole && whole.length <= 60) return whole;
  return `${plain.slice(-43)}~${createHash("sha256").update(whole).digest("hex").slice(0, 16)}`;
}

function byId(a: PlannedDelivery, b: PlannedDelivery): number {
  return (a.period ?? "") < (b.period ?? "") || (a.period === b.period && a.id < b.id) ? -1 : 1;
}

/** A file without a version might be another each time, so that nothing equals it but its own bytes. */
function fingerprintOf(objects: readonly RemoteObject[]): string {
  if (objects.some(({version}) => version === null)) return "unknown";
  const parts = objects.map(({key, version, size}) => JSON.stringify([key, version, size])).toSorted();
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
