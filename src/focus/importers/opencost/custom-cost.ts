import {literal, type Query, sql} from "../../../engine/query.ts";
import type {Importer, NativeColumn, NativeKind, NativeRows} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import {pricedQuantity, unitPrice} from "../unit-price.ts";

const each = "data.customCosts[]";

/** Places in the answer, by the importer's names. */
const places: Readonly<Record<string, readonly [string, NativeKind]>> = {
  since: ["data.window.start", "instant"],
  until: ["data.window.end", "instant"],
  total: ["data.totalBilledCost", "float"],
  id: [`${each}.id`, "text"],
  zone: [`${each}.zone`, "text"],
  account: [`${each}.account_name`, "text"],
  category: [`${each}.charge_category`, "text"],
  description: [`${each}.description`, "text"],
  resource: [`${each}.resource_name`, "text"],
  resource_type: [`${each}.resource_type`, "text"],
  provider_id: [`${each}.provider_id`, "text"],
  billed: [`${each}.billedCost`, "float"],
  list: [`${each}.listCost`, "float"],
  list_price: [`${each}.list_unit_price`, "float"],
  quantity: [`${each}.usage_quantity`, "float"],
  unit: [`${each}.usage_unit`, "text"],
  domain: [`${each}.domain`, "text"],
  source: [`${each}.cost_source`, "text"],
  aggregate: [`${each}.aggregate`, "text"]
};

const needed = new Set(["since", "until", "billed", "domain"]);

const columns: readonly NativeColumn[] = Object.entries(places).map(([name, [, kind]]) => ({
  name,
  kind,
  spelled: [name],
  ...(needed.has(name) ? {required: true as const, filled: true as const} : {}),
  // What plugins write as `charge_category` is FOCUS's; most write nothing.
  ...(name === "category" ? {values: ["usage", "purchase", "tax", "credit", "adjustment"], read: lower} : {})
}));

function lower(text: Query): Query {
  return sql`lower(${text})`;
}

/** OpenCost's prices and costs have no currency of their own: they are in dollars unless its configuration says otherwise. */
const currency = "USD";

function rows({query}: NativeRows): Query {
  const cost = sql`case when billed <> 0 then billed else listed end`;
  const word = sql`upper(left(category, 1)) || substr(category, 2)`;
  return sql`select date_trunc('month', since) as "BillingPeriodStart",
      date_trunc('month', since) + interval 1 month as "BillingPeriodEnd",
      since as "ChargePeriodStart", until as "ChargePeriodEnd",
      billed as "BilledCost", billed as "EffectiveCost", billed as "ContractedCost", listed as "ListCost",
      ${literal(currency)} as "BillingCurrency", domain as "BillingAccountId", account as "BillingAccountName",
      'Plugin' as "BillingAccountType", cast(null as varchar) as "SubAccountId", cast(null as varchar) as "SubAccountName",
      cast(null as varchar) as "SubAccountType", cast(null as varchar) as "InvoiceId", domain as "InvoiceIssuerName",
      domain as "ProviderName", domain as "PublisherName", charge as "ChargeCategory", cast(null as varchar) as "ChargeClass",
      coalesce(nullif(description, ''), nullif(aggregate, ''), domain) as "ChargeDescription",
      case charge when 'Usage' then 'Usage-Based' else 'One-Time' end as "ChargeFrequency",
      case when is_priced then 'Standard' end as "PricingCategory", priced as "PricingQuantity",
      case when is_priced then coalesce(nullif(unit, ''), 'Units') end as "PricingUnit",
      case when charge = 'Usage' then priced end as "ConsumedQuantity",
      case when charge = 'Usage' then coalesce(nullif(unit, ''), 'Units') end as "ConsumedUnit",
      ${unitPrice(sql`billed`, sql`priced`, sql`cast(null as decimal(38, 18))`)} as "ContractedUnitPrice",
      ${unitPrice(sql`listed`, sql`priced`, sql`list_price`)} as "ListUnitPrice",
      domain as "ServiceName", 'Other' as "ServiceCategory", 'Other (Other)' as "ServiceSubcategory",
      nullif(zone, '') as "RegionId", nullif(zone, '') as "RegionName", nullif(provider_id, '') as "ResourceId",
      nullif(resource, '') as "ResourceName",
      case when coalesce(nullif(provider_id, ''), nullif(resource, '')) is not null
        then coalesce(nullif(resource_type, ''), 'Resource') end as "ResourceType",
      case when charge <> 'Tax' then coalesce(nullif(id, ''), domain) end as "SkuId",
      case when charge <> 'Tax' then coalesce(nullif(description, ''), domain) end as "SkuMeter",
      case when is_priced then coalesce(nullif(id, ''), domain) end as "SkuPriceId",
      cast(null as varchar) as "SkuPriceDetails", map()::map(varchar, varchar) as "Tags",
      nullif(source, '') as "x_CostSource", nullif(aggregate, '') as "x_Aggregate"
    from (select *, charge in ('Usage', 'Purchase') as is_priced,
        case when charge in ('Usage', 'Purchase') then cast(${pricedQuantity(cost, sql`quantity`)} as decimal(38, 18)) end as priced
      from (select *, coalesce(${word}, 'Usage') as charge,
        case when list * sign(billed) < 0 then billed else coalesce(list, billed) end as listed from ${query}))`;
}

function invoices({query}: NativeRows): Query {
  return sql`select cast(null as varchar) as invoice, strftime(since, '%Y-%m') as period, ${literal(currency)} as currency, billed
    from ${query}`;
}

function checks({query}: NativeRows): Query {
  return sql`select 'currency-assumed' as "check", 'info' as level,
      'The answer names no currency; its costs are taken for dollars' as message, count(*) as "rows" from ${query}
    union all
    select 'total-differs', 'warning', 'The answer states a total of ' || cast(any_value(total) as varchar)
      || ', its costs add up to ' || cast(sum(billed) as varchar), count(*)
    from ${query} group by since, until having abs(any_value(total) - sum(billed)) > 0.01`;
}

/** Costs from outside a cluster that OpenCost's plugins have fetched: they are rows of their own. */
export const opencostCustomCostImporter: Importer = {
  id: "opencost-custom-cost",
  title: "OpenCost custom costs",
  about:
    "Costs that plugins of OpenCost or Kubecost have fetched from other vendors, as the answer of /customCost/total in JSON.",
  vendor: "plain",
  focus: "1.2",
  reads: "json",
  recognises: (names) => names.has("data.customcosts[].billedcost") && names.has("data.customcosts[].domain"),
  records: (documents) =>
    jsonRecords(documents, each, new Map(Object.entries(places).map(([name, [place]]) => [name, place]))),
  columns,
  money: {period: "since", billed: "billed"},
  rows,
  invoices,
  checks
};
