import {open, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import type {z} from "zod";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {lakeColumns} from "../../focus/columns.ts";
import {type Detection, type DetectHints, detect} from "../../focus/detect.ts";
import {essentialColumns} from "../../focus/essential.data.ts";
import {importerNamed, recognised} from "../../focus/importers/find-importer.ts";
import type {Importer} from "../../focus/importers/importer.ts";
import {repairsFor} from "../../focus/repairs/repairs.ts";
import {lakeMapping} from "../../focus/upgrade.ts";
import {assertUnchanged, type Fingerprint, type InputFile, kindOf} from "../input/file.ts";
import {plainText, type PlainText} from "../input/text.ts";
import type {checkResult} from "../snapshot.ts";
import {conversion, writeParquet} from "./convert.ts";
import {findFaults, type Quarantined} from "./faults.ts";
import {type NativeFile, nativePath, readNative} from "./native.ts";
import {
  flattened,
  jsonDocuments,
  jsonPaths,
  openJson,
  type Opened,
  openParquet,
  openText,
  shorterName,
  withFileErrors
} from "./open-file.ts";
import {repairChecks} from "./repair-checks.ts";

/** A delivered file whose bytes are known. */
export interface HashedFile extends InputFile {
  readonly partition: string;
  readonly fingerprint: Fingerprint;
  readonly sha256: string;
}

/** A delivered file as rows of the lake, in a Parquet file of its own. */
export interface ConvertedFile {
  readonly input: HashedFile;
  readonly detection: Detection;
  /** `focus`, or the id of the importer that made FOCUS of it. */
  readonly importer: string;
  /** Names of the columns as delivered. */
  readonly columns: readonly string[];
  /** Absolute path of the converted rows. */
  readonly path: string;
  readonly rows: number;
  /** Rows of the delivered file, with those in quarantine. */
  readonly delivered: number;
  readonly quarantined: readonly Quarantined[];
  readonly checks: readonly z.output<typeof checkResult>[];
  readonly notes: readonly string[];
  /** Other files that its rows of some billing periods were made of: more of the same, and those that split them. */
  readonly also?: {
    readonly files: readonly HashedFile[];
    readonly splits: readonly HashedFile[];
    readonly periods: readonly string[];
    /** By billing period, how many rows there are more since charges were divided. */
    readonly added: ReadonlyMap<string, number>;
  };
}

export interface ReadOptions {
  readonly hints: DetectHints;
  /** Importers of vendors' own formats, the declared ones first. */
  readonly importers: readonly Importer[];
  /** The id of the importer that the user states; `focus` for none. */
  readonly format?: string;
  /** Whether known faults of a vendor's FOCUS export are left as they are. */
  readonly asDelivered: boolean;
  /** Tag keys that get a column of their own. */
  readonly tags: readonly string[];
  /** Absolute folder for what is written on the way. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** A file that was read: rows of the lake, or rows of a vendor's own format that its importer has still to see. */
export type ReadFile =
  | {readonly converted: ConvertedFile}
  | {readonly native: NativeFile}
  | {readonly passedOver: string};

/**
 * Reads one delivered file: FOCUS into the schema of the lake, a vendor's own format into typed columns. Nothing is
 * rounded and nothing dropped: a row that cannot be taken exactly is in `quarantined`. Throws what is wrong with the file
 * as a whole.
 */
export async function readFile(
  session: Session,
  input: HashedFile,
  index: number,
  options: ReadOptions
): Promise<ReadFile> {
  const kind = await kindOf(input, input.fingerprint.bytes);
  if (kind.format === "parquet")
    return readTable(session, input, await openParquet(session, input, options.signal), index, options);
  const target = join(options.folder, `text-${index}.csv`);
  try {
    const text = await plainText(input, kind, target, options.signal);
    if (await isJson(text.path)) return await readJson(session, input, text, index, options);
    return await readTable(session, input, await openText(input, text, target, options.signal), index, options);
  } finally {
    await rm(target, {force: true});
    await rm(shorterName(target), {force: true});
  }
}

async function readTable(
  session: Session,
  input: HashedFile,
  opened: Opened,
  index: number,
  options: ReadOptions
): Promise<ReadFile> {
  const {signal, folder} = options;
  const relation = await flattened(session, opened.relation, signal);
  const names = relation.columns.map(({name}) => name);
  const importer = importerOf(options, "table", names);
  if (importer === null) return {converted: await convert(session, input, opened, index, options)};
  const native = await withFileErrors(input, async () => {
    await forgetRejects(session, opened);
    return readNative(session, input, importer, {...opened, names, relation}, nativePath(folder, index), signal);
  });
  await assertUnchanged(input, input.fingerprint);
  return {native};
}

async function readJson(
  session: Session,
  input: HashedFile,
  {path, notes}: PlainText,
  index: number,
  options: ReadOptions
): Promise<ReadFile> {
  const {signal, folder} = options;
  const {size} = await stat(path);
  const documents = jsonDocuments(path, size);
  const importer = importerOf(options, "json", await jsonPaths(session, input, documents, signal));
  if (importer?.records === undefined) {
    if (input.isExtra) return {passedOver: `${input.name} is JSON that no importer knows; it is passed over`};
    throw new UserError("format.unknown", `${input.name} is JSON that no importer knows`, {
      at: {file: input.name},
      remedy: "See: ashlar importer list. A declared importer can be written for it: docs/importers.md"
    });
  }
  const opened = await openJson(session, input, importer.records(documents), notes, signal);
  const native = await withFileErrors(input, () =>
    readNative(session, input, importer, opened, nativePath(folder, index), signal)
  );
  await assertUnchanged(input, input.fingerprint);
  return {native};
}

/**
 * The importer that the user states, for files of the kind that it reads; for others beside them, and for allocations that
 * split what it reads, the one that recognises them. Null where the file is to be FOCUS.
 */
function importerOf(
  {importers, format}: ReadOptions,
  reads: Importer["reads"],
  names: readonly string[]
): Importer | null {
  if (format === "focus" && reads === "table") return null;
  const stated = format === undefined || format === "focus" ? null : importerNamed(importers, format);
  const found = recognised(importers, reads, names);
  return stated?.reads === reads && found?.splits !== true ? stated : found;
}

async function isJson(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return /^[{[]/.test(
      buffer
        .toString("utf8", 0, bytesRead)
        .replace(/^\uFEFF/, "")
        .trimStart()
    );
  } finally {
    await handle.close();
  }
}

/** FOCUS rows of a relation, as rows of the lake. */
export async function convert(
  session: Session,
  input: HashedFile,
  opened: Opened,
  index: number,
  options: ReadOptions
): Promise<ConvertedFile> {
  const {signal, folder} = options;
  const detection = detectFile(input, opened.names, options.hints);
  const mapping = lakeMapping(detection.dataset, detection.version, detection.header);
  const essential = new Set(essentialOf(detection, input));
  const columns = lakeColumns(detection.dataset);
  const repairs = options.asDelivered ? [] : repairsFor(detection);
  const plan = conversion(opened.relation, mapping, columns, essential, options.tags, repairs);
  const path = join(folder, `rows-${index}.parquet`);
  const rows = await write(session, input, opened, () => writeParquet(session, plan, path, signal));
  const quarantined =
    rows === opened.mostRows ? [] : await findFaults(session, input.name, plan, rows, opened.text, signal);
  await assertUnchanged(input, input.fingerprint);
  const floats = plan.typed.filter(({float}) => float).map(({name}) => name);
  const unknown = mapping.extensions.filter((each) => each.kind === "unknown").map(({raw}) => raw);
  return {
    input,
    detection,
    importer: "focus",
    columns: detection.header.columns.map(({name}) => name),
    path,
    rows,
    delivered: rows + quarantined.length,
    quarantined,
    checks: [
      ...detection.missing.map((column) => ({
        check: "mandatory-column",
        level: "warning" as const,
        message: `FOCUS ${detection.version} makes ${column} mandatory; the file does not have it`
      })),
      ...(floats.length === 0
        ? []
        : [
            {
              check: "binary-floats",
              level: "info" as const,
              message: `${floats.join(", ")}: binary floating-point numbers, taken by their shortest decimal to 18 places`
            }
          ]),
      ...(await repairChecks(session, path, repairs, signal)),
      ...unknown.map((column) => ({
        check: "unknown-column",
        level: "info" as const,
        message: `${column} is no FOCUS column; it is kept as x.${column}`
      }))
    ],
    notes: [...opened.notes, ...detection.header.notes]
  };
}

async function write(session: Session, input: InputFile, opened: Opened, copy: () => Promise<number>): Promise<number> {
  return withFileErrors(input, async () => {
    await forgetRejects(session, opened);
    return copy();
  });
}

async function forgetRejects(session: Session, {text}: Opened): Promise<void> {
  if (text === null) return;
  await session.run(sql`drop table if exists rejects`);
  await session.run(sql`drop table if exists reject_scans`);
}

function detectFile(input: InputFile, names: readonly string[], hints: DetectHints): Detection {
  return detect(names, {...input.hints, ...hints, file: input.name, names: [input.name]});
}

function essentialOf({missingEssential, dataset, header}: Detection, {name}: InputFile): readonly string[] {
  const [first] = missingEssential;
  if (first !== undefined)
    throw new UserError(
      "columns.missing",
      `${name} has no column ${missingEssential.map((column) => column.name).join(", ")}: ${first.why}`,
      {
        at: {file: name, line: 1, column: first.name},
        remedy: `Export it with these columns. It was read as ${dataset}; state --dataset if it is another.`,
        data: {columns: header.columns.map((column) => column.name)}
      }
    );
  return essentialColumns[dataset].map((column) => column.name);
}
