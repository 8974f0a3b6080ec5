import {counted} from "../../counted.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import type {OwnEngine} from "../../engine/duckdb/own-engine.ts";
import type {Query} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {versionsOf} from "../../focus/columns.ts";
import {type Dataset, datasets} from "../../focus/dataset.ts";
import {type Downgrade, downgrade} from "../../focus/downgrade.ts";
import type {Lake, Selection} from "../../lake/lake.ts";
import type {Snapshot} from "../../lake/snapshot.ts";
import type {Context, Input, Output} from "../../operation.ts";
import type {CanonicalQuestion} from "../canonical-question.ts";
import type {Hidden} from "../hidden.ts";
import type {exportContract} from "./contract.ts";
import {type ExportColumn, exportColumns} from "./export-column.ts";
import {chargesOf, type ExportRows, rowsOfDataset} from "./export-rows.ts";
import {survey, type Survey} from "./survey.ts";

type Lacking = Output<typeof exportContract>["datasets"][number]["lacking"][number];

/** What is written of a dataset. */
export interface PlannedDataset {
  readonly dataset: Dataset;
  readonly survey: Survey;
  readonly columns: readonly ExportColumn[];
  /** What the version requires and the rows do not have. */
  readonly lacking: readonly Lacking[];
  /** Ids of the snapshots that have rows of it. */
  readonly snapshots: readonly string[];
  /** Its rows in the lake. */
  readonly relation: Query;
  /** Those of a billing period. */
  of(period: string): Query;
}

export interface PlannedExport {
  readonly planned: readonly PlannedDataset[];
  /** Columns and datasets that the caller may not see. */
  readonly columns: readonly string[];
  readonly notes: readonly string[];
}

export interface PlanParts {
  readonly question: CanonicalQuestion;
  readonly input: Input<typeof exportContract>;
  readonly lake: Lake;
  readonly engine: OwnEngine;
  readonly session: Session;
  readonly hidden: Hidden;
  readonly context: Context;
}

/** Holds the snapshots of an export while `work` reads them, and tells what of them is to be written. */
export async function planExport<T>(parts: PlanParts, work: (plan: PlannedExport) => Promise<T>): Promise<T> {
  const {wanted, hidden, notes} = wantedDatasets(parts);
  const selections: Selection[] = [];
  try {
    const rows: ExportRows[] = [];
    for (const dataset of wanted) {
      const selection = await selectionOf(dataset, parts);
      selections.push(selection);
      rows.push(rowsOf(dataset, selection, parts));
    }
    const found: PlannedDataset[] = [];
    for (const each of rows) {
      parts.context.progress({stage: "look", message: each.dataset});
      const planned = await plannedDataset(each, parts);
      if (planned !== null) found.push(planned);
      else if (parts.input.dataset.includes(each.dataset)) notes.push(`There are no rows of ${each.dataset}.`);
    }
    if (found.length === 0) {
      throw new UserError("not-found", "There are no rows of this question", {
        remedy: "Ask about another time, or look what there is with: ashlar sources. Nothing was written."
      });
    }
    const columns = [...hidden, ...found.flatMap(({dataset}) => hiddenColumns(dataset, parts))];
    return await work({
      planned: found,
      columns: [...new Set(columns)].toSorted(),
      notes: [...notes, ...notesOf(found, columns, parts)]
    });
  } finally {
    for (const {release} of selections) await release();
  }
}

/** Charges alone where a filter tells which; whole billing periods have all datasets. */
function wantedDatasets({question, input, hidden, context}: PlanParts): {
  wanted: readonly Dataset[];
  hidden: readonly string[];
  notes: string[];
} {
  const {caller} = context;
  const possible = datasets.filter((dataset) => versionsOf(dataset).includes(input.focus));
  const [foreign] = input.dataset.filter((dataset) => !possible.includes(dataset));
  if (foreign !== undefined) {
    throw new UserError("version.unknown", `FOCUS ${input.focus} has no dataset ${foreign}`, {
      remedy: `Export it as ${versionsOf(foreign).at(-1) ?? "another version"}.`
    });
  }
  const masked = possible.filter((dataset) => hidden.dataset(dataset));
  const [refused] = input.dataset.filter((dataset) => masked.includes(dataset));
  if (refused !== undefined || (caller.rowFilter !== null && input.dataset.some(isNoCharges))) {
    throw new UserError("caller.refused", `${caller.id} may not see ${refused ?? input.dataset.find(isNoCharges)}`, {
      remedy: "Leave it out, or ask whoever gives the permissions."
    });
  }
  const isWhole = question.axis === "billing" && question.filter === null && question.without.length === 0;
  if (!isWhole && input.dataset.some(isNoCharges)) {
    throw new UserError(
      "question.invalid",
      `${input.dataset.find(isNoCharges)} has no part that belongs to some charges`,
      {
        remedy: "Export it for whole billing periods: without a filter and on the billing axis."
      }
    );
  }
  if (input.dataset.length > 0)
    return {wanted: possible.filter((each) => input.dataset.includes(each)), hidden: [], notes: []};
  if (!isWhole || caller.rowFilter !== null) return {wanted: ["CostAndUsage"], hidden: [], notes: []};
  return {wanted: possible.filter((dataset) => !masked.includes(dataset)), hidden: masked, notes: []};
}

