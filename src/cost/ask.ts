import {type Effects, nowText} from "../effects.ts";
import type {Engine, Row} from "../engine/engine.ts";
import {UserError} from "../errors.ts";
import type {Lake, Selection} from "../lake/lake.ts";
import type {RateSource} from "../lake/rate-source.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import type {Caller} from "../operation.ts";
import type {Settings} from "../settings.ts";
import {type AnswerRow, amountsOf, ordered, rowOf} from "./answer-rows.ts";
import {type CanonicalQuestion, canonicalQuestion} from "./canonical-question.ts";
import {type Cell, addTo, cellsOf, scaleOf} from "./cells.ts";
import {maxCells} from "./compile.ts";
import {type Completeness, completenessOf} from "./completeness.ts";
import type {Dimension} from "./dimension.ts";
import {type Explanation, explanationOf, withoutFolder} from "./explanation.ts";
import {notesOf} from "./notes.ts";
import {type Plan, planCost} from "./plan.ts";
import type {CostQuestion} from "./question.ts";
import {currenciesOf} from "./rate-relation.ts";
import {type Converter, openConverter} from "./rates.ts";
import {type Receipt, receiptOf} from "./receipt.ts";
import {tagNotes} from "./tag-notes.ts";

/** What a question is asked with. */
export interface AskContext {
  readonly lake: Pick<Lake, "select" | "folder">;
  readonly engine: Engine;
  readonly caller: Caller;
  readonly settings: Pick<Settings, "calendar" | "rates">;
  readonly effects: Effects;
  /** Gives the rate set of this name. Throws `UserError` not-found. */
  readonly rates: (set: string) => Promise<RateSource>;
  /** Version of the software, for the receipt. */
  readonly version: string;
  readonly signal?: AbortSignal;
  /** Dimensions of the practice, and the revision of the rules that make them. */
  readonly dimensions?: readonly Dimension[];
  readonly rules?: string | null;
}

export interface CostAnswer {
  readonly rows: readonly AnswerRow[];
  readonly totals: readonly AnswerRow[];
  readonly completeness: Completeness;
  readonly receipt: Receipt;
  readonly notes: readonly string[];
  readonly question: CanonicalQuestion;
  readonly plan?: Explanation;
}

/**
 * Answers a cost question. Amounts are decimal text without needless zeros, exact; the rows sum to the totals.
 * Throws `UserError`: question.invalid, filter.invalid, caller.refused, rates.missing, amount.overflow and what the
 * engine and the lake throw.
 */
export async function askCost(
  asked: CostQuestion,
  context: AskContext,
  options: {readonly explain?: boolean} = {}
): Promise<CostAnswer> {
  const question = canonicalQuestion(asked, {now: context.effects.now(), ...context});
  const keys = {dimensions: answerKeys(asked.by, question.by)};
  return withSelection(question, context, async (selection) => {
    const answer = await answerCells(question, selection, context);
    const {plan, cells, totals, converter, scale} = answer;
    return {
      rows: ordered(cells).map((cell) => rowOf(cell, question, keys, scale)),
      totals: ordered(totals).map((total) => amountsOf(total, question, scale)),
      ...(await circumstances(question, plan, converter, context)),
      notes: [
        ...notesOf(question, converter, context.caller.rowFilter !== null),
        ...tagNotes(question, plan.snapshots, context.caller)
      ],
      question,
      ...(options.explain === true ? {plan: await explained(question, selection, context)} : {})
    };
  });
}

/** How the question is answered, with the files as they lie below the lake: a folder of the machine tells nobody anything. */
async function explained(question: CanonicalQuestion, selection: Selection, context: AskContext): Promise<Explanation> {
  const {plan} = await planned(question, withoutFolder(selection, context.lake.folder), context);
  return explanationOf(plan.description, plan.query, context.engine.dialect);
}

/** Cells and totals in whole units of 10^-scale, with the plan they came from. */
export interface CellAnswer {
  readonly plan: Plan;
  readonly converter: Converter | null;
  readonly scale: number;
  readonly cells: readonly Cell[];
  readonly totals: readonly Cell[];
}

