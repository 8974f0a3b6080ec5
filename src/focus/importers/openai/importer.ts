import {sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {openaiColumns, openaiRecords} from "./columns.ts";
import {openaiInvoices, openaiRows} from "./rows.ts";

/** Saved answers of OpenAI's organization costs and usage APIs, any number of pages in any number of files. */
export const openaiImporter: Importer = {
  id: "openai",
  title: "OpenAI costs and usage",
  about:
    "Saved answers of /v1/organization/costs and /v1/organization/usage/…; costs are billed, tokens are rows of their own that cost nothing.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) =>
    names.has("data[].start_time") &&
    (names.has("data[].results[].amount.value") ||
      (names.has("data[].results[].object") &&
        [...names].some((name) =>
          /^data\[\]\.results\[\]\.(input_tokens|num_model_requests|images|characters|seconds|usage_bytes|num_sessions|sessions)$/.test(
            name
          )
        ))),
  records: openaiRecords,
  columns: openaiColumns,
  money: {period: "start_time", currency: "currency", billed: "amount"},
  rows: openaiRows,
  invoices: openaiInvoices,
  checks: ({query}) =>
    unionAll([
      remark(
        "openai-usage-without-cost",
        "info",
        "usage has no cost of its own; it is billed by line item in the costs API",
        query,
        sql`object <> 'organization.costs.result'`
      ),
      remark(
        "openai-no-organization",
        "info",
        "the answers do not name the organization; the billing account is openai-organization",
        query,
        sql`organization_id is null`
      )
    ])
};
