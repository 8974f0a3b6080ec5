import type {Importer} from "../importer.ts";
import {checks} from "./checks.ts";
import {awsColumns, awsFamilies} from "./columns.ts";
import {focusRows} from "./focus-rows.ts";
import {invoices} from "./invoices.ts";

/** The Cost and Usage Report of AWS, in the form of Data Exports (CUR 2.0) and in the legacy form. */
export const awsImporter: Importer = {
  id: "aws-cur",
  title: "AWS Cost and Usage Report",
  about:
    "Reads the Cost and Usage Report of AWS, CUR 2.0 and legacy, as CSV or Parquet: in the bucket that the export under Billing and Cost Management, Data Exports, writes to.",
  vendor: "aws",
  focus: "1.2",
  reads: "table",
  recognises: (names) =>
    names.has("lineitem/unblendedcost") ||
    names.has("line_item_unblended_cost") ||
    // An extract of the report whose columns were renamed in part.
    (names.has("line_item_usage_account_id") && names.has("cost") && names.has("usage_start_date")),
  columns: awsColumns,
  families: awsFamilies,
  money: {period: "usage_start", currency: "currency", billed: "unblended_cost"},
  rows: focusRows,
  invoices,
  checks
};
