import {type Query, sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";
import {remark} from "../saas-charge.ts";
import {confluentInvoices, confluentRows} from "./rows.ts";
import {lineTypes} from "./services.data.ts";

const texts = ["product", "unit", "network_access_type", "description", "tier_dimensions", "granularity"] as const;
const floats = ["original_amount", "discount_amount", "price", "quantity"] as const;

/** Saved answers of Confluent Cloud's Costs API, any number of pages. */
export const confluentImporter: Importer = {
  id: "confluent",
  title: "Confluent Cloud costs",
  about: "Saved answers of /billing/v1/costs; one row for each line and day.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) => names.has("data[].line_type") && names.has("data[].amount") && names.has("data[].start_date"),
  records: confluentRecords,
  columns: [
    ...columnsOfKind("instant", ["start_date", "end_date"], {filled: true}),
    {name: "line_type", kind: "text", spelled: ["line_type"], filled: true, values: lineTypes},
    {name: "amount", kind: "float", spelled: ["amount"], filled: true},
    ...columnsOfKind("float", floats),
    ...columnsOfKind("text", [...texts, "resource_id", "resource_name", "environment_id"])
  ],
  money: {period: "start_date", billed: "amount"},
  rows: confluentRows,
  invoices: confluentInvoices,
  checks: ({query}) =>
    remark(
      "confluent-discount",
      "warning",
      "lines whose amount is not the original amount less the discount",
      query,
      sql`abs(cast(original_amount - coalesce(discount_amount, 0) - amount as double)) > 0.005`
    )
};

function confluentRecords(documents: Query): Query {
  const own = (key: string) => [key, `data[].${key}`] as const;
  return jsonRecords(
    documents,
    "data[]",
    new Map<string, string>([
      ...["start_date", "end_date", "line_type", "amount", ...floats, ...texts].map(own),
      ["resource_id", "data[].resource.id"],
      ["resource_name", "data[].resource.display_name"],
      ["environment_id", "data[].resource.environment.id"]
    ])
  );
}
