import {type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeFamily, NativeKind} from "../importer.ts";
import {lineTypes} from "./line-types.data.ts";
import {spellings} from "./spelling.ts";

type More = Omit<Partial<NativeColumn>, "spelled"> & {readonly also?: readonly string[]};

function column(name: string, kind: NativeKind, legacy: string, {also = [], ...more}: More = {}): NativeColumn {
  return {name, kind, spelled: [...spellings(legacy), ...also], ...more};
}

const text = (name: string, legacy: string, more?: More): NativeColumn => column(name, "text", legacy, more);
const decimal = (name: string, legacy: string, more?: More): NativeColumn => column(name, "decimal", legacy, more);
const instant = (name: string, legacy: string, more?: More): NativeColumn => column(name, "instant", legacy, more);

/**
 * The columns of both reports that anything is made of. Names that stand alone, such as `cost`, are those that extracts
 * of the report in Athena give them.
 */
export const awsColumns: readonly NativeColumn[] = [
  text("bill_type", "bill/BillType"),
  text("billing_entity", "bill/BillingEntity"),
  text("invoicing_entity", "bill/InvoicingEntity"),
  text("invoice_id", "bill/InvoiceId"),
  instant("period_start", "bill/BillingPeriodStartDate"),
  instant("period_end", "bill/BillingPeriodEndDate"),
  text("payer_account_id", "bill/PayerAccountId"),
  text("payer_account_name", "bill/PayerAccountName"),
  text("line_item_type", "lineItem/LineItemType", {filled: true, values: lineTypes}),
  instant("usage_start", "lineItem/UsageStartDate", {required: true, filled: true, also: ["usage_start_date"]}),
  instant("usage_end", "lineItem/UsageEndDate", {also: ["usage_end_date"]}),
  text("usage_account_id", "lineItem/UsageAccountId"),
  text("usage_account_name", "lineItem/UsageAccountName"),
  text("product_code", "lineItem/ProductCode", {also: ["service"]}),
  text("usage_type", "lineItem/UsageType", {also: ["usage_type"]}),
  text("operation", "lineItem/Operation"),
  text("availability_zone", "lineItem/AvailabilityZone"),
  text("resource_id", "lineItem/ResourceId", {also: ["resource_id"]}),
  decimal("usage_amount", "lineItem/UsageAmount"),
  decimal("normalized_usage_amount", "lineItem/NormalizedUsageAmount"),
  text("currency", "lineItem/CurrencyCode"),
  decimal("unblended_rate", "lineItem/UnblendedRate"),
  decimal("unblended_cost", "lineItem/UnblendedCost", {required: true, filled: true, also: ["cost"]}),
  decimal("net_unblended_rate", "lineItem/NetUnblendedRate"),
  decimal("net_unblended_cost", "lineItem/NetUnblendedCost"),
  text("description", "lineItem/LineItemDescription"),
  text("legal_entity", "lineItem/LegalEntity"),
  text("tax_type", "lineItem/TaxType"),
  text("pricing_term", "pricing/term"),
  text("pricing_unit", "pricing/unit"),
  text("rate_code", "pricing/RateCode"),
  text("rate_id", "pricing/RateId"),
  decimal("on_demand_rate", "pricing/publicOnDemandRate"),
  decimal("on_demand_cost", "pricing/publicOnDemandCost"),
  text("purchase_option", "pricing/PurchaseOption"),
  text("product_name", "product/ProductName"),
  text("product_family", "product/productFamily"),
  text("service_code", "product/servicecode"),
  text("sku", "product/sku"),
  text("region_code", "product/regionCode"),
  text("region", "product/region"),
  text("location", "product/location"),
  text("instance_type", "product/instanceType"),
  text("operating_system", "product/operatingSystem"),
  text("tenancy", "product/tenancy"),
  text("database_engine", "product/databaseEngine"),
  text("license_model", "product/licenseModel"),
  text("storage_class", "product/storageClass"),
  text("volume_type", "product/volumeType"),
  text("vcpu", "product/vcpu"),
  text("memory", "product/memory"),
  text("reservation_arn", "reservation/ReservationARN"),
  decimal("reservation_effective_cost", "reservation/EffectiveCost"),
  decimal("reservation_net_effective_cost", "reservation/NetEffectiveCost"),
  decimal("reservation_units", "reservation/TotalReservedNormalizedUnits"),
  decimal("reservation_hours", "reservation/TotalReservedUnits"),
  decimal("unused_quantity", "reservation/UnusedQuantity"),
  decimal("unused_units", "reservation/UnusedNormalizedUnitQuantity"),
  decimal("unused_upfront", "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod"),
  decimal("unused_recurring", "reservation/UnusedRecurringFee"),
  decimal("net_unused_upfront", "reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod"),
  decimal("net_unused_recurring", "reservation/NetUnusedRecurringFee"),
  text("savings_plan_arn", "savingsPlan/SavingsPlanARN"),
  decimal("savings_plan_cost", "savingsPlan/SavingsPlanEffectiveCost", {read: withoutNone}),
  decimal("savings_plan_net_cost", "savingsPlan/NetSavingsPlanEffectiveCost"),
  decimal("total_commitment", "savingsPlan/TotalCommitmentToDate"),
  decimal("used_commitment", "savingsPlan/UsedCommitment"),
  decimal("amortized_upfront", "savingsPlan/AmortizedUpfrontCommitmentForBillingPeriod"),
  decimal("net_amortized_upfront", "savingsPlan/NetAmortizedUpfrontCommitmentForBillingPeriod"),
  text("capacity_reservation", "capacityReservation/CapacityReservationARN"),
  text("capacity_status", "capacityReservation/CapacityReservationStatus"),
  {name: "resource_tags", kind: "map", spelled: ["resource_tags"]},
  {name: "cost_category", kind: "map", spelled: ["cost_category"]},
  {name: "product", kind: "map", spelled: ["product"]},
  {name: "discount", kind: "map", spelled: ["discount"]}
];

/** Columns of the legacy report that each stand for a key. In Parquet the capitals of a key are lost. */
export const awsFamilies: readonly NativeFamily[] = [
  {name: "tag_columns", key: (name) => keyOf(name, /^(?:resourceTags\/|resource_tags_)(.+)$/i)},
  {name: "category_columns", key: (name) => keyOf(name, /^(?:costCategory\/|cost_category_)(.+)$/i)},
  {name: "discount_columns", key: (name) => keyOf(name, /^(?:discount\/|discount_)(.+)$/i)}
];

function keyOf(name: string, pattern: RegExp): string | null {
  return pattern.exec(name)?.[1] ?? null;
}

/** Tools that pass reports on write this word for nothing. */
function withoutNone(value: Query): Query {
  return sql`nullif(${value}, 'None')`;
}
