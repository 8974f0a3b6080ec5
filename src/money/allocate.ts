import {amountText, exactUnits, parseAmount, type Decimal} from "./amount.ts";

/**
 * Splits an amount into pieces of `scale` decimals in proportion to the weights (not negative; whole numbers or decimal
 * text). The pieces sum to the amount, and each is less than one unit of the last digit away from its exact share: what
 * rounding down leaves goes, unit by unit, to the largest remainders (the method of Hamilton), among equals to the
 * first. A weight of zero gets zero. Throws a plain `Error` where the amount has more decimals than `scale`, or where
 * nobody has a weight and the amount is not zero.
 */
export function allocate(amount: string, weights: readonly (bigint | string)[], scale: number): string[] {
  return allocateUnits(exactUnits(amount, scale), wholeWeights(weights)).map((units) => amountText({units, scale}));
}

/** `allocate` on whole units, cents for example. */
export function allocateUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new Error("a weight is negative");
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n && total !== 0n) throw new Error("nobody has a weight to take the amount");
  if (whole === 0n) return weights.map(() => 0n);
  if (total < 0n) return allocateUnits(-total, weights).map((piece) => -piece);

  const pieces = weights.map((weight) => (total * weight) / whole);
  const left = total - pieces.reduce((sum, piece) => sum + piece, 0n);
  const order = weights
    .map((weight, position) => ({position, remainder: (total * weight) % whole}))
    .sort((a, b) => (a.remainder === b.remainder ? a.position - b.position : a.remainder < b.remainder ? 1 : -1));
  // Fewer units are left than there are pieces with a remainder.
  const raised = new Set(order.filter((_, rank) => BigInt(rank) < left).map(({position}) => position));
  return pieces.map((piece, position) => (raised.has(position) ? piece + 1n : piece));
}

/** The weights as whole numbers in the same proportion. */
function wholeWeights(weights: readonly (bigint | string)[]): bigint[] {
  const decimals = weights.map((weight): Decimal =>
    typeof weight === "bigint" ? {units: weight, scale: 0} : parseAmount(weight)
  );
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  return decimals.map((decimal) => decimal.units * 10n ** BigInt(scale - decimal.scale));
}
