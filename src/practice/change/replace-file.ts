import {open, readdir, realpath, rename, rm, stat, unlink} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {messageOf, UserError} from "../../errors.ts";

const aside = /^\.(.+)\.[0-9A-Z]{26}\.aside$/;

/** A new text for a file, written beside it and not yet in its place. */
export interface Prepared {
  /** Puts it in place; whoever opens the file sees the old text or the new one, whole. */
  activate(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Writes a text beside a file and down to the disk. A process that is killed before `activate` leaves the file as it
 * was; what it left beside it goes with the next call. `id` is a ULID. Throws `storage.full`, `storage.denied`.
 */
export async function prepareFile(file: string, text: string, id: string): Promise<Prepared> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(file).catch(() => file);
  const folder = dirname(target);
  const beside = join(folder, `.${basename(target)}.${id}.aside`);
  try {
    await removeLeft(folder, basename(target));
    const mode = await stat(target).then(
      ({mode}) => mode & 0o777,
      () => 0o666
    );
    const handle = await open(beside, "wx", mode);
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(beside, {force: true});
    throw failure(error, basename(target));
  }
  return {
    activate: async () => {
      try {
        await rename(beside, target);
        await syncFolder(folder);
      } catch (error) {
        throw failure(error, basename(target));
      }
    },
    discard: () => rm(beside, {force: true})
  };
}

async function removeLeft(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (aside.exec(entry)?.[1] === name) await unlink(join(folder, entry)).catch(() => undefined);
  }
}

/** Not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}

function failure(error: unknown, name: string): UserError {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const full = code === "ENOSPC" || code === "EDQUOT";
  return new UserError(full ? "storage.full" : "storage.denied", `${name} cannot be written: ${messageOf(error)}`, {
    at: {file: name},
    remedy: full
      ? "Make room and apply again; the file is as it was."
      : "Check the permissions of file and folder; the file is as it was.",
    cause: error
  });
}
