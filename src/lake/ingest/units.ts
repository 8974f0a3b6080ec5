import {createHash} from "node:crypto";
import {mkdir, rename, stat} from "node:fs/promises";
import {join} from "node:path";
import type {z} from "zod";
import type {Effects} from "../../effects.ts";
import {nowText} from "../../effects.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {literal, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {normalise, sum} from "../../money/amount.ts";
import {hashOf} from "../input/file.ts";
import {layoutVersion, partName} from "../layout.ts";
import type {Manifest, snapshotFile, Unit} from "../snapshot.ts";
import {conformanceOf, type FailOn, isRefused} from "./conformance.ts";
import {copyRows} from "./convert.ts";
import type {Quarantined} from "./faults.ts";
import type {PreparedSnapshot} from "./publish.ts";
import type {ConvertedFile, HashedFile} from "./read-file.ts";
import {accountsOf, mergeTotals, type PeriodTotals, periodOf, repeatedPercent, tagKeysOf, totalsOf} from "./totals.ts";

/** What one command delivers to one source, apart from its files. */
export interface DeliveryFacts {
  readonly organisation: string;
  readonly source: string;
  readonly mode: "overwrite" | "append";
  readonly software: string;
  readonly tags: readonly string[];
  /** Hash of everything besides the bytes that decides what the rows look like. */
  readonly reading: string;
  /** Quarantined rows above which a snapshot is held back. */
  readonly quarantine: number;
  /** Whether files may repeat each other's rows. */
  readonly repeats: boolean;
  /** Whether rows are held against the rules of FOCUS, and which failures hold a snapshot back; default: all, and none. */
  readonly conformance?: {readonly reading: "corrected" | "off"; readonly failOn: FailOn};
  /** When the load began. */
  readonly startedAt?: string;
  /** Times a stage of the work. */
  readonly time?: <T>(stage: string, work: () => Promise<T>) => Promise<T>;
  readonly folder: string;
  readonly signal: AbortSignal;
}

interface Part {
  readonly file: ConvertedFile;
  readonly totals: PeriodTotals;
  /** Whether the converted file has rows of this period only. */
  readonly whole: boolean;
}

/** Cuts converted files into snapshots: one for each dataset, partition and billing period. */
export async function prepareSnapshots(
  session: Session,
  files: readonly ConvertedFile[],
  facts: DeliveryFacts,
  effects: Effects
): Promise<readonly PreparedSnapshot[]> {
  const units = new Map<string, {unit: Unit; parts: Part[]}>();
  for (const file of files) {
    const {dataset} = file.detection;
    const periods =
      file.rows === 0
        ? []
        : await withinRange(file.input.name, () => totalsOf(session, dataset, [file.path], facts.signal));
    for (const totals of periods) {
      const unit = {source: facts.source, dataset, partition: file.input.partition, billingPeriod: totals.period};
      const key = JSON.stringify(unit);
      const entry = units.get(key) ?? {unit, parts: []};
      entry.parts.push({file, totals, whole: periods.length === 1});
      units.set(key, entry);
    }
  }
  addUnreadable(units, files, facts);
  const strays = strayFaults([...units.values()], files);
  const prepared: PreparedSnapshot[] = [];
  for (const {unit, parts} of [...units.values()].toSorted(byUnit))
    prepared.push(await prepare(session, unit, parts, strays, facts, effects));
  return prepared;
}

/** A sum with more digits than amounts can have could be asked for by nobody, so the file is refused. */
async function withinRange<T>(name: string, total: () => Promise<T>): Promise<T> {
  try {
    return await total();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "amount.overflow") throw error;
    throw new UserError("amount.overflow", `The amounts of ${name} add up to more than 20 digits before the point`, {
      at: {file: name},
      remedy: "Look for an absurd amount among its rows, and export it again. Nothing was changed.",
      cause: error
    });
  }
}

function byUnit(a: {unit: Unit}, b: {unit: Unit}): number {
  const key = ({unit}: {unit: Unit}): string => [unit.dataset, unit.partition, unit.billingPeriod].join("\0");
  return key(a) < key(b) ? -1 : 1;
}

