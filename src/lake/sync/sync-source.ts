import {rm} from "node:fs/promises";
import {join} from "node:path";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import type {Context, Input} from "../../operation.ts";
import {sourceLocation} from "../../source-location.ts";
import {ingestOperation} from "../ingest/ingest.ts";
import {lakeOf} from "../open.ts";
import type {sync as syncContract} from "./contract.ts";
import {nextDue} from "./due.ts";
import {inWords} from "./failure-words.ts";
import {findObjects, readJson, readManifests} from "./found-objects.ts";
import {type LocatedSource, openStore, placeOf} from "./open-store.ts";
import {type Ingested, ingestedOf, labelOf, outcome, rowOf, type SyncedSource, type Tally} from "./outcome.ts";
import {type PlannedDelivery, planOf} from "./plan.ts";
import {failureOf, RemoteFailure} from "./remote-failure.ts";
import type {RemoteStore} from "./remote-store.ts";
import {usualPace} from "./retry.ts";
import {bytesIn} from "./size.ts";
import {bytesOf, folderOf, nameOf, stage} from "./staging.ts";
import {
  forget,
  forgetManifests,
  hasNothingNew,
  knownManifests,
  saveDelivery,
  saveManifest,
  saveState,
  syncStates,
  type TakenDelivery,
  takenDeliveries
} from "./state.ts";
import {refuseOtherWay} from "./way.ts";

type SyncInput = Input<typeof syncContract>;
/** How often a location is listed anew because files changed while they were fetched. */
const passes = 3;

/** Brings the lake up to date with one source. Only a cancellation is thrown; any other failure is part of the result. */
export async function syncSource(source: LocatedSource, input: SyncInput, context: Context): Promise<SyncedSource> {
  const {effects, signal} = context;
  const {store: state, organisation} = await context.use(lakeOf);
  const before = (await syncStates(state.db, organisation)).get(source.id);
  const moved = before !== undefined && before.location !== placeOf(source);
  const tally: Tally = {moved, found: null, plan: null, changed: 0, gone: 0, rows: [], notes: new Set(), failure: null};
  try {
    await fetchAll(source, input, context, tally);
  } catch (error) {
    if (signal.aborted) throw new UserError("cancelled", "The work was cancelled");
    tally.failure ??= inWords(source.id, error);
  }
  const failures = tally.failure === null ? 0 : (before?.failures ?? 0) + 1;
  const next = nextDue(source.cadence, effects.now(), failures, Math.random());
  if (!input.dryRun)
    await saveState(state, organisation, source.id, {
      location: tally.moved ? (before?.location ?? "") : placeOf(source),
      triedAt: nowText(effects),
      succeededAt: tally.failure === null ? nowText(effects) : (before?.succeededAt ?? null),
      error: tally.failure?.message ?? null,
      failures,
      nextDue: next
    });
  return outcome(source.id, input.dryRun, tally, input.dryRun ? (before?.nextDue ?? null) : next);
}

async function fetchAll(source: LocatedSource, input: SyncInput, context: Context, tally: Tally): Promise<void> {
  const store = await openStore(source, context).catch((error: unknown) => {
    throw error instanceof UserError ? error : failureOf(error);
  });
  try {
    for (let pass = 1; ; pass += 1) {
      try {
        await onePass(store, source, input, context, tally);
        return;
      } catch (error) {
        const isChanged = error instanceof RemoteFailure && error.kind === "changed";
        if (!isChanged || pass === passes) throw error;
      }
    }
  } finally {
    store.close();
  }
}

