import {createHash} from "node:crypto";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pid} from "node:process";
import {nowText} from "../../effects.ts";
import {openDuckdb, type Session} from "../../engine/duckdb/duckdb.ts";
import {messageOf} from "../../errors.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {softwareVersion} from "../../version.ts";
import {discover} from "../input/discover.ts";
import {fingerprint, hashOf} from "../input/file.ts";
import type {Lake} from "../lake.ts";
import {layoutVersion} from "../layout.ts";
import {lakeOf} from "../open.ts";
import {buildRollups} from "../rollup/build.ts";
import type {Snapshot} from "../snapshot.ts";
import {stagingName, withReasons} from "../storage.ts";
import {ingest as ingestContract} from "./contract.ts";
import {exactMacros, partMacros} from "./exact.ts";
import {type KnownFiles, type ReadUnit, withoutKnown, withoutTouched} from "./known.ts";
import {assess, type Outcome, publish, refuse} from "./publish.ts";
import {type ConvertedFile, type HashedFile, readFile} from "./read-file.ts";
import {stopwatch} from "./stopwatch.ts";
import {periodsOf} from "./totals.ts";
import {type DeliveryFacts, prepareSnapshots} from "./units.ts";

type IngestInput = Input<typeof ingestContract>;
type IngestReport = Output<typeof ingestContract>;

export const ingestOperation = operation(ingestContract, ingest);

/** Takes files into the lake; see the contract. Everything of one call becomes visible at once, or nothing does. */
export async function ingest(input: IngestInput, context: Context): Promise<IngestReport> {
  const lake = await context.use(lakeOf);
  const watch = stopwatch(context.effects);
  const notes: string[] = [];
  const files = await watch.time("find and hash", () => hashedFiles(input, context, notes));
  const reading = readingHash(input, context);
  const mode = input.append ? ("append" as const) : ("overwrite" as const);
  const offer = await withoutKnown(lake, {source: input.source, mode, reading, files});
  if (offer.fresh.length === 0) return report(input, offer.kept.map(unchanged), notes, watch.stages());
  const folder = lake.storage.locate(join(stagingName, context.effects.id()));
  const session = await ingestSession(lake, files, context);
  try {
    await withReasons(folder, async () => {
      await mkdir(folder, {recursive: true});
      await writeFile(join(folder, "owner.json"), JSON.stringify({pid, since: nowText(context.effects)}));
    });
    const facts = deliveryFacts(input, context, lake, reading, folder);
    const {converted, kept} = await watch.time("read", () => readOffer(session.session, offer, input, facts, context));
    const prepared = await watch.time("check and total", () =>
      prepareSnapshots(session.session, converted, facts, context.effects)
    );
    const options = {replace: input.replace, repeats: input.repeats, shrink: context.settings.lake.shrink};
    context.progress({stage: "publish"});
    const outcomes = await watch.time("publish", async () =>
      input.dryRun
        ? refuse(await assess(lake, lake.store.db, prepared, options))
        : publish(lake, prepared, options, context.caller, context.effects)
    );
    notes.push(...converted.flatMap((file) => file.notes.map((note) => `${file.input.name}: ${note}`)));
    notes.push(...heldNotes(outcomes, input.dryRun));
    if (!input.dryRun)
      notes.push(...(await watch.time("roll-ups", () => sumUp(lake, session.session, outcomes, context))));
    return report(input, [...kept.map(unchanged), ...outcomes], notes, watch.stages());
  } finally {
    await session.close();
    await rm(folder, {recursive: true, force: true});
  }
}

/** Roll-ups are caches: where one cannot be built, the delivery is published all the same and answers stay exact. */
async function sumUp(
  lake: Lake,
  session: Session,
  outcomes: readonly Outcome[],
  {effects, signal, progress}: Context
): Promise<readonly string[]> {
  const published = outcomes.filter(({status}) => status === "published").map(({manifest}) => manifest);
  try {
    for (const [index, manifest] of published.entries()) {
      progress({stage: "roll-ups", message: manifest.billingPeriod, done: index, total: published.length});
      await buildRollups(lake, session, manifest, effects, signal);
    }
    return [];
  } catch (error) {
    return [`Roll-ups could not be built (${messageOf(error)}); questions read the charges. Try: ashlar rollups build`];
  }
}

