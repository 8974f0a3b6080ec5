import {type Query, sql} from "../../../engine/query.ts";
import {serviceSubcategories} from "../../service-taxonomy.data.ts";
import type {NativeRows} from "../importer.ts";
import {lookupTable} from "../lookup.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";
import {charges} from "./charges.ts";
import {keyedTexts, mapText, tags} from "./keyed-texts.ts";
import {awsRegions} from "./regions.data.ts";
import {awsServices} from "./services.data.ts";
import {awsUnits} from "./units.data.ts";

const isUse = sql`kind in ('usage', 'reserved', 'planned', 'unused')`;
const isCommitmentPurchase = sql`kind in ('plan fee', 'plan upfront', 'reservation fee', 'reservation upfront')`;
const isBought = sql`(${isCommitmentPurchase} or kind = 'fee')`;
const isPriced = sql`(${isUse} or ${isBought})`;
const isRefundOfPurchase = sql`coalesce(kind = 'refund' and (commitment is not null or product_code like '%SavingsPlans' or product_code like 'AWSSupport%'), false)`;
const isCorrection = sql`(kind = 'refund' or coalesce(bill_type = 'Refund', false))`;

/** The charges of one file as FOCUS 1.2, in three steps, so that no expression is written or computed twice. */
export function focusRows(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select ${columns} from (
      select *, ${unitPrice(sql`contracted`, sql`priced`, sql`case when kind = 'reserved' then on_demand_rate else coalesce(net_unblended_rate, unblended_rate) end`)} as contracted_price,
        ${unitPrice(sql`listed`, sql`priced`, sql`on_demand_rate`)} as list_price
      from (
        select charges.*, services.subcategory, services.category, units.unit, regions.region_name,
          case when ${isPriced} then ${pricedQuantity(sql`contracted`, sql`quantity`)} end as priced,
          coalesce(sku, nullif(split_part(rate_code, '.', 1), ''),
            nullif(concat_ws(':', product_code, usage_type, case when kind in ('fee', 'refund') then left(description, 80) end), '')) as sku_id,
          coalesce(region_code, region) as region_id, resource_id as resource,
          ${tags(file)} as tag_map
        from (${charges(file, siblings)}) as charges
        left join ${lookupTable("services", ["code", "subcategory", "category"], serviceRows())} on services.code = lower(product_code)
        left join ${lookupTable("units", ["native", "unit"], unitRows())} on units.native = lower(pricing_unit)
        left join ${lookupTable("regions", ["code", "region_name"], Object.entries(awsRegions))} on regions.code = coalesce(region_code, region)
      )
    )`;
}

const commitmentUnit = sql`case when commitment_category = 'Spend' then billing_currency
    when kind = 'unused' and unused_units is not null and unused_units <> 0 then 'Normalized Unit-Hours'
    when coalesce(nullif(normalized_usage_amount, 0), nullif(reservation_units, 0)) is not null and kind <> 'unused' then 'Normalized Unit-Hours'
    else 'Hours' end`;
const hasCommitted = sql`(commitment is not null and (${isUse} or ${isBought}) and not ${isCorrection})`;
const isPlace = sql`(regexp_full_match(region_id, '[a-z]{2,4}(-[a-z]+)+-[0-9]+'))`;
const ownUnit = sql`case when regexp_full_match(pricing_unit, '[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*') then pricing_unit else 'Units' end`;
const unit = sql`coalesce(unit, ${ownUnit})`;
const isAmazon = sql`coalesce(regexp_matches(coalesce(invoicing_entity, case when billing_entity = 'AWS Marketplace' then null else legal_entity end), '^(Amazon|AWS|AISPL)'), true)`;
const owned = sql`case when ${isCommitmentPurchase} or kind = 'unused' then coalesce(commitment, resource) else resource end`;
const skuPrice = sql`case when rate_code is not null and starts_with(rate_code, sku_id) then rate_code
    else concat_ws('.', sku_id, coalesce(rate_code, rate_id)) end`;

const columns: Query = sql`
  availability_zone as "AvailabilityZone",
  billed as "BilledCost",
  payer_account_id as "BillingAccountId",
  case when payer_account_id is not null then coalesce(payer_account_name, payer_account_id) end as "BillingAccountName",
  case when payer_account_id is not null then 'Payer Account' end as "BillingAccountType",
  billing_currency as "BillingCurrency",
  period_after as "BillingPeriodEnd",
  period as "BillingPeriodStart",
  capacity_reservation as "CapacityReservationId",
  case when capacity_reservation is not null and ${isUse} then case when capacity_status ilike 'unused%' then 'Unused' else 'Used' end end as "CapacityReservationStatus",
  case when ${isUse} then 'Usage' when ${isBought} then 'Purchase' when kind = 'tax' then 'Tax' when kind = 'credit' then 'Credit'
    when kind = 'refund' then case when ${isRefundOfPurchase} then 'Purchase' else 'Usage' end
    else 'Adjustment' end as "ChargeCategory",
  case when ${isCorrection} then 'Correction' end as "ChargeClass",
  description as "ChargeDescription",
  case when ${isUse} or (kind = 'refund' and not ${isRefundOfPurchase}) then 'Usage-Based'
    when kind in ('plan fee', 'reservation fee') or (kind = 'fee' and product_code like 'AWSSupport%') then 'Recurring'
    else 'One-Time' end as "ChargeFrequency",
  charge_end as "ChargePeriodEnd",
  usage_start as "ChargePeriodStart",
  case when commitment is not null then commitment_category end as "CommitmentDiscountCategory",
  commitment as "CommitmentDiscountId", cast(null as varchar) as "CommitmentDiscountName",
  case when ${hasCommitted} then coalesce(committed, 0) end as "CommitmentDiscountQuantity",
  case when commitment is not null and ${isUse} then case when kind = 'unused' then 'Unused' else 'Used' end end as "CommitmentDiscountStatus",
  case when commitment is not null then case commitment_category when 'Spend' then 'Savings Plan' else 'Reserved Instance' end end as "CommitmentDiscountType",
  case when ${hasCommitted} then ${commitmentUnit} end as "CommitmentDiscountUnit",
  case when kind in ('usage', 'reserved', 'planned') then coalesce(consumed, 0) end as "ConsumedQuantity",
  case when kind in ('usage', 'reserved', 'planned') then ${unit} end as "ConsumedUnit",
  contracted as "ContractedCost",
  contracted_price as "ContractedUnitPrice",
  effective as "EffectiveCost",
  invoice_id as "InvoiceId",
  case when ${isAmazon} then 'AWS' else coalesce(invoicing_entity, legal_entity) end as "InvoiceIssuerName",
  listed as "ListCost",
  list_price as "ListUnitPrice",
  case when kind in ('reserved', 'planned', 'unused') then 'Committed' when not ${isPriced} then null
    when kind = 'usage' and usage_type like '%SpotUsage%' then 'Dynamic' else 'Standard' end as "PricingCategory",
  priced as "PricingQuantity",
  case when priced is not null then ${unit} end as "PricingUnit",
  'AWS' as "ProviderName",
  case when billing_entity = 'AWS Marketplace' then coalesce(legal_entity, 'AWS Marketplace') else 'AWS' end as "PublisherName",
  case when ${isPlace} then region_id end as "RegionId",
  case when ${isPlace} then coalesce(region_name, location, region_id) end as "RegionName",
  ${owned} as "ResourceId",
  case when ${owned} like 'arn:%' then nullif(regexp_extract(${owned}, '[^/:]+$'), '') end as "ResourceName",
  case when ${owned} is not null then ${resourceType(owned)} end as "ResourceType",
  coalesce(category, 'Other') as "ServiceCategory",
  coalesce(product_name, product['product_name'], product_code, service_code, 'AWS') as "ServiceName",
  coalesce(subcategory, 'Other (Other)') as "ServiceSubcategory",
  case when kind <> 'tax' then sku_id end as "SkuId",
  case when kind <> 'tax' and sku_id is not null then coalesce(usage_type, product_family, product_code) end as "SkuMeter",
  case when kind <> 'tax' and sku_id is not null then ${keyedTexts([
    ["InstanceType", sql`coalesce(instance_type, product['instance_type'])`],
    ["OperatingSystem", sql`coalesce(operating_system, product['operating_system'])`],
    ["StorageClass", sql`storage_class`],
    ["x_DatabaseEngine", sql`database_engine`],
    ["x_LicenseModel", sql`license_model`],
    ["x_Memory", sql`memory`],
    ["x_ProductFamily", sql`product_family`],
    ["x_Tenancy", sql`coalesce(tenancy, product['tenancy'])`],
    ["x_VCpu", sql`vcpu`],
    ["x_VolumeType", sql`volume_type`]
  ])} end as "SkuPriceDetails",
  case when kind <> 'tax' then ${skuPrice} end as "SkuPriceId",
  usage_account_id as "SubAccountId",
  coalesce(usage_account_name, usage_account_id) as "SubAccountName",
  case when usage_account_id is not null then 'Membership Account' end as "SubAccountType",
  tag_map as "Tags",
  bill_type as "x_BillType",
  ${mapText(sql`cost_category`, sql`category_columns`)} as "x_CostCategories",
  ${mapText(sql`discount`, sql`discount_columns`)} as "x_Discounts",
  invoicing_entity as "x_InvoicingEntity",
  legal_entity as "x_LegalEntity",
  line_item_type as "x_LineItemType",
  operation as "x_Operation",
  pricing_term as "x_PricingTerm",
  case when unit is null then pricing_unit end as "x_PricingUnitDescription",
  purchase_option as "x_PurchaseOption",
  coalesce(product_code, service_code) as "x_ServiceCode",
  tax_type as "x_TaxType",
  usage_type as "x_UsageType"`;

/** The type that an ARN names, else what the prefix of an id stands for, else the family of the product. */
function resourceType(id: Query): Query {
  return sql`coalesce(
    case when ${id} like 'arn:%' then nullif(regexp_extract(${id}, '^arn:[^:]*:[^:]*:[^:]*:[^:]*:([a-z-]+)[/:]', 1), '') end,
    case split_part(${id}, '-', 1) when 'i' then 'instance' when 'vol' then 'volume' when 'snap' then 'snapshot'
      when 'nat' then 'natgateway' when 'eni' then 'network-interface' when 'vpce' then 'vpc-endpoint' when 'ami' then 'image' end,
    case when product_code = 'AmazonS3' then 'bucket' end, product_family, product_code, 'resource')`;
}

function serviceRows(): readonly (readonly string[])[] {
  const categories = new Map(serviceSubcategories.map(({name, category}) => [name, category]));
  return Object.entries(awsServices).flatMap(([subcategory, codes]) =>
    codes.map((code) => [code, subcategory, categories.get(subcategory) ?? "Other"])
  );
}

function unitRows(): readonly (readonly string[])[] {
  return Object.entries(awsUnits).flatMap(([name, natives]) => natives.map((native) => [native, name]));
}
