import type {ColumnFacts} from "./column.ts";

/** The columns of the BillingPeriod dataset, by name, each with what changed in which version. */
export const billingPeriodColumns: readonly ColumnFacts[] = [
  {
    name: "BillingPeriodCreated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the period was made."
  },
  {
    name: "BillingPeriodEnd",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The first instant after the billing period."
  },
  {
    name: "BillingPeriodLastUpdated",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "When the record of the period was last changed."
  },
  {
    name: "BillingPeriodStart",
    type: "datetime",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "The first instant of the billing period."
  },
  {
    name: "BillingPeriodStatus",
    type: "string",
    allowed: ["Open", "Closed"],
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whether charges of the period can still change (open) or are final (closed)."
  },
  {
    name: "InvoiceIssuerName",
    type: "string",
    since: {"1.4": {level: "Mandatory", nullable: false}},
    about: "Whose billing period it is."
  }
];
