import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {DuckdbEngine, Session} from "../../engine/duckdb/duckdb.ts";
import {sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {Bench, Examined} from "../../focus/conformance/evaluate.ts";
import type {Judged} from "../../focus/conformance/judge.ts";
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

type ValidateInput = Input<typeof validateContract>;
type Report = Output<typeof validateContract>;

export const validateOperation = operation(validateContract, validate);

/** Holds a file against the rules of its FOCUS version; see the contract. Nothing of the practice is read or changed. */
export async function validate(input: ValidateInput, context: Context): Promise<Report> {
  const file = await fileOf(input.path, context);
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
    context.progress({stage: "check", message: file.name});
    const {examine} = await import("../../focus/conformance/evaluate.ts");
    const examined = await examine(
      fileRows(opened.relation, found),
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
    return report(input, file, found, examined, [...opened.notes, ...found.header.notes]);
  } finally {
    for (const engine of engines) await engine.close();
    await rm(folder, {recursive: true, force: true});
  }
}

async function fileOf(path: string, {effects}: Context): Promise<InputFile> {
  const {deliveries} = await discover([path], effects.cwd());
  const [first, ...more] = deliveries.flatMap(({files}) => files);
  if (first === undefined || more.length > 0)
    throw new UserError("usage.invalid", `${path} holds ${more.length + 1} files`, {
      at: {file: path},
      remedy: "Name one of them: each file is validated by itself."
    });
  return first;
}

interface Opened {
  readonly names: readonly string[];
  readonly relation: Relation;
  readonly isText: boolean;
  /** Records that were left out because they are too long. */
  readonly tooLong: number;
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
    return {names: relation.columns.map(({name}) => name), relation, isText: false, tooLong: 0, notes: []};
  }
  const {path, longest, notes} = await plainText(file, kind, join(folder, "text.csv"), signal);
  const {names, delimiter} = await readHeader(file, path);
  const hasLong = longest > longestRecord;
  const shorter = join(folder, "shorter.csv");
  const left = hasLong
    ? await withReasons(folder, () => copyWithoutLong(path, delimiter, longestRecord, shorter, signal))
    : [];
  const relation = csvRelation({path: hasLong ? shorter : path, names, delimiter});
  return {names: columnNames(names), relation, isText: true, tooLong: left.length, notes};
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
function fileRows({query, columns}: Relation, {header}: Detection): FileRows {
  const byRaw = new Map(columns.map((column) => [column.name, column]));
  return {
    query,
    columns: header.columns.flatMap(({raw, name}) => {
      const column = byRaw.get(raw);
      return column === undefined ? [] : [{name, type: column.type, text: asText(column)}];
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
    inOrder: async (query) => (await open(1)).rows(query, {signal}),
    unreadable: async () => {
      if (!isText) return 0;
      const [row] = await session.rows(sql`select count(distinct line) as n from rejects`, {signal});
      return tooLong + Number(row?.["n"] ?? 0); // a count of records
    }
  };
}

function report(
  input: ValidateInput,
  file: InputFile,
  {dataset, version}: Detection,
  {model, applicability, rows, judged}: Examined,
  notes: readonly string[]
): Report {
  const number = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const failed = (severity: Judged["severity"]): number =>
    number((each) => each.verdict === "fail" && each.severity === severity);
  const counts = {
    pass: number(({verdict}) => verdict === "pass"),
    fail: number(({verdict}) => verdict === "fail"),
    skipped: number(({verdict}) => verdict === "skipped"),
    "needs-evidence": number(({verdict}) => verdict === "needs-evidence")
  };
  const refused =
    input.failOn !== "never" && (failed("error") > 0 || (input.failOn === "warning" && failed("warning") > 0));
  return {
    verdict: refused ? "quality" : "ok",
    file: file.name,
    dataset,
    focusVersion: version,
    model,
    verdicts: input.verdicts,
    rowsRead: rows,
    applicability: {inferred: applicability.inferred, criteria: [...applicability.claimed].toSorted()},
    counts,
    failed: {error: failed("error"), warning: failed("warning"), info: failed("info")},
    rows: judged.map(({rule, verdict, severity, violations, message, finding}) => ({
      rule: rule.id,
      on: rule.on,
      verdict,
      severity,
      violations,
      cost: [...finding.cost],
      message,
      samples: finding.samples.map((sample) => ({row: sample.row, values: {...sample.values}})),
      origin: rule.origin,
      erratum: rule.erratum
    })),
    notes: [
      ...notes,
      ...(input.verdicts === "official" && !judged.some(({rule}) => rule.origin === "official")
        ? [withoutModel(version)]
        : [])
    ]
  };
}

function withoutModel(version: string): string {
  return `The official model of FOCUS ${version} is not part of Ashlar: the verdicts are of rules of ours, read as the reference would.`;
}
