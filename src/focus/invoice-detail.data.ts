import type {ColumnFacts} from "./column.ts";

/** The columns of the InvoiceDetail dataset, by name, each with what changed in which version. */
export const invoiceDetailColumns: readonly ColumnFacts[] = [
  {
    name: "BilledCost",
    type: "decimal",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The amount of the invoice line in the billing currency."
  },
  {
    name: "BillingAccountId",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The account that the invoice is addressed to."
  },
  {
    name: "BillingCurrency",
    type: "string",
    format: "currency",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The currency of the invoice line."
  },
  {
    name: "BillingPeriodEnd",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The first instant after the billing period."
  },
  {
    name: "BillingPeriodStart",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The first instant of the billing period of the line."
  },
  {
    name: "ChargeCategory",
    type: "string",
    allowed: ["Usage", "Purchase", "Tax", "Credit", "Adjustment"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The nature of the charges in the line: usage, purchase, tax, credit or adjustment."
  },
  {
    name: "InvoiceDetailCreated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the line was made."
  },
  {
    name: "InvoiceDetailDescription",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: true}},
    about: "The line in a sentence of the issuer."
  },
  {
    name: "InvoiceDetailGrain",
    type: "keyvalue",
    since: {"1.4": {level: "Mandatory", nullable: true}},
    about: "The columns and values whose rows of CostAndUsage add up to the line."
  },
  {
    name: "InvoiceDetailId",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The line itself: one row for each."
  },
  {
    name: "InvoiceDetailLastUpdated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the line was last changed."
  },
  {
    name: "InvoiceId",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The invoice that the line stands on."
  },
  {
    name: "InvoiceIssueDate",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: true}},
    about: "When the invoice was issued."
  },
  {
    name: "InvoiceIssueStatus",
    type: "string",
    allowed: ["Open", "Issued", "Voided"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whether the invoice is open, issued or voided."
  },
  {
    name: "InvoiceIssuerName",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Who sends the invoice."
  },
  {
    name: "PaymentCurrency",
    type: "string",
    format: "currency",
    since: {"1.4": {level: "Conditional", nullable: false}},
    condition: "bills and payments can be in different currencies",
    about: "The currency that the invoice is paid in."
  },
  {
    name: "PaymentCurrencyBilledCost",
    type: "decimal",
    since: {"1.4": {level: "Conditional", nullable: false}},
    condition: "bills and payments can be in different currencies",
    about: "The amount of the line in the payment currency."
  },
  {
    name: "PaymentCurrencyInvoiceDetailId",
    type: "string",
    since: {"1.4": {level: "Conditional", nullable: false}},
    condition: "billing and payment currency are grouped differently on invoices",
    about: "The line as counted in the payment currency, where the two are grouped differently."
  },
  {
    name: "PaymentDueDate",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: true}},
    about: "When payment is due."
  },
  {
    name: "PaymentTerms",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The terms of payment as the issuer states them."
  },
  {
    name: "PurchaseOrderNumber",
    type: "string",
    since: {"1.4": {level: "Conditional", nullable: true}},
    condition: "customers can state a purchase order number",
    about: "The customer's purchase order for the invoice."
  },
  {
    name: "ReferenceInvoiceId",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The earlier invoice that this one corrects or refers to."
  }
];
