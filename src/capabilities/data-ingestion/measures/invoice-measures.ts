import {type MeasureValue, unknown} from "../../../kpi/measure.ts";
import {compare, negate, subtract, sum} from "../../../money/amount.ts";
import type {TieRow} from "../contract.ts";
import {plain} from "../tie/explain.ts";
import type {Measuring} from "./evaluator.ts";
import {byCurrency} from "./quality-measures.ts";

/** Parts of a difference that mean that the store lacks something; the others are known and in it. */
const lacking: readonly string[] = ["missing-rows", "unexplained"];

/** What is missing or not explained of stated invoices, of their totals. */
export function gapOf(measuring: Measuring): MeasureValue {
  const own = comparedOf(measuring);
  if (typeof own === "string") return unknown(own);
  const gaps = own.map((row) => ({
    ...row,
    gap: sum(row.explanations.filter(({kind}) => lacking.includes(kind)).map(({amount}) => size(amount)))
  }));
  const shares = byCurrency(
    gaps,
    ({stated}) => size(stated ?? "0"),
    ({gap}) => gap
  );
  const [worst] = shares.toSorted((a, b) => compare(b.share, a.share));
  if (worst === undefined) return unknown("The stated invoices are of nothing.");
  const raw = byCurrency(
    own,
    ({stated}) => size(stated ?? "0"),
    ({difference}) => size(difference ?? "0")
  ).find(({currency}) => currency === worst.currency);
  return {
    value: worst.share,
    window: windowOf(own),
    readiness: "measured",
    reason: `${own.length} stated invoices; it is that of ${worst.currency}. With all differences, explained ones included, it is ${raw?.share ?? ""} %.`,
    method:
      "Missing rows and what is not explained of each stated invoice, without signs, of the totals; tax, corrections, rounding, exchange rates and excluded charges are explained and left out.",
    parts: shares.map(({currency, share}) => ({name: currency, value: share, weight: null})),
    evidence: [
      {what: "each invoice with its difference in parts", operation: "invoices.tie-out", input: {}, receipt: null}
    ]
  };
}

/** Billed cost in the store of invoices that are stated, of their totals. */
export function repositoryShare(measuring: Measuring): MeasureValue {
  const own = comparedOf(measuring);
  if (typeof own === "string") return unknown(own);
  const shares = byCurrency(
    own,
    ({stated}) => stated ?? "0",
    ({billed}) => billed ?? "0"
  );
  const off = (share: string): string => size(subtract(share, "100"));
  const [worst] = shares.toSorted((a, b) => compare(off(b.share), off(a.share)));
  if (worst === undefined) return unknown("The stated invoices are of nothing.");
  return {
    value: worst.share,
    window: windowOf(own),
    readiness: "measured",
    reason: `${own.length} stated invoices; of ${worst.currency}, which is farthest from 100.`,
    method: "Billed cost of the charges that name a stated invoice, of the totals that are stated.",
    parts: shares.map(({currency, share}) => ({name: currency, value: share, weight: null})),
    evidence: [{what: "each invoice with its charges", operation: "invoices.tie-out", input: {}, receipt: null}]
  };
}

/** Invoices that are stated and compared, or why there are none. */
function comparedOf({tie, sources, asked}: Measuring): readonly TieRow[] | string {
  if (tie === null) return "An invoice is of all charges, and you may see only some.";
  const own = tie.filter(
    (row) =>
      row.difference !== null && (asked.sources === null || row.sources.some((source) => sources.includes(source)))
  );
  return own.length === 0 ? "No invoice is stated. Import some with: ashlar invoices import" : own;
}

function windowOf(rows: readonly TieRow[]): MeasureValue["window"] {
  const periods = rows.map(({period}) => period).toSorted();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = Temporal.PlainYearMonth.from(last).add({months: 1}).toPlainDate({day: 1});
  return {from: `${first}-01`, to: end.toString()};
}

function size(amount: string): string {
  return amount.startsWith("-") ? plain(negate(amount)) : amount;
}
