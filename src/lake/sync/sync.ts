import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {sync as syncContract} from "./contract.ts";
import {alone} from "./lock.ts";
import {isLocated, type LocatedSource} from "./open-store.ts";
import type {SyncedSource} from "./outcome.ts";
import {stagingFolder, syncSource} from "./sync-source.ts";

export const syncOperation = operation(syncContract, sync);

type SyncInput = Input<typeof syncContract>;
type SyncOutput = Output<typeof syncContract>;

/**
 * Brings the lake up to date with the locations of sources; see the contract. Throws what went wrong where one source
 * was asked for and nothing came of it; otherwise failures are part of the answer.
 */
export async function sync(input: SyncInput, context: Context): Promise<SyncOutput> {
  const sources = wanted(input, context);
  if (!input.dryRun) await removeForgotten(context);
  const done: SyncedSource[] = [];
  for (const source of sources) done.push(await one(source, input, context));
  const [only] = done;
  if (input.source !== undefined && only !== undefined && only.failure !== null && only.deliveries.length === 0)
    throw only.failure;
  const rows = done.map(({row}) => row);
  return {
    verdict: rows.some(({error}) => error !== null)
      ? "partial"
      : rows.some(({status}) => status === "held")
        ? "quality"
        : "ok",
    dryRun: input.dryRun,
    rows,
    deliveries: done.flatMap(({deliveries}) => deliveries),
    notes: [
      ...(sources.length === 0 ? ["No source has a location. Give one in ashlar.yaml; docs/sources.md says how."] : []),
      ...done.flatMap(({notes}) => notes)
    ]
  };
}

function wanted({source: id}: SyncInput, {settings}: Context): readonly LocatedSource[] {
  const located = settings.sources.filter(isLocated);
  if (id === undefined) return located;
  const found = located.find((source) => source.id === id);
  if (found !== undefined) return [found];
  const isKnown = settings.sources.some((source) => source.id === id);
  throw new UserError("not-found", isKnown ? `${id} has no location` : `there is no source ${id} in ashlar.yaml`, {
    remedy: "Give the source a location in ashlar.yaml; docs/sources.md says how."
  });
}

async function one(source: LocatedSource, input: SyncInput, context: Context): Promise<SyncedSource> {
  if (input.dryRun) return syncSource(source, input, context);
  const folder = join(context.folder.data, stagingFolder, source.id);
  try {
    return await alone(folder, source.id, () => syncSource(source, input, context));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "sync.running") throw error;
    return busy(source, error);
  }
}

/** Another process is at it: nothing is known, and nothing is noted of it. */
function busy({id}: LocatedSource, failure: UserError): SyncedSource {
  const {code, message, remedy = null} = failure;
  const none = {objects: 0, deliveries: 0, changed: 0, fetched: 0, bytes: 0, gone: 0, next: null};
  return {
    row: {source: id, status: "failed", ...none, error: {code, message, remedy}},
    deliveries: [],
    notes: [],
    failure
  };
}

/** Removes what was left of sources that have no location any more. */
async function removeForgotten({folder, settings}: Context): Promise<void> {
  const place = join(folder.data, stagingFolder);
  const located = new Set(settings.sources.filter(isLocated).map(({id}) => id));
  for (const name of await readdir(place).catch(() => []))
    if (!located.has(name)) await rm(join(place, name), {recursive: true, force: true});
}
