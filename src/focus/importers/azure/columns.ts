import {type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeKind} from "../importer.ts";
import {plainDate, plainNumber} from "./written.ts";

/** What Azure calls charges; another type goes to quarantine. */
const chargeTypes = [
  "Usage",
  "Purchase",
  "Refund",
  "Tax",
  "Credit",
  "Adjustment",
  "RoundingAdjustment",
  "UnusedReservation",
  "UnusedSavingsPlan"
] as const;

const pricingModels = ["OnDemand", "Reservation", "SavingsPlan", "Spot"] as const;

type More = Omit<Partial<NativeColumn>, "spelled">;

function column(name: string, kind: NativeKind, spelled: readonly string[], more: More = {}): NativeColumn {
  return {name, kind, spelled, ...more};
}

const text = (name: string, ...spelled: string[]): NativeColumn => column(name, "text", spelled);
const number = (name: string, ...spelled: string[]): NativeColumn =>
  // Azure works these out in binary and writes all digits of the result.
  column(name, "float", spelled, {read: plainNumber});
const date = (name: string, ...spelled: string[]): NativeColumn => column(name, "instant", spelled, {read: plainDate});

/**
 * The columns of cost details, actual and amortized, of all kinds of agreement and of the older usage files. Case does not
 * matter, and of a localized header the name in brackets counts.
 */
export const azureColumns: readonly NativeColumn[] = [
  text("billing_account_id", "BillingAccountId"),
  text("billing_account_name", "BillingAccountName"),
  text("billing_profile_id", "BillingProfileId"),
  text("billing_profile_name", "BillingProfileName"),
  date("billing_start", "BillingPeriodStartDate", "BillingPeriodStart"),
  date("billing_end", "BillingPeriodEndDate", "BillingPeriodEnd"),
  text("invoice_id", "InvoiceId"),
  text("previous_invoice_id", "PreviousInvoiceId"),
  text("subscription_id", "SubscriptionId", "SubscriptionGuid"),
  text("subscription_name", "SubscriptionName"),
  text("account_name", "AccountName"),
  text("customer_tenant_id", "CustomerTenantId"),
  text("customer_name", "CustomerName"),
  text("partner_name", "PartnerName"),
  text("reseller_name", "ResellerName"),
  text("reseller_id", "ResellerMpnId"),
  {...date("date", "Date", "UsageDateTime", "UsageDate"), required: true, filled: true},
  date("service_start", "ServicePeriodStartDate", "ServicePeriodStart"),
  date("service_end", "ServicePeriodEndDate", "ServicePeriodEnd"),
  column("charge_type", "text", ["ChargeType"], {values: chargeTypes, read: unspaced}),
  column("pricing_model", "text", ["PricingModel"], {values: pricingModels, read: unspaced}),
  text("frequency", "Frequency"),
  {...number("cost", "CostInBillingCurrency", "Cost", "PreTaxCost", "ExtendedCost"), required: true, filled: true},
  text("currency", "BillingCurrencyCode", "BillingCurrency", "Currency"),
  text("pricing_currency", "PricingCurrency", "PricingCurrencyCode"),
  number("cost_in_pricing_currency", "CostInPricingCurrency"),
  number("cost_in_usd", "CostInUsd"),
  number("payg_cost", "PaygCostInBillingCurrency"),
  number("payg_cost_in_usd", "PaygCostInUsd"),
  number("exchange_rate", "ExchangeRatePricingToBilling", "ExchangeRate"),
  date("exchange_rate_date", "ExchangeRateDate"),
  number("quantity", "Quantity", "UsageQuantity", "ConsumedQuantity"),
  text("unit_of_measure", "UnitOfMeasure"),
  number("unit_price", "UnitPrice", "ResourceRate"),
  number("effective_price", "EffectivePrice", "ResourceRate"),
  number("payg_price", "PayGPrice"),
  text("product", "ProductName", "Product"),
  text("product_id", "ProductId"),
  text("product_order_id", "ProductOrderId"),
  text("product_order_name", "ProductOrderName"),
  text("part_number", "PartNumber"),
  text("plan_name", "PlanName"),
  text("offer_id", "OfferId"),
  text("term", "Term"),
  text("meter_id", "MeterId"),
  text("meter_name", "MeterName"),
  text("meter_category", "MeterCategory"),
  text("meter_subcategory", "MeterSubCategory"),
  text("meter_region", "MeterRegion"),
  text("service_family", "ServiceFamily"),
  text("service_name", "ServiceName"),
  text("consumed_service", "ConsumedService"),
  text("resource_id", "ResourceId", "InstanceId", "InstanceName"),
  text("resource_name", "ResourceName"),
  text("resource_type", "ResourceType"),
  text("resource_group", "ResourceGroup", "ResourceGroupName"),
  text("resource_location", "ResourceLocation", "Location"),
  text("availability_zone", "AvailabilityZone"),
  text("publisher_name", "PublisherName"),
  text("publisher_type", "PublisherType"),
  text("publisher_id", "PublisherId"),
  text("invoice_section_id", "InvoiceSectionId"),
  text("invoice_section_name", "InvoiceSectionName", "InvoiceSection", "DepartmentName"),
  text("cost_center", "CostCenter"),
  text("cost_allocation_rule", "CostAllocationRuleName"),
  text("reservation_id", "ReservationId"),
  text("reservation_name", "ReservationName"),
  text("benefit_id", "BenefitId"),
  text("benefit_name", "BenefitName"),
  text("credit_eligible", "IsAzureCreditEligible"),
  text("service_info1", "ServiceInfo1"),
  text("service_info2", "ServiceInfo2"),
  text("additional_info", "AdditionalInfo"),
  column("tags", "map", ["Tags"], {read: braced})
];

/** Tags of enterprise agreements stand without the braces of a JSON object. */
export function braced(value: Query): Query {
  return sql`case when trim(${value}) in ('""', '{}') then null when left(ltrim(${value}), 1) = '{' then ${value}
    else concat('{', ${value}, '}') end`;
}

function unspaced(value: Query): Query {
  return sql`replace(${value}, ' ', '')`;
}
