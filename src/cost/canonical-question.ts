import {UserError} from "../errors.ts";
import {isCurrency} from "../money/currency.ts";
import type {Settings} from "../settings.ts";
import {type Comparison, comparedWith} from "../time/comparison.ts";
import type {DayInterval} from "../time/interval.ts";
import {parseInstant} from "../time/interval.ts";
import {resolvePeriod} from "../time/window.ts";
import type {ChargeKind} from "./charge-kind.ts";
import type {Dimension} from "./dimension.ts";
import {dimensionNamed} from "./dimensions/dimension-named.ts";
import {canonicalFilter} from "./filter/canonical.ts";
import {parseFilter} from "./filter/parse.ts";
import {filterText} from "./filter/text.ts";
import {type MetricName, metrics} from "./metric.ts";
import type {Axis, CostQuestion, QuestionGranularity} from "./question.ts";
import type {RateBasis} from "./rates.ts";

/**
 * A question in its one form: defaults filled in, names canonical, the time resolved to days, lists sorted where order
 * has no meaning. Its JSON is the identity that receipts, caches and etags use. Absent parts are null.
 */
export interface CanonicalQuestion {
  readonly metric: readonly MetricName[];
  readonly by: readonly string[];
  readonly source: readonly string[];
  readonly axis: Axis;
  /** Half-open days in UTC; both null for all data. */
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: QuestionGranularity | null;
  readonly filter: string | null;
  readonly compare: {readonly with: Comparison; readonly from: string; readonly to: string} | null;
  readonly top: number | null;
  /** Null where the question sees what is active now. */
  readonly asOf: string | null;
  readonly currency: string | null;
  readonly rates: {readonly set: string; readonly basis: RateBasis} | null;
  readonly without: readonly ChargeKind[];
  /** The month the fiscal year begins in, where the granularity asks for fiscal periods. */
  readonly fiscalYearStart: number | null;
}

/** What a question means depends on these beside itself. */
export interface QuestionSurroundings {
  readonly now: Temporal.Instant;
  readonly settings: Pick<Settings, "calendar" | "rates">;
  /** Dimensions of the practice. */
  readonly dimensions?: readonly Dimension[];
}

/** Throws `UserError` question.invalid or filter.invalid. */
export function canonicalQuestion(question: CostQuestion, around: QuestionSurroundings): CanonicalQuestion {
  const {calendar} = around.settings;
  const days = resolvePeriod(question, around.now, calendar);
  const granularity = question.granularity ?? null;
  requireMonths(question.axis, granularity);
  return {
    metric: metricsOf(question.metric),
    by: dimensionsOf(question.by, around.dimensions ?? []),
    source: [...new Set(question.source)].toSorted(),
    axis: question.axis,
    from: days?.from.toString() ?? null,
    to: days?.to.toString() ?? null,
    granularity,
    filter: filterOf(question.filter),
    compare: comparisonOf(question.compare, days),
    top: topOf(question),
    asOf: question.asOf === undefined ? null : parseInstant(question.asOf).toString({smallestUnit: "millisecond"}),
    ...conversionOf(question, around.settings.rates),
    without: [...new Set(question.without)].toSorted(),
    fiscalYearStart: granularity?.startsWith("fiscal-") === true ? calendar.fiscalYearStart : null
  };
}

function metricsOf(names: readonly MetricName[]): readonly MetricName[] {
  const unique = [...new Set(names)];
  const quantities = unique.filter((name) => metrics[name].unit !== null);
  if (quantities.length <= 1) return unique;
  throw invalid(`${quantities.join(" and ")} have units of their own`, "Ask for one quantity at a time.");
}

function dimensionsOf(names: readonly string[], others: readonly Dimension[]): readonly string[] {
  const canonical = names.map((name) => dimensionNamed(name, others).name);
  const twice = canonical.find((name, index) => canonical.indexOf(name) !== index);
  if (twice === undefined) return canonical;
  throw invalid(
    `the question is grouped by ${twice} twice`,
    "Name each dimension once; short names and columns may be the same."
  );
}

function filterOf(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : filterText(canonicalFilter(parseFilter(text)));
}

function comparisonOf(compare: Comparison | undefined, days: DayInterval | null): CanonicalQuestion["compare"] {
  if (compare === undefined) return null;
  if (days === null)
    throw invalid("a comparison needs a time to compare", "Add --period, --from and --to, or --window.");
  const {from, to} = comparedWith(days, compare);
  return {with: compare, from: from.toString(), to: to.toString()};
}

function topOf({top, by}: CostQuestion): number | null {
  if (top === undefined) return null;
  if (by.length === 0) throw invalid("the top of what?", "Add --by, such as --by service --top 10.");
  return top;
}

function conversionOf(
  {currency, rates}: CostQuestion,
  settings: Settings["rates"]
): Pick<CanonicalQuestion, "currency" | "rates"> {
  if (currency === undefined) {
    if (rates === undefined) return {currency: null, rates: null};
    throw invalid(`rates ${rates} without a currency to convert to`, "Add --currency, such as --currency EUR.");
  }
  const code = currency.toUpperCase();
  if (!isCurrency(code)) throw invalid(`there is no currency ${code}`, "Use a code of ISO 4217, such as EUR or USD.");
  const set = rates ?? settings.set;
  if (set === undefined) {
    throw invalid(
      `no rates to convert to ${code} with`,
      "Name a rate set with --rates, or in the practice file: rates: {set: …}."
    );
  }
  return {currency: code, rates: {set, basis: settings.basis}};
}

function requireMonths(axis: Axis, granularity: QuestionGranularity | null): void {
  if (axis === "charge" || granularity === null || !["hour", "day", "week"].includes(granularity)) return;
  throw invalid(
    `the billing axis has months and no ${granularity}s`,
    "Ask with --granularity month, or on the charge axis."
  );
}

function invalid(message: string, remedy: string): UserError {
  return new UserError("question.invalid", message.charAt(0).toUpperCase() + message.slice(1), {remedy});
}
