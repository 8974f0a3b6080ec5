import type {Row} from "../../engine/engine.ts";
import {sql} from "../../engine/query.ts";
import {normalise} from "../../money/amount.ts";
import type {Context} from "../../operation.ts";
import {hasStore} from "../../practice/check/present-data.ts";
import type {InvoiceName} from "./invoice.ts";

/** A line of an issued invoice, as InvoiceDetail has it. */
export interface DetailLine extends InvoiceName {
  readonly source: string;
  readonly line: string;
  readonly category: string;
  /** Exact amount in the billing currency. */
  readonly amount: string;
  /** The same in the currency that is paid, where the issuer says it. */
  readonly payment: {readonly currency: string; readonly amount: string} | null;
  /** Day the invoice was issued. */
  readonly date: string | null;
}

/** Lines of issued invoices in the lake, by source and invoice; none of invoices that are open or voided. */
export async function detailLines(context: Context): Promise<readonly DetailLine[]> {
  if (!hasStore(context)) return [];
  const [{lakeOf}, {engineOf}] = await Promise.all([
    import("../../lake/open.ts"),
    import("../../engine/duckdb/open.ts")
  ]);
  const lake = await context.use(lakeOf);
  const selection = await lake.select({dataset: "InvoiceDetail"});
  try {
    if (selection.files.length === 0) return [];
    const engine = await context.use(engineOf);
    const {dialect} = engine;
    const lines: DetailLine[] = [];
    for (const [source, snapshots] of Map.groupBy(selection.snapshots, ({manifest}) => manifest.source)) {
      const ids = new Set(snapshots.map(({manifest}) => manifest.id));
      const files = selection.files.filter(({snapshot}) => ids.has(snapshot));
      if (files.length === 0) continue;
      const text = dialect.types.text;
      const rows = await engine.rows(
        sql`select "InvoiceIssuerName" as issuer, "InvoiceId" as invoice, "BillingCurrency" as currency,
            substr(cast("BillingPeriodStart" as ${text}), 1, 7) as period, "InvoiceDetailId" as line,
            "ChargeCategory" as category, "PaymentCurrency" as paid_in,
            substr(cast(max("InvoiceIssueDate") as ${text}), 1, 10) as issued,
            sum("BilledCost") as amount, sum("PaymentCurrencyBilledCost") as paid
          from ${dialect.scan("InvoiceDetail", files)} as lines
          where "InvoiceIssueStatus" = 'Issued'
          group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
        {signal: context.signal, caller: context.caller.id}
      );
      lines.push(...rows.map((row) => lineOf(source, row)));
    }
    return lines;
  } finally {
    await selection.release();
  }
}

function lineOf(source: string, row: Row): DetailLine {
  const amount = (name: string): string => normalise(String(row[name] ?? "0"), {trailingZeros: false});
  const paidIn = textIn(row, "paid_in");
  return {
    source,
    issuer: textIn(row, "issuer") ?? "",
    invoice: textIn(row, "invoice") ?? "",
    currency: textIn(row, "currency") ?? "",
    period: textIn(row, "period") ?? "",
    line: textIn(row, "line") ?? "",
    category: textIn(row, "category") ?? "",
    amount: amount("amount"),
    payment: paidIn === null || textIn(row, "paid") === null ? null : {currency: paidIn, amount: amount("paid")},
    date: textIn(row, "issued")
  };
}

function textIn(row: Row, name: string): string | null {
  const cell = row[name];
  return typeof cell === "string" ? cell : null;
}
