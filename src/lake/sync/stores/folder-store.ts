import {createReadStream} from "node:fs";
import {link, readdir, realpath, stat} from "node:fs/promises";
import {join} from "node:path";
import {isCode} from "../../storage.ts";
import {RemoteFailure} from "../remote-failure.ts";
import type {RemoteObject, RemoteStore} from "../remote-store.ts";

/** A folder of this machine. Links are followed as when it is ingested. */
export function folderStore(root: string): RemoteStore {
  return {
    list: async () => ({objects: await filesBelow(root, "", []), next: null}),
    read: async (object, offset, signal) => {
      const path = join(root, object.key);
      const found = await describe(path, object.key);
      if (found.version !== object.version) throw new RemoteFailure("changed", "the file was replaced");
      return {offset, chunks: createReadStream(path, {start: offset, highWaterMark: 1 << 20, signal})};
    },
    adopt: async (object, target) => {
      // Another disk, or a system without links, takes a copy.
      return link(await realpath(join(root, object.key)), target).then(
        () => true,
        () => false
      );
    },
    close: () => undefined
  };
}

async function filesBelow(path: string, prefix: string, above: readonly string[]): Promise<readonly RemoteObject[]> {
  let entries;
  let real;
  try {
    real = await realpath(path);
    if (above.includes(real)) return [];
    entries = await readdir(path, {withFileTypes: true});
  } catch (error) {
    throw failure(error);
  }
  const objects: RemoteObject[] = [];
  for (const entry of entries) {
    const key = `${prefix}${entry.name}`;
    const below = join(path, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(below)));
    if (isFolder) objects.push(...(await filesBelow(below, `${key}/`, [...above, real])));
    else if (entry.isFile() || entry.isSymbolicLink()) objects.push(await describe(below, key));
  }
  return objects;
}

async function leadsToFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  );
}

async function describe(path: string, key: string): Promise<RemoteObject> {
  try {
    const {size, mtimeNs, ino} = await stat(path, {bigint: true});
    const modified = Temporal.Instant.fromEpochNanoseconds(mtimeNs).toString({smallestUnit: "millisecond"});
    return {
      key,
      size: Number(size), // a number of bytes
      version: `${mtimeNs}-${size}-${ino}`,
      modified,
      checksum: null
    };
  } catch (error) {
    throw failure(error);
  }
}

function failure(error: unknown): RemoteFailure {
  if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return new RemoteFailure("missing", "it is not there");
  if (isCode(error, "EACCES") || isCode(error, "EPERM"))
    return new RemoteFailure("refused", "it may not be read by this user");
  return new RemoteFailure("fatal", "it cannot be read");
}
