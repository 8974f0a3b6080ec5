import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {charges} from "./charges.ts";
import {labelPairs, systemLabel, tagsOf} from "./labels.ts";
import {priced, unit} from "./priced.ts";
import {gcpRegions} from "./regions.data.ts";
import {gcpServices} from "./services.data.ts";

/** FOCUS rows of a usage export. */
export function gcpRows(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const items = [...Object.entries(columns), ...extensions].map(
    ([name, value]) => sql`${value} as ${identifier(name)}`
  );
  return sql`select ${join(items)} from (select *, list_transform(pairs, lambda e: e.k) as keys
      from (select *, ${pairs} as pairs from (${priced(charges(file, siblings))}))) as charge
    left join (values ${join(serviceValues)}) as service(name, category, subcategory)
      on service.name = charge.service_description`;
}

const serviceValues = Object.entries(gcpServices).flatMap(([category, subcategories]) =>
  Object.entries(subcategories).flatMap(([subcategory, names]) =>
    names.map((name) => sql`(${literal(name)}, ${literal(category)}, ${literal(subcategory)})`)
  )
);

const pairs = labelPairs(sql`tags`, sql`labels`, sql`project_labels`, sql`system_labels`);

const regionNames = join(Object.entries(gcpRegions).map(([id, name]) => sql`${literal(id)}: ${literal(name)}`));

const month = (months: Query): Query =>
  sql`((invoice_month + ${months}) at time zone 'America/Los_Angeles' at time zone 'UTC')`;
const usage = (value: Query): Query => sql`case when charge_category = 'Usage' then ${value} end`;
const ofCommitment = sql`part in ('purchase', 'unused')`;
const committed = sql`part in ('purchase', 'unused', 'covered')`;
const isSpend = sql`ends_with(own_pool, '/spend')`;
const region = sql`coalesce(location_region, location_location)`;
const resource = sql`coalesce(resource_global_name, resource_name)`;
const seller = sql`case when coalesce(transaction_type, 'GOOGLE') <> 'GOOGLE' then seller_name end`;
const cores = sql`try_cast(${systemLabel(sql`system_labels`, "compute.googleapis.com/cores")} as integer)`;
const memory = sql`try_cast(${systemLabel(sql`system_labels`, "compute.googleapis.com/memory")} as decimal(38, 18))`;
const reservation = systemLabel(sql`system_labels`, "compute.googleapis.com/reservation_name");

