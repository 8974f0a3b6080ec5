import {type Query, sql} from "../../../engine/query.ts";
import type {NativeRows} from "../importer.ts";
import {charges, dayOf, monthOf, priced, providedBy} from "../saas-charge.ts";

/**
 * Calls rolled up by day, model, the provider behind it, key and app before they reach the lake: a year of calls is as many
 * rows as a year of days. Cost and tokens of a group are one row, so neither is counted twice.
 */
export function openrouterRows({query}: NativeRows): Query {
  const total = (column: Query): Query => sql`cast(sum(${column}) as decimal(38, 18))`;
  const rolled = sql`(select date_trunc('day', called_at) as day, coalesce(model, permaslug, 'unknown model') as model, provider, key, app,
      ${total(sql`cost`)} as cost, ${total(sql`byok`)} as byok,
      ${total(sql`coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)`)} as tokens,
      ${total(sql`prompt_tokens`)} as prompt, ${total(sql`completion_tokens`)} as completion,
      ${total(sql`reasoning_tokens`)} as reasoning, ${total(sql`cached_tokens`)} as cached,
      ${total(sql`coalesce(requests, 1)`)} as requests
    from ${query} group by all)`;
  const isUse = sql`(cost >= 0)`;
  return charges(
    {
      BilledCost: sql`cost`,
      EffectiveCost: sql`cost`,
      ...priced({
        list: sql`cost`,
        contracted: sql`cost`,
        quantity: sql`nullif(tokens, 0)`,
        unit: sql`'Tokens'`,
        isPriced: isUse,
        isUse
      }),
      BillingAccountId: sql`'openrouter-account'`,
      BillingCurrency: sql`'USD'`,
      SubAccountId: sql`key`,
      SubAccountName: sql`key`,
      ...monthOf(sql`day`),
      ...dayOf(sql`day`),
      ChargeCategory: sql`case when ${isUse} then 'Usage' else 'Credit' end`,
      ChargeFrequency: sql`case when ${isUse} then 'Usage-Based' else 'One-Time' end`,
      ChargeDescription: sql`concat_ws(' by ', model, provider)`,
      ...providedBy("OpenRouter"),
      ServiceName: sql`'OpenRouter'`,
      ServiceCategory: sql`'AI and Machine Learning'`,
      ServiceSubcategory: sql`'Generative AI'`,
      SkuId: sql`case when ${isUse} then model end`,
      SkuPriceId: sql`case when ${isUse} then model end`,
      SkuMeter: sql`case when ${isUse} then 'Tokens' end`,
      x_CostBasis: sql`'estimate'`,
      x_OpenRouterProvider: sql`provider`,
      x_OpenRouterApp: sql`app`,
      x_OpenRouterRequests: plain(sql`requests`),
      x_OpenRouterPromptTokens: plain(sql`prompt`),
      x_OpenRouterCompletionTokens: plain(sql`completion`),
      x_OpenRouterReasoningTokens: plain(sql`reasoning`),
      x_OpenRouterCachedTokens: plain(sql`cached`),
      x_OpenRouterOwnKeyCost: plain(sql`nullif(byok, 0)`)
    },
    rolled
  );
}

function plain(value: Query): Query {
  return sql`regexp_replace(cast(${value} as varchar), '\\.?0+$', '')`;
}

/** What OpenRouter takes from the balance; what is paid to others with keys of one's own is not its bill. */
export function openrouterInvoices({query}: NativeRows): Query {
  return sql`select cast(null as varchar) as invoice, strftime(called_at, '%Y-%m') as period, 'USD' as currency,
      cast(sum(cost) as decimal(38, 18)) as billed
    from ${query} group by all`;
}
