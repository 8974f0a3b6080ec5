import {counted} from "../../../counted.ts";
import {compare, isZero, multiply} from "../../../money/amount.ts";
import {minorUnits} from "../../../money/currency.ts";
import type {Difference} from "./facts.ts";

/**
 * How an amount is nothing but rounding to the minor unit of its currency, in words; null where it is more than that.
 * Rounding of many lines counts where it is the very sum of what rounding each line leaves, or, for lines that an
 * invoice shows, where it is at most half a unit for each.
 */
export function roundingOf(
  amount: string,
  {currency, rounding}: Pick<Difference, "currency" | "rounding">
): string | null {
  const decimals = minorUnits(currency);
  if (decimals === null || isZero(amount)) return null;
  const unit = decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`;
  const half = multiply(unit, "0.5", decimals + 1);
  const size = amount.startsWith("-") ? amount.slice(1) : amount;
  if (compare(size, half) <= 0) return `The total is rounded to ${unit} ${currency}.`;
  if (rounding.ofRows !== null && compare(amount, rounding.ofRows) === 0)
    return `Each of ${counted(rounding.rows, "charge")} is rounded to ${unit} ${currency} before they are summed.`;
  if (rounding.ofServices !== null && compare(amount, rounding.ofServices) === 0)
    return `Each service is rounded to ${unit} ${currency} before they are summed.`;
  const bound = multiply(half, String(rounding.lines), decimals + 1);
  if (compare(size, bound) > 0) return null;
  return `Within half of ${unit} ${currency} for each of ${counted(rounding.lines, "line")} of the invoice.`;
}