/** A file of which no row could be read still becomes a snapshot, held back, so that its quarantine can be looked at. */
function addUnreadable(
  units: Map<string, {unit: Unit; parts: Part[]}>,
  files: readonly ConvertedFile[],
  facts: DeliveryFacts
): void {
  for (const file of files) {
    const {dataset} = file.detection;
    const {partition} = file.input;
    const isAlone = ![...units.values()].some(({unit}) => unit.dataset === dataset && unit.partition === partition);
    if (file.rows > 0 || file.quarantined.length === 0 || !isAlone) continue;
    const unit = {source: facts.source, dataset, partition, billingPeriod: "all"};
    const totals = {period: "all", rows: 0, money: [], chargeFrom: null, chargeTo: null, usageTo: null};
    units.set(JSON.stringify(unit), {unit, parts: [{file, totals, whole: true}]});
  }
}

/** Which unit a quarantined row belongs to: that of its period, or the largest one its file has rows of. */
function strayFaults(
  units: readonly {unit: Unit; parts: readonly Part[]}[],
  files: readonly ConvertedFile[]
): ReadonlyMap<Unit, readonly Quarantined[]> {
  const faults = new Map<Unit, Quarantined[]>();
  for (const file of files) {
    if (file.quarantined.length === 0) continue;
    const own = units.filter(({parts}) => parts.some((part) => part.file === file));
    const others = units.filter(
      ({unit}) => unit.dataset === file.detection.dataset && unit.partition === file.input.partition
    );
    const candidates = own.length > 0 ? own : others;
    const largest = candidates.toSorted((a, b) => rowsOf(b.parts) - rowsOf(a.parts))[0];
    for (const fault of file.quarantined) {
      const home = candidates.find(({unit}) => unit.billingPeriod === fault.period) ?? largest;
      if (home === undefined) throw new Error(`no unit for the faults of ${file.input.name}`);
      const list = faults.get(home.unit) ?? [];
      list.push(fault);
      faults.set(home.unit, list);
    }
  }
  return faults;
}

function rowsOf(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + part.totals.rows, 0);
}

async function prepare(
  session: Session,
  unit: Unit,
  parts: readonly Part[],
  strays: ReadonlyMap<Unit, readonly Quarantined[]>,
  facts: DeliveryFacts,
  effects: Effects
): Promise<PreparedSnapshot> {
  const id = effects.id();
  const folder = join(facts.folder, id);
  await mkdir(folder);
  const files = await writeParts(session, unit, parts, folder, facts);
  const paths = files.map(({name}) => join(folder, name));
  if (paths.length > 1 && unit.dataset === "CostAndUsage" && !facts.repeats)
    refuseRepeats(unit, parts, await repeatedPercent(session, paths, facts.signal));
  const totals = mergeTotals(parts.map((part) => part.totals));
  const quarantine = strays.get(unit) ?? [];
  const [first] = parts;
  if (first === undefined) throw new Error("a unit without parts");
  const columns = [...new Set(parts.flatMap(({file}) => file.detection.header.columns.map(({name}) => name)))];
  const {reading, failOn} = facts.conformance ?? {reading: "corrected", failOn: "never"};
  const time = facts.time ?? (async (_stage, work) => work());
  const versions = parts.map(({file}) => file.detection.version);
  const conformance =
    reading === "off"
      ? undefined
      : await time("conformance", () =>
          conformanceOf(session, {unit, versions, columns, paths, quarantine}, facts.signal)
        );
  const manifest: Manifest = {
    layout: layoutVersion,
    id,
    organisation: facts.organisation,
    ...unit,
    mode: facts.mode,
    createdAt: nowText(effects),
    ...(facts.startedAt === undefined ? {} : {startedAt: facts.startedAt}),
    contentHash: contentHash(facts, inputsOf(unit, parts)),
    reading: facts.reading,
    software: facts.software,
    importer: joined(parts.map(({file}) => file.importer)),
    focusVersion: joined(parts.map(({file}) => file.detection.version)),
    flavour: joined(parts.map(({file}) => file.detection.flavour)),
    inputs: inputsOf(unit, parts),
    files,
    rows: totals.rows,
    ...dividedRows(unit, parts),
    totals: [...totals.money],
    chargeFrom: totals.chargeFrom,
    chargeTo: totals.chargeTo,
    usageTo: totals.usageTo,
    columns: [...new Set(parts.flatMap(({file}) => file.columns))],
    tags: unit.dataset === "CostAndUsage" ? [...facts.tags] : [],
    tagKeys: await tagKeysIn(session, unit, parts, paths, facts),
    accounts: paths.length === 0 ? [] : [...(await accountsOf(session, unit.dataset, paths, facts.signal))],
    checks: distinct(parts.flatMap(({file}) => file.checks)),
    quarantined: quarantine.length,
    quarantine: summary(quarantine),
    ...(conformance === undefined ? {} : {conformance})
  };
  const isRefusedByRules = conformance !== undefined && isRefused(conformance, failOn);
  const visible = totals.rows > 0 && quarantine.length <= facts.quarantine && !isRefusedByRules;
  return {manifest, folder, quarantine, visible};
}

