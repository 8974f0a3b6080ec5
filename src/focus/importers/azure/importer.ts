import type {Importer} from "../importer.ts";
import {checks} from "./checks.ts";
import {azureColumns} from "./columns.ts";
import {focusRows} from "./focus-rows.ts";
import {invoices} from "./invoices.ts";

const costs = ["costinbillingcurrency", "cost", "pretaxcost", "extendedcost"];
const meters = ["meterid", "metercategory", "metername", "consumedservice"];

/** Cost details of Azure: actual and amortized exports of every kind of agreement, and the older usage files. */
export const azureImporter: Importer = {
  id: "azure-cost-details",
  title: "Azure cost details",
  about:
    "Reads cost and usage details of Azure, actual and amortized, of enterprise, customer and pay-as-you-go agreements: in the storage account that an export of Cost Management writes to. Deliver the actual and the amortized export together.",
  vendor: "azure",
  focus: "1.2",
  reads: "table",
  recognises: (names) =>
    costs.some((name) => names.has(name)) && meters.some((name) => names.has(name)) && !names.has("billedcost"),
  columns: azureColumns,
  money: {period: "date", currency: "currency", billed: "cost"},
  rows: focusRows,
  invoices,
  checks
};
