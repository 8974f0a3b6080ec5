import {counted} from "../../counted.ts";
import {compare, isZero, multiply, negate, subtract, sum} from "../../money/amount.ts";
import type {Manifest, MoneyTotals} from "../snapshot.ts";

/** What a new snapshot changes against what questions see of its unit now. */
export interface Change {
  /** Rows more (or fewer) than before. */
  readonly rows: number;
  readonly money: readonly {readonly currency: string; readonly billed: string; readonly effective: string}[];
  readonly accountsGone: readonly string[];
}

/** The difference new − old, by currency; `old` are all the active snapshots of the unit. */
export function changeOf(old: readonly Manifest[], next: Manifest): Change {
  const currencies = [
    ...new Set([...old, next].flatMap(({totals}) => totals.map(({currency}) => currency)))
  ].toSorted();
  const total = (manifests: readonly Manifest[], currency: string, metric: "billed" | "effective"): string =>
    sum(manifests.flatMap(({totals}) => pick(totals, currency, metric)));
  const accounts = new Set(next.accounts);
  return {
    rows: next.rows - rowsOf(old),
    money: currencies.map((currency) => ({
      currency,
      billed: subtract(total([next], currency, "billed"), total(old, currency, "billed")),
      effective: subtract(total([next], currency, "effective"), total(old, currency, "effective"))
    })),
    accountsGone: [...new Set(old.flatMap((manifest) => manifest.accounts))].filter((account) => !accounts.has(account))
  };
}

function pick(totals: readonly MoneyTotals[], currency: string, metric: "billed" | "effective"): string[] {
  return totals.flatMap((each) => (each.currency === currency ? (each[metric] ?? []) : []));
}

function rowsOf(manifests: readonly Manifest[]): number {
  return manifests.reduce((total, {rows}) => total + rows, 0);
}

/** Rows as they were billed: how charges are divided among workloads changes with every delivery. */
function billedRowsOf(manifests: readonly Manifest[]): number {
  return manifests.reduce((total, {rows, dividedRows = 0}) => total + rows - dividedRows, 0);
}

/**
 * Why an overwrite looks like a part of a delivery rather than the whole: it has fewer rows, less cost by more than the
 * allowed share (a decimal from 0 to 1), or fewer accounts than what it would replace. Empty where it looks whole.
 */
export function shrinkage(old: readonly Manifest[], next: Manifest, allowed: string): readonly string[] {
  if (old.length === 0 || rowsOf(old) === 0) return [];
  const {money, accountsGone} = changeOf(old, next);
  const reasons: string[] = [];
  const before = billedRowsOf(old);
  const fewer = before - billedRowsOf([next]);
  if (fewer > 0 && exceeds(String(fewer), String(before), allowed))
    reasons.push(`${counted(billedRowsOf([next]), "row")} would replace ${before}`);
  for (const {currency, billed} of money) {
    const was = sum(old.flatMap(({totals}) => pick(totals, currency, "billed")));
    if (isZero(was)) continue;
    // Shrinking is towards zero: a bill of credits shrinks when it grows.
    const shrunk = compare(was, "0") > 0 ? negate(billed) : billed;
    const size = compare(was, "0") > 0 ? was : negate(was);
    if (compare(shrunk, "0") > 0 && exceeds(shrunk, size, allowed))
      reasons.push(`billed cost would change by ${billed} from ${was} ${currency}`);
  }
  if (accountsGone.length > 0)
    reasons.push(
      `${counted(accountsGone.length, "account")} would be gone: ${accountsGone.slice(0, 3).join(", ")}${accountsGone.length > 3 ? ", …" : ""}`
    );
  return reasons;
}

function exceeds(part: string, whole: string, share: string): boolean {
  return compare(part, multiply(whole, share, 18)) > 0;
}
