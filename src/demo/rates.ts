import {decimalText} from "./amount.ts";
import type {Calendar} from "./calendar.ts";
import {bell, hash} from "./random.ts";

export interface RateRow {
  readonly day: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
}

const rateScale = 5;

/** Where each pair begins, its usual level, in 10⁻⁵ of the quote for one of the base. */
const pairs = [
  {base: "EUR", quote: "USD", level: 112_400},
  {base: "EUR", quote: "GBP", level: 85_600},
  {base: "GBP", quote: "USD", level: 131_300},
  {base: "USD", quote: "EUR", level: 88_970},
  {base: "USD", quote: "GBP", level: 76_160},
  {base: "GBP", quote: "EUR", level: 116_820}
] as const;

/**
 * Rates of every working day, as central banks publish them: one random walk for each of dollar and pound against the
 * euro, drawn back to its level, from which the other pairs follow.
 */
export function rateRows(calendar: Calendar, seed: number): readonly RateRow[] {
  const rows: RateRow[] = [];
  let dollar = 112_400;
  let pound = 85_600;
  for (const day of calendar.days) {
    dollar += Math.round((112_400 - dollar) * 0.02 + 520 * bell(hash("EURUSD", seed), day.index));
    pound += Math.round((85_600 - pound) * 0.02 + 240 * bell(hash("EURGBP", seed), day.index));
    if (day.weekend) continue;
    const perEuro: Readonly<Record<string, number>> = {EUR: 100_000, USD: dollar, GBP: pound};
    for (const {base, quote, level} of pairs) {
      const value = Math.round(((perEuro[quote] ?? level) * 100_000) / (perEuro[base] ?? level));
      rows.push({day: day.date, base, quote, rate: decimalText(BigInt(value), rateScale)});
    }
  }
  return rows;
}