async function tagKeysIn(
  session: Session,
  {dataset}: Unit,
  parts: readonly Part[],
  paths: readonly string[],
  {signal}: DeliveryFacts
): Promise<Manifest["tagKeys"]> {
  const hasTags = parts.some(({file}) => file.detection.header.columns.some(({name}) => name.toLowerCase() === "tags"));
  return dataset === "CostAndUsage" && hasTags && paths.length > 0 ? tagKeysOf(session, paths, signal) : [];
}

async function writeParts(
  session: Session,
  unit: Unit,
  parts: readonly Part[],
  folder: string,
  facts: DeliveryFacts
): Promise<z.output<typeof snapshotFile>[]> {
  const files: z.output<typeof snapshotFile>[] = [];
  for (const {file, totals, whole} of parts) {
    if (totals.rows === 0) continue;
    const name = partName(files.length);
    const path = join(folder, name);
    if (whole) await rename(file.path, path);
    else {
      const isOfPeriod = sql`${periodOf(unit.dataset)} = ${literal(unit.billingPeriod)}`;
      const rows = await copyRows(session, file.path, isOfPeriod, path, facts.signal);
      if (rows !== totals.rows) throw new Error(`${rows} rows copied of ${totals.rows}: ${file.input.name}`);
    }
    const {size} = await stat(path);
    files.push({name, rows: totals.rows, bytes: size, sha256: await hashOf({name, path}, facts.signal)});
  }
  return files;
}

/** The files that a unit is made of, those that split its charges after those that gave them. */
function inputsOf({billingPeriod}: Unit, parts: readonly Part[]): Manifest["inputs"] {
  const also = parts.flatMap(({file: {also: more}}) => (more?.periods.includes(billingPeriod) ? [more] : []));
  const facts = ({name, fingerprint, sha256}: HashedFile) => ({name, bytes: fingerprint.bytes, sha256});
  const own = [...parts.map(({file}) => file.input), ...also.flatMap(({files}) => files)].map(facts);
  const splits = new Map(also.flatMap((more) => more.splits).map((file) => [file.sha256, file]));
  return [...own, ...[...splits.values()].map((file) => ({...facts(file), splits: true as const}))];
}

function dividedRows({billingPeriod}: Unit, parts: readonly Part[]): Pick<Manifest, "dividedRows"> {
  const added = parts.reduce((total, {file: {also}}) => total + (also?.added.get(billingPeriod) ?? 0), 0);
  return added === 0 ? {} : {dividedRows: added};
}

function contentHash(facts: DeliveryFacts, files: Manifest["inputs"]): string {
  const inputs = files.map(({sha256}) => sha256).toSorted();
  return createHash("sha256")
    .update(JSON.stringify([facts.reading, facts.mode, inputs]))
    .digest("hex");
}

function refuseRepeats(unit: Unit, parts: readonly Part[], percent: number): void {
  if (percent < 50) return;
  throw new UserError(
    "input.repeated",
    `${percent} % of the rows of ${unit.billingPeriod} stand in more than one of ${parts.length} files, such as ${parts[0]?.file.input.name ?? ""}`,
    {
      remedy:
        "These look like repeated complete snapshots of one month, which would count it several times. Name only the newest, or use --repeats if every row counts. Nothing was changed.",
      data: {billingPeriod: unit.billingPeriod, files: parts.map(({file}) => file.input.name), percent}
    }
  );
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].toSorted().join(", ");
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Quarantined rows counted by reason and column, with the money that could be read of them. */
function summary(quarantine: readonly Quarantined[]): Manifest["quarantine"] {
  const groups = new Map<string, Quarantined[]>();
  for (const fault of quarantine) {
    const key = JSON.stringify([fault.reason, fault.column]);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].map((group) => ({
    reason: group[0]?.reason ?? "",
    column: group[0]?.column ?? null,
    rows: group.length,
    billed: [...new Set(group.map(({currency}) => currency ?? ""))].toSorted().map((currency) => ({
      currency,
      amount: sumOf(group.filter((fault) => (fault.currency ?? "") === currency))
    }))
  }));
}

function sumOf(faults: readonly Quarantined[]): string | null {
  const amounts = faults.flatMap(({billed}) => billed ?? []);
  return amounts.length < faults.length ? null : normalise(sum(amounts), {trailingZeros: false});
}
