/**
 * Exact arithmetic on decimal text. An amount is a string such as `-12.50`; it is never a JavaScript number. Results
 * keep the greater scale of what went in, so that `1.50` and `1` make `2.50`.
 */
export interface Decimal {
  /** The digits as a whole number; the amount is `units / 10 ** scale`. */
  readonly units: bigint;
  readonly scale: number;
}

const pattern = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,4}))?$/;

/** Digits of the longest amount that is read: far above any sum, and few enough to stay quick. */
const longest = 400;

/** Reads `12.50`, `-.5`, `+3`, `1.5E-7`. Throws a plain `Error` for anything else. */
export function parseAmount(text: string): Decimal {
  const decimal = text.length <= longest ? read(text) : null;
  if (decimal === null) throw new Error(`not an amount: ${JSON.stringify(text.slice(0, 60))}`);
  return decimal;
}

export function isAmount(text: string): boolean {
  return text.length <= longest && read(text) !== null;
}

/** Plain text without exponent, with as many decimals as the scale says. */
export function amountText({units, scale}: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - scale)}`;
}

/** Plain text of an amount: no exponent, no plus, no needless zeros in front, and on request none behind. */
export function normalise(amount: string, {trailingZeros = true}: {readonly trailingZeros?: boolean} = {}): string {
  const text = amountText(parseAmount(amount));
  return trailingZeros || !text.includes(".") ? text : text.replace(/\.?0+$/, "");
}

export function add(a: string, b: string): string {
  return combine(a, b, (left, right) => left + right);
}

export function subtract(a: string, b: string): string {
  return combine(a, b, (left, right) => left - right);
}

/** The sum of any number of amounts; `0` for none. */
export function sum(amounts: Iterable<string>): string {
  let total: Decimal = {units: 0n, scale: 0};
  for (const amount of amounts) {
    const next = parseAmount(amount);
    const scale = Math.max(total.scale, next.scale);
    total = {units: unitsAt(total, scale) + unitsAt(next, scale), scale};
  }
  return amountText(total);
}

export function negate(amount: string): string {
  const {units, scale} = parseAmount(amount);
  return amountText({units: -units, scale});
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [parseAmount(a), parseAmount(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function isZero(amount: string): boolean {
  return parseAmount(amount).units === 0n;
}

/** The product with `scale` decimals, rounded half away from zero (as DuckDB rounds decimals). */
export function multiply(a: string, b: string, scale: number): string {
  const [left, right] = [parseAmount(a), parseAmount(b)];
  return amountText(rescale({units: left.units * right.units, scale: left.scale + right.scale}, scale));
}

/** The quotient with `scale` decimals, rounded half away from zero. Throws where `b` is zero. */
export function divide(a: string, b: string, scale: number): string {
  const [left, right] = [parseAmount(a), parseAmount(b)];
  if (right.units === 0n) throw new Error(`division of ${a} by zero`);
  const [dividend, divisor] = [left.units * power(right.scale + scale), right.units * power(left.scale)];
  return amountText({units: roundedQuotient(dividend, divisor), scale});
}

/** The amount with exactly `scale` decimals, rounded half away from zero. */
export function round(amount: string, scale: number): string {
  return amountText(rescale(parseAmount(amount), scale));
}

/** The amount in units of `10 ** -scale`. Throws a plain `Error` where that would lose digits. */
export function exactUnits(amount: string, scale: number): bigint {
  const decimal = parseAmount(amount);
  if (decimal.scale <= scale) return unitsAt(decimal, scale);
  const divisor = power(decimal.scale - scale);
  if (decimal.units % divisor !== 0n) throw new Error(`${amount} has more than ${scale} decimals`);
  return decimal.units / divisor;
}

function read(text: string): Decimal | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", bare = "", exponent = "0"] = match;
  const decimals = fraction + bare;
  const digits = BigInt(whole + decimals);
  const scale = decimals.length - Number.parseInt(exponent, 10);
  if (Math.abs(scale) > longest) return null;
  const units = sign === "-" ? -digits : digits;
  return scale >= 0 ? {units, scale} : {units: units * power(-scale), scale: 0};
}

function combine(a: string, b: string, join: (left: bigint, right: bigint) => bigint): string {
  const [left, right] = [parseAmount(a), parseAmount(b)];
  const scale = Math.max(left.scale, right.scale);
  return amountText({units: join(unitsAt(left, scale), unitsAt(right, scale)), scale});
}

function unitsAt(decimal: Decimal, scale: number): bigint {
  return decimal.units * power(scale - decimal.scale);
}

function rescale(decimal: Decimal, scale: number): Decimal {
  if (decimal.scale <= scale) return {units: unitsAt(decimal, scale), scale};
  return {units: roundedQuotient(decimal.units, power(decimal.scale - scale)), scale};
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [left, right] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * left + right) / (2n * right);
  return negative ? -quotient : quotient;
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
