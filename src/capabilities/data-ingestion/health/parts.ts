import type {Row} from "../../../engine/engine.ts";
import {join, literal, type Query, sql} from "../../../engine/query.ts";
import {serviceCategories} from "../../../focus/service-taxonomy.data.ts";
import {amountIn, countIn, type LakeReader, textIn} from "../lake-reader.ts";

/** Charges of a sub account or a service in a billing period. */
export interface PartOfPeriod {
  readonly source: string;
  readonly period: string;
  /** The sub account, where there is none the billing account; or the service. */
  readonly id: string;
  readonly currency: string;
  readonly rows: number;
  readonly billed: string;
}

export interface Canonical {
  readonly source: string;
  readonly currency: string;
  readonly rows: number;
  /** Rows whose service category is one of FOCUS. */
  readonly categorised: number;
  readonly usageRows: number;
  readonly usageWithRegion: number;
  /** Billed cost without its signs, and the part of it in rows with a category of FOCUS and a provider. */
  readonly size: string;
  readonly normalised: string;
  readonly billed: string;
  readonly providers: readonly string[];
}

export interface CommitmentUse {
  readonly source: string;
  readonly id: string;
  readonly currency: string;
  readonly purchases: number;
  readonly uses: number;
  /** Effective cost of what it covers, unused parts included. */
  readonly used: string;
  readonly bought: string;
  /** First day of any of its charges, and last day. */
  readonly from: string;
  readonly to: string;
}

/** Snapshots of billing periods from a month on. */
const since =
  (from: string) =>
  ({manifest}: {readonly manifest: {readonly billingPeriod: string}}): boolean =>
    manifest.billingPeriod === "all" || manifest.billingPeriod >= from;

export async function accountsByPeriod(reader: LakeReader, from: string): Promise<readonly PartOfPeriod[]> {
  const columns = ["SubAccountId", "BillingAccountId", "BillingPeriodStart", "BillingCurrency", "BilledCost"];
  return partsOf(reader, columns, sql`coalesce("SubAccountId", "BillingAccountId")`, from);
}

export async function servicesByPeriod(reader: LakeReader, from: string): Promise<readonly PartOfPeriod[]> {
  return partsOf(
    reader,
    ["ServiceName", "BillingPeriodStart", "BillingCurrency", "BilledCost"],
    sql`"ServiceName"`,
    from
  );
}

async function partsOf(
  reader: LakeReader,
  columns: readonly string[],
  id: Query,
  from: string
): Promise<readonly PartOfPeriod[]> {
  const text = reader.engine.dialect.types.text;
  const rows = await reader.charges(
    columns,
    (charges) => sql`select source, substr(cast("BillingPeriodStart" as ${text}), 1, 7) as period, ${id} as id,
        "BillingCurrency" as currency, count(*) as n, sum("BilledCost") as billed
      from ${charges} as charges group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    {},
    since(from)
  );
  return rows.map((row) => ({
    source: textIn(row, "source") ?? "",
    period: textIn(row, "period") ?? "",
    id: textIn(row, "id") ?? "",
    currency: textIn(row, "currency") ?? "",
    rows: countIn(row, "n"),
    billed: amountIn(row, "billed")
  }));
}

/** How much of each source is in the terms of FOCUS, of billing periods from a month on. */
export async function canonicalShares(reader: LakeReader, from: string): Promise<readonly Canonical[]> {
  const known = join(serviceCategories.map(literal));
  const rows = await reader.charges(
    ["ServiceCategory", "ServiceProviderName", "RegionId", "ChargeCategory", "BillingCurrency", "BilledCost"],
    (charges) => sql`
      select source, currency, sum(n) as n, sum(case when categorised then n else 0 end) as categorised,
        sum(case when used then n else 0 end) as uses, sum(case when used and placed then n else 0 end) as placed,
        sum(size) as size, sum(case when categorised and provider is not null then size end) as normalised,
        sum(billed) as billed, min(provider) as first_provider, max(provider) as last_provider
      from (
        select source, "BillingCurrency" as currency, coalesce("ServiceCategory" in (${known}), false) as categorised,
          "ServiceProviderName" as provider, "ChargeCategory" = 'Usage' as used, "RegionId" is not null as placed,
          count(*) as n, sum(abs("BilledCost")) as size, sum("BilledCost") as billed
        from ${charges} as charges group by 1, 2, 3, 4, 5, 6
      ) as kinds
      group by 1, 2 order by 1, 2`,
    {},
    since(from)
  );
  return rows.map((row) => ({
    source: textIn(row, "source") ?? "",
    currency: textIn(row, "currency") ?? "",
    rows: countIn(row, "n"),
    categorised: countIn(row, "categorised"),
    usageRows: countIn(row, "uses"),
    usageWithRegion: countIn(row, "placed"),
    size: amountIn(row, "size"),
    normalised: amountIn(row, "normalised"),
    billed: amountIn(row, "billed"),
    providers: [textIn(row, "first_provider"), textIn(row, "last_provider")].filter((each) => each !== null)
  }));
}

/** Commitments with what they were bought for and what they cover, of all periods. */
export async function commitmentUse(reader: LakeReader): Promise<readonly CommitmentUse[]> {
  const text = reader.engine.dialect.types.text;
  const day = (at: Query) => sql`substr(cast(${at} as ${text}), 1, 10)`;
  const rows = await reader.charges(
    ["CommitmentDiscountId", "ChargeCategory", "ChargePeriodStart", "BillingCurrency", "BilledCost", "EffectiveCost"],
    (charges) => sql`select source, "CommitmentDiscountId" as id, "BillingCurrency" as currency,
        sum(case when "ChargeCategory" = 'Purchase' then 1 else 0 end) as purchases,
        sum(case when "ChargeCategory" = 'Usage' then 1 else 0 end) as uses,
        sum(case when "ChargeCategory" = 'Usage' then "EffectiveCost" end) as used,
        sum(case when "ChargeCategory" = 'Purchase' then "BilledCost" end) as bought,
        ${day(sql`min("ChargePeriodStart")`)} as first_day, ${day(sql`max("ChargePeriodStart")`)} as last_day
      from ${charges} as charges where "CommitmentDiscountId" is not null group by 1, 2, 3 order by 1, 2, 3`
  );
  return rows.map((row: Row) => ({
    source: textIn(row, "source") ?? "",
    id: textIn(row, "id") ?? "",
    currency: textIn(row, "currency") ?? "",
    purchases: countIn(row, "purchases"),
    uses: countIn(row, "uses"),
    used: amountIn(row, "used"),
    bought: amountIn(row, "bought"),
    from: textIn(row, "first_day") ?? "",
    to: textIn(row, "last_day") ?? ""
  }));
}
