import {nowText} from "../../effects.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {type OwnEngine, withOwnEngine} from "../../engine/duckdb/own-engine.ts";
import {UserError} from "../../errors.ts";
import type {Dataset} from "../../focus/dataset.ts";
import type {Lake} from "../../lake/lake.ts";
import {lakeOf} from "../../lake/open.ts";
import {storageError} from "../../lake/storage.ts";
import type {Context, Input, Output} from "../../operation.ts";
import {softwareVersion} from "../../version.ts";
import {canonicalQuestion} from "../canonical-question.ts";
import {hiddenFrom} from "../hidden.ts";
import {costQuestion} from "../question.ts";
import {type Receipt, receiptOf} from "../receipt.ts";
import {type DatasetConformance, conformanceOf} from "./conformance.ts";
import type {exportContract} from "./contract.ts";
import {type DataFile, writePeriod} from "./data-files.ts";
import {openExportFolder, requireFree} from "./export-folder.ts";
import {addedUp} from "./export-money.ts";
import {type PlannedDataset, planExport} from "./export-plan.ts";
import {conformanceText, manifestText, writeTexts} from "./manifest.ts";
import type {SurveyedPeriod} from "./survey.ts";
import {proofOfFiles, proofOfLake, requireSame, writtenRows} from "./written-rows.ts";

type ExportInput = Input<typeof exportContract>;
export type ExportReport = Output<typeof exportContract>;

/**
 * Writes charges as FOCUS to a folder; see the contract. The folder appears whole or not at all, and only after what is
 * in it was read back and found equal to the lake. Throws `name.taken`, `not-found`, `caller.refused`,
 * `question.invalid` and what lake and engine throw.
 */
export async function exportFocus(input: ExportInput, context: Context): Promise<ExportReport> {
  const lake = await context.use(lakeOf);
  await requireFree(input.folder, input.replace, context);
  if (input.dryRun) return withOwnEngine([lake.folder], context, (engine) => dryRun(input, lake, engine, context));
  const folder = await openExportFolder(input.folder, input.replace, context);
  try {
    const report = await withOwnEngine([lake.folder, folder.path], context, (engine) =>
      written(input, lake, engine, folder.path, context)
    );
    context.progress({stage: "publish", message: input.folder});
    await folder.publish();
    return report;
  } catch (error) {
    throw roomError(input.folder, error);
  } finally {
    await folder.close();
  }
}

/** What an export is made of, before anything is written. */
interface Prepared {
  readonly question: ReturnType<typeof canonicalQuestion>;
  readonly planned: readonly PlannedDataset[];
  readonly receipt: Receipt;
  readonly hidden: readonly string[];
  readonly notes: readonly string[];
}

async function withPrepared<T>(
  input: ExportInput,
  lake: Lake,
  engine: OwnEngine,
  context: Context,
  work: (prepared: Prepared, session: Session) => Promise<T>
): Promise<T> {
  const {source, axis, period, from, to, window, filter, asOf, without} = input;
  const asked = Object.entries({period, from, to, window, filter, asOf}).filter(([, value]) => value !== undefined);
  const asQuestion = costQuestion.parse({source, axis, without, ...Object.fromEntries(asked)});
  // Nothing is measured: charges are written with all that they have.
  const around = {now: context.effects.now(), settings: context.settings};
  const question = {...canonicalQuestion(asQuestion, around), metric: []};
  const session = await engine.session();
  const hidden = hiddenFrom(context.caller);
  return planExport({question, input, lake, engine, session, hidden, context}, async ({planned, columns, notes}) => {
    const receipt = receiptOf({
      question: {...question, ...identityOf(input, planned)},
      snapshots: planned.flatMap(({snapshots}) => snapshots),
      rules: null,
      converter: null,
      engine: {name: engine.name, version: await engine.version()},
      software: softwareVersion(),
      caller: context.caller,
      now: nowText(context.effects)
    });
    return work({question, planned, receipt, hidden: columns, notes}, session);
  });
}

/** What makes one export another than one of the same question. */
function identityOf({focus, format, partRows}: ExportInput, planned: readonly PlannedDataset[]) {
  return {export: {focus, format, partRows, datasets: planned.map(({dataset}) => dataset)}};
}

function dryRun(input: ExportInput, lake: Lake, engine: OwnEngine, context: Context): Promise<ExportReport> {
  return withPrepared(input, lake, engine, context, (prepared) =>
    Promise.resolve(reportOf(input, prepared, [], new Map()))
  );
}

