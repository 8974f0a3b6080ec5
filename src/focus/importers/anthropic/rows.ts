import {duckdbDialect} from "../../../engine/duckdb/dialect.ts";
import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {
  type ChargeColumns,
  charges,
  dayOf,
  monthOf,
  priced,
  providedBy,
  textNothing,
  unionAll,
  yes,
  zero
} from "../saas-charge.ts";

/** Cents as dollars: exact, as cents have at most 16 decimals. */
const dollars = duckdbDialect.product(sql`cents`, sql`cast(0.01 as decimal(36, 18))`, 18);

const service: ChargeColumns = {
  ...providedBy("Anthropic"),
  BillingAccountId: sql`'anthropic-organization'`,
  ServiceName: sql`'Claude API'`,
  ServiceCategory: sql`'AI and Machine Learning'`,
  ServiceSubcategory: sql`'Generative AI'`,
  SubAccountId: sql`workspace`,
  SubAccountName: sql`case workspace when 'default' then 'Default workspace' else workspace end`
};

const facts: ChargeColumns = {
  x_AnthropicModel: sql`model`,
  x_AnthropicServiceTier: sql`service_tier`,
  x_AnthropicContextWindow: sql`context_window`,
  x_AnthropicInferenceGeo: sql`nullif(inference_geo, 'not_available')`
};

/** Costs as they are billed, and the tokens behind them as rows of their own that cost nothing. */
export function anthropicRows({query}: NativeRows): Query {
  // The default workspace has no id; where no row has one, the report is not by workspace.
  const native = sql`(select *, coalesce(workspace_id, case when bool_or(workspace_id is not null) over () then 'default' end) as workspace
    from ${query})`;
  return unionAll([costRows(native), usageRows(native)]);
}

function costRows(native: Query): Query {
  const item = sql`coalesce(description, 'All usage')`;
  const isUse = sql`(dollars >= 0)`;
  return charges(
    {
      BilledCost: sql`dollars`,
      EffectiveCost: sql`dollars`,
      ...priced({
        list: sql`coalesce(list_price_usd, dollars)`,
        contracted: sql`dollars`,
        quantity: sql`cast(null as decimal(38, 18))`,
        unit: textNothing,
        isPriced: isUse,
        isUse
      }),
      BillingCurrency: sql`upper(currency)`,
      ...monthOf(sql`starting_at`),
      ChargePeriodStart: sql`starting_at`,
      ChargePeriodEnd: sql`ending_at`,
      ChargeCategory: sql`case when ${isUse} then 'Usage' else 'Credit' end`,
      ChargeFrequency: sql`case when ${isUse} then 'Usage-Based' else 'One-Time' end`,
      ChargeDescription: item,
      ...service,
      SkuId: sql`case when ${isUse} then ${item} end`,
      SkuPriceId: sql`case when ${isUse} then concat_ws('/', ${item}, service_tier, context_window, nullif(inference_geo, 'not_available')) end`,
      SkuMeter: sql`case when ${isUse} then coalesce(token_type, cost_type, 'all') end`,
      ...facts,
      x_AnthropicApiKeyId: sql`api_key_id`,
      x_CostBasis: sql`'billed'`
    },
    sql`(select *, ${dollars} as dollars from ${native} where kind = 'cost')`
  );
}

/** Meters of the usage report; they exclude each other, as input without cache, read from it, and written to it. */
const meters: readonly (readonly [name: string, unit: string, column: Query])[] = [
  ["uncached_input_tokens", "Tokens", sql`uncached_input_tokens`],
  ["cache_creation.ephemeral_1h_input_tokens", "Tokens", sql`cache_creation_1h`],
  ["cache_creation.ephemeral_5m_input_tokens", "Tokens", sql`cache_creation_5m`],
  ["cache_read_input_tokens", "Tokens", sql`cache_read_input_tokens`],
  ["output_tokens", "Tokens", sql`output_tokens`],
  ["web_search_requests", "Requests", sql`web_search_requests`]
];

/** Usage by day and what it is of, whatever the width of the buckets; one row for each meter that counted. */
function usageRows(native: Query): Query {
  const counted = meters.map(
    ([name, unit, column]) =>
      sql`select *, cast(${name} as varchar) as meter, cast(${unit} as varchar) as unit, ${column} as counted from ${native}
          where kind = 'usage' and coalesce(${column}, 0) <> 0`
  );
  const rolled = sql`(select date_trunc('day', starting_at) as day, meter, unit, model, workspace, api_key_id, service_tier,
      context_window, inference_geo, cast(sum(counted) as decimal(38, 18)) as counted
    from (${unionAll(counted)}) group by all)`;
  const sku = sql`concat(coalesce(model, 'all models'), ', ', meter)`;
  return charges(
    {
      BilledCost: zero,
      EffectiveCost: zero,
      ...priced({list: zero, contracted: zero, quantity: sql`counted`, unit: sql`unit`, isPriced: yes, isUse: yes}),
      BillingCurrency: sql`'USD'`,
      ...monthOf(sql`day`),
      ...dayOf(sql`day`),
      ChargeCategory: sql`'Usage'`,
      ChargeFrequency: sql`'Usage-Based'`,
      ChargeDescription: sku,
      ...service,
      SkuId: sku,
      SkuPriceId: sku,
      SkuMeter: sql`meter`,
      ...facts,
      x_AnthropicApiKeyId: sql`api_key_id`,
      x_CostBasis: sql`'none'`
    },
    rolled
  );
}

/** What Anthropic bills: the cents of the cost report, summed before they become dollars. */
export function anthropicInvoices({query}: NativeRows): Query {
  const billed = duckdbDialect.product(
    sql`cast(sum(cents) as decimal(38, 18))`,
    sql`cast(0.01 as decimal(36, 18))`,
    18
  );
  return sql`select cast(null as varchar) as invoice, strftime(starting_at, '%Y-%m') as period,
      upper(currency) as currency, ${billed} as billed
    from ${query} where kind = 'cost' group by all`;
}
