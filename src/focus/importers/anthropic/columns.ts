import {type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";

/** What a cost is of; a null is a report that is not grouped by description. */
const costTypes = ["tokens", "web_search", "code_execution", "session_usage"] as const;

export const tokenCounts = [
  "uncached_input_tokens",
  "cache_creation_1h",
  "cache_creation_5m",
  "cache_read_input_tokens",
  "output_tokens",
  "web_search_requests"
] as const;

const costTexts = ["currency", "description", "token_type"] as const;
const texts = ["workspace_id", "model", "service_tier", "context_window", "inference_geo", "api_key_id"] as const;

export const anthropicColumns: readonly NativeColumn[] = [
  ...columnsOfKind("instant", ["starting_at", "ending_at"], {filled: true}),
  {name: "cents", kind: "decimal", spelled: ["cents"], read: wholeCents},
  {name: "cost_type", kind: "text", spelled: ["cost_type"], values: costTypes},
  {name: "kind", kind: "text", spelled: ["kind"], filled: true, values: ["cost", "usage"]},
  ...columnsOfKind("decimal", [...tokenCounts, "list_price_usd"]),
  ...columnsOfKind("text", [...costTexts, ...texts])
];

/** Cents with more than 16 decimals would not be exact as dollars of 18; they keep a sign that no number has. */
function wholeCents(text: Query): Query {
  return sql`case when regexp_full_match(${text}, '-?[0-9]+(\\.[0-9]{1,16}0*)?') then ${text} else (${text} || ' ?') end`;
}

/** One row for each result of each bucket of each page; what has an amount is a cost, what counts tokens is usage. */
export function anthropicRecords(documents: Query): Query {
  const result = (key: string) => [key, `data[].results[].${key}`] as const;
  const records = jsonRecords(
    documents,
    "data[].results[]",
    new Map<string, string>([
      ["starting_at", "data[].starting_at"],
      ["ending_at", "data[].ending_at"],
      ["cents", "data[].results[].amount"],
      ...["cost_type", ...costTexts, ...texts].map(result),
      ["uncached_input_tokens", "data[].results[].uncached_input_tokens"],
      ["cache_creation_1h", "data[].results[].cache_creation.ephemeral_1h_input_tokens"],
      ["cache_creation_5m", "data[].results[].cache_creation.ephemeral_5m_input_tokens"],
      ["cache_read_input_tokens", "data[].results[].cache_read_input_tokens"],
      ["output_tokens", "data[].results[].output_tokens"],
      ["web_search_requests", "data[].results[].server_tool_use.web_search_requests"]
    ])
  );
  return sql`select *, case when cents is not null then 'cost'
      when coalesce(uncached_input_tokens, output_tokens) is not null then 'usage' end as kind from (${records})`;
}
