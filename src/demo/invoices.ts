import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {askContextOf} from "../cost/ask-context.ts";
import {askCost} from "../cost/ask.ts";
import {canonicalFilter} from "../cost/filter/canonical.ts";
import {parseFilter} from "../cost/filter/parse.ts";
import {filterText} from "../cost/filter/text.ts";
import {costQuestion} from "../cost/question.ts";
import {add, multiply, negate, round} from "../money/amount.ts";
import type {Context} from "../operation.ts";
import {incidentKeys, openIncident} from "../records/incidents/incident.ts";
import {invoicesImport} from "../records/invoices/import.ts";
import {numberText} from "../records/number.ts";
import {workComment} from "../records/work/comment.ts";
import {storeOf} from "../store/open.ts";
import {nextBillingPeriod, previousBillingPeriod} from "../time/billing-period.ts";
import {businessDayAfter} from "../time/business-day.ts";
import {dayOf} from "../time/interval.ts";
import type {TruthFile} from "./truth-file.ts";
import {on} from "./work.ts";

/** VAT that Google's invoices have and its export has not. */
const vat = "0.2";

/** What Beacon invoiced besides, and nobody can explain yet. */
const premium = {issuer: "Beacon Observability", source: "beacon", amount: "412.5"};

interface Billed {
  readonly issuer: string;
  readonly invoice: string;
  readonly currency: string;
  readonly billed: string;
}

/**
 * Invoices of the last three complete months as their issuers send them, as `invoices.csv` beside the exports: rounded to
 * cents; with VAT that the export lacks; and one with a fee that no charge explains, which is an incident. Gives the
 * number of incidents.
 */
export async function makeInvoices(truth: TruthFile, folder: string, context: Context): Promise<number> {
  const lines: string[] = [];
  let open: (Billed & {readonly month: string}) | null = null;
  const last = truth.lastCompleteMonth;
  for (const month of [previousBillingPeriod(previousBillingPeriod(last)), previousBillingPeriod(last), last]) {
    for (const one of await billedIn(month, context)) {
      const net = round(one.billed, 2);
      const tax = one.issuer === "Google Cloud" ? round(multiply(net, vat, 4), 2) : null;
      const isOpen = one.issuer === premium.issuer && month === last;
      const total = add(add(net, tax ?? "0"), isOpen ? premium.amount : "0");
      const day = `${nextBillingPeriod(month)}-03`;
      lines.push([one.issuer, one.invoice, month, one.currency, total, tax ?? "", day].join(","));
      if (isOpen) open = {...one, month};
    }
  }
  if (lines.length === 0) return 0;
  const file = join(folder, "invoices.csv");
  await writeFile(file, `issuer,invoice,period,currency,total,tax,date\n${lines.join("\n")}\n`);
  await invoicesImport({file, replace: true, dryRun: false}, on(context, "farah", 0));
  if (open === null) return 0;
  await openInvoiceIncident(open, context);
  return 1;
}

/** Billed cost by invoice of vendors whose invoices come on paper; licences state theirs in InvoiceDetail. */
async function billedIn(month: string, context: Context): Promise<readonly Billed[]> {
  const question = costQuestion.parse({
    metric: ["billed"],
    by: ["issuer", "invoice"],
    axis: "billing",
    period: month,
    filter: "issuer in ('AWS', 'Microsoft', 'Google Cloud', 'Beacon Observability') and invoice is not null"
  });
  const {rows} = await askCost(question, await askContextOf(context));
  return rows.map((row) => ({
    issuer: String(row["issuer"]),
    invoice: String(row["invoice"]),
    currency: String(row["currency"]),
    billed: String(row["billed"])
  }));
}

/** The incident as the scan of two days ago opened it, with what its owner said since. */
async function openInvoiceIncident(
  {issuer, invoice, currency, month}: Billed & {readonly month: string},
  context: Context
): Promise<void> {
  const {source} = premium;
  const found = on(context, "schedule", -2, 7);
  const note = `Invoice ${invoice} of ${issuer} for ${month} differs from its charges, and a part of it is not explained.`;
  const store = await context.use(storeOf);
  const row = await store.transaction((tx) =>
    openIncident(
      tx,
      {
        key: `${incidentKeys}invoice:${source}:${issuer}:${invoice}:${currency}:${month}`,
        title: `${source}: ${note}`,
        note,
        filter: filterText(canonicalFilter(parseFilter(`invoice = '${invoice}'`))),
        owner: "jonas",
        due: businessDayAfter(dayOf(found.effects.now()), 3, []).toString(),
        money: [{currency, amount: negate(premium.amount)}]
      },
      found
    )
  );
  const text = "Asked Beacon which fee this is: no row of the export has it.";
  await workComment({work: numberText("work", row.number), text, dryRun: false}, on(context, "jonas", -1, 9));
}
