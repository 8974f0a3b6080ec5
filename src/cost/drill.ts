import {UserError} from "../errors.ts";
import {fiscalPeriodNamed} from "../time/fiscal-calendar.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import type {Dimension} from "./dimension.ts";
import {fieldNamed} from "./field.ts";
import {canonicalFilter} from "./filter/canonical.ts";
import type {Filter} from "./filter/filter.ts";
import {filterFromJson} from "./filter/json.ts";
import {parseFilter} from "./filter/parse.ts";
import {filterText} from "./filter/text.ts";
import {metrics} from "./metric.ts";
import type {QuestionGranularity} from "./question.ts";
import {timeColumn} from "./relation.ts";

/** A row of an answer by its keys: dimensions, `period`, `currency`, `unit`; null where the row has no value. */
export type CellKeys = Readonly<Record<string, string | null>>;

/** The question about the charges of one cell alone: not grouped, not compared. Throws `UserError` question.invalid. */
export function drilled(
  question: CanonicalQuestion,
  cell: CellKeys,
  dimensions: readonly Dimension[]
): CanonicalQuestion {
  const {period, ...keys} = cell;
  const tests = Object.entries(keys).flatMap(([name, value]) => testsOf(name, value, question, dimensions));
  const time = period === undefined ? {} : periodOf(period, question);
  const all = [
    ...(question.filter === null ? [] : [parseFilter(question.filter)]),
    ...tests,
    ...quantityTests(question),
    ...(time.tests ?? [])
  ];
  const [only] = all;
  const filter = all.length > 1 ? {all} : (only ?? null);
  return {
    ...question,
    by: [],
    top: null,
    compare: null,
    granularity: null,
    fiscalYearStart: null,
    from: later(question.from, time.from ?? null),
    to: earlier(question.to, time.to ?? null),
    filter: filter === null ? null : filterText(canonicalFilter(filter))
  };
}

function testsOf(
  name: string,
  value: string | null,
  question: CanonicalQuestion,
  dimensions: readonly Dimension[]
): readonly Filter[] {
  if (name === "other")
    throw invalid("the row other stands for many values", "Ask for its values with a greater --top.");
  if (dimensions.some((dimension) => dimension.name === name)) {
    throw invalid(
      `${name} is made by a rule, and its charges are not told apart by a value`,
      "Leave it out of the cell."
    );
  }
  if (name === "currency" && question.currency !== null) return [];
  const field = fieldNamed(name === "unit" ? unitColumn(question) : name);
  if (value === null) return [{field: field.name, op: "is null"}];
  if (field.type !== "instant") return [filterFromJson({field: field.name, op: "=", value})];
  const next = Temporal.PlainDate.from(dayOf(value)).add({days: 1}).toString();
  return [
    {field: field.name, op: ">=", value: dayOf(value)},
    {field: field.name, op: "<", value: next}
  ];
}

function unitColumn({metric}: CanonicalQuestion): string {
  const unit = metric.map((name) => metrics[name].unit).find((column) => column !== null);
  if (unit === undefined || unit === null)
    throw invalid("a unit belongs to a quantity", "Ask for --metric consumed or pricing.");
  return unit;
}

/** A question about a quantity alone is about charges that have one. */
function quantityTests({metric}: CanonicalQuestion): readonly Filter[] {
  const [only] = metric;
  if (metric.length !== 1 || only === undefined || metrics[only].unit === null) return [];
  return metrics[only].columns.map((field): Filter => ({field, op: "is not null"}));
}

interface Time {
  readonly from?: string;
  readonly to?: string;
  readonly tests?: readonly Filter[];
}

const lengths: Readonly<Record<Exclude<QuestionGranularity, "hour">, Temporal.DurationLike>> = {
  day: {days: 1},
  week: {days: 7},
  month: {months: 1},
  quarter: {months: 3},
  year: {years: 1},
  "fiscal-month": {months: 1},
  "fiscal-quarter": {months: 3},
  "fiscal-year": {years: 1}
};

function periodOf(period: string | null, question: CanonicalQuestion): Time {
  const {granularity, fiscalYearStart} = question;
  const field = timeColumn(question.axis);
  if (granularity === null) throw invalid("a cell with a period needs the granularity it is of", "Add --granularity.");
  if (period === null) return {tests: [{field, op: "is null"}]};
  if (granularity === "hour") return hourOf(period, field);
  const fiscal = fiscalPeriodNamed(period, {fiscalYearStart: fiscalYearStart ?? 1});
  const from = fiscal === null ? Temporal.PlainDate.from(dayOf(period)) : fiscal.from;
  return {from: from.toString(), to: from.add(lengths[granularity]).toString()};
}

function hourOf(period: string, field: string): Time {
  if (!/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/.test(period))
    throw invalid(`not an hour: ${period.slice(0, 40)}`, "Write it as 2026-10-01T12:00:00Z.");
  const next = Temporal.Instant.from(period).add({hours: 1}).toString();
  const tests = [filterFromJson({field, op: ">=", value: period}), filterFromJson({field, op: "<", value: next})];
  const day = Temporal.PlainDate.from(period.slice(0, 10));
  return {from: day.toString(), to: day.add({days: 1}).toString(), tests};
}

function dayOf(text: string): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // Reported below with the days that only look like one.
  }
  throw invalid(`not a day: ${text.slice(0, 40)}`, "Write it as the answer does, such as 2026-10-01 or FY2027-Q1.");
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function invalid(message: string, remedy: string): UserError {
  return new UserError("question.invalid", message.charAt(0).toUpperCase() + message.slice(1), {remedy});
}
