import {createHash} from "node:crypto";
import {tagColumn} from "../layout.ts";

export type RollupBucket = "day" | "month";

/**
 * Exact sums of a snapshot's charges by fewer columns than they have. Every roll-up also has BillingCurrency,
 * BillingPeriodStart and ChargePeriodStart (cut to its bucket), the amounts, and `commitment_purchase`.
 */
export interface Rollup {
  readonly name: string;
  readonly bucket: RollupBucket;
  readonly columns: readonly string[];
  /** The roll-up it can be summed from, which is far smaller than the charges; null for the charges themselves. */
  readonly from: string | null;
}

/** What is summed. A sum is null only where no charge of its group has the amount. */
export const rollupAmounts = [
  "BilledCost",
  "EffectiveCost",
  "ContractedCost",
  "ListCost",
  "ConsumedQuantity",
  "PricingQuantity"
] as const;

/** What every roll-up has besides its own columns and the amounts. */
export const rollupKeys = ["BillingCurrency", "BillingPeriodStart", "ChargePeriodStart"] as const;

/** True for the purchase of a commitment, which contracted and list cost leave out. */
export const purchaseColumn = "commitment_purchase";

const services = [
  "ProviderName",
  "PublisherName",
  "ServiceProviderName",
  "InvoiceIssuerName",
  "InvoiceId",
  "BillingAccountId",
  "BillingAccountName",
  "SubAccountId",
  "SubAccountName",
  "RegionId",
  "RegionName",
  "ServiceCategory",
  "ServiceSubcategory",
  "ServiceName",
  "ChargeCategory",
  "ChargeClass",
  "ChargeFrequency",
  "PricingCategory",
  "CommitmentDiscountCategory",
  "CommitmentDiscountStatus",
  "CommitmentDiscountType",
  "ConsumedUnit",
  "PricingUnit"
];

const tagged = ["ServiceProviderName", "ServiceCategory", "ServiceName", "ChargeCategory", "ChargeClass"];

/**
 * The roll-ups of a practice with these promoted tag keys, each after the one it is summed from: services and accounts
 * by day and by month, all tags together, and each tag alone, which stays small where the combinations do not.
 */
export function rollupsOf(tags: readonly string[]): readonly Rollup[] {
  const allTags = tags.map(tagColumn);
  return [
    {name: "service-day", bucket: "day", columns: services, from: null},
    {name: "service-month", bucket: "month", columns: services, from: "service-day"},
    ...(tags.length === 0
      ? []
      : [{name: "tags-day", bucket: "day" as const, columns: [...tagged, ...allTags], from: null}]),
    ...(tags.length < 2
      ? []
      : allTags.map((column) => ({
          name: `${column}-day`,
          bucket: "day" as const,
          columns: [...tagged, column],
          from: "tags-day"
        })))
  ];
}

/** A short name of what a roll-up holds, so that one of an older definition is not taken for it. */
export function rollupRevision({name, bucket, columns}: Rollup): string {
  return createHash("sha256")
    .update(JSON.stringify([1, name, bucket, columns, rollupAmounts]))
    .digest("hex")
    .slice(0, 16);
}

/** Rows that a roll-up may have: a twentieth of the charges, above which it saves too little to be kept. */
export function rowBound(charges: number): number {
  return Math.max(Math.floor(charges / 20), smallRollup);
}

/** A roll-up of so few rows is kept whatever its share: reading it costs nothing. */
const smallRollup = 20_000;
