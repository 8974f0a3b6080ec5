import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {priceDetails} from "./details.ts";
import {hasProfiles} from "./lines.ts";

const {product, ratio} = duckdbDialect;

const isUse = sql`kind in ('use', 'covered', 'unused')`;
const isRefund = sql`coalesce(charge_type = 'Refund', false)`;
const unit = sql`coalesce(unit, 'Units')`;
const blockUnit = sql`case when in_units or block = 1 then ${unit} else concat(block, ' ', ${unit}) end`;
const category = sql`case when ${isUse} then 'Usage' when kind in ('commitment', 'purchase', 'refund') then 'Purchase'
    when kind = 'tax' then 'Tax' when kind = 'credit' then 'Credit' else 'Adjustment' end`;
const isSpend = sql`coalesce(model = 'SavingsPlan' or contains(commitment, '/microsoft.billingbenefits/'), false)`;
const normalized = sql`try_cast(info['RINormalizationRatio'] as decimal(18, 6))`;
const hasCommitted = sql`(commitment is not null and not ${isRefund})`;
const committed = sql`case when ${isSpend} then case when rate = 1 or rate = 0 then abs(cost) else ${ratio(sql`abs(cost)`, sql`rate`, 18)} end
    when ${normalized} is not null and kind <> 'commitment' then ${product(sql`coalesce(consumed, 0)`, normalized, 18)}
    else coalesce(consumed, 0) end`;
const committedUnit = sql`case when ${isSpend} then coalesce(pricing_currency, billing_currency)
    when ${normalized} is not null and kind <> 'commitment' then concat('Normalized ', ${unit}) else ${unit} end`;
const isUnusedCapacity = sql`coalesce(type_path = 'microsoft.compute/capacityreservationgroups/capacityreservations', false)`;
const capacity = sql`case when ${isUnusedCapacity} then path else lower(info['VMCapacityReservationId']) end`;
const isMarket = sql`coalesce(publisher_type = 'Marketplace', false)`;
const sku = sql`coalesce(product_id, meter_id, part_number, product)`;

const inPricing = (amount: Query): Query =>
  sql`case when rate = 1 or rate = 0 then ${amount} else ${ratio(amount, sql`rate`, 18)} end`;

// Customer agreements are priced in one currency and may be billed in another; of others both are one.
const pricing = sql`coalesce(pricing_currency, billing_currency) as "PricingCurrency",
    ${inPricing(sql`contracted_price`)} as "PricingCurrencyContractedUnitPrice",
    case when kind = 'commitment' then 0 else coalesce(cost_in_pricing_currency, ${inPricing(sql`effective`)}) end as "PricingCurrencyEffectiveCost",
    ${inPricing(sql`list_price`)} as "PricingCurrencyListUnitPrice",`;

