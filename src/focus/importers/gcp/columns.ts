import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeKind} from "../importer.ts";
import {unknownCredits} from "./credits.ts";
import {jsonOfPython} from "./python-text.ts";

/** Cost types of the usage exports; whatever else appears is reported. */
const costTypes = ["regular", "tax", "adjustment", "rounding_error"] as const;

/** A field of the export by its path; exports that flatten write it with dots or underscores. */
function field(path: string, kind: NativeKind, more: Partial<NativeColumn> = {}): NativeColumn {
  const name = path.replaceAll(".", "_");
  return {name, kind, spelled: path.includes(".") ? [path, name] : [path], ...more};
}

const list = {read: jsonOfPython} as const;

export const gcpColumns: readonly NativeColumn[] = [
  field("billing_account_id", "text", {required: true, filled: true}),
  field("usage_start_time", "instant", {required: true, filled: true}),
  field("usage_end_time", "instant", {required: true, filled: true}),
  // Money and quantities are FLOAT in BigQuery.
  field("cost", "float", {required: true, filled: true}),
  field("currency", "text", {required: true, filled: true}),
  field("invoice.month", "instant", {required: true, filled: true, read: monthStart}),
  field("cost_type", "text", {filled: true, values: costTypes}),
  field("service.id", "text"),
  field("service.description", "text"),
  field("sku.id", "text"),
  field("sku.description", "text"),
  field("project.id", "text"),
  field("project.number", "text"),
  field("project.name", "text"),
  field("project.labels", "json", list),
  field("project.ancestry_numbers", "text"),
  field("labels", "json", list),
  field("system_labels", "json", list),
  field("tags", "json", list),
  field("location.location", "text"),
  field("location.country", "text"),
  field("location.region", "text"),
  field("location.zone", "text"),
  field("resource.name", "text"),
  field("resource.global_name", "text"),
  field("export_time", "text"),
  field("cost_at_list", "float"),
  field("cost_at_effective_price_default", "float"),
  field("currency_conversion_rate", "text"),
  field("usage.amount", "float"),
  field("usage.unit", "text"),
  field("usage.amount_in_pricing_units", "float"),
  field("usage.pricing_unit", "text"),
  field("credits", "json", list),
  {
    name: "credit_types",
    kind: "text",
    spelled: ["credits"],
    values: ["known"],
    read: (text) => unknownCredits(jsonOfPython(text))
  },
  field("adjustment_info.id", "text"),
  field("adjustment_info.description", "text"),
  field("adjustment_info.mode", "text"),
  field("adjustment_info.type", "text"),
  field("invoice.publisher_type", "text"),
  field("transaction_type", "text"),
  field("seller_name", "text"),
  field("price.effective_price", "float"),
  field("price.list_price", "float"),
  field("price.tier_start_amount", "text"),
  field("price.pricing_unit_quantity", "float"),
  field("subscription.instance_id", "text"),
  field("consumption_model.id", "text"),
  field("consumption_model.description", "text")
];

/** The columns as text out of nested JSON rows, as BigQuery writes them one a line. */
export function gcpRecords(documents: Query): Query {
  const paths = [...new Set(gcpColumns.flatMap(({spelled: [path]}) => path ?? []))];
  const items = paths.map((path) => {
    const place = literal(`$.${path}`);
    return sql`json_extract_string(document, ${place}) as ${identifier(path)}`;
  });
  return sql`select ${join(items)} from ${documents}`;
}

/** `202609` as the first day of the month; the day where a report writes one already. */
function monthStart(text: Query): Query {
  return sql`case when regexp_full_match(${text}, '[0-9]{6}') then left(${text}, 4) || '-' || right(${text}, 2) || '-01'
    else ${text} end`;
}
