import {UserError} from "../errors.ts";
import {normalise, sum} from "../money/amount.ts";
import {isCurrency} from "../money/currency.ts";
import type {Per, Sum} from "./field.ts";

export interface Value {
  readonly amount: string;
  readonly currency: string;
  readonly per: Per;
}

export interface ValueInput {
  readonly value?: string | undefined;
  readonly currency?: string | undefined;
  readonly per?: Per | undefined;
}

/**
 * The value that an input states, parts that it leaves out as they were before; null where there is none.
 * Throws `usage.invalid` for an amount without a currency or a currency that does not exist.
 */
export function valueOf({value, currency, per}: ValueInput, before: Value | null): Value | null {
  const amount = value ?? before?.amount;
  if (amount === undefined) {
    if (currency !== undefined) throw invalid("currency", `a currency ${currency} without a value`, "Add --value.");
    return null;
  }
  const code = currency ?? before?.currency;
  if (code === undefined) throw invalid("currency", "a value without its currency", "Add --currency, such as EUR.");
  if (!isCurrency(code))
    throw invalid("currency", `there is no currency ${code}`, "Use a code of ISO 4217, such as EUR.");
  return {
    amount: normalise(amount, {trailingZeros: false}),
    currency: code,
    per: per ?? before?.per ?? "month"
  };
}

/** Sums by currency and rhythm, in their order; what is not of one kind is never summed. */
export function sums(values: Iterable<Value>): Sum[] {
  const groups = Map.groupBy(values, ({currency, per}) => `${currency} ${per}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const amount = normalise(sum(group.map((value) => value.amount)), {trailingZeros: false});
      return [{currency: first.currency, per: first.per, amount, count: group.length}];
    });
}

function invalid(column: string, message: string, remedy: string): UserError {
  return new UserError("usage.invalid", message, {at: {column}, remedy});
}
