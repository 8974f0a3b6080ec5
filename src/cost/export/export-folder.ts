import {lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat} from "node:fs/promises";
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from "node:path";
import {UserError} from "../../errors.ts";
import {manifestName} from "../../lake/layout.ts";
import {isCode, localStorage, withReasons} from "../../lake/storage.ts";
import type {Context} from "../../operation.ts";

/** What the manifest of an export says it is, by which a folder is known for one. */
export const manifestKind = "ashlar-export";

/** A folder beside the one that is wanted, which takes its place when everything is in it. */
export interface ExportFolder {
  /** Absolute, for what is written. */
  readonly path: string;
  /** Makes everything durable and puts it in place. */
  publish(): Promise<void>;
  /** Removes what was written; nothing after `publish`. */
  close(): Promise<void>;
}

/**
 * Opens a folder to write an export to. Throws `name.taken` where there is something else, or an export that is not to
 * be replaced, and `usage.invalid` for a place inside the data of the practice.
 */
export async function openExportFolder(given: string, isReplaced: boolean, context: Context): Promise<ExportFolder> {
  const target = await targetOf(given, isReplaced, context);
  const parent = dirname(target);
  const storage = await localStorage(parent);
  await sweep(parent, basename(target), context);
  const name = `.${basename(target)}.${context.effects.id()}`;
  const path = join(parent, `${name}${writing}`);
  const old = join(parent, `${name}.replaced`);
  await withReasons(parent, () => mkdir(path));
  return {
    path,
    publish: async () => {
      // Made durable first, so that nothing slow happens between the two renames.
      const ready = join(parent, `${name}.ready${writing}`);
      await storage.publish(path, basename(ready));
      try {
        await withReasons(parent, () => setAside(target, old));
        await rename(ready, target);
      } catch (error) {
        await rename(old, target).catch(() => undefined);
        await rm(ready, {recursive: true, force: true});
        throw isCode(error, "ENOTEMPTY") || isCode(error, "EEXIST") ? taken(given) : error;
      }
      await rm(old, {recursive: true, force: true});
    },
    close: () => rm(path, {recursive: true, force: true})
  };
}

const writing = ".writing";

/** Hours after which what was being written is taken for left behind by a process that died. */
const staleHours = 24;

async function sweep(parent: string, name: string, {effects}: Context): Promise<void> {
  const before = effects.now().subtract({hours: staleHours}).epochMilliseconds;
  for (const each of await readdir(parent)) {
    if (!each.startsWith(`.${name}.`) || !each.endsWith(writing)) continue;
    const path = join(parent, each);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < before) await rm(path, {recursive: true, force: true}).catch(() => undefined);
  }
}

/** Looks at the place of an export without making anything. Throws as `openExportFolder`. */
export async function requireFree(given: string, isReplaced: boolean, context: Context): Promise<void> {
  await targetOf(given, isReplaced, context);
}

async function targetOf(given: string, isReplaced: boolean, {effects, folder}: Context): Promise<string> {
  if (given.includes("\0")) throw new UserError("usage.invalid", "the folder has a NUL character in its name");
  const asked = resolve(effects.cwd(), given);
  const target = await real(asked);
  const data = await realpath(folder.data).catch(() => folder.data);
  if (isWithin(data, target) || isWithin(target, data)) {
    throw new UserError("usage.invalid", `${given} holds the data of the practice, or lies in it`, {
      remedy: "Choose a folder of its own."
    });
  }
  const names = await namesIn(target, given);
  if (names.length === 0) return target;
  if (!isReplaced) throw taken(given);
  if (!(await isExport(target, names))) {
    throw new UserError("name.taken", `${given} holds something that is no export`, {
      remedy: "Choose another folder: only an export is replaced, and only one that nothing was added to."
    });
  }
  return target;
}

/** Where a path leads through links, those above what is not there yet among them. */
async function real(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  if (found !== null || dirname(path) === path) return found ?? path;
  return join(await real(dirname(path)), basename(path));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}

async function namesIn(path: string, given: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    if (isCode(error, "ENOTDIR")) {
      throw new UserError("name.taken", `${given} is a file, or lies below one`, {remedy: "Choose another folder."});
    }
    return withReasons(path, () => Promise.reject(error));
  }
}

/** Whether a folder has the manifest of an export and nothing that it does not name. */
async function isExport(path: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes(manifestName)) return false;
  try {
    const found: unknown = JSON.parse(await readFile(join(path, manifestName), "utf8"));
    if (typeof found !== "object" || found === null || !("kind" in found) || found.kind !== manifestKind) return false;
    const listed = "dataFiles" in found && Array.isArray(found.dataFiles) ? (found.dataFiles as unknown[]) : [];
    const known = new Set<unknown>([manifestName, conformanceName, ...listed]);
    return names.every((name) => known.has(name));
  } catch {
    return false;
  }
}

export const conformanceName = "conformance.json";

async function setAside(target: string, old: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found === null) return;
  // An empty folder is no more than a place, which the export takes.
  if ((await readdir(target)).length === 0) await rmdir(target);
  else await rename(target, old);
}

function taken(given: string): UserError {
  return new UserError("name.taken", `${given} is not empty`, {
    remedy: "Choose another folder, or replace an export with --replace. Nothing was changed."
  });
}
