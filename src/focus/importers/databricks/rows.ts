import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {lookupTable} from "../lookup.ts";
import {charges, monthOf, priced, providedBy, unionAll} from "../saas-charge.ts";
import {products} from "./products.data.ts";

/** List prices of the delivery, in one currency: US dollars where there are any. */
export function databricksPrices(siblings: readonly NativeRows[]): Query {
  const all = siblings.map(
    ({query}) => sql`select distinct cloud, sku_name, usage_unit, currency_code, price_start_time, price_end_time,
        coalesce(pricing_effective_list_default, try_cast(json_extract_string(pricing, '$.effective_list.default') as decimal(38, 18)),
          pricing_default, try_cast(json_extract_string(pricing, '$.default') as decimal(38, 18))) as price
      from ${query} where price_start_time is not null and usage_quantity is null`
  );
  const prices = sql`(${unionAll(all)})`;
  return sql`(select distinct * from ${prices} where currency_code = (
    select case when bool_or(currency_code = 'USD') then 'USD' else min(currency_code) end from ${prices}))`;
}

/** Usage at its list price; without the prices of its time the cost is unknown, and not zero. */
export function databricksRows({query}: NativeRows, siblings: readonly NativeRows[]): Query {
  const usage = sql`(select * from ${query} where price_start_time is null)`;
  const asOf = sql`(select u.*, p.currency_code as price_currency,
      case when p.price_end_time is null or u.usage_start_time < p.price_end_time then p.price end as price
    from ${usage} as u asof left join ${databricksPrices(siblings)} as p
      on u.cloud = p.cloud and u.sku_name = p.sku_name and u.usage_start_time >= p.price_start_time)`;
  const known = lookupTable("s", ["of", "service", "category", "subcategory"], products);
  const native = sql`(select n.*, ${costOf(sql`usage_quantity`, sql`price`)} as cost, ${resource} as resource,
      s.service, s.category, s.subcategory
    from ${asOf} as n left join ${known} on s.of = n.billing_origin_product)`;
  const isDbu = sql`(usage_unit = 'DBU')`;
  const class_ = sql`case when record_type <> 'ORIGINAL' and date_trunc('month', ingestion_date) > date_trunc('month', usage_start_time) then 'Correction' end`;
  const isPriced = sql`(${class_} is null)`;
  const columns = priced({
    list: sql`cost`,
    contracted: sql`cost`,
    quantity: sql`usage_quantity`,
    unit: sql`usage_unit`,
    stated: sql`price`,
    isPriced,
    isUse: isPriced
  });
  const unitPrice = sql`case when ${isPriced} then case when ${isDbu} then cast(1 as decimal(38, 18)) else price end end`;
  return charges(
    {
      BilledCost: sql`cost`,
      EffectiveCost: sql`cost`,
      ...columns,
      BillingAccountId: sql`account_id`,
      BillingCurrency: sql`coalesce(price_currency, 'USD')`,
      SubAccountId: sql`workspace_id`,
      SubAccountName: sql`workspace_id`,
      ...monthOf(sql`usage_start_time`),
      ChargePeriodStart: sql`usage_start_time`,
      ChargePeriodEnd: sql`usage_end_time`,
      ChargeCategory: sql`'Usage'`,
      ChargeClass: class_,
      ChargeFrequency: sql`'Usage-Based'`,
      ChargeDescription: sql`concat_ws(' ', sku_name, case when record_type <> 'ORIGINAL' then lower(record_type) end)`,
      ...providedBy("Databricks"),
      ServiceName: sql`coalesce(service, 'Databricks')`,
      ServiceCategory: sql`coalesce(category, 'Analytics')`,
      ServiceSubcategory: sql`coalesce(subcategory, 'Analytics Platforms')`,
      ResourceId: sql`resource.id`,
      ResourceName: sql`resource.id`,
      ResourceType: sql`resource.type`,
      SkuId: sql`sku_name`,
      SkuPriceId: sql`concat_ws('/', cloud, sku_name)`,
      SkuMeter: sql`coalesce(usage_type, usage_unit)`,
      PricingCurrency: sql`case when ${isDbu} then 'DBU' else coalesce(price_currency, 'USD') end`,
      PricingCurrencyEffectiveCost: sql`case when ${isDbu} then usage_quantity else cost end`,
      PricingCurrencyListUnitPrice: unitPrice,
      PricingCurrencyContractedUnitPrice: unitPrice,
      Tags: sql`custom_tags`,
      x_CostBasis: sql`'estimate'`,
      x_DatabricksRecordType: sql`record_type`,
      x_DatabricksProduct: sql`billing_origin_product`,
      x_DatabricksCloud: sql`cloud`,
      x_DatabricksJobId: metadata("job_id")
    },
    native
  );
}

function metadata(key: "cluster_id" | "warehouse_id" | "job_id" | "endpoint_name" | "dlt_pipeline_id"): Query {
  const flat = {
    cluster_id: sql`usage_metadata_cluster_id`,
    warehouse_id: sql`usage_metadata_warehouse_id`,
    job_id: sql`usage_metadata_job_id`,
    endpoint_name: sql`usage_metadata_endpoint_name`,
    dlt_pipeline_id: sql`usage_metadata_dlt_pipeline_id`
  };
  return sql`nullif(coalesce(${flat[key]}, json_extract_string(usage_metadata, ${`$.${key}`})), '')`;
}

const resource = sql`case
  when ${metadata("cluster_id")} is not null then {'id': ${metadata("cluster_id")}, 'type': 'Cluster'}
  when ${metadata("warehouse_id")} is not null then {'id': ${metadata("warehouse_id")}, 'type': 'SQL Warehouse'}
  when ${metadata("endpoint_name")} is not null then {'id': ${metadata("endpoint_name")}, 'type': 'Endpoint'}
  when ${metadata("dlt_pipeline_id")} is not null then {'id': ${metadata("dlt_pipeline_id")}, 'type': 'Pipeline'}
  when ${metadata("job_id")} is not null then {'id': ${metadata("job_id")}, 'type': 'Job'} end`;

function costOf(quantity: Query, price: Query): Query {
  return duckdbDialect.product(quantity, price, 18);
}

/** The list cost of usage: every price whose time holds the usage, which is one. */
export function databricksInvoices({query}: NativeRows, siblings: readonly NativeRows[]): Query {
  return sql`select cast(null as varchar) as invoice, strftime(u.usage_start_time, '%Y-%m') as period,
      p.currency_code as currency, cast(sum(${costOf(sql`u.usage_quantity`, sql`p.price`)}) as decimal(38, 18)) as billed
    from ${query} as u join ${databricksPrices(siblings)} as p on p.cloud = u.cloud and p.sku_name = u.sku_name
      and p.price_start_time <= u.usage_start_time
      and u.usage_start_time < coalesce(p.price_end_time, timestamp '2200-01-01')
    where u.price_start_time is null group by all`;
}
