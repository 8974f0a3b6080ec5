import {rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {z} from "zod";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {sql} from "../../engine/query.ts";
import {messageOf, UserError} from "../../errors.ts";
import {lakeColumns} from "../../focus/columns.ts";
import {type Detection, type DetectHints, detect} from "../../focus/detect.ts";
import {essentialColumns} from "../../focus/essential.data.ts";
import {lakeMapping} from "../../focus/upgrade.ts";
import {assertUnchanged, type Fingerprint, type InputFile, kindOf} from "../input/file.ts";
import {readHeader} from "../input/header.ts";
import {copyWithoutLong} from "../input/long-records.ts";
import {plainText, type PlainText} from "../input/text.ts";
import type {checkResult} from "../snapshot.ts";
import {withReasons} from "../storage.ts";
import {conversion, writeParquet} from "./convert.ts";
import {findFaults, type Quarantined, type TextPlace} from "./faults.ts";
import {csvRelation, columnNames, longestRecord, parquetRelation, type Relation} from "./relation.ts";

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
  /** Absolute path of the converted rows. */
  readonly path: string;
  readonly rows: number;
  readonly quarantined: readonly Quarantined[];
  readonly checks: readonly z.output<typeof checkResult>[];
  readonly notes: readonly string[];
}

export interface ReadOptions {
  readonly hints: DetectHints;
  /** Tag keys that get a column of their own. */
  readonly tags: readonly string[];
  /** Absolute folder for what is written on the way. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Reads one delivered file into the schema of the lake. Nothing is rounded and nothing dropped: a row that cannot be
 * taken exactly is in `quarantined`. Throws what is wrong with the file as a whole.
 */
export async function readFile(
  session: Session,
  input: HashedFile,
  index: number,
  options: ReadOptions
): Promise<ConvertedFile> {
  const kind = await kindOf(input, input.fingerprint.bytes);
  if (kind.format === "parquet")
    return convert(session, input, await openParquet(session, input, options.signal), index, options);
  const target = join(options.folder, `text-${index}.csv`);
  try {
    const opened = await openText(input, await plainText(input, kind, target, options.signal), target, options.signal);
    return await convert(session, input, opened, index, options);
  } finally {
    await rm(target, {force: true});
    await rm(shorterName(target), {force: true});
  }
}

async function convert(
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
  const plan = conversion(opened.relation, mapping, columns, essential, options.tags);
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
    path,
    rows,
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
      ...unknown.map((column) => ({
        check: "unknown-column",
        level: "info" as const,
        message: `${column} is no FOCUS column; it is kept as x.${column}`
      }))
    ],
    notes: [...opened.notes, ...detection.header.notes]
  };
}

interface Opened {
  readonly names: readonly string[];
  readonly relation: Relation;
  /** The number of rows where it is known; for text the number that cannot be exceeded. */
  readonly mostRows: number;
  readonly text: TextPlace | null;
  readonly notes: readonly string[];
}

async function openText(
  input: HashedFile,
  {path: whole, lines, longest, notes}: PlainText,
  target: string,
  signal: AbortSignal
): Promise<Opened> {
  const {names, delimiter} = await readHeader(input, whole);
  const hasLong = longest > longestRecord;
  const path = hasLong ? shorterName(target) : whole;
  const tooLong = hasLong
    ? await withReasons(dirname(path), () => copyWithoutLong(whole, delimiter, longestRecord, path, signal))
    : [];
  if (lines <= 1)
    throw new UserError("input.empty", `${input.name} has a header and no rows`, {
      at: {file: input.name},
      remedy: "Check the export, or leave the file out."
    });
  return {
    names: columnNames(names),
    relation: csvRelation({path, names, delimiter}),
    mostRows: lines - 1,
    text: {path, delimiter, tooLong},
    notes
  };
}

const shorterName = (target: string): string => `${target}.shorter`;

async function openParquet(session: Session, input: HashedFile, signal: AbortSignal): Promise<Opened> {
  return withFileErrors(input, async () => {
    const relation = await parquetRelation(session, input.path, signal);
    const [row] = await session.rows(sql`select count(*) as n from ${relation.query}`, {signal});
    const mostRows = Number(row?.["n"] ?? 0); // a count of rows
    if (mostRows === 0)
      throw new UserError("input.empty", `${input.name} has no rows`, {
        at: {file: input.name},
        remedy: "Check the export, or leave the file out."
      });
    return {names: relation.columns.map(({name}) => name), relation, mostRows, text: null, notes: []};
  });
}

async function write(session: Session, input: InputFile, {text}: Opened, copy: () => Promise<number>): Promise<number> {
  return withFileErrors(input, async () => {
    if (text !== null) {
      await session.run(sql`drop table if exists rejects`);
      await session.run(sql`drop table if exists reject_scans`);
    }
    return copy();
  });
}

/** A failure of the engine while it reads a file is the file's, unless the engine says that it lacks something. */
async function withFileErrors<T>(input: InputFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "engine.failed") throw error;
    throw new UserError(
      "input.unreadable",
      `${input.name} cannot be read: ${firstSentence(error.cause ?? error, input)}`,
      {
        at: {file: input.name},
        remedy: "It is damaged or not what its name says; fetch or export it again. Nothing was changed.",
        cause: error
      }
    );
  }
}

/** What the engine says of a file, without the absolute paths that it names: the user's own name stands before it. */
function firstSentence(error: unknown, {path}: InputFile): string {
  const [first = ""] = messageOf(error)
    .replace(/^(\w+ ?)+Error: /, "")
    .replaceAll(path, "/file")
    .split("\n");
  return first
    .replaceAll(/(?:\bfile )?(["']?)(?:[A-Za-z]:)?[\\/][^"'\n]*?\1(?=[\s,.;:)]|$)/g, "the file")
    .slice(0, 300);
}

function detectFile(input: InputFile, names: readonly string[], hints: DetectHints): Detection {
  return detect(names, {...hints, file: input.name, names: [input.name]});
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
