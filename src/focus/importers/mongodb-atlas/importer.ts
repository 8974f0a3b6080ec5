import {type Query, sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";
import {remark} from "../saas-charge.ts";
import {atlasInvoices, atlasRows} from "./rows.ts";

/** Phases of payment of an invoice. */
const statuses = ["PENDING", "CLOSED", "FORGIVEN", "FAILED", "PAID", "FREE", "PREPAID", "INVOICED"] as const;

const invoiceKeys = {
  invoice_id: "id",
  org_id: "orgId",
  status_name: "statusName",
  invoice_start: "startDate",
  invoice_end: "endDate",
  subtotal_cents: "subtotalCents",
  sales_tax_cents: "salesTaxCents"
} as const;

const lineKeys = {
  sku: "sku",
  note: "note",
  unit: "unit",
  group_id: "groupId",
  group_name: "groupName",
  cluster_name: "clusterName",
  start_date: "startDate",
  end_date: "endDate",
  total_price_cents: "totalPriceCents",
  discount_cents: "discountCents",
  quantity: "quantity",
  unit_price_dollars: "unitPriceDollars",
  tier_lower_bound: "tierLowerBound",
  tags: "tags"
} as const;

/** Saved answers of the Atlas Administration API for single invoices. FOCUS exports of Atlas need no importer. */
export const atlasImporter: Importer = {
  id: "mongodb-atlas",
  title: "MongoDB Atlas invoices",
  about: "Saved answers of /api/atlas/v2/orgs/{orgId}/invoices/{invoiceId}: lines and tax of single invoices.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) => names.has("lineitems[].sku") && names.has("lineitems[].totalpricecents") && names.has("orgid"),
  records: atlasRecords,
  columns: [
    {name: "record", kind: "text", spelled: ["record"], filled: true, values: ["line", "invoice"]},
    ...columnsOfKind("text", ["invoice_id", "org_id"], {filled: true}),
    {name: "status_name", kind: "text", spelled: ["status_name"], filled: true, values: statuses},
    ...columnsOfKind("instant", ["invoice_start", "invoice_end"], {filled: true}),
    ...columnsOfKind("instant", ["start_date", "end_date"]),
    ...columnsOfKind("decimal", ["subtotal_cents", "sales_tax_cents", "total_price_cents", "discount_cents"], {
      read: cents
    }),
    ...columnsOfKind("decimal", ["line_count"]),
    ...columnsOfKind("float", ["quantity", "unit_price_dollars", "tier_lower_bound"]),
    ...columnsOfKind("text", ["sku", "note", "unit", "group_id", "group_name", "cluster_name"]),
    {name: "tags", kind: "json", spelled: ["tags"]}
  ],
  money: {period: "invoice_start"},
  rows: atlasRows,
  invoices: atlasInvoices,
  checks: ({query}) =>
    remark(
      "atlas-prepaid",
      "info",
      "a prepaid invoice is not charged: its lines have an effective cost and no billed cost",
      query,
      sql`record = 'invoice' and status_name = 'PREPAID'`
    )
};

/** Cents are whole numbers; what is none keeps a sign that no number has. */
function cents(text: Query): Query {
  return sql`case when regexp_full_match(${text}, '-?[0-9]+') then ${text} else (${text} || ' ?') end`;
}

/** The lines of every invoice, and each invoice once for its tax and totals. */
function atlasRecords(documents: Query): Query {
  const nowhere = "there is no such key";
  const places = (prefix: string | null): ReadonlyMap<string, string> =>
    new Map([
      ...Object.entries(invoiceKeys),
      ...Object.entries(lineKeys).map(([name, key]) => [name, prefix === null ? nowhere : `${prefix}.${key}`] as const)
    ]);
  const lines = jsonRecords(documents, "lineItems[]", places("lineItems[]"));
  const invoices = jsonRecords(documents, "", new Map([...places(null), ["line_items", "lineItems"]]));
  return sql`select *, cast(null as varchar) as line_count, 'line' as record from (${lines})
    union all select * exclude (line_items), cast(json_array_length(cast(line_items as json)) as varchar) as line_count,
      'invoice' as record from (${invoices})`;
}
