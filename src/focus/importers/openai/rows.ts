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
  unionAll,
  yes,
  zero
} from "../saas-charge.ts";

const isCost = sql`object = 'organization.costs.result'`;
const organization = sql`coalesce(organization_id, 'openai-organization')`;
const service: ChargeColumns = {
  ...providedBy("OpenAI"),
  ServiceName: sql`'OpenAI API'`,
  ServiceCategory: sql`'AI and Machine Learning'`,
  ServiceSubcategory: sql`'Generative AI'`
};

/** Costs as they are billed, and the tokens behind them as rows of their own that cost nothing. */
export function openaiRows({query}: NativeRows): Query {
  return unionAll([costRows(query), usageRows(query)]);
}

function costRows(native: Query): Query {
  const item = sql`coalesce(line_item, 'All line items')`;
  const isUse = sql`(amount >= 0)`;
  return charges(
    {
      BilledCost: sql`amount`,
      EffectiveCost: sql`amount`,
      ...priced({
        list: sql`amount`,
        contracted: sql`amount`,
        quantity: sql`quantity`,
        unit: sql`quantity_unit`,
        isPriced: isUse,
        isUse
      }),
      BillingAccountId: organization,
      BillingAccountName: sql`organization_name`,
      BillingCurrency: sql`upper(currency)`,
      SubAccountId: sql`project_id`,
      SubAccountName: sql`case when project_id is not null then coalesce(project_name, project_id) end`,
      ...monthOf(sql`start_time`),
      ChargePeriodStart: sql`start_time`,
      ChargePeriodEnd: sql`end_time`,
      ChargeCategory: sql`case when ${isUse} then 'Usage' else 'Credit' end`,
      ChargeFrequency: sql`case when ${isUse} then 'Usage-Based' else 'One-Time' end`,
      ChargeDescription: item,
      ...service,
      SkuId: sql`case when ${isUse} then ${item} end`,
      SkuPriceId: sql`case when ${isUse} then ${item} end`,
      // A line item is a model and what of it, such as "gpt-4o-2024-08-06, input".
      SkuMeter: sql`case when ${isUse} then case when contains(line_item, ', ') then regexp_extract(line_item, ', ([^,]*)$', 1) else ${item} end end`,
      x_OpenAIModel: sql`case when contains(line_item, ', ') then regexp_extract(line_item, '^(.*), [^,]*$', 1) end`,
      x_OpenAIApiKeyId: sql`api_key_id`,
      x_OpenAIServiceTier: textNothing,
      x_OpenAIBatch: textNothing,
      x_OpenAIAudioTokens: textNothing,
      x_CostBasis: sql`'billed'`
    },
    sql`(select * from ${native} where ${isCost})`
  );
}

interface Meter {
  readonly name: string;
  readonly unit: string;
  readonly amount: Query;
}

/** Cached tokens are among the input tokens; audio tokens are among both, and stay a fact beside them. */
const meters: readonly Meter[] = [
  {name: "input", unit: "Tokens", amount: sql`input_tokens - coalesce(input_cached_tokens, 0)`},
  {name: "cached input", unit: "Tokens", amount: sql`input_cached_tokens`},
  {name: "output", unit: "Tokens", amount: sql`output_tokens`},
  {name: "requests", unit: "Requests", amount: sql`num_model_requests`},
  {name: "images", unit: "Images", amount: sql`images`},
  {name: "characters", unit: "Characters", amount: sql`characters`},
  {name: "seconds", unit: "Seconds", amount: sql`seconds`},
  {name: "storage", unit: "Bytes", amount: sql`usage_bytes`},
  {name: "sessions", unit: "Sessions", amount: sql`num_sessions`}
];

/** Usage by day, model, project and key, whatever the width of the buckets; one row for each meter that counted. */
function usageRows(native: Query): Query {
  const counted = meters.map(
    ({name, unit, amount}) =>
      sql`select *, cast(${name} as varchar) as meter, cast(${unit} as varchar) as unit, ${amount} as counted from ${native}
          where not ${isCost} and coalesce(${amount}, 0) <> 0`
  );
  const rolled = sql`(select date_trunc('day', start_time) as day, object, meter, unit, model, project_id, project_name,
      organization_id, organization_name, api_key_id, batch, service_tier, cast(sum(counted) as decimal(38, 18)) as counted,
      sum(case meter when 'input' then input_audio_tokens when 'output' then output_audio_tokens end) as audio
    from (${unionAll(counted)}) group by all)`;
  const sku = sql`concat(coalesce(model, regexp_extract(object, 'usage\\.(.*)\\.result', 1)), ', ', meter)`;
  return charges(
    {
      BilledCost: zero,
      EffectiveCost: zero,
      ...priced({
        list: zero,
        contracted: zero,
        quantity: sql`counted`,
        unit: sql`unit`,
        stated: decimalNothing,
        isPriced: yes,
        isUse: yes
      }),
      BillingAccountId: organization,
      BillingAccountName: sql`organization_name`,
      BillingCurrency: sql`'USD'`,
      SubAccountId: sql`project_id`,
      SubAccountName: sql`case when project_id is not null then coalesce(project_name, project_id) end`,
      ...monthOf(sql`day`),
      ...dayOf(sql`day`),
      ChargeCategory: sql`'Usage'`,
      ChargeFrequency: sql`'Usage-Based'`,
      ChargeDescription: sku,
      ...service,
      SkuId: sku,
      SkuPriceId: sku,
      SkuMeter: sql`meter`,
      x_OpenAIModel: sql`model`,
      x_OpenAIApiKeyId: sql`api_key_id`,
      x_OpenAIServiceTier: sql`service_tier`,
      x_OpenAIBatch: sql`batch`,
      x_OpenAIAudioTokens: sql`case when audio is not null then regexp_replace(cast(cast(audio as decimal(38, 18)) as varchar), '\\.?0+$', '') end`,
      x_CostBasis: sql`'none'`
    },
    rolled
  );
}

/** What OpenAI bills: the amounts of the costs API; usage is billed there and nowhere else. */
export function openaiInvoices({query}: NativeRows): Query {
  return sql`select cast(null as varchar) as invoice, strftime(start_time, '%Y-%m') as period, upper(currency) as currency,
      cast(sum(amount) as decimal(38, 18)) as billed
    from ${query} where ${isCost} group by all`;
}
