import type {Selectable} from "kysely";
import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import type {Db, Fields} from "../history.ts";
import type {StatedInvoice} from "./contract.ts";

export type InvoiceRow = Selectable<Tables["invoice"]>;

/** What recognises an invoice; issuers are told apart without regard to case. */
export interface InvoiceName {
  readonly issuer: string;
  readonly invoice: string;
  readonly period: string;
  readonly currency: string;
}

export function nameKey({issuer, invoice, period, currency}: InvoiceName): string {
  return JSON.stringify([issuerKey(issuer), invoice, period, currency]);
}

/** An issuer as it is compared: vendors write themselves in several ways. */
export function issuerKey(issuer: string): string {
  return issuer.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

/** Every invoice that was typed or imported, the removed ones included, by issuer, period and number. */
export async function invoiceRows(db: Db): Promise<readonly InvoiceRow[]> {
  return db
    .selectFrom("invoice")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .orderBy("issuer")
    .orderBy("billing_period")
    .orderBy("invoice")
    .orderBy("currency")
    .execute();
}

/** The invoices with this number, or the one with this id. Throws `not-found`. */
export async function invoicesNamed(db: Db, text: string, issuer?: string): Promise<readonly InvoiceRow[]> {
  const rows = await invoiceRows(db);
  const found = rows.filter(
    (row) =>
      (row.invoice === text || row.id === text.toUpperCase()) &&
      (issuer === undefined || issuerKey(row.issuer) === issuerKey(issuer))
  );
  if (found.length > 0) return found;
  const known = rows.map(({invoice}) => invoice);
  throw new UserError("not-found", `There is no stated invoice ${text}${didYouMean(text, known)}`, {
    at: {column: "invoice"},
    remedy: "List them with: ashlar invoices list"
  });
}

export function statedOfRow(row: InvoiceRow): StatedInvoice {
  return {
    id: row.id,
    issuer: row.issuer,
    invoice: row.invoice,
    period: row.billing_period,
    currency: row.currency,
    total: row.total,
    tax: row.tax,
    date: row.issued_on,
    note: row.note,
    from: row.stated_by === "file" ? "file" : "typed",
    origin: row.origin,
    recordedAt: row.created_at,
    recordedBy: row.created_by,
    removed: row.removed_at === null ? null : {at: row.removed_at, reason: row.removed_reason}
  };
}

/** What of an invoice can change, by the names that its history uses. */
export function fieldsOfInvoice({total, tax, issued_on, note, removed_at}: InvoiceRow): Fields {
  return {total, tax, date: issued_on, note, removed: removed_at !== null};
}
