import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {withReasons} from "../storage.ts";

/**
 * Runs `work` while no other process or call works in the same folder. The lock is one of an SQLite file, which the
 * system takes back when its holder dies. Throws `sync.running` at once where somebody has it.
 */
export async function alone<T>(folder: string, source: string, work: () => Promise<T>): Promise<T> {
  const {default: Sqlite} = await import("better-sqlite3");
  await withReasons(folder, async () => void (await mkdir(folder, {recursive: true})));
  const lock = new Sqlite(join(folder, "lock"), {timeout: 0});
  try {
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))) throw error;
      throw new UserError("sync.running", `${source} is being fetched by another process`, {
        remedy: "Wait until it is done; the server fetches by itself at the cadence of the source."
      });
    }
    return await work();
  } finally {
    lock.close();
  }
}
