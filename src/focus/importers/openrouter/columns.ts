import {type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {unionAll} from "../saas-charge.ts";

/** The columns of all forms: daily activity, single generations, and the CSV of the activity page. */
export const openrouterColumns: readonly NativeColumn[] = [
  {name: "called_at", kind: "instant", spelled: ["called_at", "created_at", "date"], filled: true},
  {name: "cost", kind: "float", spelled: ["cost", "cost_total", "total_cost", "usage"], filled: true},
  {name: "byok", kind: "float", spelled: ["byok", "byok_usage_inference"]},
  {name: "model", kind: "text", spelled: ["model", "model_permaslug"]},
  {name: "permaslug", kind: "text", spelled: ["permaslug", "model_permaslug"]},
  {name: "provider", kind: "text", spelled: ["provider", "provider_name"]},
  {name: "key", kind: "text", spelled: ["key", "api_key_name", "api_key_id"]},
  {name: "app", kind: "text", spelled: ["app", "app_name", "app_id"]},
  {name: "endpoint", kind: "text", spelled: ["endpoint", "endpoint_id"]},
  {name: "requests", kind: "float", spelled: ["requests"]},
  {name: "prompt_tokens", kind: "float", spelled: ["prompt_tokens", "tokens_prompt"]},
  {name: "completion_tokens", kind: "float", spelled: ["completion_tokens", "tokens_completion"]},
  {name: "reasoning_tokens", kind: "float", spelled: ["reasoning_tokens", "tokens_reasoning"]},
  {name: "cached_tokens", kind: "float", spelled: ["cached_tokens", "tokens_cached"]}
];

/** The JSON keys of a row of activity, or of a generation. */
const keys: ReadonlyMap<string, readonly string[]> = new Map([
  ["called_at", ["date", "created_at"]],
  ["cost", ["total_cost", "usage"]],
  ["byok", ["byok_usage_inference"]],
  ["model", ["model"]],
  ["permaslug", ["model_permaslug"]],
  ["provider", ["provider_name"]],
  ["key", ["api_key_name", "api_key_id"]],
  ["app", ["app_name", "app_id"]],
  ["endpoint", ["endpoint_id"]],
  ["requests", ["requests"]],
  ["prompt_tokens", ["prompt_tokens", "tokens_prompt"]],
  ["completion_tokens", ["completion_tokens", "tokens_completion"]],
  ["reasoning_tokens", ["reasoning_tokens", "native_tokens_reasoning"]],
  ["cached_tokens", ["native_tokens_cached"]]
]);

/** `data` is a list of the days of the activity API, or one generation of the generation API. */
export function openrouterRecords(documents: Query): Query {
  const places = (make: (key: string) => string) => new Map([...keys].map(([name, each]) => [name, each.map(make)]));
  const listed = jsonRecords(
    isList(documents, true),
    "data[]",
    places((key) => `data[].${key}`)
  );
  const single = jsonRecords(
    isList(documents, false),
    "",
    places((key) => `data.${key}`)
  );
  return unionAll([listed, single]);
}

function isList(documents: Query, wanted: boolean): Query {
  const type = sql`json_type(document, '$.data') = 'ARRAY'`;
  return sql`(select document from ${documents} where ${wanted ? type : sql`not coalesce(${type}, false)`})`;
}
