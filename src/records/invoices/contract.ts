import {z} from "zod";
import {contract} from "../../operation.ts";
import {amountField, currencyField, dayField, historyField, lineField, proseField} from "../field.ts";

const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-10");
const issuer = lineField.describe("who sends the invoice, as the data names it: InvoiceIssuerName");
const invoice = lineField.describe("number of the invoice: InvoiceId");
const replace = z.boolean().default(false).describe("change what is known of an invoice that says something else now");

/** What an invoice says, from whoever read it. */
export const statedInvoice = z.object({
  id: z.string().nullable().describe("id of the record; null for one that stands in the lake as InvoiceDetail"),
  issuer: z.string(),
  invoice: z.string(),
  period: z.string().describe("billing period, a month"),
  currency: z.string(),
  total: z.string().describe("exact amount, tax included"),
  tax: z.string().nullable().describe("the part of the total that is tax; null where it is not stated"),
  date: z.string().nullable().describe("day the invoice was issued"),
  note: z.string().nullable(),
  from: z
    .enum(["typed", "file", "invoice-detail"])
    .describe("who states it: a person, a file, or rows of InvoiceDetail"),
  origin: z.string().nullable().describe("the file, or the source of the rows"),
  recordedAt: z.string().nullable(),
  recordedBy: z.string().nullable(),
  removed: z.object({at: z.string(), reason: z.string().nullable()}).nullable()
});
export type StatedInvoice = z.output<typeof statedInvoice>;

export const invoicesRecord = contract({
  name: "invoices.record",
  summary: "Keeps what an invoice states, so that bills can be held against it.",
  description:
    "The total is what is to be paid, tax included; with --tax the part that is tax is known, and a difference in tax is " +
    "told apart. An invoice is known by issuer, number, billing period and currency. The same again changes nothing; " +
    "another total for a known invoice is refused unless --replace is given, and the old one stays in the history.",
  kind: "write",
  input: z.strictObject({
    issuer,
    invoice,
    period: month.describe("billing period, such as 2026-10"),
    currency: currencyField.describe("currency of the invoice"),
    total: amountField.describe("what is to be paid, tax included; exact"),
    tax: amountField.optional().describe("the part of the total that is tax"),
    date: dayField.optional().describe("day the invoice was issued"),
    note: proseField.optional().describe("what one should know about it"),
    replace,
    dryRun
  }),
  output: z.object({
    invoice: statedInvoice,
    status: z.enum(["added", "changed", "unchanged", "would be added", "would be changed"]),
    changes: z.array(z.object({field: z.string(), before: z.unknown(), after: z.unknown()}))
  }),
  positional: ["issuer", "invoice"],
  examples: [
    {
      command: "invoices record AWS 1720045 --period 2026-10 --currency USD --total 18234.11 --tax 0",
      remark: "a total as typed from the paper"
    }
  ]
});

export const invoicesImport = contract({
  name: "invoices.import",
  summary: "Takes what invoices state from a CSV file.",
  description:
    "The file has the columns issuer, invoice, period, currency and total, and may have tax, date and note. It is taken " +
    "as a whole or not at all; the same file again changes nothing. A total that is known and differs is refused unless " +
    "--replace is given.",
  kind: "write",
  input: z.strictObject({
    file: z.string().min(1).describe("CSV file with the columns issuer, invoice, period, currency, total"),
    replace,
    dryRun
  }),
  output: z.object({
    dryRun: z.boolean(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    totals: z.array(z.object({currency: z.string(), total: z.string(), count: z.int()})),
    from: z.string().nullable().describe("first billing period"),
    to: z.string().nullable().describe("last billing period")
  }),
  positional: ["file"],
  examples: [{command: "invoices import invoices.csv --dry-run", remark: "see what would be taken"}]
});

export const invoicesList = contract({
  name: "invoices.list",
  summary: "What invoices state: typed, from files, or from InvoiceDetail rows in the lake.",
  kind: "read",
  input: z.strictObject({
    issuer: z.string().min(1).max(200).optional().describe("only of this issuer"),
    from: month.optional().describe("first billing period"),
    to: month.optional().describe("last billing period, included"),
    removed: z.boolean().default(false).describe("also those that were removed")
  }),
  output: z.object({
    rows: z.array(statedInvoice),
    totals: z.array(z.object({currency: z.string(), total: z.string(), count: z.int()})),
    notes: z.array(z.string())
  }),
  examples: [{command: "invoices list --from 2026-07", remark: "since July"}]
});

export const invoicesShow = contract({
  name: "invoices.show",
  summary: "What an invoice states, with its history.",
  kind: "read",
  input: z.strictObject({invoice: z.string().min(1).max(200).describe("its number, or the id of its record")}),
  output: z.object({rows: z.array(z.object({...statedInvoice.shape, history: z.array(historyField)}))}),
  positional: ["invoice"]
});

export const invoicesRemove = contract({
  name: "invoices.remove",
  summary: "Takes a stated invoice out of the books; its history stays.",
  kind: "write",
  input: z.strictObject({
    invoice: z.string().min(1).max(200).describe("its number, or the id of its record"),
    issuer: issuer.optional().describe("who sends it, where several issuers use the number"),
    reason: proseField.describe("why"),
    dryRun
  }),
  output: z.object({invoice: statedInvoice, dryRun: z.boolean()}),
  positional: ["invoice"],
  examples: [{command: "invoices remove 1720045 --reason 'Typed twice'", remark: "a mistake"}]
});
