import {sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {anthropicColumns, anthropicRecords} from "./columns.ts";
import {anthropicInvoices, anthropicRows} from "./rows.ts";

/** Saved answers of Anthropic's cost report and messages usage report. */
export const anthropicImporter: Importer = {
  id: "anthropic",
  title: "Anthropic costs and usage",
  about:
    "Saved answers of /v1/organizations/cost_report and usage_report/messages; costs are billed, tokens are rows of their own that cost nothing.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) =>
    names.has("data[].starting_at") &&
    (names.has("data[].results[].amount") || names.has("data[].results[].uncached_input_tokens")),
  records: anthropicRecords,
  columns: anthropicColumns,
  money: {period: "starting_at", currency: "currency"},
  rows: anthropicRows,
  invoices: anthropicInvoices,
  checks: ({query}) =>
    unionAll([
      remark(
        "anthropic-priority-tier",
        "warning",
        "usage of the priority tier is here, but its cost is in no cost report: the total is below what is spent",
        query,
        sql`kind = 'usage' and service_tier = 'priority'`
      ),
      remark(
        "anthropic-usage-without-cost",
        "info",
        "usage has no cost of its own; it is billed in the cost report",
        query,
        sql`kind = 'usage'`
      )
    ])
};
