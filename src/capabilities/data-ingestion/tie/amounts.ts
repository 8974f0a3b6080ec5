import {negate, subtract, sum} from "../../../money/amount.ts";
import {plain} from "./explain.ts";
import type {ChargeGroup} from "./facts.ts";

/** The exact billed cost of some charges. */
export function billedOf(groups: readonly ChargeGroup[]): string {
  return plain(sum(groups.map(({billed}) => billed)));
}

export function rowsOf(groups: readonly ChargeGroup[]): number {
  return groups.reduce((total, {rows}) => total + rows, 0);
}

export function less(a: string, b: string): string {
  return plain(subtract(a, b));
}

export function opposite(amount: string): string {
  return plain(negate(amount));
}

/** Amounts by currency, in the order of the codes; what is nothing stays, as it says that there was something. */
export function byCurrency(
  amounts: readonly {readonly currency: string; readonly amount: string}[]
): {currency: string; amount: string}[] {
  return [...Map.groupBy(amounts, ({currency}) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({currency, amount: plain(sum(own.map(({amount}) => amount)))}));
}