const columns: Readonly<Record<string, Query>> = {
  BillingAccountId: sql`billing_account_id`,
  BillingAccountName: sql`cast(null as varchar)`,
  BillingAccountType: sql`'Billing Account'`,
  SubAccountId: sql`project_id`,
  SubAccountName: sql`case when project_id is not null then coalesce(project_name, project_id) end`,
  SubAccountType: sql`case when project_id is not null then 'Project' end`,
  BillingCurrency: sql`currency`,
  BillingPeriodStart: month(sql`interval 0 month`),
  BillingPeriodEnd: month(sql`interval 1 month`),
  ChargePeriodStart: sql`usage_start_time`,
  ChargePeriodEnd: sql`usage_end_time`,
  InvoiceId: sql`cast(null as varchar)`,
  InvoiceIssuerName: sql`'Google Cloud'`,
  ProviderName: sql`'Google Cloud'`,
  PublisherName: sql`coalesce(${seller}, 'Google Cloud')`,
  ChargeCategory: sql`charge_category`,
  ChargeClass: sql`case when coalesce(adjustment_info_id, adjustment_info_type, adjustment_info_mode) is not null then 'Correction' end`,
  ChargeDescription: sql`coalesce(credit_name, adjustment_info_description, sku_description, service_description,
    case when part = 'remainder' then 'Use under commitments less what their fees were given back' else kind_of_cost end)`,
  ChargeFrequency: sql`case charge_category when 'Usage' then 'Usage-Based' when 'Purchase' then 'Recurring'
    when 'Tax' then 'Recurring' else 'One-Time' end`,
  BilledCost: sql`cast(billed as decimal(38, 18))`,
  EffectiveCost: sql`cast(effective as decimal(38, 18))`,
  ContractedCost: sql`cast(contracted as decimal(38, 18))`,
  ListCost: sql`cast(list as decimal(38, 18))`,
  ContractedUnitPrice: sql`contracted_price`,
  ListUnitPrice: sql`list_price`,
  PricingCategory: sql`case when part in ('covered', 'unused') then 'Committed' when charge_category = 'Purchase' then 'Standard'
    when charge_category = 'Usage' then case when regexp_matches(coalesce(sku_description, ''), '(?i)\\b(spot|preemptible)\\b')
      then 'Dynamic' else 'Standard' end end`,
  PricingQuantity: sql`cast(priced_quantity as decimal(38, 18))`,
  PricingUnit: sql`priced_unit`,
  ConsumedQuantity: usage(
    sql`case when part <> 'unused' then cast(coalesce(consumed, priced_quantity) as decimal(38, 18)) end`
  ),
  ConsumedUnit: usage(sql`case when part <> 'unused' then
    case when consumed is null then priced_unit else coalesce(${unit(sql`usage_unit`)}, priced_unit) end end`),
  SkuId: sql`case when charge_category <> 'Tax' then sku_id end`,
  SkuMeter: sql`case when charge_category <> 'Tax' then sku_description end`,
  SkuPriceId: sql`case when is_priced then sku_id || coalesce('/' || price_tier_start_amount, '') end`,
  SkuPriceDetails: sql`case when is_priced and part <> 'unused' and (${cores} is not null or ${memory} is not null) then
    cast(json_merge_patch('{}'::json, to_json({'CoreCount': ${cores}, 'MemorySize': ${duckdbDialect.ratio(memory, sql`1024`, 3)},
      'InstanceType': ${systemLabel(sql`system_labels`, "compute.googleapis.com/machine_spec")}})) as varchar) end`,
  ServiceName: sql`coalesce(service_description, 'Google Cloud')`,
  ServiceCategory: sql`coalesce(service.category, 'Other')`,
  ServiceSubcategory: sql`coalesce(service.subcategory, 'Other (Other)')`,
  RegionId: region,
  RegionName: sql`coalesce(map {${regionNames}}[lower(${region})], ${region})`,
  AvailabilityZone: sql`location_zone`,
  ResourceId: sql`case when ${ofCommitment} then commitment else ${resource} end`,
  ResourceName: sql`case when ${ofCommitment} then sku_description
    else regexp_extract(coalesce(resource_name, resource_global_name), '([^/]+)/*$', 1) end`,
  ResourceType: sql`case when ${ofCommitment} then 'Commitment'
    when resource_global_name is not null then
      coalesce(nullif(regexp_replace(resource_global_name, '^//([^/]+)/(?:.*/)?([^/]+)/[^/]+$', '\\1/\\2'), resource_global_name), 'Resource')
    when resource_name is not null then coalesce(nullif(regexp_extract(resource_name, '([^/]+)/[^/]+$', 1), ''), 'Resource') end`,
  Tags: tagsOf(sql`pairs`, sql`keys`),
  CapacityReservationId: usage(sql`${reservation}`),
  CapacityReservationStatus: usage(sql`case when ${reservation} is not null then
    case when ${systemLabel(sql`system_labels`, "compute.googleapis.com/is_unused_reservation")} = 'true'
      then 'Unused' else 'Used' end end`),
  CommitmentDiscountId: sql`case when ${committed} then commitment end`,
  CommitmentDiscountName: sql`case when ${ofCommitment} then sku_description
    when part = 'covered' then coalesce(coverage[1].full_name, coverage[1].name, consumption_model_description) end`,
  CommitmentDiscountCategory: sql`case when ${committed} then case when ${isSpend} then 'Spend' else 'Usage' end end`,
  CommitmentDiscountType: sql`case when ${committed} then
    case when ${isSpend} then 'Spend-based CUD' else 'Resource-based CUD' end end`,
  CommitmentDiscountStatus: sql`case part when 'covered' then 'Used' when 'unused' then 'Unused' end`,
  CommitmentDiscountQuantity: sql`case when ${committed} and ${isSpend} then
      cast(case when part = 'purchase' then billed else effective end as decimal(38, 18))
    when ${committed} then cast(priced_quantity as decimal(38, 18)) end`,
  CommitmentDiscountUnit: sql`case when ${committed} and ${isSpend} then currency when ${committed} then priced_unit end`
};

/** What FOCUS has no column for, by the names that Google's own FOCUS data and others in the field give it. */
const extensions: readonly (readonly [string, Query])[] = [
  ["x_CostType", sql`kind_of_cost`],
  ["x_Credits", sql`case when len(credit_list) > 0 then credits end`],
  ["x_ExportTime", sql`export_time`],
  ["x_ServiceId", sql`service_id`],
  ["x_ProjectNumber", sql`project_number`],
  ["x_ProjectAncestryNumbers", sql`project_ancestry_numbers`],
  ["x_Country", sql`location_country`],
  ["x_CurrencyConversionRate", sql`currency_conversion_rate`],
  ["x_AdjustmentType", sql`adjustment_info_type`],
  ["x_AdjustmentMode", sql`adjustment_info_mode`],
  ["x_AdjustmentId", sql`adjustment_info_id`],
  ["x_TransactionType", sql`transaction_type`],
  ["x_InvoicePublisherType", sql`invoice_publisher_type`],
  ["x_SubscriptionInstanceId", sql`subscription_instance_id`],
  ["x_ConsumptionModelId", sql`consumption_model_id`],
  ["x_ConsumptionModelDescription", sql`consumption_model_description`]
];
