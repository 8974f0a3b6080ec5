import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {charges, decimalNothing, monthOf, priced, providedBy, textNothing, unionAll} from "../saas-charge.ts";

const organization = sql`coalesce(public_id, org_name)`;

/**
 * The charges of a file that count: of costs so far within a month those of its last day in the delivery, and a product's
 * total only where it has no parts.
 */
export function latest({query}: NativeRows, siblings: readonly NativeRows[]): Query {
  const all = unionAll(
    siblings.map(
      (each) =>
        sql`select ${organization} as who, date_trunc('month', "date") as month, "date" as day from ${each.query}`
    )
  );
  const last = sql`(select who, month, max(day) as day from (${all}) group by all)`;
  return sql`(select n.* from (select *, count(*) filter (where charge_type <> 'total')
        over (partition by ${organization}, "date", product_name) as parts from ${query}) as n
      join ${last} as l on l.who = ${organization} and l.month = date_trunc('month', n."date") and l.day = n."date"
    where n.charge_type <> 'total' or n.parts = 0)`;
}

/** A product's commitment and what was used beyond it, by month. */
export function datadogRows(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const isUse = sql`(cost >= 0)`;
  const isCommitted = sql`(charge_type = 'committed')`;
  return charges(
    {
      BilledCost: sql`cost`,
      EffectiveCost: sql`cost`,
      ...priced({
        list: sql`cost`,
        contracted: sql`cost`,
        quantity: decimalNothing,
        unit: textNothing,
        isPriced: isUse,
        isUse
      }),
      PricingCategory: sql`case when ${isUse} then case when ${isCommitted} then 'Committed' else 'Standard' end end`,
      BillingAccountId: sql`coalesce(account_public_id, 'datadog-account')`,
      BillingAccountName: sql`account_name`,
      BillingCurrency: sql`'USD'`,
      SubAccountId: organization,
      SubAccountName: sql`coalesce(org_name, public_id)`,
      ...monthOf(sql`"date"`),
      ChargePeriodStart: sql`date_trunc('month', "date")`,
      ChargePeriodEnd: sql`case when day("date") = 1 then "date" + interval 1 month else date_trunc('day', "date") + interval 1 day end`,
      ChargeCategory: sql`case when ${isUse} then 'Usage' else 'Credit' end`,
      ChargeFrequency: sql`case when not ${isUse} then 'One-Time' when ${isCommitted} then 'Recurring' else 'Usage-Based' end`,
      ChargeDescription: sql`concat_ws(', ', product_name, replace(charge_type, '_', ' '))`,
      ...providedBy("Datadog"),
      ServiceName: sql`concat('Datadog ', coalesce(product_name, 'platform'))`,
      ServiceCategory: sql`'Management and Governance'`,
      ServiceSubcategory: sql`'Observability'`,
      SkuId: sql`case when ${isUse} then coalesce(product_name, 'platform') end`,
      SkuPriceId: sql`case when ${isUse} then concat_ws('/', coalesce(product_name, 'platform'), charge_type) end`,
      SkuMeter: sql`case when ${isUse} then coalesce(product_name, 'platform') end`,
      x_DatadogChargeType: sql`charge_type`,
      x_DatadogSite: sql`region`,
      x_CostBasis: sql`case when day("date") = 1 then 'billed' else 'estimate' end`
    },
    latest(file, siblings)
  );
}

/** What Datadog bills: per organization, month and product the parts, or the total where it has none. */
export function datadogInvoices(file: NativeRows, siblings: readonly NativeRows[]): Query {
  const days = unionAll(siblings.map(({query}) => sql`select ${organization} as who, "date" as day from ${query}`));
  return sql`select cast(null as varchar) as invoice, strftime("date", '%Y-%m') as period, 'USD' as currency,
      cast(coalesce(sum(cost) filter (where charge_type <> 'total'), sum(cost)) as decimal(38, 18)) as billed
    from ${file.query} as n
    where not exists (select 1 from (${days}) as d where d.who = ${organization} and d.day > n."date"
      and date_trunc('month', d.day) = date_trunc('month', n."date"))
    group by ${organization}, "date", product_name`;
}