async function hashedFiles(input: IngestInput, context: Context, notes: string[]): Promise<readonly HashedFile[]> {
  const found = await discover(input.paths, context.effects.cwd());
  notes.push(...found.notes);
  const files: HashedFile[] = [];
  const seen = new Map<string, string>();
  const all = found.deliveries.flatMap(({files: ofDelivery, partition}) =>
    ofDelivery.map((file) => ({...file, partition: input.partition ?? partition}))
  );
  for (const [index, file] of all.entries()) {
    context.progress({stage: "find and hash", message: file.name, done: index, total: all.length});
    const before = await fingerprint(file);
    const hashed = {...file, fingerprint: before, sha256: await hashOf(file, context.signal)};
    const twin = seen.get(hashed.sha256);
    if (twin !== undefined && before.bytes > 0) {
      notes.push(`${file.name} has the same bytes as ${twin}; it counts once`);
      continue;
    }
    seen.set(hashed.sha256, file.name);
    files.push(hashed);
  }
  return files;
}

/** Everything besides the bytes that decides what rows come of them. */
function readingHash(input: IngestInput, {settings}: Context): string {
  const parts = [layoutVersion, input.focus ?? null, input.dataset ?? null, settings.tags];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

async function ingestSession(
  lake: Lake,
  files: readonly HashedFile[],
  {settings, effects, folder}: Context
): Promise<{session: Session; close(): Promise<void>}> {
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
  const session = await engine.session();
  for (const macro of [...partMacros, ...exactMacros]) await session.run(macro);
  return {
    session,
    close: async () => {
      await session.close();
      await engine.close();
    }
  };
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
    folder,
    signal
  };
}

/** Reads the fresh files, and then those of the known ones that share a unit with what was read. */
async function readOffer(
  session: Session,
  offer: KnownFiles,
  input: IngestInput,
  facts: DeliveryFacts,
  context: Context
): Promise<{converted: readonly ConvertedFile[]; kept: KnownFiles["kept"]}> {
  let {fresh, kept} = offer;
  const converted = [...(await readFiles(session, fresh, 0, input, facts, context))];
  for (let rest = offer; facts.mode === "overwrite" && kept.length > 0;) {
    rest = withoutTouched(rest, await unitsRead(session, converted, facts));
    const more = rest.fresh.filter((file) => !fresh.includes(file));
    ({fresh, kept} = rest);
    if (more.length === 0) break;
    converted.push(...(await readFiles(session, more, converted.length, input, facts, context)));
  }
  return {converted, kept};
}

async function unitsRead(
  session: Session,
  converted: readonly ConvertedFile[],
  {signal}: DeliveryFacts
): Promise<readonly ReadUnit[]> {
  const units: ReadUnit[] = [];
  for (const {detection, input, path, rows, quarantined} of converted) {
    const {dataset} = detection;
    const {partition} = input;
    for (const billingPeriod of rows === 0 ? [] : await periodsOf(session, dataset, path, signal))
      units.push({dataset, partition, billingPeriod});
    if (quarantined.length > 0) units.push({dataset, partition, billingPeriod: null});
  }
  return units;
}

function unchanged({manifest}: Snapshot): Outcome {
  return {manifest, status: "unchanged", superseded: [], change: {rows: 0, money: [], accountsGone: []}};
}

async function readFiles(
  session: Session,
  files: readonly HashedFile[],
  first: number,
  input: IngestInput,
  {tags, folder, signal}: DeliveryFacts,
  context: Context
): Promise<readonly ConvertedFile[]> {
  const hints = {
    ...(input.focus === undefined ? {} : {version: input.focus}),
    ...(input.dataset === undefined ? {} : {dataset: input.dataset satisfies Dataset})
  };
  const converted: ConvertedFile[] = [];
  for (const [index, file] of files.entries()) {
    context.progress({stage: "read", message: file.name, done: index, total: files.length});
    converted.push(await readFile(session, file, first + index, {hints, tags, folder, signal}));
  }
  context.progress({stage: "read", done: files.length, total: files.length});
  return converted;
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
      money: manifest.totals.map(({rows: _, ...totals}) => ({
        ...totals,
        billedChange: change.money.find(({currency}) => currency === totals.currency)?.billed ?? "0",
        effectiveChange: change.money.find(({currency}) => currency === totals.currency)?.effective ?? "0"
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
function heldNotes(outcomes: readonly Outcome[], dryRun: boolean): readonly string[] {
  return outcomes.flatMap(({manifest, status}) => {
    if (status !== "held") return [];
    const {column, reason} = manifest.quarantine[0] ?? {column: null, reason: "cannot be read"};
    const why = `${manifest.quarantined} row(s) in quarantine: ${column ?? "a record"} ${reason}`;
    if (dryRun)
      return [`${manifest.billingPeriod} would be held back, ${why}. Mend the file, or allow --max-quarantined N.`];
    const publish = manifest.rows === 0 ? "" : `, or publish it without them: ashlar snapshots publish ${manifest.id}`;
    return [
      `${manifest.billingPeriod} is held back, ${why}. Look at them: ashlar quarantine show ${manifest.id}. ` +
        `Mend the file and ingest it again${publish}.`
    ];
  });
}
