import {join} from "node:path";
import type {Effects} from "../effects.ts";
import {UserError} from "../errors.ts";
import type {Resource} from "../operation.ts";
import {storeOf} from "../store/open.ts";
import {localOrganisation} from "../store/organisation.ts";
import type {Store} from "../store/store.ts";
import type {Lake} from "./lake.ts";
import {layoutVersion} from "./layout.ts";
import {manifestCache} from "./manifest-cache.ts";
import {select} from "./select.ts";
import {localStorage, type Storage} from "./storage.ts";

const layoutFile = "lake.json";

/** The lake of a practice; the folder is made on first use. Throws `lake.newer` for one that newer software wrote. */
export const lakeOf: Resource<Lake> = {
  name: "lake",
  open: async (context) => openLake(join(context.folder.data, "lake"), await context.use(storeOf), context.effects),
  close: () => Promise.resolve()
};

export async function openLake(folder: string, store: Store, effects: Effects): Promise<Lake> {
  const storage = await localStorage(folder);
  await checkLayout(storage);
  const lake = {organisation: localOrganisation, storage, store, manifests: manifestCache(), folder};
  return {...lake, select: (request) => select(lake, request, effects)};
}

async function checkLayout(storage: Storage): Promise<void> {
  const text = await storage.read(layoutFile);
  if (text === null) {
    await storage.write(layoutFile, `${JSON.stringify({layout: layoutVersion})}\n`);
    return;
  }
  const found = /"layout":\s*(\d+)/.exec(text)?.[1];
  if (found === undefined || BigInt(found) > BigInt(layoutVersion))
    throw new UserError(
      "lake.newer",
      `The lake has layout ${found ?? "unknown"}, this version reads up to ${layoutVersion}`,
      {
        remedy: "Update Ashlar: npm install -g ashlar@latest. The lake was not touched."
      }
    );
}
