import {createHash} from "node:crypto";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pid} from "node:process";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {openDuckdb, type Session} from "../../engine/duckdb/duckdb.ts";
import {messageOf, UserError} from "../../errors.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {importerNamed} from "../../focus/importers/find-importer.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {softwareVersion} from "../../version.ts";
import type {Lake} from "../lake.ts";
import {layoutVersion} from "../layout.ts";
import {lakeOf} from "../open.ts";
import {buildRollups} from "../rollup/build.ts";
import type {Snapshot} from "../snapshot.ts";
import {stagingName, storageError, withReasons} from "../storage.ts";
import {refusalOf} from "./conformance.ts";
import {ingest as ingestContract} from "./contract.ts";
import {exactMacros, partMacros} from "./exact.ts";
import {importersOf, type KnownImporters} from "./importers.ts";
import {withoutKnown} from "./known.ts";
import {hashedFiles, readOffer, refuseIncomplete} from "./offer.ts";
import {assess, type Outcome, publish, refuse} from "./publish.ts";
import type {HashedFile, ReadOptions} from "./read-file.ts";
import {stopwatch} from "./stopwatch.ts";
import {type DeliveryFacts, prepareSnapshots} from "./units.ts";

type IngestInput = Input<typeof ingestContract>;
type IngestReport = Output<typeof ingestContract>;

export const ingestOperation = operation(ingestContract, ingest);

/** Takes files into the lake; see the contract. Everything of one call becomes visible at once, or nothing does. */
export async function ingest(input: IngestInput, context: Context): Promise<IngestReport> {
  const lake = await context.use(lakeOf);
  const startedAt = nowText(context.effects);
  const watch = stopwatch(context.effects);
  const notes: string[] = [];
  const {files, promises} = await watch.time("find and hash", () => hashedFiles(input, context, notes));
  const importers = await importersOf(context);
  const format = input.format ?? statedFormat(input, context, importers);
  const reading = readingHash(input, format, importers, context);
  const mode = input.append ? ("append" as const) : ("overwrite" as const);
  const offer = await withoutKnown(lake, {source: input.source, mode, reading, files});
  if (offer.fresh.length === 0) return report(input, offer.kept.map(unchanged), notes, watch.stages());
  const folder = lake.storage.locate(join(stagingName, context.effects.id()));
  const {sessions, close} = await ingestSessions(lake, files, context);
  const [session] = sessions;
  try {
    await withReasons(folder, async () => {
      await mkdir(folder, {recursive: true});
      await writeFile(join(folder, "owner.json"), JSON.stringify({pid, since: nowText(context.effects)}));
    });
    const facts = {...deliveryFacts(input, context, lake, reading, folder), startedAt, time: watch.within};
    const options = readOptions(input, format, importers, facts);
    const {converted, kept, passedOver} = await watch.time("read", () =>
      readOffer(sessions, offer, options, facts, context)
    );
    notes.push(...passedOver);
    for (const promise of promises) refuseIncomplete(promise, converted);
    const prepared = await watch.time("check and total", () =>
      prepareSnapshots(session, converted, facts, context.effects)
    );
    const limits = {replace: input.replace, repeats: input.repeats, shrink: context.settings.lake.shrink};
    context.progress({stage: "publish"});
    const outcomes = await watch.time("publish", async () =>
      input.dryRun
        ? refuse(await assess(lake, lake.store.db, prepared, limits))
        : publish(lake, prepared, limits, context.caller, context.effects)
    );
    notes.push(...converted.flatMap((file) => file.notes.map((note) => `${file.input.name}: ${note}`)));
    notes.push(...heldNotes(outcomes, input));
    const large = outcomes.filter(
      ({status, manifest}) => status === "published" && manifest.rows >= context.settings.lake.rollups
    );
    if (!input.dryRun && large.length > 0)
      notes.push(...(await watch.time("roll-ups", () => sumUp(lake, session, large, context))));
    return report(input, [...kept.map(unchanged), ...outcomes], notes, watch.stages());
  } catch (error) {
    throw roomError(lake, error);
  } finally {
    await close();
    await rm(folder, {recursive: true, force: true});
  }
}

/** Roll-ups are caches: where one cannot be built, the delivery is published all the same and answers stay exact. */
async function sumUp(
  lake: Lake,
  session: Session,
  published: readonly Outcome[],
  {effects, signal, progress}: Context
): Promise<readonly string[]> {
  try {
    for (const [index, {manifest}] of published.entries()) {
      progress({stage: "roll-ups", message: manifest.billingPeriod, done: index, total: published.length});
      await buildRollups(lake, session, manifest, effects, signal);
    }
    return [];
  } catch (error) {
    return [`Roll-ups could not be built (${messageOf(error)}); questions read the charges. Try: ashlar rollups build`];
  }
}

/** The importer that the practice states for the source; one that it names and nobody knows is refused. */
function statedFormat({source}: IngestInput, {settings}: Context, {all}: KnownImporters): string | undefined {
  const format = settings.sources.find(({id}) => id === source)?.format;
  if (format !== undefined && format !== "focus") importerNamed(all, format);
  return format;
}

