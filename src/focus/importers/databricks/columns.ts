import type {Query} from "../../../engine/query.ts";
import type {NativeColumn} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";

const texts = [
  "record_id",
  "account_id",
  "workspace_id",
  "sku_name",
  "cloud",
  "usage_unit",
  "billing_origin_product",
  "usage_type",
  "currency_code",
  "usage_metadata.cluster_id",
  "usage_metadata.warehouse_id",
  "usage_metadata.job_id",
  "usage_metadata.endpoint_name",
  "usage_metadata.dlt_pipeline_id"
] as const;
const instants = [
  "usage_start_time",
  "usage_end_time",
  "usage_date",
  "ingestion_date",
  "price_start_time",
  "price_end_time"
] as const;
const decimals = ["usage_quantity", "pricing.default", "pricing.effective_list.default"] as const;

/** Columns of both system tables; who ran something (identity_metadata) is personal and stays out. */
export const databricksColumns: readonly NativeColumn[] = [
  {
    name: "record_type",
    kind: "text",
    spelled: ["record_type"],
    values: ["ORIGINAL", "RETRACTION", "RESTATEMENT"]
  },
  ...columnsOfKind("text", texts),
  ...columnsOfKind("instant", instants),
  ...columnsOfKind("decimal", decimals),
  ...columnsOfKind("json", ["usage_metadata", "pricing"]),
  {name: "custom_tags", kind: "map", spelled: ["custom_tags"]}
];

const keys = ["record_type", ...texts, ...instants, ...decimals, "usage_metadata", "pricing", "custom_tags"];

/** Rows of the system tables as JSON, one a line or a list. */
export function databricksRecords(documents: Query): Query {
  return jsonRecords(documents, "", new Map(keys.map((key) => [key, key])), new Set(decimals));
}
