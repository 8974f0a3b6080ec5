import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {DuckdbEngine, Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {Bench} from "../../focus/conformance/evaluate.ts";
import type {FileRows} from "../../focus/conformance/relation.ts";
import {type Detection, detect} from "../../focus/detect.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {asText, columnNames, csvRelation, longestRecord, parquetRelation, type Relation} from "../ingest/relation.ts";
import {discover} from "../input/discover.ts";
import {assertUnchanged, type Fingerprint, fingerprint, type InputFile, kindOf} from "../input/file.ts";
import {readHeader} from "../input/header.ts";
import {copyWithoutLong} from "../input/long-records.ts";
import {plainText} from "../input/text.ts";
import {withReasons} from "../storage.ts";
import {validate as validateContract} from "./validate-contract.ts";
import {faultyFile, fileReport, reportOf, type ValidatedFile} from "./validate-report.ts";

type ValidateInput = Input<typeof validateContract>;
type Report = Output<typeof validateContract>;

export const validateOperation = operation(validateContract, validate);

/** Holds files against the rules of their FOCUS version; see the contract. Nothing of the practice is read or changed. */
export async function validate(input: ValidateInput, context: Context): Promise<Report> {
  const {deliveries, notes} = await discover(input.path, context.effects.cwd());
  const files = deliveries.flatMap((delivery) => delivery.files);
  const validated: ValidatedFile[] = [];
  for (const [index, file] of files.entries()) {
    context.progress({stage: "check", message: file.name, done: index, total: files.length});
    validated.push(
      await validateFile(file, input, context).catch((error: unknown) => {
        if (files.length === 1 || !(error instanceof UserError) || !ofFile.has(error.code)) throw error;
        return faultyFile(file, error);
      })
    );
  }
  return reportOf(input, validated, notes);
}

/** What may be wrong with one file and leaves the others alone. */
const ofFile: ReadonlySet<string> = new Set(["version.unknown", "format.native", "input.unreadable", "input.empty"]);

async function validateFile(file: InputFile, input: ValidateInput, context: Context): Promise<ValidatedFile> {
  const before = await fingerprint(file);
  const folder = await withReasons(tmpdir(), () => mkdtemp(join(tmpdir(), "ashlar-validate-")));
  const engines: DuckdbEngine[] = [];
  const open = async (threads?: number): Promise<Session> => {
    const {openDuckdb} = await import("../../engine/duckdb/duckdb.ts");
    const {memory, spill, threads: most} = context.settings.engine;
    const used = threads ?? most;
    const engine = await openDuckdb(
      {
        memory,
        ...(used === undefined ? {} : {threads: used}),
        spill,
        parallel: 1,
        spillFolder: join(folder, "spill"),
        allowedDirectories: [folder, dirname(file.path)]
      },
      context.effects
    );
    engines.push(engine);
    return engine.session();
  };
  try {
    const session = await open();
    const opened = await openFile(session, file, before, folder, context.signal);
    const found = detect(opened.names, {
      ...(input.focus === undefined ? {} : {version: input.focus}),
      ...(input.dataset === undefined ? {} : {dataset: input.dataset}),
      file: file.name,
      names: [file.name]
    });
    const {examine} = await import("../../focus/conformance/evaluate.ts");
    const examined = await examine(
      fileRows(opened, found),
      {
        version: found.version,
        dataset: found.dataset,
        reading: input.verdicts,
        criteria: input.applicability,
        samples: input.samples
      },
      benchOf(session, open, opened, context.signal)
    );
    await assertUnchanged(file, before);
    return fileReport(input, file, found, examined, context.caller, {
      // Only where each record is one line, its line follows from its number.
      firstLine: opened.lines === examined.rows + 1 ? 2 : null,
      notes: [...opened.notes, ...found.header.notes]
    });
  } finally {
    for (const engine of engines) await engine.close();
    await rm(folder, {recursive: true, force: true});
  }
}

interface Opened {
  readonly names: readonly string[];
  readonly relation: Relation;
  readonly isText: boolean;
  /** Records that were left out because they are too long. */
  readonly tooLong: number;
  /** Lines of a text file, the header included; null where the format has none. */
  readonly lines: number | null;
  readonly notes: readonly string[];
}

async function openFile(
  session: Session,
  file: InputFile,
  {bytes}: Fingerprint,
  folder: string,
  signal: AbortSignal
): Promise<Opened> {
  const kind = await kindOf(file, bytes);
  if (kind.format === "parquet") {
    const relation = await readable(file, () => parquetRelation(session, file.path, signal));
    return {names: relation.columns.map(({name}) => name), relation, isText: false, tooLong: 0, lines: null, notes: []};
  }
  const {path, lines, longest, notes} = await plainText(file, kind, join(folder, "text.csv"), signal);
  const {names, delimiter} = await readHeader(file, path);
  const hasLong = longest > longestRecord;
  const shorter = join(folder, "shorter.csv");
  const left = hasLong
    ? await withReasons(folder, () => copyWithoutLong(path, delimiter, longestRecord, shorter, signal))
    : [];
  const relation = csvRelation({path: hasLong ? shorter : path, names, delimiter});
  return {names: columnNames(names), relation, isText: true, tooLong: left.length, lines, notes};
}

async function readable<T>(file: InputFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "engine.failed") throw error;
    throw new UserError("input.unreadable", `${file.name} cannot be read`, {
      at: {file: file.name},
      remedy: "It is damaged or not what its name says; fetch or export it again.",
      cause: error
    });
  }
}

/** The columns of the file under the names that FOCUS has for them. */
function fileRows({relation: {query, columns}, isText}: Opened, {header}: Detection): FileRows {
  const byRaw = new Map(columns.map((column) => [column.name, column]));
  return {
    query,
    columns: header.columns.flatMap(({raw, name}) => {
      const column = byRaw.get(raw);
      if (column === undefined) return [];
      const value = identifier(column.name);
      // Empty text is null already where the reader of CSV makes all columns.
      return [{name, type: column.type, text: isText ? value : asText(column), value}];
    })
  };
}

function benchOf(
  session: Session,
  open: (threads: number) => Promise<Session>,
  {isText, tooLong}: Opened,
  signal: AbortSignal
): Bench {
  return {
    rows: (query) => session.rows(query, {signal}),
    // One thread reads the records in the order of the file.
    fromStart: async function* (query) {
      yield* (await open(1)).stream(query, {signal});
    },
    unreadable: async () => {
      if (!isText) return 0;
      const [row] = await session.rows(sql`select count(distinct line) as n from rejects`, {signal});
      return tooLong + Number(row?.["n"] ?? 0); // a count of records
    }
  };
}
