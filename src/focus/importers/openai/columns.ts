import type {Query} from "../../../engine/query.ts";
import type {NativeColumn} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";
import {fromUnix} from "../saas-charge.ts";

/** Kinds of results that the organization's costs and usage APIs give. */
const results = [
  "organization.costs.result",
  "organization.usage.completions.result",
  "organization.usage.embeddings.result",
  "organization.usage.moderations.result",
  "organization.usage.images.result",
  "organization.usage.audio_speeches.result",
  "organization.usage.audio_transcriptions.result",
  "organization.usage.vector_stores.result",
  "organization.usage.code_interpreter_sessions.result"
] as const;

/** Counts of the usage API; each is a float as JSON numbers are. */
export const counts = [
  "input_tokens",
  "input_cached_tokens",
  "output_tokens",
  "input_audio_tokens",
  "output_audio_tokens",
  "num_model_requests",
  "images",
  "characters",
  "seconds",
  "usage_bytes",
  "num_sessions"
] as const;

const texts = [
  "currency",
  "line_item",
  "quantity_unit",
  "project_id",
  "project_name",
  "organization_id",
  "organization_name",
  "api_key_id",
  "model",
  "batch",
  "service_tier"
] as const;

export const openaiColumns: readonly NativeColumn[] = [
  {name: "object", kind: "text", spelled: ["object"], filled: true, values: results},
  ...columnsOfKind("instant", ["start_time", "end_time"], {filled: true, read: fromUnix}),
  ...columnsOfKind("float", ["amount", "quantity", ...counts]),
  ...columnsOfKind("text", texts)
];

/** One row for each result of each bucket of each page. */
export function openaiRecords(documents: Query): Query {
  const result = (key: string) => [key, `data[].results[].${key}`] as const;
  return jsonRecords(
    documents,
    "data[].results[]",
    new Map<string, string | readonly string[]>([
      ["start_time", "data[].start_time"],
      ["end_time", "data[].end_time"],
      ["amount", "data[].results[].amount.value"],
      ["currency", "data[].results[].amount.currency"],
      ...["object", "quantity", ...counts].map(result),
      ...texts.filter((key) => key !== "currency").map(result),
      ["num_sessions", ["data[].results[].num_sessions", "data[].results[].sessions"]]
    ])
  );
}