/** The columns of FOCUS 1.2, with what the bill says besides under the names that Azure's own FOCUS export has for it. */
export function columns(file: NativeRows): Query {
  const profile = hasProfiles(file);
  const accountType = sql`case when account_id is null then null
    when account_id = ${profile ? sql`billing_profile_id` : sql`billing_account_id`} then ${profile ? sql`'Billing Profile'` : sql`'Billing Account'`}
    when account_id = billing_account_id then 'Billing Account' when account_id = billing_profile_id then 'Billing Profile'
    when account_id = customer_tenant_id then 'Customer' else 'Subscription' end`;
  const accountName = sql`coalesce(case when account_id = ${profile ? sql`billing_profile_id` : sql`billing_account_id`}
      then ${profile ? sql`billing_profile_name` : sql`billing_account_name`} end, billing_account_name, customer_name,
    case when account_id = subscription_id then subscription_name end, account_id)`;
  return sql`
    availability_zone as "AvailabilityZone",
    billed as "BilledCost",
    account_id as "BillingAccountId",
    case when account_id is not null then ${accountName} end as "BillingAccountName",
    ${accountType} as "BillingAccountType",
    billing_currency as "BillingCurrency",
    period_after as "BillingPeriodEnd",
    period as "BillingPeriodStart",
    ${capacity} as "CapacityReservationId",
    case when ${isUse} and ${capacity} is not null then case when ${isUnusedCapacity} then 'Unused' else 'Used' end end as "CapacityReservationStatus",
    ${category} as "ChargeCategory",
    case when ${isRefund} then 'Correction' end as "ChargeClass",
    coalesce(product, nullif(concat_ws(' - ', meter_category, meter_subcategory, meter_name), ''), charge_type) as "ChargeDescription",
    case when ${isUse} then 'Usage-Based'
      when frequency = 'Recurring' or (frequency = 'UsageBased' and kind in ('commitment', 'purchase')) then 'Recurring'
      else 'One-Time' end as "ChargeFrequency",
    date + interval 1 day as "ChargePeriodEnd",
    date as "ChargePeriodStart",
    case when commitment is not null then case when ${isSpend} then 'Spend' else 'Usage' end end as "CommitmentDiscountCategory",
    commitment as "CommitmentDiscountId",
    case when commitment is not null then coalesce(benefit_name, reservation_name) end as "CommitmentDiscountName",
    case when ${hasCommitted} then ${committed} end as "CommitmentDiscountQuantity",
    case when commitment is not null and ${isUse} then case when kind = 'unused' then 'Unused' else 'Used' end end as "CommitmentDiscountStatus",
    case when commitment is not null then case when ${isSpend} then 'Savings Plan' else 'Reservation' end end as "CommitmentDiscountType",
    case when ${hasCommitted} then ${committedUnit} end as "CommitmentDiscountUnit",
    case when kind in ('use', 'covered') then coalesce(consumed, 0) end as "ConsumedQuantity",
    case when kind in ('use', 'covered') then ${unit} end as "ConsumedUnit",
    contracted as "ContractedCost",
    contracted_price as "ContractedUnitPrice",
    effective as "EffectiveCost",
    invoice_id as "InvoiceId",
    coalesce(partner_name, 'Microsoft') as "InvoiceIssuerName",
    listed as "ListCost",
    list_price as "ListUnitPrice",
    case when kind in ('covered', 'unused') then 'Committed' when kind in ('tax', 'credit', 'adjustment', 'refund') then null
      when model = 'Spot' then 'Dynamic' else 'Standard' end as "PricingCategory",
    priced as "PricingQuantity",
    case when priced is not null then ${blockUnit} end as "PricingUnit",
    ${pricing}
    'Microsoft' as "ProviderName",
    coalesce(publisher_name, case when ${isMarket} then 'Azure Marketplace' else 'Microsoft' end) as "PublisherName",
    region_id as "RegionId",
    region_name as "RegionName",
    path as "ResourceId",
    case when path is not null then coalesce(resource_name, nullif(regexp_extract(path, '[^/]+$'), path)) end as "ResourceName",
    case when path is not null then coalesce(kind_name, type_path, lower(resource_type), consumed_service, 'Resource') end as "ResourceType",
    coalesce(category, 'Other') as "ServiceCategory",
    service as "ServiceName",
    coalesce(subcategory, 'Other (Other)') as "ServiceSubcategory",
    case when kind <> 'tax' then ${sku} end as "SkuId",
    case when kind <> 'tax' and ${sku} is not null then coalesce(meter_name, meter_category, product) end as "SkuMeter",
    case when kind <> 'tax' and ${sku} is not null then ${priceDetails} end as "SkuPriceDetails",
    case when kind <> 'tax' and ${sku} is not null then concat_ws('_', ${sku}, case when product_id is not null then meter_id end, part_number, term, model) end as "SkuPriceId",
    lower(subscription_id) as "SubAccountId",
    case when subscription_id is not null then coalesce(subscription_name, lower(subscription_id)) end as "SubAccountName",
    case when subscription_id is not null then 'Subscription' end as "SubAccountType",
    nullif(map_from_entries(list_sort(list_filter(map_entries(tags), lambda e: e.value is not null))), map()) as "Tags",
    account_name as "x_AccountName",
    case when kind in ('covered', 'unused') then 'Amortized Charge' when kind = 'commitment' then 'Principal' end as "x_AmortizationClass",
    billing_account_id as "x_BillingAccountId",
    billing_account_name as "x_BillingAccountName",
    case when exchange_rate is not null then exchange_rate end as "x_BillingExchangeRate",
    exchange_rate_date as "x_BillingExchangeRateDate",
    billing_profile_id as "x_BillingProfileId",
    billing_profile_name as "x_BillingProfileName",
    case when kind not in ('covered', 'unused') then cost_in_usd end as "x_BilledCostInUsd",
    charge_type as "x_ChargeType",
    cost_allocation_rule as "x_CostAllocationRuleName",
    cost_center as "x_CostCenter",
    customer_tenant_id as "x_CustomerId",
    customer_name as "x_CustomerName",
    case when kind <> 'commitment' then cost_in_usd end as "x_EffectiveCostInUsd",
    invoice_section_id as "x_InvoiceSectionId",
    invoice_section_name as "x_InvoiceSectionName",
    payg_cost_in_usd as "x_ListCostInUsd",
    previous_invoice_id as "x_PreviousInvoiceId",
    case when block <> 1 then block end as "x_PricingBlockSize",
    pricing_currency as "x_PricingCurrency",
    model as "x_PricingSubcategory",
    unit_of_measure as "x_PricingUnitDescription",
    publisher_type as "x_PublisherCategory",
    publisher_id as "x_PublisherId",
    reseller_id as "x_ResellerId",
    reseller_name as "x_ResellerName",
    lower(resource_group) as "x_ResourceGroupName",
    coalesce(type_path, lower(resource_type)) as "x_ResourceType",
    service_info1 as "x_ServiceInfo1",
    service_info2 as "x_ServiceInfo2",
    service_end as "x_ServicePeriodEnd",
    service_start as "x_ServicePeriodStart",
    credit_eligible as "x_SkuIsCreditEligible",
    meter_category as "x_SkuMeterCategory",
    meter_id as "x_SkuMeterId",
    meter_subcategory as "x_SkuMeterSubcategory",
    offer_id as "x_SkuOfferId",
    product_order_id as "x_SkuOrderId",
    product_order_name as "x_SkuOrderName",
    part_number as "x_SkuPartNumber",
    plan_name as "x_SkuPlanName",
    meter_region as "x_SkuRegion",
    service_family as "x_SkuServiceFamily",
    term as "x_SkuTerm"`;
}
