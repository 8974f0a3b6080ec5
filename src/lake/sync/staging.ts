import {createHash} from "node:crypto";
import {mkdir, readdir, rm, writeFile} from "node:fs/promises";
import {basename, join, relative, sep} from "node:path";
import {UserError} from "../../errors.ts";
import {withReasons} from "../storage.ts";
import {fetchObject} from "./fetch-object.ts";
import {inLanes} from "./lanes.ts";
import {withAddresses} from "./manifest.ts";
import type {PlannedDelivery} from "./plan.ts";
import type {RemoteStore} from "./remote-store.ts";
import type {Pace} from "./retry.ts";
import {stagedNames} from "./staged-name.ts";

/** A delivery whose files lie on this machine: `ingest` is given `paths` as seen from `folder`. */
export interface StagedDelivery {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly bytes: number;
}

export interface StagingOptions {
  /** Bytes that a delivery may have. */
  readonly limit: number;
  /** The limit as the practice says it. */
  readonly limitText: string;
  readonly signal: AbortSignal;
  readonly pace: Pace;
  /** Bytes that are there so far, of those that the list promised. */
  progress(done: number, total: number): void;
}

/** Files of one delivery that are fetched at the same time. */
const lanes = 4;

/** The bytes of a delivery as listed; what the store does not say counts as nothing. */
export function bytesOf({files}: Pick<PlannedDelivery, "files">): number {
  return files.reduce((total, {size}) => total + (size ?? 0), 0);
}

/** The folder of a delivery below that of its source. */
export function folderOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 16);
}

/** Removes what lies below the folder of a source, but for one delivery and the lock. */
export async function clear(folder: string, but: string | null): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (/^[0-9a-f]{16}$/.test(name) && name !== but) await rm(join(folder, name), {recursive: true, force: true});
}

/**
 * Fetches the files of a delivery to a folder of its own below `base`, where a later call goes on with what an earlier
 * one left. `title` is what the files are seen below. Throws `sync.staging` for more bytes than may be there, and what
 * `fetchObject` throws.
 */
export async function stage(
  store: RemoteStore,
  delivery: PlannedDelivery,
  manifest: unknown,
  base: string,
  title: string,
  {limit, limitText, signal, pace, progress}: StagingOptions
): Promise<StagedDelivery> {
  const total = bytesOf(delivery);
  const tooLarge = (): UserError =>
    new UserError("sync.staging", `${nameOf(delivery)} has more bytes than the ${limitText} that may be staged`, {
      remedy: "Give lake.staging in ashlar.yaml a larger size, or let the vendor export smaller parts."
    });
  if (total > limit) throw tooLarge();
  const own = folderOf(delivery.id);
  await clear(base, own);
  const folder = join(base, own);
  const [top = "files"] = stagedNames([basename(title)]);
  const names = stagedNames(
    delivery.files.map(({key}) => key),
    ["manifest.json"]
  );
  const place = join(folder, "files", top);
  await withReasons(folder, async () => void (await mkdir(place, {recursive: true})));
  await removeStrays(place, new Set(names));
  let moved = 0;
  await inLanes(delivery.files, lanes, (object, index) =>
    fetchObject(
      store,
      object,
      {
        target: join(place, names[index] ?? ""),
        part: join(folder, "parts", folderOf(object.key))
      },
      {
        signal,
        pace,
        moved: (bytes) => {
          moved += bytes;
          if (moved > limit) throw tooLarge();
          progress(moved, total);
        }
      }
    )
  );
  if (delivery.manifest !== null) {
    const addresses = names.map((name) => `${top}/${name}`);
    const text = JSON.stringify(withAddresses(manifest, addresses));
    await withReasons(folder, () => writeFile(join(place, "manifest.json"), text));
  }
  return {folder: join(folder, "files"), paths: [top], bytes: moved};
}

/** Removes files that an earlier version of the delivery had: they must not be taken for its own. */
async function removeStrays(folder: string, names: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (!entry.isDirectory() && !names.has(name)) await rm(path, {force: true});
  }
}

/** A delivery in words. */
export function nameOf({period, files, manifest}: PlannedDelivery): string {
  const [first] = files;
  if (period !== null) return period;
  return manifest?.key ?? first?.key ?? "a delivery";
}
