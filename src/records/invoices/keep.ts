import type {Transaction} from "kysely";
import {type Effects, nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {compare, normalise} from "../../money/amount.ts";
import {isCurrency} from "../../money/currency.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {difference, remember} from "../history.ts";
import {fieldsOfInvoice, type InvoiceName, invoiceRows, type InvoiceRow, nameKey} from "./invoice.ts";

/** What somebody says that an invoice states. */
export interface Offer extends InvoiceName {
  readonly total: string;
  readonly tax: string | null;
  readonly date: string | null;
  readonly note: string | null;
}

export interface Keeping {
  readonly operation: string;
  readonly statedBy: "typed" | "file";
  readonly origin: string | null;
  readonly caller: string;
  readonly dryRun: boolean;
}

export interface Kept {
  readonly row: InvoiceRow;
  readonly status: "added" | "changed" | "unchanged";
  readonly changes: {field: string; before: unknown; after: unknown}[];
}

/** An offer with amounts in plain form. Throws `usage.invalid` for a currency that does not exist, or more tax than total. */
export function plainOffer(offer: Offer): Offer {
  if (!isCurrency(offer.currency)) {
    throw new UserError("usage.invalid", `there is no currency ${offer.currency}`, {
      at: {column: "currency"},
      remedy: "Use a code of ISO 4217, such as EUR."
    });
  }
  const plain = (amount: string): string => normalise(amount, {trailingZeros: false});
  const total = plain(offer.total);
  const tax = offer.tax === null ? null : plain(offer.tax);
  if (tax !== null && compare(absolute(tax), absolute(total)) > 0) {
    throw new UserError("usage.invalid", `the tax ${tax} is more than the total ${total}`, {
      at: {column: "tax"},
      remedy: "The total is what is to be paid, with tax in it."
    });
  }
  return {...offer, total, tax};
}

/**
 * What each offer would change: the invoice is added, changed, comes back where it was removed, or stays. Throws
 * `invoice.changed` for one that is known with other figures, unless it may be replaced.
 */
export async function heldAgainst(
  tx: Transaction<Tables>,
  offers: readonly Offer[],
  {replace}: {readonly replace: boolean},
  keeping: Keeping,
  effects: Effects
): Promise<readonly Kept[]> {
  const known = new Map((await invoiceRows(tx)).map((row) => [nameKey(nameOf(row)), row]));
  const now = nowText(effects);
  const kept = offers.map((offer): Kept => {
    const old = known.get(nameKey(offer));
    if (old === undefined) return {row: newRow(offer, keeping, effects.id(), now), status: "added", changes: []};
    const row = {
      ...old,
      total: offer.total,
      tax: offer.tax ?? old.tax,
      issued_on: offer.date ?? old.issued_on,
      note: offer.note ?? old.note,
      removed_at: null,
      removed_reason: null
    };
    const {before, after} = difference(fieldsOfInvoice(old), fieldsOfInvoice(row));
    const changes = Object.keys(after).map((field) => ({field, before: before[field], after: after[field]}));
    if (changes.length === 0) return {row: old, status: "unchanged", changes};
    const changed = {
      ...row,
      stated_by: keeping.statedBy,
      origin: keeping.origin,
      updated_at: now,
      version: old.version + 1
    };
    return {row: changed, status: "changed", changes};
  });
  if (!replace) refuseChanges(kept);
  return kept;
}

/** Writes what is to be kept, with its history. */
export async function write(
  tx: Transaction<Tables>,
  kept: readonly Kept[],
  {operation, caller}: Keeping,
  effects: Effects
): Promise<void> {
  for (const {row, status, changes} of kept) {
    if (status === "unchanged") continue;
    if (status === "added") await tx.insertInto("invoice").values(row).execute();
    else await tx.updateTable("invoice").set(row).where("id", "=", row.id).execute();
    const before = Object.fromEntries(changes.map((change) => [change.field, change.before]));
    const line = {record: row.id, caller, kind: status, version: row.version, before, after: fieldsOfInvoice(row)};
    await remember(tx, line, effects);
    const detail = {status, issuer: row.issuer, invoice: row.invoice, period: row.billing_period};
    await recordEvent(tx, {organisation: localOrganisation, caller, operation, subject: row.id, detail}, effects);
  }
}

export function nameOf({issuer, invoice, billing_period, currency}: InvoiceRow): InvoiceName {
  return {issuer, invoice, period: billing_period, currency};
}

function newRow(offer: Offer, {statedBy, origin, caller}: Keeping, id: string, now: string): InvoiceRow {
  return {
    id,
    organisation: localOrganisation,
    issuer: offer.issuer,
    invoice: offer.invoice,
    billing_period: offer.period,
    currency: offer.currency,
    total: offer.total,
    tax: offer.tax,
    issued_on: offer.date,
    note: offer.note,
    stated_by: statedBy,
    origin,
    created_at: now,
    created_by: caller,
    updated_at: now,
    removed_at: null,
    removed_reason: null,
    version: 1
  };
}

/** A note may change, and what was removed may come back; figures that are known may not. */
function refuseChanges(kept: readonly Kept[]): void {
  const figures = ["total", "tax", "date"];
  const refused = kept.filter(
    ({changes}) =>
      !changes.some(({field}) => field === "removed") &&
      changes.some(({field, before}) => figures.includes(field) && before !== null)
  );
  const [first] = refused;
  if (first === undefined) return;
  const change = first.changes.find(({field, before}) => figures.includes(field) && before !== null);
  throw new UserError(
    "invoice.changed",
    `${refused.length === 1 ? "Invoice" : `${refused.length} invoices would change, such as`} ${first.row.invoice} of ` +
      `${first.row.issuer}${refused.length === 1 ? " would change" : ""}: ${change?.field ?? ""} from ` +
      `${String(change?.before)} to ${String(change?.after)}`,
    {
      at: {column: change?.field ?? "total"},
      remedy: "Use --replace if the new figures are right; the old ones stay in the history. Nothing was changed."
    }
  );
}

function absolute(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : amount;
}
