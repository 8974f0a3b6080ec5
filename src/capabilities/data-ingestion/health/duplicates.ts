import {identifier, join, sql} from "../../../engine/query.ts";
import type {Snapshot} from "../../../lake/snapshot.ts";
import {amountIn, countIn, type LakeReader, textIn} from "../lake-reader.ts";
import {byCurrency} from "../tie/amounts.ts";

export interface RepeatedFile {
  readonly name: string;
  readonly sources: readonly string[];
  readonly period: string;
  readonly snapshots: string[];
  readonly money: {currency: string; amount: string}[];
}

/** Files whose bytes count in two sources or partitions at once: each is billed as often. By manifests alone. */
export function repeatedFiles(active: readonly Snapshot[]): readonly RepeatedFile[] {
  const places = active.flatMap(({manifest}) =>
    manifest.dataset !== "CostAndUsage"
      ? []
      : manifest.inputs.map(({name, sha256}) => ({name, key: `${sha256} ${manifest.billingPeriod}`, manifest}))
  );
  return [...Map.groupBy(places, ({key}) => key).values()].flatMap((same): RepeatedFile[] => {
    const units = new Set(same.map(({manifest}) => `${manifest.source}\0${manifest.partition}`));
    const [first] = same;
    if (first === undefined || units.size < 2) return [];
    const {manifest} = first;
    return [
      {
        name: first.name,
        sources: [...new Set(same.map((each) => each.manifest.source))],
        period: manifest.billingPeriod,
        snapshots: same.map((each) => each.manifest.id),
        money: byCurrency(manifest.totals.map(({currency, billed}) => ({currency, amount: billed ?? "0"})))
      }
    ];
  });
}

export interface RepeatedRows {
  readonly source: string;
  readonly currency: string;
  /** Rows beyond the first of each. */
  readonly rows: number;
  readonly billed: string;
}

/** What tells two charges of a vendor apart, as far as FOCUS has it. */
const identity = [
  "BillingAccountId",
  "SubAccountId",
  "BillingCurrency",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ChargeCategory",
  "ChargeClass",
  "ChargeDescription",
  "ServiceName",
  "ResourceId",
  "RegionId",
  "AvailabilityZone",
  "SkuId",
  "SkuPriceId",
  "SkuMeter",
  "PricingCategory",
  "PricingQuantity",
  "ConsumedQuantity",
  "CommitmentDiscountId",
  "CommitmentDiscountStatus",
  "InvoiceId",
  "BilledCost",
  "EffectiveCost",
  "ListCost"
] as const;

/** Charges with a cost that are there more than once with the same tags, in one billing period of each source. */
export async function repeatedRows(
  reader: LakeReader,
  periods: ReadonlyMap<string, string>
): Promise<readonly RepeatedRows[]> {
  const keys = join(identity.map((name) => identifier(name)));
  const rows = await reader.charges(
    [...identity, "Tags", "x"],
    (charges) => sql`
      select source, "BillingCurrency" as currency, sum(n - 1) as n, sum((n - 1) * "BilledCost") as billed
      from (
        select source, ${keys}, count(*) as n from ${charges} as charges
        where "BilledCost" <> 0 or "EffectiveCost" <> 0
        group by source, ${keys}, "Tags", "x"
        having count(*) > 1
      ) as repeated
      group by 1, 2 order by 1, 2`,
    {},
    ({manifest}) => periods.get(manifest.source) === manifest.billingPeriod
  );
  return rows.map((row) => ({
    source: textIn(row, "source") ?? "",
    currency: textIn(row, "currency") ?? "",
    rows: countIn(row, "n"),
    billed: amountIn(row, "billed")
  }));
}
