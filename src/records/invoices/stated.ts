import {compare, normalise, sum} from "../../money/amount.ts";
import type {Context} from "../../operation.ts";
import {hasStore} from "../../practice/check/present-data.ts";
import {storeOf} from "../../store/open.ts";
import type {StatedInvoice} from "./contract.ts";
import {type DetailLine, detailLines} from "./detail-lines.ts";
import {invoiceRows, nameKey, statedOfRow} from "./invoice.ts";

/** An invoice with the lines that the lake has of it. */
export interface Stated extends StatedInvoice {
  readonly lines: readonly DetailLine[];
  /** What else states the same invoice, with another total. */
  readonly contradicted: {readonly total: string; readonly by: string} | null;
}

/**
 * What all invoices state: records of people and files, and invoices of InvoiceDetail. Where both state one, the record
 * counts, since somebody read the invoice itself.
 */
export async function statedInvoices(context: Context): Promise<readonly Stated[]> {
  if (!hasStore(context)) return [];
  const {db} = await context.use(storeOf);
  const records = (await invoiceRows(db)).filter(({removed_at}) => removed_at === null).map(statedOfRow);
  const lines = Map.groupBy(await detailLines(context), nameKey);
  const recorded = records.map((record): Stated => {
    const own = lines.get(nameKey(record)) ?? [];
    const delivered = statedByLines(own);
    const differs = delivered !== null && compare(delivered.total, record.total) !== 0;
    return {
      ...record,
      lines: own,
      contradicted: differs ? {total: delivered.total, by: "InvoiceDetail"} : null
    };
  });
  const known = new Set(records.map(nameKey));
  const delivered = [...lines]
    .filter(([key]) => !known.has(key))
    .flatMap(([, own]) => {
      const stated = statedByLines(own);
      return stated === null ? [] : [{...stated, lines: own, contradicted: null}];
    });
  return [...recorded, ...delivered].toSorted(byPeriod);
}

function statedByLines(lines: readonly DetailLine[]): StatedInvoice | null {
  const [first] = lines;
  if (first === undefined) return null;
  const {issuer, invoice, period, currency} = first;
  const total = (of: readonly DetailLine[]): string =>
    normalise(sum(of.map(({amount}) => amount)), {trailingZeros: false});
  return {
    id: null,
    issuer,
    invoice,
    period,
    currency,
    total: total(lines),
    tax: total(lines.filter(({category}) => category === "Tax")),
    date: lines.map(({date}) => date).find((date) => date !== null) ?? null,
    note: null,
    from: "invoice-detail",
    origin: [...new Set(lines.map(({source}) => source))].join(", "),
    recordedAt: null,
    recordedBy: null,
    removed: null
  };
}

function byPeriod(a: Stated, b: Stated): number {
  const [left, right] = [a, b].map(({issuer, period, invoice, currency}) =>
    [period, issuer, invoice, currency].join("\0")
  );
  return (left ?? "") < (right ?? "") ? -1 : left === right ? 0 : 1;
}
