import type {Dialect} from "../../../engine/dialect.ts";
import type {Row} from "../../../engine/engine.ts";
import {type Query, join, literal, raw, sql} from "../../../engine/query.ts";
import type {Snapshot} from "../../../lake/snapshot.ts";
import {minorUnits} from "../../../money/currency.ts";
import {amountIn, countIn, type LakeReader, textIn} from "../lake-reader.ts";
import type {ChargeGroup} from "./facts.ts";

const columns = [
  "InvoiceIssuerName",
  "InvoiceId",
  "InvoiceDetailId",
  "BillingCurrency",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargeClass",
  "ProviderName",
  "PublisherName",
  "ServiceProviderName",
  "HostProviderName",
  "ServiceName",
  "BilledCost"
] as const;

export interface Months {
  readonly from: string;
  /** Included. */
  readonly to: string;
}

/**
 * Charges by what they say of their invoice, of billing periods from the first of these months on: later ones may
 * correct an invoice of before.
 */
export async function chargeGroups(reader: LakeReader, {from}: Pick<Months, "from">): Promise<readonly ChargeGroup[]> {
  const rows = await reader.charges(
    columns,
    (charges, snapshots) => groupsQuery(charges, snapshots, reader.engine.dialect),
    {},
    ({manifest}) => manifest.billingPeriod === "all" || manifest.billingPeriod >= from
  );
  return rows.map(groupOf).filter(({period}) => period >= from);
}

/** Billed cost by invoice line: what charges name an InvoiceDetailId of. */
export async function chargeLines(
  reader: LakeReader,
  {from}: Pick<Months, "from">
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.charges(
    columns,
    (charges) => sql`select "InvoiceId" as invoice, "BillingCurrency" as currency, "InvoiceDetailId" as line,
        sum("BilledCost") as billed
      from ${charges} as charges where "InvoiceDetailId" is not null group by 1, 2, 3`,
    {},
    ({manifest}) => manifest.billingPeriod === "all" || manifest.billingPeriod >= from
  );
  return new Map(
    rows.map((row) => [
      lineKey(textIn(row, "invoice"), textIn(row, "currency") ?? "", textIn(row, "line") ?? ""),
      amountIn(row, "billed")
    ])
  );
}

export function lineKey(invoice: string | null, currency: string, line: string): string {
  return JSON.stringify([invoice, currency, line]);
}

/** Billed cost by invoice, currency and billing period as questions saw it at a moment. */
export async function billedAsOf(
  reader: LakeReader,
  asOf: string,
  periods: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const {dialect} = reader.engine;
  const rows = await reader.charges(
    columns,
    (charges) => sql`select "InvoiceId" as invoice, "BillingCurrency" as currency, ${monthOf(dialect)} as period,
        sum("BilledCost") as billed
      from ${charges} as charges where "InvoiceId" is not null group by 1, 2, 3`,
    {asOf},
    ({manifest}) => periods.includes(manifest.billingPeriod)
  );
  return new Map(
    rows.map((row) => [
      asOfKey(textIn(row, "invoice") ?? "", textIn(row, "currency") ?? "", textIn(row, "period") ?? ""),
      amountIn(row, "billed")
    ])
  );
}

export function asOfKey(invoice: string, currency: string, period: string): string {
  return JSON.stringify([invoice, currency, period]);
}

function groupsQuery(charges: Query, snapshots: readonly Snapshot[], dialect: Dialect): Query {
  const rounded = (amount: string, currency: string) => roundedTo(raw(amount), raw(currency), snapshots, dialect);
  const keys = raw("1, 2, 3, 4, 5, 6, 7, 8");
  return sql`
    select source, issuer, invoice, currency, period, category, correction, marketplace,
      sum(n) as n, count(*) as services, sum(billed) as billed, sum(rounded) as rounded_rows,
      sum(${rounded("billed", "currency")}) as rounded_services
    from (
      select source, "InvoiceIssuerName" as issuer, "InvoiceId" as invoice, "BillingCurrency" as currency,
        ${monthOf(dialect)} as period, "ChargeCategory" as category,
        coalesce("ChargeClass" = 'Correction', false) as correction,
        coalesce("PublisherName" <> "ProviderName" or "ServiceProviderName" <> "HostProviderName", false) as marketplace,
        "ServiceName" as service, count(*) as n, sum("BilledCost") as billed,
        sum(${rounded('"BilledCost"', '"BillingCurrency"')}) as rounded
      from ${charges} as charges group by ${keys}, 9
    ) as services
    group by ${keys} order by ${keys}`;
}

/** A value rounded half away from zero to the minor unit of the currency of its row. */
function roundedTo(amount: Query, currency: Query, snapshots: readonly Snapshot[], dialect: Dialect): Query {
  const currencies = [...new Set(snapshots.flatMap(({manifest}) => manifest.totals.map(({currency}) => currency)))];
  const byDecimals = Map.groupBy(currencies, (currency) => minorUnits(currency));
  const exact = dialect.types.decimal(38, 18);
  const cases = [...byDecimals].flatMap(([decimals, own]) =>
    decimals === null
      ? []
      : [
          sql`when ${currency} in (${join(own.map(literal))})
            then cast(round(cast(${amount} as ${exact}), ${raw(String(decimals))}) as ${exact})`
        ]
  );
  return cases.length === 0 ? amount : sql`case ${join(cases, " ")} else cast(${amount} as ${exact}) end`;
}

function monthOf({types}: Dialect): Query {
  return sql`substr(cast("BillingPeriodStart" as ${types.text}), 1, 7)`;
}

function groupOf(row: Row): ChargeGroup {
  return {
    source: textIn(row, "source") ?? "",
    issuer: textIn(row, "issuer") ?? "",
    invoice: textIn(row, "invoice"),
    currency: textIn(row, "currency") ?? "",
    period: textIn(row, "period") ?? "",
    category: textIn(row, "category") ?? "",
    correction: row["correction"] === true,
    marketplace: row["marketplace"] === true,
    rows: countIn(row, "n"),
    services: countIn(row, "services"),
    billed: amountIn(row, "billed"),
    roundedRows: amountIn(row, "rounded_rows"),
    roundedServices: amountIn(row, "rounded_services")
  };
}
