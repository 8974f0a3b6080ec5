import type {CostQuestion} from "../../../cost/question.ts";

type Metric = CostQuestion["metric"][number];

export const metricWords: Readonly<Record<Metric, {readonly title: string; readonly about: string}>> = {
  billed: {title: "Billed", about: "What is on the invoice. Prepayments count when they are paid."},
  effective: {title: "Effective", about: "After all discounts, prepayments spread over what they cover."},
  contracted: {title: "Contracted", about: "At negotiated prices, without purchases of commitments."},
  list: {title: "List", about: "At public prices, without purchases of commitments."},
  savings: {title: "Savings", about: "List cost less effective cost."},
  consumed: {title: "Consumed quantity", about: "What was used, one block for each unit."},
  pricing: {title: "Pricing quantity", about: "What was priced, one block for each unit."}
};

/** Dimensions that people group by, in the order of the menus: short names with their titles. */
export const dimensionWords: Readonly<Record<string, string>> = {
  provider: "Provider",
  service: "Service",
  category: "Service category",
  subcategory: "Service subcategory",
  account: "Billing account",
  "account-name": "Billing account name",
  subaccount: "Sub-account",
  "subaccount-name": "Sub-account name",
  region: "Region",
  resource: "Resource",
  "resource-name": "Resource name",
  "resource-type": "Resource type",
  charge: "Charge category",
  "charge-class": "Charge class",
  frequency: "Charge frequency",
  pricing: "Pricing category",
  commitment: "Commitment",
  "commitment-type": "Commitment type",
  "commitment-status": "Commitment status",
  sku: "SKU",
  meter: "SKU meter",
  description: "Charge description",
  issuer: "Invoice issuer",
  invoice: "Invoice",
  publisher: "Publisher",
  host: "Host provider",
  source: "Source",
  "billing-period": "Billing period",
  currency: "Billing currency"
};

/** The title of a dimension: `tag.team` is `team (tag)`. */
export function dimensionTitle(name: string): string {
  const known = dimensionWords[name];
  if (known !== undefined) return known;
  if (name.startsWith("tag.")) return `Tag ${name.slice(4)}`;
  if (name.startsWith("x.")) return name.slice(2);
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
}

/** A value of a dimension, as it is shown: what is missing says so. */
export function valueTitle(value: string | null | undefined): string {
  return value === null || value === undefined || value === "" ? "(none)" : value;
}

export const granularityWords: Readonly<Record<string, string>> = {
  none: "No bins",
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
  "fiscal-month": "Fiscal month",
  "fiscal-quarter": "Fiscal quarter",
  "fiscal-year": "Fiscal year"
};
