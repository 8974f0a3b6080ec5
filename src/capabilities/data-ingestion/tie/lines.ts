import {issuerKey} from "../../../records/invoices/invoice.ts";
import type {Stated} from "../../../records/invoices/stated.ts";
import type {ChargeGroup} from "./facts.ts";

/** What is held against each other in one line: an invoice that is stated, charges, or both. */
export interface Line {
  readonly issuer: string;
  readonly invoice: string | null;
  readonly currency: string;
  readonly period: string;
  readonly stated: Stated | null;
  /** Charges that name the invoice, in its currency. */
  readonly groups: readonly ChargeGroup[];
  /** Charges that name it in other currencies, where none is in its own. */
  readonly foreign: readonly ChargeGroup[];
  readonly notes: readonly string[];
}

/**
 * Lines of all charges and of all stated invoices; each group of charges is in exactly one line. Charges of a stated
 * invoice that came in another billing period belong to it, too.
 */
export function linesOf(stated: readonly Stated[], groups: readonly ChargeGroup[]): readonly Line[] {
  const byInvoice = Map.groupBy(groups, ({invoice}) => invoice);
  const taken = new Set<ChargeGroup>();
  const held = stated.map((one): Line => {
    const named = (byInvoice.get(one.invoice) ?? []).filter((group) => !taken.has(group));
    const {of, note} = ofIssuer(one, named);
    const rivals = stated.filter(
      (other) => other.invoice === one.invoice && issuerKey(other.issuer) === issuerKey(one.issuer)
    );
    const mine = of.filter((group) => isOf(group, one, rivals));
    const own = mine.filter(({currency}) => currency === one.currency);
    const claimed = new Set(rivals.map(({currency}) => currency));
    const foreign = own.length > 0 ? [] : mine.filter(({currency}) => !claimed.has(currency));
    for (const group of [...own, ...foreign]) taken.add(group);
    const {issuer, invoice, currency, period} = one;
    return {issuer, invoice, currency, period, stated: one, groups: own, foreign, notes: note === null ? [] : [note]};
  });
  const rest = groups.filter((group) => !taken.has(group));
  const bare = [
    ...Map.groupBy(rest, ({issuer, invoice, currency, period}) => JSON.stringify([issuer, invoice, currency, period]))
  ].flatMap(([, own]): Line[] => {
    const [first] = own;
    if (first === undefined) return [];
    const {issuer, invoice, currency, period} = first;
    return [{issuer, invoice, currency, period, stated: null, groups: own, foreign: [], notes: []}];
  });
  return [...held, ...bare].toSorted(byPeriod);
}

/** The charges whose issuer this is: of that name, or of the only name that charges of this invoice have. */
function ofIssuer(
  {issuer}: Stated,
  named: readonly ChargeGroup[]
): {readonly of: readonly ChargeGroup[]; readonly note: string | null} {
  const same = named.filter((group) => issuerKey(group.issuer) === issuerKey(issuer));
  if (same.length > 0 || named.length === 0) return {of: same, note: null};
  const names = [...new Set(named.map((group) => group.issuer))];
  if (names.length === 1) return {of: named, note: `The charges call the issuer ${names[0] ?? ""}.`};
  return {of: [], note: `Charges of ${names.join(" and of ")} name an invoice of this number, none of ${issuer}.`};
}

/** Charges of a period are of the latest statement up to it, or of the first one where all are later. */
function isOf({period}: ChargeGroup, one: Stated, rivals: readonly Stated[]): boolean {
  const periods = [...new Set(rivals.map((rival) => rival.period))].toSorted();
  const latest = periods.findLast((each) => each <= period) ?? periods[0];
  return latest === one.period;
}

/** The newest first; then by issuer, with what names no invoice at the end. */
function byPeriod(a: Line, b: Line): number {
  if (a.period !== b.period) return a.period < b.period ? 1 : -1;
  const [left, right] = [a, b].map(({issuer, invoice, currency}) =>
    [issuerKey(issuer), invoice === null ? "1" : "0", invoice ?? "", currency].join("\0")
  );
  return (left ?? "") < (right ?? "") ? -1 : left === right ? 0 : 1;
}
