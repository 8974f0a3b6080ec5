import {sql} from "../../../engine/query.ts";
import type {Importer, NativeColumn, NativeRows} from "../importer.ts";
import {remark} from "../saas-charge.ts";
import {openaiColumns} from "./columns.ts";
import {openaiInvoices, openaiRows} from "./rows.ts";

const other: Readonly<Record<string, NativeColumn>> = {
  object: {name: "object", kind: "text", spelled: ["object"]},
  amount: {name: "amount", kind: "float", spelled: ["amount_value"]},
  currency: {name: "currency", kind: "text", spelled: ["amount_currency"]}
};

/**
 * Rows of the dashboard as results of the APIs: what has an amount or a currency is a cost, what counts requests is usage;
 * a bucket in which nothing happened is a row of its times alone.
 */
function asResults(file: NativeRows): NativeRows {
  const kind = sql`case when amount is not null or currency is not null or line_item is not null
    then 'organization.costs.result' when num_model_requests is not null then 'organization.usage.completions.result' end`;
  return {
    ...file,
    query: sql`(select * from (select * replace (${kind} as object) from ${file.query}) where object is not null)`
  };
}

/** The CSV of costs, and of usage of completions, that OpenAI's dashboard exports. */
export const openaiCsvImporter: Importer = {
  id: "openai-csv",
  title: "OpenAI costs and usage (CSV)",
  about: "The CSV files of costs and of completions usage that OpenAI's usage dashboard exports.",
  vendor: "plain",
  focus: "1.2",
  reads: "table",
  recognises: (names) =>
    names.has("start_time") &&
    ((names.has("amount_value") && names.has("amount_currency")) ||
      (names.has("num_model_requests") && names.has("input_tokens"))),
  columns: [...openaiColumns.map((column) => other[column.name] ?? column)],
  money: {period: "start_time", currency: "currency", billed: "amount"},
  rows: (file) => openaiRows(asResults(file)),
  invoices: (file) => openaiInvoices(asResults(file)),
  checks: ({query}) =>
    remark(
      "openai-empty-buckets",
      "info",
      "rows of times in which nothing happened make no charge",
      query,
      sql`amount is null and currency is null and line_item is null and num_model_requests is null`
    )
};
