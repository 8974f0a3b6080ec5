import {type Query, sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {columnsOfKind} from "../native-columns.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {datadogInvoices, datadogRows, latest} from "./rows.ts";

const texts = ["org_name", "public_id", "region", "account_name", "account_public_id", "product_name"] as const;

/** Saved answers of Datadog's historical and estimated cost APIs. */
export const datadogImporter: Importer = {
  id: "datadog",
  title: "Datadog costs",
  about: "Saved answers of /api/v2/usage/historical_cost or estimated_cost; one row for each product and month.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) =>
    names.has("data[].attributes.charges[].charge_type") && names.has("data[].attributes.charges[].cost"),
  records: datadogRecords,
  columns: [
    {name: "date", kind: "instant", spelled: ["date"], filled: true},
    {name: "cost", kind: "float", spelled: ["cost"], filled: true},
    {
      name: "charge_type",
      kind: "text",
      spelled: ["charge_type"],
      filled: true,
      values: ["committed", "on_demand", "total"]
    },
    {name: "total_cost", kind: "float", spelled: ["total_cost"]},
    ...columnsOfKind("text", texts)
  ],
  money: {period: "date", billed: "cost"},
  rows: datadogRows,
  invoices: datadogInvoices,
  checks: (file, siblings) =>
    unionAll([
      remark(
        "datadog-estimate",
        "info",
        "days within a month are costs so far: the last day of each month counts, and is an estimate",
        file.query,
        sql`day("date") <> 1`
      ),
      sql`select 'datadog-total' as "check", 'warning' as level,
          'the total of an organization and month is not the sum of its charges' as message, count(*) as rows
        from (select max(total_cost) as stated, sum(cost) as summed from ${latest(file, siblings)}
          group by coalesce(public_id, org_name), "date")
        where abs(cast(stated as double) - cast(summed as double)) > 0.01 having count(*) > 0`
    ])
};

function datadogRecords(documents: Query): Query {
  const attribute = (key: string) => [key, `data[].attributes.${key}`] as const;
  const charge = (key: string) => [key, `data[].attributes.charges[].${key}`] as const;
  return jsonRecords(
    documents,
    "data[].attributes.charges[]",
    new Map<string, string>([
      ...["date", "total_cost", ...texts.slice(0, 5)].map(attribute),
      ...["cost", "charge_type", "product_name"].map(charge)
    ])
  );
}
