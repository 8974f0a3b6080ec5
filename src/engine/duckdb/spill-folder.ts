import {mkdir, readdir, rm} from "node:fs/promises";
import {hostname} from "node:os";
import {join} from "node:path";
import type {Effects} from "../../effects.ts";
import {UserError} from "../../errors.ts";

export interface SpillFolder {
  readonly path: string;
  /** Removes the folder. */
  close(): Promise<void>;
}

/**
 * A folder below `parent` for one engine of one process: DuckDB gives its spill files the same names in every process,
 * so that two must not share one. Folders that dead processes of this machine left behind are removed.
 */
export async function openSpillFolder(parent: string, effects: Effects): Promise<SpillFolder> {
  const host = hostname().replaceAll(/[^A-Za-z0-9-]/g, "-");
  const path = join(parent, `${host}.${process.pid}.${effects.id()}`);
  try {
    await mkdir(path, {recursive: true});
  } catch (error) {
    throw new UserError("storage.denied", `the engine cannot write to its spill folder ${parent}`, {
      at: {file: parent},
      remedy: "Make the folder writable, or put the practice where you may write.",
      cause: error
    });
  }
  await sweep(parent, host);
  return {path, close: async () => rm(path, {recursive: true, force: true})};
}

async function sweep(parent: string, host: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [owner, pid = "", ...rest] = name.split(".");
    if (owner !== host || rest.length !== 1 || !/^\d+$/.test(pid)) continue;
    if (alive(Number(pid))) continue; // the number of a process
    // Another process may be sweeping it too, or it belongs to another user; it harms nobody.
    await rm(join(parent, name), {recursive: true, force: true}).catch(() => undefined);
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
