import type {CostQuestionInput} from "../src/cost/question.ts";

export interface BenchQuestion {
  readonly name: string;
  readonly question: CostQuestionInput;
  /** Days that it reads, half-open, from which the files follow. */
  readonly days: readonly [string, string];
  /** The same as one would type it for DuckDB; the metrics are the last columns. */
  readonly byHand: (files: string) => string;
}

const within = ([from, to]: readonly [string, string]): string =>
  `ChargePeriodStart >= timestamp '${from}' and ChargePeriodStart < timestamp '${to}'`;

const year = ["2025-01-01", "2026-01-01"] as const;
const quarter = ["2025-04-01", "2025-06-30"] as const;
const june = ["2025-06-01", "2025-07-01"] as const;
const mayAndJune = ["2025-05-01", "2025-07-01"] as const;

const noPurchase = "case when ChargeCategory = 'Purchase' and CommitmentDiscountId is not null then 0 else";

export const questions: readonly BenchQuestion[] = [
  {
    name: "month × service, a year",
    question: {by: ["service"], granularity: "month", period: "2025"},
    days: year,
    byHand: (files) =>
      `select date_trunc('month', ChargePeriodStart) as period, BillingCurrency, ServiceName, sum(BilledCost), sum(EffectiveCost)
       from ${files} where ${within(year)} group by all`
  },
  {
    name: "day × tag, 90 days",
    question: {by: ["tag.team"], granularity: "day", from: quarter[0], to: quarter[1]},
    days: quarter,
    byHand: (files) =>
      `select date_trunc('day', ChargePeriodStart) as period, BillingCurrency, tag_team, sum(BilledCost), sum(EffectiveCost)
       from ${files} where ${within(quarter)} group by all`
  },
  {
    name: "top 100 resources of a month",
    question: {by: ["resource"], period: "2025-06", top: 100},
    days: june,
    byHand: (files) =>
      `with resources as (select BillingCurrency, ResourceId, sum(BilledCost) as billed, sum(EffectiveCost) as effective
         from ${files} where ${within(june)} group by all),
       placed as (select *, row_number() over (partition by BillingCurrency order by billed desc) as place from resources)
       select BillingCurrency, case when place <= 100 then ResourceId end as resource, place > 100 as other, sum(billed), sum(effective)
       from placed group by all`
  },
  {
    name: "month over month, service × account",
    question: {by: ["service", "subaccount"], period: "2025-06", compare: "previous"},
    days: mayAndJune,
    byHand: (files) =>
      `select BillingCurrency, ServiceName, SubAccountId,
         sum(BilledCost) filter (where ChargePeriodStart < '2025-06-01'), sum(EffectiveCost) filter (where ChargePeriodStart < '2025-06-01'),
         sum(BilledCost) filter (where ChargePeriodStart >= '2025-06-01'), sum(EffectiveCost) filter (where ChargePeriodStart >= '2025-06-01')
       from ${files} where ${within(mayAndJune)} group by all`
  },
  {
    name: "one account, 30 days",
    question: {
      by: ["service"],
      granularity: "day",
      from: june[0],
      to: june[1],
      filter: "subaccount = '200000000017'"
    },
    days: june,
    byHand: (files) =>
      `select date_trunc('day', ChargePeriodStart) as period, BillingCurrency, ServiceName, sum(BilledCost), sum(EffectiveCost)
       from ${files} where ${within(june)} and SubAccountId = '200000000017' group by all`
  },
  {
    name: "year totals, 4 metrics",
    question: {metric: ["billed", "effective", "contracted", "list"], period: "2025"},
    days: year,
    byHand: (files) =>
      `select BillingCurrency, sum(BilledCost), sum(EffectiveCost), sum(${noPurchase} ContractedCost end), sum(${noPurchase} ListCost end)
       from ${files} where ${within(year)} group by all`
  }
];
