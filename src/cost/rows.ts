import type {Cell as EngineCell, Row} from "../engine/engine.ts";
import {type Query, identifier, join, raw, sql} from "../engine/query.ts";
import type {Selection} from "../lake/lake.ts";
import {normalise} from "../money/amount.ts";
import {isMasked, isMetricMasked} from "./access.ts";
import {type AnswerRow, amountsOf, ordered} from "./answer-rows.ts";
import {type AskContext, answerCells, circumstances, planned, run, withSelection} from "./ask.ts";
import {type CanonicalQuestion, canonicalQuestion} from "./canonical-question.ts";
import type {Completeness} from "./completeness.ts";
import {drilled} from "./drill.ts";
import {type Explanation, explanationOf, withoutFolder} from "./explanation.ts";
import {fieldNamed} from "./field.ts";
import {compileFilter, fieldsOf} from "./filter/compile.ts";
import {parseFilter} from "./filter/parse.ts";
import {notesOf} from "./notes.ts";
import {conditionsOf} from "./plan.ts";
import type {RowsQuestion} from "./question.ts";
import type {Receipt} from "./receipt.ts";
import {chargesRelation, snapshotsWithin, timeColumn, within} from "./relation.ts";
import {type RowColumn, rowColumns, rowOrder} from "./row-column.ts";
import {type Terms, columnOf} from "./terms.ts";

export interface ChargeRows {
  readonly rows: readonly Row[];
  /** All charges that match, not only those shown. */
  readonly count: number;
  /** The sums of all charges that match, as the answer has them. */
  readonly totals: readonly AnswerRow[];
  /** The offset that continues, or null where these are the last. */
  readonly next: number | null;
  readonly completeness: Completeness;
  readonly receipt: Receipt;
  readonly notes: readonly string[];
  readonly question: CanonicalQuestion;
  readonly plan?: Explanation;
}

/**
 * The charges behind an answer, from the greatest billed amount. Their sums come from the planner of cost questions,
 * so that they agree with the cell. Throws as `askCost`.
 */
export async function chargeRows(
  asked: RowsQuestion,
  context: AskContext,
  options: {readonly explain?: boolean} = {}
): Promise<ChargeRows> {
  const {cell, columns: _columns, limit, offset, ...question} = asked;
  const around = {now: context.effects.now(), ...context};
  const whole = canonicalQuestion(question, around);
  const narrow = drilled(whole, cell, context.dimensions ?? []);
  return withSelection(narrow, context, async (selection) => {
    const {plan, converter, totals, scale} = await answerCells(narrow, selection, context);
    const listing = listingOf(narrow, selection, asked, context);
    const rows = listing.list === null ? [] : await run(listing.list, context);
    const [counted] = listing.count === null ? [] : await run(listing.count, context);
    const count = Number.parseInt(String(counted?.["count"] ?? "0"), 10);
    const next = offset + rows.length < count && rows.length > 0 ? offset + rows.length : null;
    const identity = {...narrow, rows: {columns: listing.columns.map(({key}) => key), limit, offset}};
    return {
      rows: rows.map((row) => shown(row, listing.columns)),
      count,
      totals: ordered(totals).map((total) => amountsOf(total, narrow, scale)),
      next,
      ...(await circumstances(identity, plan, converter, context)),
      notes: [
        ...notesOf(narrow, converter, context.caller.rowFilter !== null),
        ...(listing.hidden.length === 0 ? [] : [`Columns that you may not see: ${listing.hidden.join(", ")}.`])
      ],
      question: narrow,
      ...(options.explain === true
        ? {
            plan: explanationOf(
              plan.description,
              explainedList(narrow, selection, asked, context),
              context.engine.dialect
            )
          }
        : {})
    };
  });
}

/** Charges to be read one batch after the other, or to be written by the engine itself. */
export interface ChargeListing {
  readonly columns: readonly RowColumn[];
  readonly receipt: Receipt;
  readonly notes: readonly string[];
  /** Reads them in batches; what the reader does not take is not made. */
  read(): AsyncIterable<readonly Row[]>;
  /** The statement whose columns bear the names of the answer, exact and in their own types; null without data. */
  readonly query: Query | null;
}

