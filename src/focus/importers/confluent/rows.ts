import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {lookupTable} from "../lookup.ts";
import {charges, chosen, monthOf, priced, providedBy} from "../saas-charge.ts";
import {services, units} from "./services.data.ts";

const isCredit = sql`(line_type = 'PROMO_CREDIT' or amount < 0)`;
const isSupport = sql`(line_type = 'SUPPORT' or starts_with(product, 'SUPPORT'))`;

/** One FOCUS row for each cost of a day. */
export function confluentRows({query}: NativeRows): Query {
  const known = lookupTable("s", ["of", "service", "category", "subcategory"], services);
  const native = sql`(select n.*, s.service, s.category, s.subcategory from ${query} as n
    left join ${known} on s.of = case when ${isSupport} then 'SUPPORT' else n.product end)`;
  const isUse = sql`not ${isCredit}`;
  const unit = chosen(sql`unit`, units, sql`unit`);
  const meter = sql`concat_ws('/', line_type, network_access_type)`;
  return charges(
    {
      BilledCost: sql`amount`,
      EffectiveCost: sql`amount`,
      ...priced({
        list: sql`coalesce(original_amount, amount)`,
        contracted: sql`amount`,
        quantity: sql`quantity`,
        unit,
        stated: sql`price`,
        isPriced: isUse,
        isUse
      }),
      BillingAccountId: sql`'confluent-organization'`,
      BillingCurrency: sql`'USD'`,
      SubAccountId: sql`environment_id`,
      SubAccountName: sql`environment_id`,
      ...monthOf(sql`start_date`),
      ChargePeriodStart: sql`start_date`,
      ChargePeriodEnd: sql`end_date`,
      ChargeCategory: sql`case when ${isCredit} then 'Credit' else 'Usage' end`,
      ChargeFrequency: sql`case when ${isCredit} then 'One-Time' when ${isSupport} then 'Recurring' else 'Usage-Based' end`,
      ChargeDescription: sql`coalesce(description, concat_ws(' ', product, line_type))`,
      ...providedBy("Confluent"),
      ServiceName: sql`coalesce(service, 'Confluent Cloud')`,
      ServiceCategory: sql`coalesce(category, 'Integration')`,
      ServiceSubcategory: sql`coalesce(subcategory, 'Messaging')`,
      ResourceId: sql`resource_id`,
      ResourceName: sql`resource_name`,
      ResourceType: sql`case when resource_id is not null then product end`,
      SkuId: sql`case when ${isUse} then line_type end`,
      SkuPriceId: sql`case when ${isUse} then ${meter} end`,
      SkuMeter: sql`case when ${isUse} then line_type end`,
      x_ConfluentProduct: sql`product`,
      x_ConfluentLineType: sql`line_type`,
      x_ConfluentNetworkAccessType: sql`network_access_type`,
      x_ConfluentTierDimensions: sql`tier_dimensions`
    },
    native
  );
}

/** What Confluent bills: the amounts after discounts. */
export function confluentInvoices({query}: NativeRows): Query {
  return sql`select cast(null as varchar) as invoice, strftime(start_date, '%Y-%m') as period, 'USD' as currency,
      cast(sum(amount) as decimal(38, 18)) as billed
    from ${query} group by all`;
}