function written(
  input: ExportInput,
  lake: Lake,
  engine: OwnEngine,
  folder: string,
  context: Context
): Promise<ExportReport> {
  return withPrepared(input, lake, engine, context, async (prepared, session) => {
    const total = prepared.planned.reduce((sum, {survey}) => sum + survey.rows, 0);
    const {signal} = context;
    const files: DataFile[] = [];
    let done = 0;
    for (const dataset of prepared.planned) {
      for (const {period, rows} of dataset.survey.periods) {
        const part = {dataset: dataset.dataset, period, rows, columns: dataset.columns, relation: dataset.of(period)};
        const made = await writePeriod(session, part, {
          folder,
          format: input.format,
          partRows: input.partRows,
          signal,
          written: (count) => {
            done += count;
            context.progress({stage: "write", message: `${dataset.dataset} ${period}`, done, total});
          }
        });
        files.push(...made);
      }
    }
    const conformance = new Map<string, DatasetConformance>();
    for (const {dataset, columns, relation} of prepared.planned) {
      const names = files.filter((file) => file.dataset === dataset).map(({name}) => name);
      const rows = writtenRows(folder, names, columns, input.format);
      context.progress({stage: "read back", message: dataset});
      requireSame(
        dataset,
        await proofOfLake(session, relation, columns, signal),
        await proofOfFiles(session, rows, signal)
      );
      context.progress({stage: "check", message: dataset});
      conformance.set(dataset, await conformanceOf(session, dataset, input.focus, rows, signal));
    }
    const report = reportOf(input, prepared, files, conformance);
    const createdAt = nowText(context.effects);
    await writeTexts(folder, {
      manifest: manifestText(input, prepared, files, report, createdAt),
      conformance: conformanceText(input, report, [...conformance.values()])
    });
    return report;
  });
}

function reportOf(
  input: ExportInput,
  {planned, receipt, hidden, notes}: Prepared,
  files: readonly DataFile[],
  conformance: ReadonlyMap<string, DatasetConformance>
): ExportReport {
  const failed = [...conformance.values()].map(({failed: counts}) => counts);
  const isRefused =
    (input.failOn !== "never" && failed.some(({error}) => error > 0)) ||
    (input.failOn === "warning" && failed.some(({warning}) => warning > 0));
  return {
    verdict: isRefused ? "quality" : "ok",
    dryRun: input.dryRun,
    folder: input.folder,
    focusVersion: input.focus,
    format: input.format,
    rows: planned.flatMap(({dataset, survey}) =>
      survey.periods.flatMap((period) => periodRows(dataset, period, files))
    ),
    datasets: planned.map(({dataset, survey, columns, lacking, snapshots}) => ({
      dataset,
      rows: survey.rows,
      columns: columns.map(({name}) => name),
      kept: columns.filter(({kept}) => kept).map(({name}) => name),
      lacking: [...lacking],
      totals: addedUp(survey.periods.flatMap(({money}) => money)),
      snapshots: [...snapshots],
      conformance: conformanceCounts(conformance.get(dataset))
    })),
    hidden: [...hidden],
    receipt: receipt.id,
    bytes: files.reduce((sum, {bytes}) => sum + bytes, 0),
    notes: [...notes]
  };
}

type PeriodRow = ExportReport["rows"][number];

/** One for each currency; a dataset whose rows have no currency has no money either. */
function periodRows(dataset: Dataset, {period, rows, money}: SurveyedPeriod, files: readonly DataFile[]): PeriodRow[] {
  const count = files.filter((file) => file.dataset === dataset && file.billingPeriod === period).length;
  const place = {dataset, billingPeriod: period, files: count};
  if (money.length > 0) return money.map((each) => ({...place, ...each}));
  return [{...place, currency: null, rows, billed: null, effective: null, contracted: null, list: null}];
}

function conformanceCounts(of: DatasetConformance | undefined): ExportReport["datasets"][number]["conformance"] {
  if (of === undefined) return null;
  const {model, counts, failed} = of;
  return {model, ...counts, errors: failed.error, warnings: failed.warning, infos: failed.info};
}

/** The engine's own words for a full disk speak of questions, and of a folder that the user never named. */
function roomError(shown: string, error: unknown): unknown {
  const cause = error instanceof UserError && error.code === "storage.full" ? (error.cause ?? error) : error;
  const found = error instanceof UserError && error.code !== "storage.full" ? error : storageError(shown, cause);
  if (found instanceof UserError && found.code === "storage.full") {
    return new UserError("storage.full", found.message, {
      remedy: `Free some space, or write to another disk; ${shown} was not changed.`,
      cause: found.cause
    });
  }
  return found;
}
