import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {
  type ChargeColumns,
  charges,
  chosen,
  decimalNothing,
  monthOf,
  priced,
  providedBy,
  textNothing,
  unionAll
} from "../saas-charge.ts";

/** Cents are whole, so dollars are exact. */
const dollars = (cents: Query): Query => duckdbDialect.product(cents, sql`cast(0.01 as decimal(36, 18))`, 18);

const isCredit = sql`(contains(sku, 'CREDIT') or total_price_cents < 0)`;
const isSupport = sql`(contains(sku, 'SUPPORT'))`;
const isBackup = sql`(contains(sku, 'BACKUP') or contains(sku, 'SNAPSHOT'))`;

/** Prepaid services are not charged with this invoice: they cost what they cost, and bill nothing. */
const billedOf = (cost: Query): Query => sql`(case when status_name = 'PREPAID' then 0 else ${cost} end)`;

/** Units as invoices write them → units of FOCUS; others stay as they are. */
const units: Readonly<Record<string, string>> = {
  "GB days": "GB-Days",
  "GB hours": "GB-Hours",
  GB: "GB",
  "server days": "Server-Days",
  "server hours": "Server-Hours",
  hours: "Hours",
  days: "Days"
};

const common: ChargeColumns = {
  InvoiceId: sql`case when status_name <> 'PENDING' then invoice_id end`,
  BillingAccountId: sql`org_id`,
  BillingCurrency: sql`'USD'`,
  ...monthOf(sql`invoice_start`),
  ...providedBy("MongoDB"),
  x_MongoDBInvoiceStatus: sql`status_name`
};

/** One FOCUS row for each line of an invoice, and one for its tax. */
export function atlasRows({query}: NativeRows): Query {
  return unionAll([
    lines(sql`(select *, ${dollars(sql`total_price_cents`)} as cost from ${query} where record = 'line')`),
    taxes(
      sql`(select *, ${dollars(sql`sales_tax_cents`)} as cost from ${query} where record = 'invoice' and sales_tax_cents <> 0)`
    )
  ]);
}

function lines(native: Query): Query {
  const isUse = sql`not ${isCredit}`;
  const starts = sql`coalesce(start_date, invoice_start)`;
  return charges(
    {
      BilledCost: billedOf(sql`cost`),
      EffectiveCost: sql`cost`,
      ...priced({
        list: sql`cost`,
        contracted: sql`cost`,
        quantity: sql`quantity`,
        unit: chosen(sql`unit`, units, sql`unit`),
        stated: sql`unit_price_dollars`,
        isPriced: isUse,
        isUse
      }),
      ...common,
      SubAccountId: sql`group_id`,
      SubAccountName: sql`case when group_id is not null then coalesce(group_name, group_id) end`,
      ChargePeriodStart: starts,
      ChargePeriodEnd: sql`case when end_date > ${starts} then end_date else date_trunc('day', ${starts}) + interval 1 day end`,
      ChargeCategory: sql`case when ${isCredit} then 'Credit' else 'Usage' end`,
      ChargeFrequency: sql`case when ${isCredit} then 'One-Time' when ${isSupport} then 'Recurring' else 'Usage-Based' end`,
      ChargeDescription: sql`concat_ws(', ', sku, note)`,
      ServiceName: sql`case when ${isSupport} then 'MongoDB Support' when ${isBackup} then 'MongoDB Atlas Backup' else 'MongoDB Atlas' end`,
      ServiceCategory: sql`case when ${isSupport} then 'Management and Governance' when ${isBackup} then 'Storage' else 'Databases' end`,
      ServiceSubcategory: sql`case when ${isSupport} then 'Support' when ${isBackup} then 'Backup Storage' else 'NoSQL Databases' end`,
      ResourceId: sql`case when cluster_name is not null then concat_ws('/', group_id, cluster_name) end`,
      ResourceName: sql`cluster_name`,
      ResourceType: sql`case when cluster_name is not null then 'Cluster' end`,
      SkuId: sql`case when ${isUse} then sku end`,
      SkuPriceId: sql`case when ${isUse} then concat_ws('/', sku, cast(tier_lower_bound as varchar)) end`,
      SkuMeter: sql`case when ${isUse} then coalesce(unit, sku) end`,
      Tags: tagsOf,
      x_MongoDBDiscountCents: sql`regexp_replace(cast(discount_cents as varchar), '\\.?0+$', '')`
    },
    native
  );
}

/** A tag has a list of values; several are one text with commas. */
const tagsOf = sql`map_from_entries(list_transform(map_entries(cast(cast(tags as json) as map(varchar, varchar[]))),
  lambda entry: {'k': entry.key, 'v': array_to_string(entry.value, ',')}))`;

function taxes(native: Query): Query {
  return charges(
    {
      BilledCost: sql`cost`,
      EffectiveCost: sql`cost`,
      ListCost: sql`cost`,
      ContractedCost: sql`cost`,
      PricingCategory: textNothing,
      PricingQuantity: decimalNothing,
      PricingUnit: textNothing,
      ListUnitPrice: decimalNothing,
      ContractedUnitPrice: decimalNothing,
      ConsumedQuantity: decimalNothing,
      ConsumedUnit: textNothing,
      ...common,
      SubAccountId: textNothing,
      SubAccountName: textNothing,
      ChargePeriodStart: sql`invoice_start`,
      ChargePeriodEnd: sql`invoice_end`,
      ChargeCategory: sql`'Tax'`,
      ChargeFrequency: sql`'One-Time'`,
      ChargeDescription: sql`'Sales tax'`,
      ServiceName: sql`'MongoDB Atlas'`,
      ServiceCategory: sql`'Databases'`,
      ServiceSubcategory: sql`'NoSQL Databases'`,
      ResourceId: textNothing,
      ResourceName: textNothing,
      ResourceType: textNothing,
      SkuId: textNothing,
      SkuPriceId: textNothing,
      SkuMeter: textNothing,
      Tags: sql`cast(null as map(varchar, varchar))`,
      x_MongoDBDiscountCents: textNothing
    },
    native
  );
}

/**
 * What MongoDB bills: the sub-total that the invoice states, which is of its positive lines, with its negative lines and
 * its tax; without a stated sub-total, or where lines are in quarantine, the
 * lines themselves.
 */
export function atlasInvoices({query}: NativeRows): Query {
  const id = sql`case when status_name <> 'PENDING' then invoice_id end`;
  const positive = sql`coalesce(sum(total_price_cents) filter (where record = 'line' and total_price_cents > 0), 0)`;
  const isWhole = sql`max(line_count) = count(*) filter (where record = 'line')`;
  const subtotal = sql`coalesce(case when ${isWhole} then max(subtotal_cents) end, ${positive})`;
  const credits = sql`coalesce(sum(total_price_cents) filter (where record = 'line' and total_price_cents < 0), 0)`;
  const services = sql`case when status_name = 'PREPAID' then 0 else ${subtotal} + ${credits} end`;
  const cents = sql`cast(${services} + coalesce(max(sales_tax_cents), 0) as decimal(38, 18))`;
  return sql`select invoice, period, currency, sum(billed) as billed from (
    select ${id} as invoice, strftime(invoice_start, '%Y-%m') as period, 'USD' as currency, ${dollars(cents)} as billed
    from ${query} group by invoice_id, status_name, invoice_start) group by all`;
}