/** The charges of a question, as many as its limit says, held while `work` reads them. Throws as `askCost`. */
export async function withCharges<T>(
  asked: RowsQuestion,
  context: AskContext,
  work: (listing: ChargeListing) => Promise<T>
): Promise<T> {
  const {cell, columns: _columns, limit, offset, ...question} = asked;
  const whole = canonicalQuestion(question, {now: context.effects.now(), ...context});
  const narrow = drilled(whole, cell, context.dimensions ?? []);
  return withSelection(narrow, context, async (selection) => {
    const {plan, converter} = await planned(narrow, selection, context);
    const {columns, hidden: _hidden, list} = listingOf(narrow, selection, asked, context);
    const identity = {...narrow, rows: {columns: columns.map(({key}) => key), limit, offset}};
    const {receipt} = await circumstances(identity, plan, converter, context);
    const {signal, caller, engine} = context;
    const names = join(columns.map(({key}, index) => sql`${identifier(`c${index}`)} as ${identifier(key)}`));
    return work({
      columns,
      receipt,
      notes: notesOf(narrow, converter, caller.rowFilter !== null),
      async *read() {
        if (list === null) return;
        const options = {caller: caller.id, ...(signal === undefined ? {} : {signal})};
        for await (const batch of engine.stream(list, options)) yield batch.map((row) => shown(row, columns));
      },
      query: list === null ? null : sql`select ${names} from (${list}) as charges`
    });
  });
}

function explainedList(
  question: CanonicalQuestion,
  selection: Selection,
  asked: RowsQuestion,
  context: AskContext
): Query | null {
  return listingOf(question, withoutFolder(selection, context.lake.folder), asked, context).list;
}

interface Listing {
  readonly columns: readonly RowColumn[];
  readonly hidden: readonly string[];
  readonly list: Query | null;
  readonly count: Query | null;
}

function listingOf(
  question: CanonicalQuestion,
  selection: Selection,
  asked: RowsQuestion,
  context: AskContext
): Listing {
  const {caller, engine} = context;
  const {dialect} = engine;
  const terms: Terms = {dialect, promoted: new Set(selection.tags)};
  const {columns, hidden} = rowColumns(asked.columns, caller, terms);
  const filters = conditionsOf(question, question.filter === null ? null : parseFilter(question.filter), caller);
  const isBilledHidden = isMetricMasked(caller, "billed") || isMasked(caller, fieldNamed("BilledCost"));
  const needed = [
    ...filters.flatMap(fieldsOf).map((field) => columnOf(field, terms.promoted)),
    ...(question.from === null ? [] : [timeColumn(question.axis)])
  ];
  const range = {from: question.from, to: question.to};
  const relationOf = (names: readonly string[]) =>
    chargesRelation(selection, snapshotsWithin(selection, question.axis, range), new Set(names), dialect);
  const relation = relationOf([...needed, "BilledCost", ...columns.map(({reads}) => reads)]);
  if (relation === null) return {columns, hidden, list: null, count: null};
  const conditions = [
    ...within(question.axis, range, dialect),
    ...filters.map((filter) => compileFilter(filter, terms))
  ];
  const where = conditions.length === 0 ? raw("") : sql` where ${join(conditions, " and ")}`;
  const items = join(columns.map(({value}, index) => sql`${value} as ${identifier(`c${index}`)}`));
  const order = join(rowOrder(columns, isBilledHidden));
  const {limit, offset} = asked;
  return {
    columns,
    hidden,
    list: sql`select ${items} from ${relation.query}${where} order by ${order} offset ${raw(String(offset))} rows limit ${raw(String(limit))}`,
    count: sql`select count(*) as "count" from ${relationOf([...needed, "BilledCost"])?.query ?? relation.query}${where}`
  };
}

function shown(row: Row, columns: readonly RowColumn[]): Row {
  const cell = (value: EngineCell | undefined, {kind}: RowColumn): EngineCell =>
    kind === "amount" && typeof value === "string" ? normalise(value, {trailingZeros: false}) : (value ?? null);
  return Object.fromEntries(columns.map((column, index) => [column.key, cell(row[`c${index}`], column)]));
}
