import {amount as formatted, isZero} from "./amount.ts";

export function isAmountText(value: unknown): value is string {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
}

/** An amount of one charge: to the cent, and smaller ones with the digits that tell them apart. */
export function amount(text: string): string {
  const cents = formatted(text, 2);
  return /^[<>]/.test(cents) && !isZero(text) ? formatted(text, 6) : cents;
}
