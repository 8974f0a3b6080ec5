import {type AskContext, askCost, type CostAnswer} from "../../cost/ask.ts";
import {costQuestion} from "../../cost/question.ts";
import type {Receipt} from "../../cost/receipt.ts";
import {UserError} from "../../errors.ts";
import {divide, isZero, multiply, normalise, subtract} from "../../money/amount.ts";
import {longCharges} from "./long-charges.ts";
import {type Days, measuredSources} from "./measured-sources.ts";
import type {Verification} from "./verification-schema.ts";

export interface Measure {
  readonly filter: string;
  /** The day (UTC) between the two sides. */
  readonly doneOn: string;
  /** Days on each side. */
  readonly days: number;
  readonly currency: string | undefined;
  /** Other work done about the same time, whose charges may be the same. */
  readonly others: readonly {readonly number: string; readonly filter: string; readonly doneOn: string}[];
}

export interface Measured {
  readonly verification: Omit<Verification, "at" | "by">;
  readonly receipts: readonly Receipt[];
}

/** Decimals of the effect for a month. */
const monthScale = 10;

/** The days directly before the day that work was done, and those directly after it. */
export function sidesOf({doneOn, days}: Pick<Measure, "doneOn" | "days">): {
  readonly before: Days;
  readonly after: Days;
} {
  const done = Temporal.PlainDate.from(doneOn);
  const next = done.add({days: 1});
  return {
    before: {from: done.subtract({days}).toString(), to: doneOn},
    after: {from: next.toString(), to: next.add({days}).toString()}
  };
}

/**
 * The effect of work on the effective cost of its charges: the days before less as many days after. The month is the
 * effect × 365 ÷ (12 × days). Throws `work.too-early`, `work.unmeasured`, `usage.invalid` for several currencies, and
 * as `askCost`.
 */
export async function measureEffect(measure: Measure, context: AskContext): Promise<Measured> {
  const {filter, days, doneOn} = measure;
  const sides = sidesOf(measure);
  const asker = askerOf(measure, context);
  const source = await measuredSources(filter, sides, context);
  const long = await longCharges(filter, source, {from: sides.before.from, to: sides.after.to}, context);
  const [before, after] = [await asker(filter, source, sides.before), await asker(filter, source, sides.after)];
  requireComplete(before, after);
  const currency = currencyOf(measure.currency, [before, after]);
  const [cost, later] = [costIn(before, currency), costIn(after, currency)];
  if (isZero(cost)) throw nothingBefore();
  const effect = plain(subtract(cost, later));
  return {
    receipts: [before.receipt, after.receipt],
    verification: {
      metric: "effective",
      filter,
      currency,
      days,
      doneOn,
      before: {...sides.before, amount: plain(cost), receipt: before.receipt.id},
      after: {...sides.after, amount: plain(later), receipt: after.receipt.id},
      effect,
      perMonth: perMonthOf(effect, days),
      rest: await restOf(asker, filter, source, sides, currency),
      method:
        `Effective cost of the charges that meet the filter, from source ${source.join(", ")}, on the ${days} days before ` +
        `${doneOn} less that on the ${days} days after it; ${doneOn} itself counts on neither side. For a month: × 365 ÷ ` +
        `(12 × ${days}), rounded half away from zero to ${monthScale} decimals.`,
      caveats: [
        ...basicCaveats(measure, effect, before),
        ...long,
        ...(await commitmentCaveat(asker, filter, source, sides.before, currency)),
        ...(await overlapCaveats(measure, sides, asker, source))
      ]
    }
  };
}

/** Effect of `days` days as that of an average month of a year of 365 days. */
export function perMonthOf(effect: string, days: number): string {
  return plain(divide(multiply(effect, "365", 40), String(12 * days), monthScale));
}

type Asker = (filter: string, source: readonly string[], days: Days) => Promise<CostAnswer>;

function askerOf({currency}: Measure, context: AskContext): Asker {
  return (filter, source, {from, to}) => {
    const conversion = currency === undefined ? {} : {currency};
    const question = {metric: ["effective"], filter, source: [...source], from, to, ...conversion};
    return askCost(costQuestion.parse(question), context);
  };
}

