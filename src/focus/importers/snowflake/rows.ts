import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {
  type ChargeColumns,
  charges,
  dayOf,
  decimalNothing,
  monthOf,
  priced,
  providedBy,
  textNothing,
  unionAll
} from "../saas-charge.ts";

/**
 * How a row is paid: `capacity` from what was bought before, `free` from credits that were given, `overage` by the next
 * invoice.
 */
const funding = sql`case when billing_type in ('rebate', 'support credit') then 'free'
  when balance_source in ('capacity', 'rollover') then 'capacity'
  when balance_source in ('free usage', 'rebate') then 'free' else 'overage' end`;

const isCompute = sql`contains(coalesce(rating_type, ''), 'compute')`;

/** Usage as it was used, and beside what was given for free the credit that pays for it. */
export function snowflakeRows({query}: NativeRows): Query {
  const native = sql`(select *, ${funding} as funding, cast(amount as decimal(38, 18)) as cost from ${query})`;
  return unionAll([
    usage(sql`(select * from ${native} where funding <> 'free' or cost >= 0)`),
    credits(sql`(select * from ${native} where funding = 'free')`)
  ]);
}

const common: ChargeColumns = {
  BillingAccountId: sql`organization_name`,
  BillingAccountName: sql`organization_name`,
  BillingCurrency: sql`upper(currency)`,
  SubAccountId: sql`account_locator`,
  SubAccountName: sql`case when account_locator is not null then coalesce(account_name, account_locator) end`,
  ...monthOf(sql`usage_date`),
  ...dayOf(sql`usage_date`),
  ...providedBy("Snowflake"),
  ServiceName: sql`case when billing_type = 'priority support' then 'Snowflake Support' else 'Snowflake' end`,
  ServiceCategory: sql`case when billing_type = 'priority support' then 'Management and Governance' else 'Databases' end`,
  ServiceSubcategory: sql`case when billing_type = 'priority support' then 'Support' else 'Data Warehouses' end`,
  RegionId: sql`region`,
  RegionName: sql`region`,
  PricingCurrency: sql`case when ${isCompute} then 'Credits' else upper(currency) end`,
  x_SnowflakeBalanceSource: sql`balance_source`,
  x_SnowflakeBillingType: sql`billing_type`,
  x_SnowflakeServiceLevel: sql`service_level`,
  x_SnowflakeContractNumber: sql`contract_number`
};

const correction = sql`case when is_adjustment = 'true' then 'Correction' end`;
const sku = sql`coalesce(service_type, usage_type, billing_type)`;

function usage(native: Query): Query {
  const isCapacity = sql`(funding = 'capacity')`;
  const committed = (value: Query): Query => sql`case when ${isCapacity} then ${value} end`;
  const isPriced = sql`(is_adjustment is distinct from 'true')`;
  const columns = priced({
    list: sql`cost`,
    contracted: sql`cost`,
    quantity: sql`usage`,
    unit: sql`case when ${isCompute} then 'Credits' when rating_type in ('storage', 'data transfer') then 'TB' else 'Units' end`,
    isPriced,
    isUse: isPriced
  });
  const price = columns["ContractedUnitPrice"] ?? decimalNothing;
  const credit = sql`case when ${isPriced} then case when ${isCompute} then cast(1 as decimal(38, 18)) else ${price} end end`;
  return charges(
    {
      BilledCost: sql`case when ${isCapacity} then 0 else cost end`,
      EffectiveCost: sql`cost`,
      ...columns,
      PricingCategory: sql`case when ${isPriced} then case when ${isCapacity} then 'Committed' else 'Standard' end end`,
      ...common,
      ChargeCategory: sql`'Usage'`,
      ChargeClass: correction,
      ChargeFrequency: sql`case when billing_type in ('consumption') then 'Usage-Based' else 'Recurring' end`,
      ChargeDescription: sql`concat_ws(' ', ${sku}, rating_type)`,
      CommitmentDiscountId: committed(sql`coalesce(contract_number, 'snowflake-capacity')`),
      CommitmentDiscountName: committed(sql`coalesce(contract_number, 'snowflake-capacity')`),
      CommitmentDiscountCategory: committed(sql`'Spend'`),
      CommitmentDiscountType: committed(sql`'Capacity'`),
      CommitmentDiscountStatus: committed(sql`'Used'`),
      CommitmentDiscountQuantity: sql`case when ${isCapacity} and ${isPriced} then cost end`,
      CommitmentDiscountUnit: sql`case when ${isCapacity} and ${isPriced} then upper(currency) end`,
      SkuId: sku,
      SkuPriceId: sql`concat_ws('/', ${sku}, rating_type, service_level, region)`,
      SkuMeter: sql`coalesce(rating_type, ${sku})`,
      PricingCurrencyEffectiveCost: sql`case when ${isCompute} then coalesce(usage, 0) else cost end`,
      PricingCurrencyListUnitPrice: credit,
      PricingCurrencyContractedUnitPrice: credit
    },
    native
  );
}

/** The credit for usage that was given, and adjustments of such credits as they are. */
function credits(native: Query): Query {
  const given = sql`(case when cost >= 0 then -cost else cost end)`;
  return charges(
    {
      BilledCost: given,
      EffectiveCost: given,
      ListCost: given,
      ContractedCost: given,
      PricingCategory: textNothing,
      PricingQuantity: decimalNothing,
      PricingUnit: textNothing,
      ListUnitPrice: decimalNothing,
      ContractedUnitPrice: decimalNothing,
      ConsumedQuantity: decimalNothing,
      ConsumedUnit: textNothing,
      ...common,
      ChargeCategory: sql`'Credit'`,
      ChargeClass: correction,
      ChargeFrequency: sql`'One-Time'`,
      ChargeDescription: sql`concat('Credit: ', ${sku}, ', ', balance_source)`,
      CommitmentDiscountId: textNothing,
      CommitmentDiscountName: textNothing,
      CommitmentDiscountCategory: textNothing,
      CommitmentDiscountType: textNothing,
      CommitmentDiscountStatus: textNothing,
      CommitmentDiscountQuantity: decimalNothing,
      CommitmentDiscountUnit: textNothing,
      SkuId: textNothing,
      SkuPriceId: textNothing,
      SkuMeter: textNothing,
      PricingCurrencyEffectiveCost: sql`case when not ${isCompute} then ${given} when cost >= 0 then -coalesce(usage, 0) else coalesce(usage, 0) end`,
      PricingCurrencyListUnitPrice: decimalNothing,
      PricingCurrencyContractedUnitPrice: decimalNothing
    },
    native
  );
}

/** What Snowflake bills: overage, less what it gives back; capacity was paid before and what is free is not paid. */
export function snowflakeInvoices({query}: NativeRows): Query {
  return sql`select cast(null as varchar) as invoice, strftime(usage_date, '%Y-%m') as period, upper(currency) as currency,
      cast(sum(amount) filter (where balance_source = 'overage' and billing_type not in ('rebate', 'support credit')
        or amount < 0 and (balance_source in ('free usage', 'rebate') or billing_type in ('rebate', 'support credit'))) as decimal(38, 18)) as billed
    from ${query} group by all`;
}
