import type {Importer} from "../importer.ts";
import {ociColumns, ociTags} from "./columns.ts";
import {ociChecks, ociInvoices, ociRows} from "./rows.ts";

/** Oracle Cloud's cost reports. */
export const ociCostReportImporter: Importer = {
  id: "oci-cost-report",
  title: "Oracle Cloud cost report",
  about: "The cost reports of Oracle Cloud Infrastructure: reports/cost-csv in the bucket of the namespace bling.",
  vendor: "oci",
  focus: "1.2",
  reads: "table",
  recognises: (names) =>
    ["lineitem/referenceno", "lineitem/intervalusagestart", "cost/mycost"].every((name) => names.has(name)),
  columns: ociColumns,
  families: [ociTags],
  money: {period: "starts", currency: "currency", billed: "cost"},
  rows: ociRows,
  invoices: ociInvoices,
  checks: ociChecks
};
