import {join} from "node:path";
import {defaultEffects, type Effects} from "../effects.ts";
import type {Resource} from "../operation.ts";
import type {Store} from "./store.ts";

/** Where a state store lies: a SQLite file, or a PostgreSQL database by its URL. */
export type StorePlace = {readonly file: string} | {readonly url: string};

/**
 * Opens a state store and brings it to the schema of this software; several processes may do so at once.
 * Throws `UserError`: `lake.newer`, `store.damaged`, `store.busy`, `store.unreachable`, `storage.full`, `storage.denied`.
 */
export async function openStore(place: StorePlace, effects: Effects = defaultEffects): Promise<Store> {
  // The two databases are imported when they are needed: they take longer to load than to open.
  if ("url" in place) return (await import("./postgres.ts")).openPostgres(place.url, effects);
  return (await import("./sqlite.ts")).openSqlite(place.file, effects);
}

/** The state store of a practice. */
export const storeOf: Resource<Store> = {
  name: "store",
  open: ({folder, settings, effects}) => {
    const {url} = settings.state;
    return openStore(url === undefined ? {file: join(folder.data, "state.sqlite")} : {url}, effects);
  },
  close: (store) => store.close()
};