async function onePass(
  store: RemoteStore,
  source: LocatedSource,
  input: SyncInput,
  context: Context,
  tally: Tally
): Promise<void> {
  const {signal, progress, effects} = context;
  const pace = usualPace(effects);
  const {store: state, organisation} = await context.use(lakeOf);
  tally.failure = null;
  tally.rows = tally.rows.filter(({status}) => status !== "failed");
  progress({stage: "list", message: source.id});
  const found = await findObjects(store, source.files, {signal, pace}, (done) =>
    progress({stage: "list", message: source.id, done})
  );
  tally.found = found;
  // What was taken in at another place says nothing about this one.
  const {moved} = tally;
  const known = moved ? new Map<string, never>() : await knownManifests(state, organisation, source.id);
  const manifests = await readManifests(store, found.manifests, known, {
    since: input.since,
    signal,
    pace,
    save: async (key, manifest) =>
      input.dryRun ? undefined : saveManifest(state, organisation, source.id, key, manifest)
  });
  const location = sourceLocation(source.location);
  const plan = planOf(found.files, manifests, source, "prefix" in location ? location.prefix : "");
  tally.plan = plan;
  if (found.keys.size === 0) tally.notes.add("nothing is there yet");
  else if (plan.deliveries.length === 0 && input.since === undefined)
    tally.notes.add(`of ${found.keys.size} files none is taken: see location and files in ashlar.yaml`);
  const before = await takenDeliveries(state, organisation, source.id);
  await refuseOtherWay(source, before, plan, await context.use(lakeOf));
  if (!input.dryRun) {
    if (moved) await forget(state, organisation, source.id);
    tally.moved = false;
    const vanished = [...known.keys()].filter((key) => !found.keys.has(key));
    await forgetManifests(state, organisation, source.id, vanished);
  }
  const taken = moved ? new Map<string, TakenDelivery>() : before;
  tally.gone = [...taken.values()].flatMap(({objects}) => objects.filter(({key}) => !found.keys.has(key))).length;
  const done = new Set(tally.rows.map(({delivery}) => delivery));
  const changed = plan.deliveries.filter(
    (each) =>
      (input.since === undefined || each.period === null || each.period >= input.since) &&
      !isEmpty(each) &&
      !(done.has(labelOf(each)) && taken.get(each.id)?.fingerprint === each.fingerprint) &&
      (input.again || !hasNothingNew(each, taken.get(each.id)))
  );
  for (const each of plan.deliveries.filter(isEmpty))
    if (!taken.has(each.id)) tally.notes.add(`${nameOf(each)}: none of the files that its manifest names is there`);
  if (changed.length > 0) for (const note of plan.notes) tally.notes.add(note);
  tally.changed = Math.max(tally.changed, changed.length);
  for (const delivery of changed) {
    if (input.dryRun) tally.rows.push(rowOf(source.id, delivery, {status: "would fetch", bytes: bytesOf(delivery)}));
    else await takeIn(store, delivery, source, input, context, tally);
  }
}

/** Fetches one delivery and ingests it. What is wrong with its data is noted; what would stop the others, too, is thrown. */
async function takeIn(
  store: RemoteStore,
  delivery: PlannedDelivery,
  source: LocatedSource,
  input: SyncInput,
  context: Context,
  tally: Tally
): Promise<void> {
  const {folder, settings, signal, effects} = context;
  const base = join(folder.data, stagingFolder, source.id);
  const name = `${source.id}: ${nameOf(delivery)}`;
  const pace = usualPace(effects);
  try {
    refuseMissing(delivery);
    const manifest = delivery.manifest === null ? null : await readJson(store, delivery.manifest, {signal, pace});
    const staged = await stage(store, delivery, manifest, base, source.location.split(/[?#]/)[0] ?? "", {
      limit: bytesIn(settings.lake.staging),
      limitText: settings.lake.staging,
      signal,
      pace,
      progress: (done, total) =>
        context.progress({stage: "fetch", message: name, done, ...(total < done ? {} : {total})})
    });
    const report = (await ingestOperation.run(
      {
        paths: staged.paths,
        source: source.id,
        replace: input.replace,
        ...(source.format === undefined ? {} : {format: source.format}),
        ...(delivery.partition === null ? {} : {partition: delivery.partition})
      },
      {
        ...context,
        effects: {...effects, cwd: () => staged.folder},
        progress: (step) => context.progress({...step, message: [name, step.message].filter(Boolean).join(", ")})
      }
    )) as Ingested;
    const lake = await context.use(lakeOf);
    await saveDelivery(lake.store, lake.organisation, source.id, delivery, nowText(effects));
    tally.rows.push(rowOf(source.id, delivery, {...ingestedOf(report), bytes: staged.bytes}));
    for (const note of report.notes) tally.notes.add(note);
    await rm(join(base, folderOf(delivery.id)), {recursive: true, force: true});
  } catch (error) {
    if (signal.aborted || !(error instanceof UserError) || stopsAll(error)) throw error;
    tally.failure ??= error;
    tally.rows.push(rowOf(source.id, delivery, {status: "failed", error: error.message}));
  }
}

/** The folder below `.ashlar` that deliveries are fetched to. */
export const stagingFolder = "staging";

/** Faults of data are those of one delivery; a full disk or a missing permission would stop the next one, too. */
function stopsAll({code, exit}: UserError): boolean {
  return exit !== 4 && code !== "sync.staging" && code !== "amount.overflow";
}

/** Vendors and owners remove old files and leave the manifests. */
function isEmpty({files, missing}: PlannedDelivery): boolean {
  return files.length === 0 && missing.length > 0;
}

function refuseMissing({missing, manifest}: PlannedDelivery): void {
  const [first] = missing;
  if (first === undefined) return;
  throw new UserError("input.incomplete", `${manifest?.key ?? "a manifest"} names ${first}, which is not there`, {
    remedy: "The vendor may still be writing; it is looked for again with the next sync. Nothing was changed."
  });
}
