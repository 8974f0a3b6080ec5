import {sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeFamily, NativeKind} from "../importer.ts";

function field(name: string, kind: NativeKind, spelled: string | readonly string[], more: Partial<NativeColumn> = {}) {
  return {name, kind, spelled: typeof spelled === "string" ? [spelled] : spelled, ...more} satisfies NativeColumn;
}

const always = {required: true, filled: true} as const;

export const ociColumns: readonly NativeColumn[] = [
  field("reference", "text", "lineItem/referenceNo"),
  field("tenant", "text", "lineItem/tenantId", always),
  field("starts", "instant", "lineItem/intervalUsageStart", always),
  field("ends", "instant", "lineItem/intervalUsageEnd", always),
  field("service", "text", "product/service"),
  field("resource_kind", "text", "product/resource"),
  field("compartment_id", "text", "product/compartmentId"),
  field("compartment_name", "text", "product/compartmentName"),
  field("region", "text", "product/region"),
  field("zone", "text", "product/availabilityDomain"),
  field("resource_id", "text", "product/resourceId"),
  field("quantity", "decimal", "usage/billedQuantity"),
  field("quantity_overage", "text", "usage/billedQuantityOverage"),
  field("subscription", "text", "cost/subscriptionId"),
  field("sku", "text", "cost/productSku"),
  field("description", "text", "product/Description"),
  field("price", "decimal", "cost/unitPrice"),
  field("price_overage", "text", "cost/unitPriceOverage"),
  field("cost", "decimal", "cost/myCost", always),
  field("cost_overage", "decimal", "cost/myCostOverage"),
  field("currency", "text", "cost/currencyCode", always),
  // Renamed in 2021; some reports have both, the second in plain words.
  field("unit", "text", ["cost/skuUnitDescription", "cost/billingUnitReadable"]),
  field("overage_flag", "text", "cost/overageFlag", {
    values: ["y", "n", "yes", "no", "true", "false"],
    read: (text) => sql`lower(${text})`
  }),
  field("back_reference", "text", "lineItem/backreferenceNo"),
  field("is_correction", "text", "lineItem/isCorrection", {
    values: ["true", "false"],
    read: (text) => sql`lower(${text})`
  })
];

export const ociTags: NativeFamily = {
  name: "tags",
  key: (spelling) => /^tags\/(.+)$/i.exec(spelling)?.[1] ?? null
};
