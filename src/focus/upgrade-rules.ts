import {type Query, sql} from "../engine/query.ts";
import type {FocusVersion} from "./column.ts";
import type {Dataset} from "./dataset.ts";

/** How a column of the current schema is had from the columns of an older file. */
export interface UpgradeRule {
  readonly id: string;
  readonly datasets: readonly Dataset[];
  /** The oldest and the newest version of a file that the rule is for, both inclusive. */
  readonly from: FocusVersion;
  readonly to: FocusVersion;
  /** The column that it fills. A file that has the column keeps it, unless the rule needs the column itself. */
  readonly column: string;
  /** Columns of the file that must all be there. */
  readonly needs: readonly string[];
  /** Those of them whose every value is in the result, so that they are not kept in the map `x` besides. */
  readonly carries: readonly string[];
  /** What it does and on what ground, in a sentence. */
  readonly about: string;
  /** The value as text; `source` gives a needed column, which is text. */
  expression(source: (name: string) => Query): Query;
}

const charges: readonly Dataset[] = ["CostAndUsage"];
const preview = {datasets: charges, from: "1.0-preview", to: "1.0-preview"} as const;

/**
 * All upgrades; the first that applies to a column is taken. They follow the specification's change log, and guess
 * nothing: what an older file does not say stays null.
 */
export const upgradeRules: readonly UpgradeRule[] = [
  {
    ...preview,
    id: "effective-cost-from-amortized-cost",
    ...renamed("AmortizedCost", "EffectiveCost"),
    about: "1.0-preview renamed AmortizedCost to EffectiveCost; some files kept the name of 0.5."
  },
  {
    ...preview,
    id: "charge-category-credit",
    column: "ChargeCategory",
    needs: ["ChargeCategory", "ChargeSubcategory"],
    carries: ["ChargeCategory"],
    about: "Credits were adjustments with the subcategory Credit and are a category of their own since 1.0.",
    expression: (source) => creditOr(source("ChargeCategory"), source("ChargeSubcategory"))
  },
  {
    ...preview,
    id: "charge-category-from-charge-type-and-subcategory",
    column: "ChargeCategory",
    needs: ["ChargeType", "ChargeSubcategory"],
    carries: ["ChargeType"],
    about: "1.0-preview renamed ChargeType to ChargeCategory; credits became a category of their own in 1.0.",
    expression: (source) => creditOr(source("ChargeType"), source("ChargeSubcategory"))
  },
  {
    ...preview,
    id: "charge-category-from-charge-type",
    ...renamed("ChargeType", "ChargeCategory"),
    about: "1.0-preview renamed ChargeType to ChargeCategory; some files kept the name of 0.5."
  },
  {
    ...preview,
    id: "charge-class-from-refund",
    column: "ChargeClass",
    needs: ["ChargeSubcategory"],
    carries: [],
    about: "A refund gives back what was billed before, which 1.0 calls a correction; nothing else is known to be one.",
    expression: (source) => sql`case when ${source("ChargeSubcategory")} = 'Refund' then 'Correction' end`
  },
  {
    ...preview,
    id: "commitment-status-from-subcategory",
    column: "CommitmentDiscountStatus",
    needs: ["ChargeSubcategory"],
    carries: [],
    about: "Used and unused commitment were subcategories of usage and are CommitmentDiscountStatus since 1.0.",
    expression: (source) =>
      sql`case ${source("ChargeSubcategory")} when 'Used Commitment' then 'Used' when 'Unused Commitment' then 'Unused' end`
  },
  {
    ...preview,
    id: "pricing-category-values",
    column: "PricingCategory",
    needs: ["PricingCategory"],
    carries: ["PricingCategory"],
    about: "1.0 renamed the values On-Demand and Commitment-Based to Standard and Committed.",
    expression: (source) => {
      const category = source("PricingCategory");
      return sql`case ${category} when 'On-Demand' then 'Standard' when 'Commitment-Based' then 'Committed' else ${category} end`;
    }
  },
  {
    ...preview,
    id: "region-id-from-region",
    ...renamed("Region", "RegionId"),
    about: "1.0 renamed Region to RegionId; RegionName stays null, since the file has no display name."
  },
  {
    ...preview,
    id: "consumed-quantity-from-usage-quantity",
    ...usageOnly("UsageQuantity", "ConsumedQuantity"),
    about: "1.0 renamed UsageQuantity to ConsumedQuantity and limited it to usage; the old column is kept in x."
  },
  {
    ...preview,
    id: "consumed-unit-from-usage-unit",
    ...usageOnly("UsageUnit", "ConsumedUnit"),
    about: "1.0 renamed UsageUnit to ConsumedUnit and limited it to usage; the old column is kept in x."
  },
  {
    datasets: charges,
    from: "1.0-preview",
    to: "1.3",
    id: "service-provider-from-provider",
    column: "ServiceProviderName",
    needs: ["ProviderName"],
    carries: [],
    about: "1.3 replaced ProviderName by ServiceProviderName.",
    expression: (source) => source("ProviderName")
  },
  {
    datasets: charges,
    from: "1.0-preview",
    to: "1.2",
    id: "host-provider-from-provider",
    column: "HostProviderName",
    needs: ["ProviderName"],
    carries: [],
    about: "Before 1.3 no other host could be named, and where none is, 1.3 wants the host to be the service provider.",
    expression: (source) => source("ProviderName")
  },
  {
    datasets: ["CostAndUsage", "InvoiceDetail", "BillingPeriod"],
    from: "1.0-preview",
    to: "1.4",
    id: "billing-period-end-of-month",
    column: "BillingPeriodEnd",
    needs: ["BillingPeriodStart"],
    carries: [],
    about:
      "A file without BillingPeriodEnd has the month that begins at BillingPeriodStart; null where none begins there.",
    expression: (source) => {
      const start = sql`try_cast(${source("BillingPeriodStart")} as timestamp)`;
      return sql`case when ${start} = date_trunc('month', ${start}) then strftime(${start} + interval 1 month, '%Y-%m-%dT%H:%M:%SZ') end`;
    }
  }
];

function renamed(old: string, column: string): Pick<UpgradeRule, "column" | "needs" | "carries" | "expression"> {
  return {column, needs: [old], carries: [old], expression: (source) => source(old)};
}

/** The value of usage rows: 1.0-preview also had it on purchases, where later versions demand null. */
function usageOnly(old: string, column: string): Pick<UpgradeRule, "column" | "needs" | "carries" | "expression"> {
  const expression: UpgradeRule["expression"] = (source) =>
    sql`case when ${source("ChargeCategory")} = 'Usage' then ${source(old)} end`;
  return {column, needs: [old, "ChargeCategory"], carries: [], expression};
}

function creditOr(category: Query, subcategory: Query): Query {
  return sql`case when ${category} = 'Adjustment' and ${subcategory} = 'Credit' then 'Credit' else ${category} end`;
}