/** Plans, runs and checks a canonical question on a selection. */
export async function answerCells(
  question: CanonicalQuestion,
  selection: Selection,
  context: AskContext
): Promise<CellAnswer> {
  const {plan, converter} = await planned(question, selection, context);
  const rows = plan.query === null ? [] : await run(plan.query, context);
  if (rows.length > maxCells) throw tooMany();
  const cells = cellsOf(rows, "row", question, plan.dimensions, converter);
  const totals = cellsOf(rows, "total", question, [], converter);
  requireAgreement(cells, totals);
  return {plan, converter, scale: scaleOf(converter), cells, totals};
}

/** How a canonical question is answered from a selection, and what converts its amounts. */
export async function planned(
  question: CanonicalQuestion,
  selection: Selection,
  context: AskContext
): Promise<Pick<CellAnswer, "plan" | "converter">> {
  const {engine, caller, dimensions = []} = context;
  const converter = await converterOf(question, selection.snapshots, context);
  return {plan: planCost(question, selection, caller, {dialect: engine.dialect, converter, dimensions}), converter};
}

/** The selection of a question, held while `work` reads it. */
export async function withSelection<T>(
  question: CanonicalQuestion,
  {lake}: AskContext,
  work: (selection: Selection) => Promise<T>
): Promise<T> {
  const range = {from: instant(question.compare?.from ?? question.from), to: instant(question.to)};
  const selection = await lake.select({
    dataset: "CostAndUsage",
    ...(question.source.length === 0 ? {} : {sources: question.source}),
    ...(question.asOf === null ? {} : {asOf: question.asOf}),
    ...(question.from === null ? {} : question.axis === "charge" ? {charge: range} : {billing: range})
  });
  try {
    return await work(selection);
  } finally {
    await selection.release();
  }
}

/** Completeness and receipt of an answer that was read as this plan says. */
export async function circumstances(
  question: CanonicalQuestion,
  plan: Pick<Plan, "snapshots" | "asked" | "earlier">,
  converter: Converter | null,
  {engine, version, caller, effects, rules = null}: AskContext
): Promise<{readonly completeness: Completeness; readonly receipt: Receipt}> {
  const receipt = receiptOf({
    question,
    snapshots: plan.snapshots.map(({manifest}) => manifest.id),
    rules,
    converter,
    engine: {name: engine.name, version: await engine.version()},
    software: version,
    caller,
    now: nowText(effects)
  });
  return {completeness: completenessOf(question, plan.asked, plan.earlier), receipt};
}

export async function run(
  query: Parameters<Engine["rows"]>[0],
  {engine, signal, caller}: AskContext
): Promise<readonly Row[]> {
  return engine.rows(query, {caller: caller.id, ...(signal === undefined ? {} : {signal})});
}

async function converterOf(
  {currency, rates}: CanonicalQuestion,
  snapshots: readonly Snapshot[],
  context: AskContext
): Promise<Converter | null> {
  if (currency === null || rates === null) return null;
  return openConverter(await context.rates(rates.set), rates.basis, currency, currenciesOf(snapshots));
}

/** The keys of dimensions in an answer: as asked, unless that is the name of something else in a row. */
function answerKeys(asked: readonly string[], canonical: readonly string[]): readonly string[] {
  const taken = new Set(["period", "currency", "unit", "other"]);
  return asked.map((name, index) => (taken.has(name) ? (canonical[index] ?? name) : name));
}

/** Rows sum to totals whatever was grouped, shared and folded: anything else is a mistake of the program. */
function requireAgreement(cells: readonly Cell[], totals: readonly Cell[]): void {
  const summed = new Map<string, Cell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.currency, cell.unit]);
    const total = summed.get(key);
    if (total !== undefined) addTo(total, cell);
    else summed.set(key, {...cell, current: [...cell.current], previous: [...cell.previous]});
  }
  const agree = totals.every((total) => {
    const sum = summed.get(JSON.stringify([total.currency, total.unit]));
    const same = (side: "current" | "previous") => total[side].every((units, index) => units === sum?.[side][index]);
    return same("current") && same("previous");
  });
  if (!agree || summed.size !== totals.length) throw new Error("the rows of an answer do not sum to its totals");
}

function tooMany(): UserError {
  return new UserError("question.invalid", `The answer would have more than ${maxCells} cells`, {
    remedy: "Ask with --top, a coarser granularity, fewer dimensions or a filter."
  });
}

function instant(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00Z`;
}