function requireComplete(before: CostAnswer, after: CostAnswer): void {
  const gaps = [before, after].flatMap(({completeness}) => (completeness.complete ? [] : completeness.notes));
  if (gaps.length === 0) return;
  throw unmeasured(
    `the days on both sides are not complete: ${gaps.join(" ")}`,
    "Ingest what is missing, or measure fewer days with --days."
  );
}

function currencyOf(asked: string | undefined, answers: readonly CostAnswer[]): string {
  if (asked !== undefined) return asked;
  const found = [...new Set(answers.flatMap(({totals}) => totals.map(({currency}) => String(currency))))];
  const [only] = found;
  if (only === undefined) throw nothingBefore();
  if (found.length === 1) return only;
  throw new UserError("usage.invalid", `its charges are in ${found.join(", ")}`, {
    at: {column: "currency"},
    remedy: "Name the currency to measure in with --currency; amounts are converted with the practice's rates."
  });
}

/** The cost of an answer; nothing where it has no charges. Throws where charges do not say what they cost. */
function costIn({totals}: CostAnswer, currency: string): string {
  const total = totals.find((each) => each["currency"] === currency);
  if (total === undefined) return "0";
  const amount = total["effective"];
  if (typeof amount === "string") return amount;
  throw unmeasured("some of its charges do not say their effective cost", "See them with: ashlar rows");
}

/** What happened meanwhile to everything else of the same sources. */
async function restOf(
  asker: Asker,
  filter: string,
  source: readonly string[],
  {before, after}: {readonly before: Days; readonly after: Days},
  currency: string
): Promise<Verification["rest"]> {
  const other = `not (${filter})`;
  const [cost, later] = [await asker(other, source, before), await asker(other, source, after)].map((answer) => {
    const amount = answer.totals.find((each) => each["currency"] === currency)?.["effective"];
    return typeof amount === "string" ? amount : null;
  });
  if (cost === null || cost === undefined || later === null || later === undefined) return null;
  const ratio = isZero(cost) ? null : plain(divide(subtract(later, cost), cost.replace("-", ""), 6));
  return {before: plain(cost), after: plain(later), ratio};
}

function basicCaveats({currency}: Measure, effect: string, before: CostAnswer): string[] {
  return [
    "A comparison of two times: what else changed between them, such as season, growth or prices, is in the effect, too.",
    "Vendors correct past days; measured again later the result may differ.",
    ...(effect.startsWith("-") ? ["The cost rose: the effect is negative."] : []),
    ...(currency === undefined ? [] : [`Converted to ${currency}: changes of exchange rates are in the effect, too.`]),
    ...before.notes.filter((note) => note.startsWith("Only charges"))
  ];
}

async function commitmentCaveat(
  asker: Asker,
  filter: string,
  source: readonly string[],
  before: Days,
  currency: string
): Promise<string[]> {
  const covered = await asker(`(${filter}) and CommitmentDiscountId is not null`, source, before);
  const amount = costIn(covered, currency);
  if (isZero(amount)) return [];
  return [
    `${plain(amount)} ${currency} of the cost before was covered by commitments; using less of them lowers the bill only ` +
      "where other usage takes their place or their term ends."
  ];
}

async function overlapCaveats(
  {filter, others}: Measure,
  {before, after}: {readonly before: Days; readonly after: Days},
  asker: Asker,
  source: readonly string[]
): Promise<string[]> {
  const caveats: string[] = [];
  for (const other of others) {
    const both = await asker(`(${filter}) and (${other.filter})`, source, {from: before.from, to: after.to});
    if (both.totals.length === 0) continue;
    caveats.push(
      `${other.number}, done on ${other.doneOn}, is about some of the same charges: both count their change.`
    );
  }
  return caveats;
}

function nothingBefore(): UserError {
  return unmeasured(
    "its charges cost nothing in the days before",
    "See whether its filter and the day it was done are right."
  );
}

function unmeasured(why: string, remedy: string): UserError {
  return new UserError("work.unmeasured", `The effect cannot be measured: ${why}`, {remedy});
}

function plain(amount: string): string {
  return normalise(amount, {trailingZeros: false});
}
