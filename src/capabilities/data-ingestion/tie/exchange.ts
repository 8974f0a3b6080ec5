import {type Converter, openConverter, rateBases, type RateBasis, rateText} from "../../../cost/rates.ts";
import {UserError} from "../../../errors.ts";
import type {RateSource} from "../../../lake/rate-source.ts";
import {multiply, sum} from "../../../money/amount.ts";
import type {Stated} from "../../../records/invoices/stated.ts";
import {less, rowsOf} from "./amounts.ts";
import {plain} from "./explain.ts";
import type {Candidate, ChargeGroup} from "./facts.ts";

export interface Exchanged {
  /** Billed cost in the currency of the invoice; null where a rate is missing. */
  readonly billed: string | null;
  readonly candidates: readonly Candidate[];
  readonly note: string;
}

/**
 * Charges in the currency of an invoice that states another: converted by the practice's basis. What other rates of the
 * same set would make of them may explain the difference; no rate is ever made from the difference itself.
 */
export async function exchanged(
  stated: Stated,
  foreign: readonly ChargeGroup[],
  rates: RateSource | null,
  wanted: RateBasis
): Promise<Exchanged> {
  // Sums of months have no day of charge; without a day of the invoice its month has to do.
  const basis = wanted === "charge-day" && stated.date === null ? "month-average" : wanted;
  const currencies = [...new Set(foreign.map(({currency}) => currency))].toSorted();
  if (rates === null) {
    const note = `It is billed in ${currencies.join(", ")}: name a rate set with --rates, or rates.set in ashlar.yaml.`;
    return {billed: null, candidates: [], note};
  }
  const by = async (other: RateBasis): Promise<string | null> => {
    const converter = await openConverter(rates, other, stated.currency, currencies);
    return converted(stated, foreign, converter);
  };
  const billed = await by(basis);
  if (billed === null) {
    const note = `Rate set ${rates.set} has no rate from ${currencies.join(", ")} to ${stated.currency} for ${stated.period}.`;
    return {billed, candidates: [], note};
  }
  const candidates: Candidate[] = [];
  for (const other of rateBases.filter((each) => each !== basis)) {
    const amount = await by(other);
    if (amount === null) continue;
    const text = `The issuer converted at ${wordsOf(other, stated)}, not at ${wordsOf(basis, stated)}.`;
    const rows = rowsOf(foreign);
    candidates.push({kind: "exchange-rate", amount: less(billed, amount), text, rows, filter: null});
  }
  return {
    billed,
    candidates,
    note: `Billed in ${currencies.join(", ")}, converted with rate set ${rates.set} (${basis}).`
  };
}

function converted(stated: Stated, foreign: readonly ChargeGroup[], converter: Converter): string | null {
  const amounts: string[] = [];
  for (const group of foreign) {
    const key = converter.basis === "charge-day" ? stated.date : group.period;
    const rate = key === null ? null : rateOrNull(converter, group.currency, key);
    if (rate === null) return null;
    amounts.push(multiply(group.billed, rateText(rate), 18));
  }
  return plain(sum(amounts));
}

function rateOrNull(converter: Converter, currency: string, key: string): bigint | null {
  try {
    return converter.find(currency, key);
  } catch (error) {
    if (error instanceof UserError && error.code === "rates.missing") return null;
    throw error;
  }
}

function wordsOf(basis: RateBasis, {date, period}: Stated): string {
  switch (basis) {
    case "charge-day":
      return `the rate of the day of the invoice${date === null ? "" : `, ${date}`}`;
    case "month-average":
      return `the average of ${period}`;
    case "month-end":
    case "invoice":
      return `the last rate of ${period}`;
  }
}