function isNoCharges(dataset: Dataset): boolean {
  return dataset !== "CostAndUsage";
}

async function selectionOf(dataset: Dataset, {question, lake}: PlanParts): Promise<Selection> {
  const day = (text: string | null): string | null => (text === null ? null : `${text}T00:00:00Z`);
  const range = {from: day(question.from), to: day(question.to)};
  const isTimed = question.from !== null || question.to !== null;
  return lake.select({
    dataset,
    ...(question.source.length === 0 ? {} : {sources: question.source}),
    ...(question.asOf === null ? {} : {asOf: question.asOf}),
    ...(!isTimed ? {} : question.axis === "charge" ? {charge: range} : {billing: range})
  });
}

function rowsOf(dataset: Dataset, selection: Selection, {question, engine, hidden, context}: PlanParts): ExportRows {
  return dataset === "CostAndUsage"
    ? chargesOf(question, selection, context.caller, hidden, engine.dialect)
    : rowsOfDataset(dataset, question, selection, engine.dialect);
}

async function plannedDataset(rows: ExportRows, parts: PlanParts): Promise<PlannedDataset | null> {
  const {input, session, hidden, context} = parts;
  const way = downgrade(rows.dataset, input.focus);
  const found = await survey(session, rows, way, hidden, context.signal);
  if (found.rows === 0) return null;
  const within = (period: string) => rows.snapshots.filter(({manifest}) => manifest.billingPeriod === period);
  const periods = new Set(found.periods.map(({period}) => period));
  const relationOf = (snapshots: readonly Snapshot[]): Query => {
    const relation = rows.of(snapshots);
    if (relation === null) throw new Error(`no snapshot of ${rows.dataset}, which has rows`);
    return relation;
  };
  return {
    dataset: rows.dataset,
    survey: found,
    columns: exportColumns(way, found, (name) => hidden.column(name)),
    lacking: lackingOf(way, found, hidden),
    snapshots: rows.snapshots.flatMap(({manifest}) => (periods.has(manifest.billingPeriod) ? [manifest.id] : [])),
    relation: relationOf(rows.snapshots),
    of: (period) => relationOf(within(period))
  };
}

/** Mandatory columns without any value, and columns that must not be null and are in some row. */
function lackingOf({columns}: Downgrade, {rows, values}: Survey, hidden: Hidden): readonly Lacking[] {
  return columns.flatMap(({name, mandatory, nullable}) => {
    const filled = Number(values.get(name) ?? 0n); // a count of rows
    const isLacking = filled === 0 ? mandatory : !nullable && filled < rows;
    return isLacking && !hidden.column(name) ? [{column: name, nulls: rows - filled, nullable}] : [];
  });
}

/** The columns that would be in the files if the caller could see them; keys of vendors are not named. */
function hiddenColumns(dataset: Dataset, {input, hidden}: PlanParts): readonly string[] {
  const {columns, kept} = downgrade(dataset, input.focus);
  return [...columns.map(({name}) => name), ...kept.map(({column}) => column)].filter((name) => hidden.column(name));
}

function notesOf(
  found: readonly PlannedDataset[],
  columns: readonly string[],
  {question, input, context}: PlanParts
): readonly string[] {
  const kept = found.flatMap((each) => each.columns.filter((column) => column.kept));
  return [
    ...(question.axis === "charge"
      ? ["Charges are chosen by when they were used, so a billing period may be here in part."]
      : []),
    ...(context.caller.rowFilter === null ? [] : ["Only charges that you may see are in the files."]),
    ...(columns.length === 0 ? [] : ["Columns that you may not see are not in the files: see hidden."]),
    ...(kept.length === 0
      ? []
      : [`Kept as x_Kept_<name>, since FOCUS ${input.focus} does not have them: ${counted(kept.length, "column")}.`]),
    ...found.flatMap(({dataset, lacking}) => {
      const names = lacking.flatMap(({column, nullable}) => (nullable ? [] : [column]));
      return names.length === 0
        ? []
        : [`${dataset} lacks values that FOCUS ${input.focus} requires: ${names.join(", ")}.`];
    })
  ];
}
