import {type AskContext, askCost} from "../cost/ask.ts";
import {canonicalFilter} from "../cost/filter/canonical.ts";
import type {Filter} from "../cost/filter/filter.ts";
import {filterText} from "../cost/filter/text.ts";
import {costQuestion} from "../cost/question.ts";
import type {Receipt} from "../cost/receipt.ts";
import {compare, divide, multiply, normalise, round, subtract} from "../money/amount.ts";
import type {TruthEntry} from "./truth.ts";

/** What something planted is worth, as the lake answers, with the receipts that say so. */
export interface PlantedValue {
  readonly value: string;
  readonly currency: string;
  readonly per: "once" | "month";
  readonly how: string;
  readonly receipts: readonly {readonly title: string; readonly receipt: Receipt}[];
}

/** The charges of an entry of `truth.json`, in the filter language. */
export function filterOfEntry({source, match}: Pick<TruthEntry, "source" | "match">): string {
  const columns = Object.entries(match).map(([field, values]): Filter => {
    const [only] = values;
    return values.length === 1 && only !== undefined ? {field, op: "=", value: only} : {field, op: "in", values};
  });
  const usage: Filter = {field: "ChargeCategory", op: "=", value: "Usage"};
  const own: Filter = {field: "source", op: "=", value: source};
  return filterText(canonicalFilter({all: [own, usage, ...columns]}));
}

/** Null where the lake has no charges of it, or nothing would be gained. */
export async function valueOfEntry(
  entry: TruthEntry,
  data: {readonly lastMonth: string; readonly to: string},
  context: AskContext
): Promise<PlantedValue | null> {
  const value =
    entry.nature === "waste" ? await ofWaste(entry, data.lastMonth, context) : await ofEvent(entry, data.to, context);
  return value === null || compare(value.value, "0") <= 0 ? null : value;
}

/** Cost of the last complete month, times the share of it that can be avoided. */
async function ofWaste(entry: TruthEntry, month: string, context: AskContext): Promise<PlantedValue | null> {
  const cost = await costOf(entry, {period: month}, context);
  if (cost === null) return null;
  const share = entry.avoidable ?? "1";
  return {
    value: cents(multiply(cost.amount, share, 18)),
    currency: cost.currency,
    per: "month",
    how:
      compare(share, "1") === 0
        ? `Effective cost of these charges in ${month}.`
        : `Effective cost of these charges in ${month} × ${plain(share)}, the share that can be avoided.`,
    receipts: [{title: `Cost in ${month}`, receipt: cost.receipt}]
  };
}

/** Cost of its days less that of as many days whole weeks before; what goes on is counted for a month. */
async function ofEvent(entry: TruthEntry, dataTo: string, context: AskContext): Promise<PlantedValue | null> {
  const first = Temporal.PlainDate.from(entry.from);
  const goesOn = entry.to >= dataTo;
  const end = goesOn ? Temporal.PlainDate.from(dataTo) : Temporal.PlainDate.from(entry.to);
  const days = goesOn ? 28 : first.until(end, {largestUnit: "days"}).days;
  const weeks = Math.ceil(days / 7) * 7;
  const during = goesOn ? {from: end.subtract({days}), to: end} : {from: first, to: end};
  const before = goesOn
    ? {from: first.subtract({days}), to: first}
    : {from: first.subtract({days: weeks}), to: end.subtract({days: weeks})};
  const [cost, usual] = [await costOf(entry, during, context), await costOf(entry, before, context)];
  if (cost === null) return null;
  const more = subtract(cost.amount, usual?.amount ?? "0");
  return {
    value: cents(goesOn ? divide(multiply(more, "365", 18), String(12 * days), 18) : more),
    currency: cost.currency,
    per: goesOn ? "month" : "once",
    how:
      `Effective cost from ${during.from.toString()} to ${during.to.toString()} less that from ${before.from.toString()} to ` +
      `${before.to.toString()}${goesOn ? `, × 365 ÷ (12 × ${days}) for a month` : ""}.`,
    receipts: [
      {title: `Cost from ${during.from.toString()} on`, receipt: cost.receipt},
      ...(usual === null ? [] : [{title: `Cost from ${before.from.toString()} on`, receipt: usual.receipt}])
    ]
  };
}

type Time = {readonly period: string} | {readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate};

async function costOf(
  entry: TruthEntry,
  time: Time,
  context: AskContext
): Promise<{readonly amount: string; readonly currency: string; readonly receipt: Receipt} | null> {
  const days = "period" in time ? time : {from: time.from.toString(), to: time.to.toString()};
  const question = {metric: ["effective"], filter: filterOfEntry(entry), source: [entry.source], ...days};
  const {totals, receipt} = await askCost(costQuestion.parse(question), context);
  const [total] = totals;
  const amount = total?.["effective"];
  return typeof amount === "string" ? {amount, currency: String(total?.["currency"]), receipt} : null;
}

/** An estimate is said to the cent. */
function cents(amount: string): string {
  return plain(round(amount, 2));
}

function plain(amount: string): string {
  return normalise(amount, {trailingZeros: false});
}
