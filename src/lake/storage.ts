import {randomUUID} from "node:crypto";
import {constants} from "node:fs";
import {access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join, sep} from "node:path";
import {messageOf, UserError} from "../errors.ts";
import {manifestName, rollupRoot} from "./layout.ts";

/**
 * Where the files of the lake lie. Paths are relative to the lake and use the system's separator. The local folder is
 * the only kind today; an object store takes the same five verbs.
 */
export interface Storage {
  /** A fresh private folder (absolute) that the engine writes part files to. */
  stage(id: string): Promise<string>;
  /** Makes every file of a staged folder durable and moves it into place in one step. */
  publish(staged: string, path: string): Promise<void>;
  /** Writes one small file durably: whole or not at all. */
  write(path: string, text: string): Promise<void>;
  /** The text of a file, null where there is none. */
  read(path: string): Promise<string | null>;
  /** What an engine opens. */
  locate(path: string): string;
  /** The folders that hold a manifest. */
  snapshots(): AsyncIterable<string>;
  /** The names in a folder, sorted; empty where there is none. */
  list(path: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
}

export const stagingName = "_staging";

/** The lake in a local folder, which is made where it is missing. Throws `storage.denied` and `storage.full`. */
export async function localStorage(root: string): Promise<Storage> {
  await withReasons(root, async () => {
    await mkdir(root, {recursive: true});
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  const locate = (path: string): string => join(root, path);
  return {
    locate,
    stage: (id) => withReasons(root, async () => makeFolder(join(root, stagingName, id))),
    publish: (staged, path) => withReasons(root, async () => publish(root, staged, path)),
    write: (path, text) => withReasons(root, async () => writeDurably(locate(path), text)),
    read: async (path) => readText(locate(path)),
    snapshots: () => foldersWithManifest(root, ""),
    list: async (path) => names(locate(path)),
    remove: (path) => withReasons(root, async () => rm(locate(path), {recursive: true, force: true}))
  };
}

async function makeFolder(path: string): Promise<string> {
  await mkdir(path, {recursive: true});
  return path;
}

async function publish(root: string, staged: string, path: string): Promise<void> {
  for (const name of await readdir(staged)) await sync(join(staged, name));
  await sync(staged);
  const target = join(root, path);
  await mkdir(dirname(target), {recursive: true});
  await rename(staged, target);
  // Each folder that may be new is an entry of its parent, so the parents up to the root are synced as well.
  let folder = dirname(target);
  for (;;) {
    await sync(folder);
    if (folder === root || !folder.startsWith(root + sep)) break;
    folder = dirname(folder);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  // A name of its own, since another process may be writing the same file.
  const temporary = `${path}.${randomUUID()}.writing`;
  try {
    await writeFile(temporary, text);
    await sync(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, {force: true});
    throw error;
  }
  await sync(dirname(path));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot sync a folder; the rename itself is durable there.
    if (!isCode(error, "EPERM") && !isCode(error, "EISDIR") && !isCode(error, "EINVAL")) throw error;
  } finally {
    await handle.close();
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  }
}

async function names(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).toSorted();
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

async function* foldersWithManifest(root: string, path: string): AsyncIterable<string> {
  for (const name of await names(join(root, path))) {
    if (name === stagingName || (path === "" && name === rollupRoot)) continue;
    const below = join(path, name);
    if (!(await stat(join(root, below))).isDirectory()) continue;
    if (name.startsWith("snapshot=")) {
      if ((await names(join(root, below))).includes(manifestName)) yield below;
    } else yield* foldersWithManifest(root, below);
  }
}

/** Runs a write and turns what the file system says into something a person can act on. */
export async function withReasons<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(folder, error);
  }
}

/** The failure of a write as a `UserError` where the user can do something about it; otherwise the error itself. */
export function storageError(folder: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const text = messageOf(error);
  if (isCode(error, "ENOSPC") || isCode(error, "EDQUOT") || isCode(error, "EFBIG") || isDiskFull(text))
    return new UserError("storage.full", `There is no room left to write in ${folder}`, {
      remedy: "Free some space, or prune old snapshots with: ashlar snapshots prune. Nothing was changed.",
      cause: error
    });
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ELOOP", "ENAMETOOLONG"].some((code) => isCode(error, code)))
    return new UserError("storage.denied", `${folder} cannot be written (${codeOf(error)})`, {
      remedy: "Check that it is a folder, its owner and its permissions, or choose another with --practice DIR.",
      cause: error
    });
  return error;
}

function isDiskFull(text: string): boolean {
  return /no space left|disk full|file too large|quota exceeded/i.test(text);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Whether an error of the file system has this code. */
export function isCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}
