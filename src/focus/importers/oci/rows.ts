import {identifier, join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {lookupTable} from "../lookup.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";
import {ociRegions} from "./regions.data.ts";
import {ociServices, ociUnitWords} from "./services.data.ts";

const account = sql`coalesce(subscription, tenant)`;

/**
 * Subscriptions that Universal Credits pay for: those of which any row of the delivery states an overage, be it 0. Only
 * overage is billed to them; what the credits cover was paid with these. All others pay as they go.
 */
function prepaid(siblings: readonly NativeRows[]): Query {
  const stated = siblings.map(
    ({query}) => sql`select ${account} as subscriber from ${query}
      where cost_overage is not null or overage_flag in ('y', 'yes', 'true')`
  );
  return sql`(select distinct subscriber from (${join(stated, " union all ")}))`;
}

/** FOCUS rows of a cost report, one for each of its own. */
export function ociRows(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const items = [...Object.entries(columns), ...extensions].map(
    ([name, value]) => sql`${value} as ${identifier(name)}`
  );
  const services = lookupTable("services", ["key", "category", "subcategory"], ociServices);
  return sql`select ${join(items)}
    from (select *, ${unitPrice(sql`cost`, sql`priced`, sql`price`)} as unit_price
      from (select *, ${pricedQuantity(sql`cost`, sql`quantity`)} as priced, coalesce(${unit}, 'Units') as priced_unit,
          ${account} in ${prepaid(siblings)} as is_prepaid from ${file.query})) as line
    left join ${services} on services.key = trim(regexp_replace(upper(line.service), '[^A-Z0-9]+', '_', 'g'), '_')`;
}

/** What Oracle bills: by subscription overage or all of it, summed before the two are told apart. */
export function ociInvoices(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select cast(null as varchar) as invoice, period, currency,
      cast(sum(case when subscriber in ${prepaid(siblings)} then overage else own end) as decimal(38, 18)) as billed
    from (select strftime(starts, '%Y-%m') as period, currency, ${account} as subscriber,
        coalesce(sum(cost_overage), 0) as overage, sum(cost) as own from ${file.query} group by all)
    group by all`;
}

export function ociChecks(file: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select 'billed-basis' as "check", 'info' as level,
      'Subscription ' || subscriber || case when subscriber in ${prepaid(siblings)}
        then ' states overage: Universal Credits pay for it, and BilledCost is its overage (cost/myCostOverage)'
        else ' states no overage: it pays as it goes, and BilledCost is its cost (cost/myCost)' end as message, count(*) as "rows"
    from (select ${account} as subscriber from ${file.query}) group by subscriber
    union all
    select 'list-cost-estimated', 'info', 'Oracle''s reports have no list prices; ListCost is the cost at your prices', count(*)
    from ${file.query}`;
}

const words = Object.entries(ociUnitWords).map(([from, to]) => sql`${literal(from)}: ${literal(to)}`);
const bare = sql`trim(regexp_replace(replace(lower(unit), ',', ''), '[^a-z0-9]+', ' ', 'g'))`;
const time = sql`regexp_extract(${bare}, '(?:^| )(hour|month|day|second|minute|year)s?$', 1)`;
const noun = sql`regexp_replace(${bare}, '(?: ?(?:per|each) )? ?(?:hour|month|day|second|minute|year)s?$', '')`;
// Capacity may be written with what it is capacity for; of counts and transfer the month only says when they start anew.
const what = sql`array_to_string(list_transform(regexp_split_to_array(
    regexp_replace(${noun}, ' (storage )?capacity$| storage$| per$', ''), ' +'),
  lambda w: coalesce(map {${join(words)}}[w], upper(w[1]) || w[2:])), ' ')`;
const unit = sql`case when unit is null then null when ${noun} = '' then upper(${time}[1]) || ${time}[2:] || 's'
  when ${time} = '' or regexp_matches(${noun}, '(request|transfer|million|transaction)') then ${what}
  else ${what} || '-' || upper(${time}[1]) || ${time}[2:] || 's' end`;

const regions = Object.entries(ociRegions).map(([id, name]) => sql`${literal(id)}: ${literal(name)}`);
const month = sql`date_trunc('month', starts)`;

const columns: Readonly<Record<string, Query>> = {
  BillingAccountId: account,
  BillingAccountName: sql`cast(null as varchar)`,
  BillingAccountType: sql`case when subscription is null then 'Tenancy' else 'Subscription' end`,
  SubAccountId: sql`tenant`,
  // The report has no name of the tenancy, and FOCUS wants one wherever there is an id.
  SubAccountName: sql`tenant`,
  SubAccountType: sql`'Tenancy'`,
  BillingCurrency: sql`currency`,
  BillingPeriodStart: month,
  BillingPeriodEnd: sql`${month} + interval 1 month`,
  ChargePeriodStart: sql`starts`,
  ChargePeriodEnd: sql`ends`,
  InvoiceId: sql`cast(null as varchar)`,
  InvoiceIssuerName: sql`'Oracle'`,
  ProviderName: sql`'Oracle'`,
  PublisherName: sql`'Oracle'`,
  ChargeCategory: sql`'Usage'`,
  ChargeClass: sql`case when is_correction = 'true' then 'Correction' end`,
  ChargeDescription: sql`coalesce(description, resource_kind, service, sku)`,
  ChargeFrequency: sql`'Usage-Based'`,
  BilledCost: sql`case when is_prepaid then coalesce(cost_overage, 0) else cost end`,
  EffectiveCost: sql`cost`,
  ContractedCost: sql`cost`,
  ListCost: sql`cost`,
  ContractedUnitPrice: sql`unit_price`,
  ListUnitPrice: sql`unit_price`,
  PricingCategory: sql`case when regexp_matches(coalesce(description, ''), '(?i)preemptible') then 'Dynamic' else 'Standard' end`,
  PricingQuantity: sql`cast(priced as decimal(38, 18))`,
  PricingUnit: sql`priced_unit`,
  ConsumedQuantity: sql`cast(coalesce(quantity, priced) as decimal(38, 18))`,
  ConsumedUnit: sql`priced_unit`,
  SkuId: sql`sku`,
  SkuMeter: sql`coalesce(description, sku)`,
  SkuPriceId: sql`sku`,
  SkuPriceDetails: sql`cast(null as varchar)`,
  ServiceName: sql`coalesce(service, 'Oracle Cloud')`,
  ServiceCategory: sql`coalesce(services.category, 'Other')`,
  ServiceSubcategory: sql`coalesce(services.subcategory, 'Other (Other)')`,
  RegionId: sql`lower(region)`,
  RegionName: sql`coalesce(map {${join(regions)}}[lower(region)], region)`,
  AvailabilityZone: sql`zone`,
  ResourceId: sql`resource_id`,
  ResourceName: sql`cast(null as varchar)`,
  ResourceType: sql`case when resource_id is not null then
    coalesce(nullif(regexp_extract(resource_id, '^ocid1\\.([a-z0-9]+)\\.', 1), ''), resource_kind, 'Resource') end`,
  // In the order of keys, whatever that of the columns is.
  Tags: sql`map_from_entries(list_sort(coalesce(map_entries(tags), [])))`
};

const extensions: readonly (readonly [string, Query])[] = [
  ["x_ReferenceNumber", sql`reference`],
  ["x_BackReferenceNumber", sql`back_reference`],
  ["x_CompartmentId", sql`compartment_id`],
  ["x_CompartmentName", sql`compartment_name`],
  ["x_Resource", sql`resource_kind`],
  ["x_OverageFlag", sql`overage_flag`],
  ["x_BilledQuantityOverage", sql`quantity_overage`],
  ["x_UnitPriceOverage", sql`price_overage`],
  ["x_CostOverage", sql`cost_overage`]
];
