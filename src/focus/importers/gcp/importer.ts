import type {Importer} from "../importer.ts";
import {invoices} from "./charges.ts";
import {gcpChecks} from "./checks.ts";
import {gcpColumns, gcpRecords} from "./columns.ts";
import {gcpRows} from "./rows.ts";

const marks = ["billing_account_id", "usage_start_time", "cost", "currency"];
const isExport = (names: ReadonlySet<string>): boolean =>
  marks.every((name) => names.has(name)) && (names.has("invoice.month") || names.has("invoice_month"));

/** Google Cloud's standard and detailed usage exports from BigQuery: CSV that was flattened, and Parquet. */
export const gcpUsageImporter: Importer = {
  id: "gcp-usage",
  title: "Google Cloud usage export",
  about:
    "The standard and the detailed usage cost export of Cloud Billing, taken out of BigQuery (gcp_billing_export_v1_ and gcp_billing_export_resource_v1_) as CSV or Parquet.",
  vendor: "gcp",
  focus: "1.2",
  reads: "table",
  recognises: isExport,
  columns: gcpColumns,
  money: {period: "invoice_month", currency: "currency", billed: "cost"},
  rows: gcpRows,
  invoices,
  checks: gcpChecks
};

/** The same exports as JSON, one nested row a line. */
export const gcpUsageJsonImporter: Importer = {
  ...gcpUsageImporter,
  id: "gcp-usage-json",
  title: "Google Cloud usage export (JSON)",
  about:
    "The standard and the detailed usage cost export of Cloud Billing, taken out of BigQuery as newline-delimited JSON.",
  reads: "json",
  records: gcpRecords
};
