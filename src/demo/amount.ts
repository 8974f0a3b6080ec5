/**
 * Exact amounts of the generator. Unit prices are integers of 10⁻⁶, quantities of 10⁻⁴, so that every product is an
 * integer of 10⁻¹⁰ and ListCost equals ListUnitPrice × PricingQuantity to the last digit.
 */

export const priceScale = 6;
export const quantityScale = 4;
export const costScale = priceScale + quantityScale;

const million = 1_000_000n;
const centsOfCost = 10n ** BigInt(costScale - 2);

/** Decimal text of an integer of 10^-scale, without trailing zeros or exponent. */
export function decimalText(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const sign = value < 0n ? "-" : "";
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** The integer of 10^-scale of a decimal text; text with more decimals is a mistake of the program. */
export function scaled(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const [, sign = "", whole = "0", fraction = ""] = match ?? [];
  if (match === null || fraction.length > scale) throw new Error(`not a decimal of scale ${scale}: ${text}`);
  const value = BigInt(whole + fraction.padEnd(scale, "0"));
  return sign === "-" ? -value : value;
}

/** `value` × `parts` / 10⁶, rounded half up: discounts and price factors in parts of a million. */
export function partsOf(value: bigint, parts: bigint): bigint {
  return (value * parts + million / 2n) / million;
}

/** A cost rounded to whole cents, half away from zero, as invoices show it. */
export function wholeCents(cost: bigint): bigint {
  const half = cost < 0n ? -centsOfCost / 2n : centsOfCost / 2n;
  return ((cost + half) / centsOfCost) * centsOfCost;
}

export const costText = (cost: bigint): string => decimalText(cost, costScale);
export const priceText = (price: bigint): string => decimalText(price, priceScale);
export const quantityText = (quantity: bigint): string => decimalText(quantity, quantityScale);
