import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {messageOf, UserError} from "../../errors.ts";
import type {PracticeFolder} from "../../operation.ts";

const wait = 20;
const tries = 750;

/**
 * Runs `work` while no other process or call does so for the same folder. The lock is one of an SQLite file, which the
 * system takes back when its holder dies. Throws `store.busy` after some fifteen seconds.
 */
export async function inTurn<T>(folder: Pick<PracticeFolder, "data">, work: () => Promise<T>): Promise<T> {
  const {default: Sqlite} = await import("better-sqlite3");
  const file = join(folder.data, "practice.lock");
  try {
    await mkdir(folder.data, {recursive: true});
  } catch (error) {
    throw new UserError("storage.denied", `${folder.data} cannot be made: ${messageOf(error)}`, {
      remedy: "Check the permissions of the practice folder.",
      cause: error
    });
  }
  // The driver waits by blocking the process, and with it the holder of the lock where that is here: so it never waits.
  const lock = new Sqlite(file, {timeout: 0});
  try {
    for (let left = tries; ; left -= 1) {
      try {
        lock.exec("BEGIN EXCLUSIVE");
        break;
      } catch (error) {
        const busy = error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
        if (!busy) throw error;
        if (left === 0) {
          throw new UserError("store.busy", "Somebody else is saving the practice, and takes long", {
            remedy: "Try again in a moment. Nothing was written.",
            cause: error
          });
        }
        await pause(wait);
      }
    }
    return await work();
  } finally {
    lock.close();
  }
}
