import {sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {databricksColumns, databricksRecords} from "./columns.ts";
import {databricksInvoices, databricksRows} from "./rows.ts";

const base = {
  vendor: "plain",
  focus: "1.2",
  columns: databricksColumns,
  money: {period: "usage_start_time"},
  recognises: (names) =>
    names.has("sku_name") &&
    names.has("cloud") &&
    ((names.has("usage_quantity") && names.has("usage_start_time") && names.has("record_type")) ||
      (names.has("price_start_time") && names.has("currency_code"))),
  rows: databricksRows,
  invoices: databricksInvoices,
  checks: ({query}) =>
    unionAll([
      remark(
        "databricks-list-price",
        "info",
        "cost is usage at list price: discounts of a contract and the machines of the cloud are not in it",
        query,
        sql`usage_quantity is not null`
      ),
      remark(
        "databricks-retractions",
        "info",
        "records that take back or restate others are rows of their own",
        query,
        sql`record_type <> 'ORIGINAL'`
      )
    ])
} as const satisfies Partial<Importer>;

/** The system tables billing.usage and billing.list_prices, delivered together. */
export const databricksImporter: Importer = {
  ...base,
  id: "databricks",
  title: "Databricks usage and list prices",
  about: "The system tables system.billing.usage and system.billing.list_prices as CSV or Parquet, in one delivery.",
  reads: "table"
};

/** The same tables as JSON, one row a line. */
export const databricksJsonImporter: Importer = {
  ...base,
  id: "databricks-json",
  title: "Databricks usage and list prices (JSON)",
  about:
    "The system tables system.billing.usage and system.billing.list_prices as JSON, one row a line, in one delivery.",
  reads: "json",
  records: databricksRecords
};
