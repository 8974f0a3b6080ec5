import {UserError} from "../errors.ts";
import type {CurrencyPair, Rate, RateSource} from "../lake/rate-source.ts";
import {amountText, exactUnits, round} from "../money/amount.ts";

/**
 * Which rate converts a charge:
 * - charge-day: that of the day it begins, or the latest of the seven days before (banks keep holidays);
 * - month-average: the average of the days of its month that have a rate;
 * - month-end: the last of its month;
 * - invoice: the last of the month it is billed for (rows do not say when an invoice was issued).
 */
export const rateBases = ["charge-day", "month-average", "month-end", "invoice"] as const;
export type RateBasis = (typeof rateBases)[number];

const scale = 18;
const one = 10n ** BigInt(scale);
const holidays = 7;

/** The rates of one question: units of 10^-18 of the target currency by currency and day or month. */
export interface Converter {
  readonly target: string;
  readonly basis: RateBasis;
  readonly set: string;
  readonly revision: string;
  /** Null where there is no rate. `key` is a day for charge-day, a month otherwise. */
  find(currency: string, key: string): bigint | null;
  /** Throws `UserError` rates.missing with pair and date. */
  rate(currency: string, key: string): bigint;
}

/**
 * A converter of amounts in these currencies to `target`. A rate base→quote is used where there is one for the day or
 * month, else 1 / (quote→base) with 18 decimals; no third currency ever comes between.
 */
export async function openConverter(
  source: RateSource,
  basis: RateBasis,
  target: string,
  currencies: readonly string[]
): Promise<Converter> {
  const foreign = [...new Set(currencies)].filter((currency) => currency !== target).toSorted();
  const pairs = foreign.flatMap((currency): CurrencyPair[] => [
    {base: currency, quote: target},
    {base: target, quote: currency}
  ]);
  const series = seriesOf(pairs.length === 0 ? [] : await source.rates(pairs));
  const known = new Map<string, bigint | null>();
  const find = (currency: string, key: string): bigint | null => {
    if (currency === target) return one;
    const name = `${currency} ${key}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const direct = rateOf(series.get(`${currency} ${target}`) ?? [], basis, key);
    const inverse = direct === null ? rateOf(series.get(`${target} ${currency}`) ?? [], basis, key) : null;
    const found = direct ?? (inverse === null ? null : halfEven(one * one, inverse));
    known.set(name, found);
    return found;
  };
  const rate = (currency: string, key: string): bigint => {
    const found = find(currency, key);
    if (found !== null) return found;
    throw new UserError(
      "rates.missing",
      `Rate set ${source.set} has no rate from ${currency} to ${target} for ${key} (${basis})`,
      {
        remedy: `Import it with ashlar rates import, or leave out --currency to see ${currency} as it is.`,
        data: {set: source.set, base: currency, quote: target, date: key, basis}
      }
    );
  };
  return {target, basis, set: source.set, revision: source.revision, find, rate};
}

interface DayRate {
  readonly day: string;
  readonly units: bigint;
}

/** The rates of each pair (`USD EUR`), oldest first. */
function seriesOf(rates: readonly Rate[]): ReadonlyMap<string, readonly DayRate[]> {
  const series = new Map<string, DayRate[]>();
  for (const {base, quote, day, rate} of rates) {
    const units = exactUnits(round(rate, scale), scale);
    if (units <= 0n)
      throw new UserError("rates.missing", `The rate from ${base} to ${quote} of ${day} is ${rate}, not above zero`);
    const pair = `${base} ${quote}`;
    const days = series.get(pair) ?? [];
    days.push({day, units});
    series.set(pair, days);
  }
  for (const days of series.values()) days.sort((a, b) => (a.day < b.day ? -1 : 1));
  return series;
}

function rateOf(series: readonly DayRate[], basis: RateBasis, key: string): bigint | null {
  if (basis === "charge-day") {
    const earliest = Temporal.PlainDate.from(key).subtract({days: holidays}).toString();
    return series.findLast(({day}) => day <= key && day >= earliest)?.units ?? null;
  }
  const month = series.filter(({day}) => day.startsWith(key));
  if (basis !== "month-average") return month.at(-1)?.units ?? null;
  return month.length === 0
    ? null
    : halfEven(
        month.reduce((total, {units}) => total + units, 0n),
        BigInt(month.length)
      );
}

/** The quotient of two positive numbers, rounded half to even. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** A rate as decimal text. */
export function rateText(units: bigint): string {
  return amountText({units, scale});
}
