import {type Query, sql} from "../../../engine/query.ts";
import type {Importer, NativeColumn} from "../importer.ts";
import {columnsOfKind} from "../native-columns.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {snowflakeInvoices, snowflakeRows} from "./rows.ts";

/** Small letters, and spaces where some clients write underscores. */
const plain = (text: Query): Query => sql`replace(lower(${text}), '_', ' ')`;

const columns: readonly NativeColumn[] = [
  {name: "organization_name", kind: "text", spelled: ["ORGANIZATION_NAME"], required: true, filled: true},
  {name: "usage_date", kind: "instant", spelled: ["USAGE_DATE"], required: true, filled: true},
  {name: "currency", kind: "text", spelled: ["CURRENCY"], required: true, filled: true},
  {name: "amount", kind: "decimal", spelled: ["USAGE_IN_CURRENCY"], required: true, filled: true},
  {name: "usage", kind: "decimal", spelled: ["USAGE"]},
  {
    name: "balance_source",
    kind: "text",
    spelled: ["BALANCE_SOURCE"],
    required: true,
    filled: true,
    read: plain,
    values: ["capacity", "rollover", "free usage", "overage", "rebate"]
  },
  {
    name: "billing_type",
    kind: "text",
    spelled: ["BILLING_TYPE"],
    required: true,
    filled: true,
    read: plain,
    values: ["consumption", "rebate", "priority support", "vps deployment fee", "support credit"]
  },
  {name: "rating_type", kind: "text", spelled: ["RATING_TYPE"], read: plain},
  {
    name: "is_adjustment",
    kind: "text",
    spelled: ["IS_ADJUSTMENT"],
    read: (text) => sql`lower(${text})`,
    values: ["true", "false"]
  },
  ...columnsOfKind("text", ["CONTRACT_NUMBER", "ACCOUNT_NAME", "ACCOUNT_LOCATOR", "REGION", "SERVICE_LEVEL"]),
  ...columnsOfKind("text", ["SERVICE_TYPE", "USAGE_TYPE"])
];

/** The view USAGE_IN_CURRENCY_DAILY of SNOWFLAKE.ORGANIZATION_USAGE. */
export const snowflakeImporter: Importer = {
  id: "snowflake",
  title: "Snowflake usage in currency",
  about: "The view ORGANIZATION_USAGE.USAGE_IN_CURRENCY_DAILY as CSV or Parquet.",
  vendor: "plain",
  focus: "1.2",
  reads: "table",
  recognises: (names) => names.has("usage_in_currency") && names.has("balance_source") && names.has("usage_date"),
  columns,
  money: {period: "usage_date", currency: "currency", billed: "amount"},
  rows: snowflakeRows,
  invoices: snowflakeInvoices,
  checks: ({query}) =>
    unionAll([
      remark(
        "snowflake-capacity",
        "info",
        "usage from capacity is billed with the purchase of the capacity, which this view does not have",
        query,
        sql`balance_source in ('capacity', 'rollover')`
      ),
      remark(
        "snowflake-list-price",
        "info",
        "the view knows the price of the contract alone, which stands for the list price, too",
        query,
        sql`true`
      )
    ])
};
