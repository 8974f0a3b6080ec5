import {sql} from "../../../engine/query.ts";
import type {Importer} from "../importer.ts";
import {remark, unionAll} from "../saas-charge.ts";
import {openrouterColumns, openrouterRecords} from "./columns.ts";
import {openrouterInvoices, openrouterRows} from "./rows.ts";

const base = {
  vendor: "plain",
  focus: "1.2",
  columns: openrouterColumns,
  money: {period: "called_at", billed: "cost"},
  rows: openrouterRows,
  invoices: openrouterInvoices,
  checks: ({query}) =>
    unionAll([
      remark(
        "openrouter-estimate",
        "info",
        "these are costs as the gateway reckons them, taken from a prepaid balance, and no invoice",
        query,
        sql`true`
      ),
      remark(
        "openrouter-own-keys",
        "info",
        "calls with keys of your own are billed by their vendors; their estimate is kept in x_OpenRouterOwnKeyCost alone",
        query,
        sql`byok <> 0`
      )
    ])
} as const satisfies Partial<Importer>;

/** Saved answers of OpenRouter's activity and generation APIs. */
export const openrouterImporter: Importer = {
  ...base,
  id: "openrouter",
  title: "OpenRouter activity",
  about: "Saved answers of /api/v1/activity, or of /api/v1/generation one a line; rolled up by day, model and key.",
  reads: "json",
  recognises: (names) =>
    (names.has("data[].byok_usage_inference") && names.has("data[].usage")) ||
    (names.has("data.total_cost") && names.has("data.created_at")),
  records: openrouterRecords
};

/** The CSV that the activity page exports, one row for each call. */
export const openrouterCsvImporter: Importer = {
  ...base,
  id: "openrouter-csv",
  title: "OpenRouter activity (CSV)",
  about: "The CSV of calls that OpenRouter's activity page exports; rolled up by day, model and key.",
  reads: "table",
  recognises: (names) => names.has("cost_total") && names.has("tokens_prompt") && names.has("model_permaslug")
};
