import {sql} from "../../../engine/query.ts";
import type {Importer, NativeColumn, NativeRows} from "../importer.ts";
import {columnsOfKind} from "../native-columns.ts";
import {remark} from "../saas-charge.ts";
import {anthropicInvoices, anthropicRows} from "./rows.ts";

const columns: readonly NativeColumn[] = [
  {name: "day", kind: "instant", spelled: ["usage_date_utc"], required: true, filled: true},
  ...columnsOfKind("decimal", ["cost_usd", "list_price_usd"]),
  {
    name: "cost_type",
    kind: "text",
    spelled: ["cost_type"],
    values: ["token", "tokens", "web_search", "code_execution", "session_usage"]
  },
  {name: "model", kind: "text", spelled: ["model", "model_version"]},
  {name: "workspace_id", kind: "text", spelled: ["workspace"]},
  {name: "api_key_id", kind: "text", spelled: ["api_key_id", "api_key"]},
  ...columnsOfKind("text", ["usage_type", "context_window", "token_type", "inference_geo"]),
  {name: "uncached_input_tokens", kind: "decimal", spelled: ["usage_input_tokens_no_cache"]},
  {name: "cache_creation_5m", kind: "decimal", spelled: ["usage_input_tokens_cache_write_5m"]},
  {name: "cache_creation_1h", kind: "decimal", spelled: ["usage_input_tokens_cache_write_1h"]},
  {name: "cache_read_input_tokens", kind: "decimal", spelled: ["usage_input_tokens_cache_read"]},
  {name: "output_tokens", kind: "decimal", spelled: ["usage_output_tokens"]},
  {name: "web_search_requests", kind: "decimal", spelled: ["web_search_count"]}
];

/** Rows of the console as results of the reports: dollars become cents, what has no cost counts tokens. */
function asResults(file: NativeRows): NativeRows {
  const isUsage = sql`(cost_usd is null and coalesce(uncached_input_tokens, output_tokens) is not null)`;
  return {
    ...file,
    query: sql`(select *, "day" as starting_at, "day" + interval 1 day as ending_at, 'USD' as currency,
        cast(cost_usd * 100 as decimal(38, 18)) as cents, usage_type as service_tier,
        nullif(concat_ws(', ', model, usage_type, token_type), '') as description,
        case when ${isUsage} then 'usage' else 'cost' end as kind from ${file.query})`
  };
}

/** The CSV files of costs and of usage that the Claude Console exports. */
export const anthropicCsvImporter: Importer = {
  id: "anthropic-csv",
  title: "Anthropic costs and usage (CSV)",
  about: "The CSV files of costs and of token usage that the Claude Console exports.",
  vendor: "plain",
  focus: "1.2",
  reads: "table",
  recognises: (names) =>
    names.has("usage_date_utc") &&
    ((names.has("cost_usd") && names.has("token_type")) || names.has("usage_input_tokens_no_cache")),
  columns,
  money: {period: "day", billed: "cost_usd"},
  rows: (file) => anthropicRows(asResults(file)),
  invoices: (file) => anthropicInvoices(asResults(file)),
  checks: ({query}) =>
    remark(
      "anthropic-usage-without-cost",
      "info",
      "usage has no cost of its own; it is billed in the file of costs",
      query,
      sql`cost_usd is null`
    )
};
