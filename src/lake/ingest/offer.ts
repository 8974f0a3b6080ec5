import type {Session} from "../../engine/duckdb/duckdb.ts";
import {UserError} from "../../errors.ts";
import type {Context, Input} from "../../operation.ts";
import {discover} from "../input/discover.ts";
import {fingerprint, hashOf} from "../input/file.ts";
import {lakeOf} from "../open.ts";
import type {ingest as ingestContract} from "./contract.ts";
import {importFiles} from "./import.ts";
import {type KnownFiles, type ReadUnit, withoutTouched} from "./known.ts";
import type {NativeFile} from "./native.ts";
import {type ConvertedFile, type HashedFile, readFile, type ReadFile, type ReadOptions} from "./read-file.ts";
import {splitBases} from "./split-base.ts";
import {splitCharges} from "./split.ts";
import {periodsOf} from "./totals.ts";
import type {DeliveryFacts} from "./units.ts";

type IngestInput = Input<typeof ingestContract>;

/** The rows that a manifest promises in files with these hashes. */
export interface RowPromise {
  readonly rows: number;
  readonly manifest: string;
  readonly hashes: readonly string[];
}

/** Throws `input.incomplete` where files have fewer rows than their manifest says. */
export function refuseIncomplete({rows, manifest, hashes}: RowPromise, converted: readonly ConvertedFile[]): void {
  const files = hashes.map((sha256) => converted.find(({input}) => input.sha256 === sha256));
  const found = files.reduce((total, file) => total + (file?.delivered ?? 0), 0);
  if (found >= rows || files.includes(undefined)) return;
  throw new UserError("input.incomplete", `${manifest} promises ${rows} rows, its files have ${found}`, {
    at: {file: manifest},
    remedy: "Fetch the whole export and ingest it again. Nothing was changed."
  });
}

/** What was delivered, each file once, with its hash. */
export async function hashedFiles(
  input: IngestInput,
  context: Context,
  notes: string[]
): Promise<{readonly files: readonly HashedFile[]; readonly promises: readonly RowPromise[]}> {
  const found = await discover(input.paths, context.effects.cwd());
  notes.push(...found.notes);
  const files: HashedFile[] = [];
  const hashes = new Map<string, string>();
  const seen = new Map<string, string>();
  const all = found.deliveries.flatMap(({files: ofDelivery, partition}) =>
    ofDelivery.map((file) => ({...file, partition: input.partition ?? partition}))
  );
  for (const [index, file] of all.entries()) {
    context.progress({stage: "find and hash", message: file.name, done: index, total: all.length});
    const before = await fingerprint(file);
    const hashed = {...file, fingerprint: before, sha256: await hashOf(file, context.signal)};
    hashes.set(file.path, hashed.sha256);
    const key = `${hashed.partition}\0${hashed.sha256}`;
    const twin = seen.get(key);
    if (twin !== undefined && before.bytes > 0) {
      notes.push(`${file.name} has the same bytes as ${twin}; it counts once`);
      continue;
    }
    seen.set(key, file.name);
    files.push(hashed);
  }
  const promises = found.deliveries.flatMap(({promised, files: ofDelivery}) =>
    promised === null ? [] : [{...promised, hashes: ofDelivery.map(({path}) => hashes.get(path) ?? "")}]
  );
  return {files, promises};
}

/** Files up to this size are read two at a time: most of what they cost is planning, which uses one core. In bytes. */
const smallFile = 32_000_000;

/** Reads the fresh files, and then those of the known ones that share a unit with what was read. */
export async function readOffer(
  sessions: readonly [Session, Session],
  offer: KnownFiles,
  options: ReadOptions,
  facts: DeliveryFacts,
  context: Context
): Promise<{converted: readonly ConvertedFile[]; kept: KnownFiles["kept"]; passedOver: readonly string[]}> {
  let {fresh, kept} = offer;
  const read: ReadFile[] = [];
  const readMore = async (files: readonly HashedFile[]): Promise<readonly ConvertedFile[]> => {
    read.push(...(await readFiles(sessions, files, read.length, options, context)));
    return settled(sessions[0], read, options, context);
  };
  let converted = await readMore(fresh);
  const splitting = splittingOf(read);
  if (splitting.length > 0) {
    // What they split may be any of the files that are known.
    if (offer.known.length > 0) converted = await readMore(offer.known);
    const bases = await splitBases(sessions[0], await context.use(lakeOf), converted, splitting, facts, options);
    return {
      converted: await splitCharges(sessions[0], converted, bases, splitting, options),
      kept: [],
      passedOver: passedOver(read)
    };
  }
  for (let rest = offer; facts.mode === "overwrite" && kept.length > 0;) {
    rest = withoutTouched(rest, await unitsRead(sessions[0], converted, facts));
    const more = rest.fresh.filter((file) => !fresh.includes(file));
    ({fresh, kept} = rest);
    if (more.length === 0) break;
    converted = await readMore(more);
  }
  return {converted, kept, passedOver: passedOver(read)};
}

function passedOver(read: readonly ReadFile[]): readonly string[] {
  return read.flatMap((file) => ("passedOver" in file ? [file.passedOver] : []));
}

/** Files that split charges of others. Throws `input.unreadable` where one cannot be read as a whole. */
function splittingOf(read: readonly ReadFile[]): readonly NativeFile[] {
  return read.flatMap((file) => ("native" in file && file.native.importer.splits === true ? [file.native] : []));
}

/** Everything that was read as rows of the lake: what is in a vendor's own format is imported, all of it together. */
async function settled(
  session: Session,
  read: readonly ReadFile[],
  options: ReadOptions,
  context: Context
): Promise<readonly ConvertedFile[]> {
  const converted = read.flatMap((file) => ("converted" in file ? [file.converted] : []));
  const native = read.flatMap((file) =>
    "native" in file && file.native.importer.splits !== true ? [file.native] : []
  );
  if (native.length === 0) return converted;
  context.progress({stage: "import", message: native[0]?.importer.title ?? "", total: native.length});
  return [...converted, ...(await importFiles(session, native, read.length, options))];
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

async function readFiles(
  sessions: readonly [Session, Session],
  files: readonly HashedFile[],
  first: number,
  options: ReadOptions,
  context: Context
): Promise<readonly ReadFile[]> {
  const converted = new Map<number, ReadFile>();
  const waiting = [...files.entries()];
  const lane = async (session: Session): Promise<void> => {
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, file] = next;
        context.progress({stage: "read", message: file.name, done: converted.size, total: files.length});
        converted.set(index, await readFile(session, file, first + index, options));
      }
    } finally {
      // Where one file fails, the other lane ends with the file it is at.
      waiting.length = 0;
    }
  };
  const isSmall = files.every((file) => file.fingerprint.bytes <= smallFile);
  const ended = await Promise.allSettled((isSmall ? sessions : sessions.slice(0, 1)).map(lane));
  for (const each of ended) if (each.status === "rejected") throw each.reason;
  context.progress({stage: "read", done: files.length, total: files.length});
  return files.flatMap((_, index) => converted.get(index) ?? []);
}