function readOptions(
  input: IngestInput,
  format: string | undefined,
  {all}: KnownImporters,
  {tags, folder, signal}: DeliveryFacts
): ReadOptions {
  return {
    hints: {
      ...(input.focus === undefined ? {} : {version: input.focus}),
      ...(input.dataset === undefined ? {} : {dataset: input.dataset satisfies Dataset})
    },
    importers: all,
    ...(format === undefined ? {} : {format}),
    asDelivered: input.asDelivered,
    tags,
    folder,
    signal
  };
}

/** Everything besides the bytes that decides what rows come of them. */
function readingHash(
  input: IngestInput,
  format: string | undefined,
  {digest}: KnownImporters,
  {settings}: Context
): string {
  const {focus = null, dataset = null, asDelivered} = input;
  const parts = [layoutVersion, focus, dataset, settings.tags, format ?? null, asDelivered, digest];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

async function ingestSessions(
  lake: Lake,
  files: readonly HashedFile[],
  {settings, effects, folder}: Context
): Promise<{sessions: readonly [Session, Session]; close(): Promise<void>}> {
  const engine = await openDuckdb(
    {
      memory: settings.engine.memory,
      ...(settings.engine.threads === undefined ? {} : {threads: settings.engine.threads}),
      spill: settings.engine.spill,
      parallel: 1,
      spillFolder: join(folder.data, "spill"),
      allowedDirectories: [lake.folder, ...new Set(files.map(({path}) => dirname(path)))]
    },
    effects
  );
  const sessions = [await engine.session(), await engine.session()] as const;
  for (const macro of [...partMacros, ...exactMacros]) await sessions[0].run(macro);
  return {sessions, close: () => engine.close()};
}

function deliveryFacts(
  input: IngestInput,
  {settings, signal}: Context,
  lake: Lake,
  reading: string,
  folder: string
): DeliveryFacts {
  return {
    organisation: lake.organisation,
    source: input.source,
    mode: input.append ? "append" : "overwrite",
    software: softwareVersion(),
    tags: settings.tags,
    reading,
    quarantine: input.maxQuarantined ?? settings.lake.quarantine,
    repeats: input.repeats,
    conformance: {reading: settings.lake.conformance, failOn: input.failOn},
    folder,
    signal
  };
}

/** The engine's own words for a full disk speak of questions. */
function roomError({folder}: Lake, error: unknown): unknown {
  if (!(error instanceof UserError) || error.code !== "storage.full") return error;
  const found = storageError(folder, error.cause ?? error);
  return found instanceof UserError ? found : error;
}

function unchanged({manifest}: Snapshot): Outcome {
  return {manifest, status: "unchanged", superseded: [], change: {rows: 0, money: [], accountsGone: []}};
}

function report(
  input: IngestInput,
  outcomes: readonly Outcome[],
  notes: readonly string[],
  stages: IngestReport["stages"]
): IngestReport {
  return {
    verdict: outcomes.some(({status}) => status === "held") ? "quality" : "ok",
    dryRun: input.dryRun,
    rows: outcomes.map(({manifest, status, superseded, change}) => ({
      source: manifest.source,
      dataset: manifest.dataset,
      partition: manifest.partition,
      billingPeriod: manifest.billingPeriod,
      status,
      snapshot: manifest.id,
      focusVersion: manifest.focusVersion,
      flavour: manifest.flavour,
      files: manifest.inputs.length,
      rows: manifest.rows,
      rowsChange: change.rows,
      superseded: [...superseded],
      money: manifest.totals.map(({currency, billed, effective, contracted, list}) => ({
        currency,
        billed,
        effective,
        contracted,
        list,
        billedChange: change.money.find((each) => each.currency === currency)?.billed ?? "0",
        effectiveChange: change.money.find((each) => each.currency === currency)?.effective ?? "0"
      })),
      accountsGone: [...change.accountsGone],
      quarantined: manifest.quarantined,
      quarantine: manifest.quarantine,
      checks: manifest.checks
    })),
    notes: [...notes],
    stages
  };
}

/** What to do about snapshots that were held back: they are kept, but nobody sees them until somebody decides. */
function heldNotes(
  outcomes: readonly Outcome[],
  {dryRun, failOn}: Pick<IngestInput, "dryRun" | "failOn">
): readonly string[] {
  return outcomes.flatMap(({manifest, status}) => {
    if (status !== "held") return [];
    const refusal = refusalOf(manifest.conformance, failOn);
    if (manifest.quarantined === 0 && refusal !== null)
      return [
        `${manifest.billingPeriod} ${dryRun ? "would be" : "is"} held back: ${refusal}. Look at all of them: ashlar validate FILE. ` +
          `Have them mended at the source${dryRun ? "" : `, or publish it all the same: ashlar snapshots publish ${manifest.id}`}.`
      ];
    const {column, reason} = manifest.quarantine[0] ?? {column: null, reason: "cannot be read"};
    const why = `${counted(manifest.quarantined, "row")} in quarantine: ${column ?? "a record"} ${reason}`;
    if (dryRun)
      return [`${manifest.billingPeriod} would be held back, ${why}. Mend the file, or allow --max-quarantined N.`];
    const publish = manifest.rows === 0 ? "" : `, or publish it without them: ashlar snapshots publish ${manifest.id}`;
    return [
      `${manifest.billingPeriod} is held back, ${why}. Look at them: ashlar quarantine show ${manifest.id}. ` +
        `Mend the file and ingest it again${publish}.`
    ];
  });
}
