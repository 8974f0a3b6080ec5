import type {Session} from "../../engine/duckdb/duckdb.ts";
import type {Row} from "../../engine/engine.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import type {Dataset} from "../../focus/dataset.ts";
import {add, normalise} from "../../money/amount.ts";
import type {Manifest, MoneyTotals} from "../snapshot.ts";

/** What one converted file holds of one billing period. */
export interface PeriodTotals {
  readonly period: string;
  readonly rows: number;
  readonly money: readonly MoneyTotals[];
  readonly chargeFrom: string | null;
  readonly chargeTo: string | null;
  /** End of the newest usage of a day or less: how far the data reaches, which fees for a whole month do not tell. */
  readonly usageTo: string | null;
}

/** Columns of a dataset that totals are made of; null where it has none of that kind. */
interface TotalColumns {
  readonly period: string | null;
  readonly currency: string | null;
  readonly billed: string | null;
  readonly effective: string | null;
  readonly contracted: string | null;
  readonly list: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly accounts: readonly string[];
}

const none = {
  period: null,
  currency: null,
  billed: null,
  effective: null,
  contracted: null,
  list: null,
  from: null,
  to: null,
  accounts: []
};

const totalColumns: Readonly<Record<Dataset, TotalColumns>> = {
  CostAndUsage: {
    period: "BillingPeriodStart",
    currency: "BillingCurrency",
    billed: "BilledCost",
    effective: "EffectiveCost",
    contracted: "ContractedCost",
    list: "ListCost",
    from: "ChargePeriodStart",
    to: "ChargePeriodEnd",
    accounts: ["SubAccountId", "BillingAccountId"]
  },
  InvoiceDetail: {...none, period: "BillingPeriodStart", currency: "BillingCurrency", billed: "BilledCost"},
  BillingPeriod: {...none, period: "BillingPeriodStart"},
  ContractCommitment: {...none, from: "ContractCommitmentPeriodStart", to: "ContractCommitmentPeriodEnd"}
};

/** The billing period of a row as `YYYY-MM`; `all` in a dataset that has none. */
export function periodOf(dataset: Dataset): Query {
  const {period} = totalColumns[dataset];
  return period === null ? sql`'all'` : sql`strftime(${identifier(period)}, '%Y-%m')`;
}

/** The billing periods that a converted file has rows of. */
export async function periodsOf(
  session: Session,
  dataset: Dataset,
  file: string,
  signal: AbortSignal
): Promise<readonly string[]> {
  const query = sql`select distinct ${periodOf(dataset)} as period from ${scan([file])} order by 1`;
  return (await session.rows(query, {signal})).map((row) => String(row["period"]));
}

/** Exact sums by billing period and currency over one or more converted files. */
export async function totalsOf(
  session: Session,
  dataset: Dataset,
  files: readonly string[],
  signal: AbortSignal
): Promise<readonly PeriodTotals[]> {
  const columns = totalColumns[dataset];
  const sum = (name: string | null): Query =>
    // As DECIMAL, because a sum beyond 38 digits is an error to anybody who asks for it later.
    name === null
      ? sql`cast(null as varchar)`
      : sql`cast(cast(sum(${identifier(name)}) as decimal(38, 18)) as varchar)`;
  const bound = (aggregate: string, name: string | null): Query =>
    name === null ? sql`cast(null as timestamp)` : sql`${raw(aggregate)}(${identifier(name)})`;
  const currency = columns.currency === null ? sql`cast(null as varchar)` : identifier(columns.currency);
  const rows = await session.rows(
    sql`select ${periodOf(dataset)} as period, ${currency} as currency, count(*) as "rows",
        ${sum(columns.billed)} as billed, ${sum(columns.effective)} as effective,
        ${sum(columns.contracted)} as contracted, ${sum(columns.list)} as list,
        ${bound("min", columns.from)} as first, ${bound("max", columns.to)} as last, ${newestUsage(dataset)} as usage
      from ${scan(files)} group by 1, 2 order by 1, 2`,
    {signal}
  );
  const periods = new Map<string, Row[]>();
  for (const row of rows) {
    const period = String(row["period"]);
    periods.set(period, [...(periods.get(period) ?? []), row]);
  }
  return [...periods].map(([period, ofPeriod]) => ({
    period,
    rows: ofPeriod.reduce((total, row) => total + count(row), 0),
    money: ofPeriod.flatMap((row) => (row["currency"] === null ? [] : [moneyOf(row)])),
    chargeFrom: extreme(ofPeriod, "first", -1),
    chargeTo: extreme(ofPeriod, "last", 1),
    usageTo: extreme(ofPeriod, "usage", 1)
  }));
}

function newestUsage(dataset: Dataset): Query {
  if (dataset !== "CostAndUsage") return sql`cast(null as timestamp)`;
  return sql`max("ChargePeriodEnd") filter (where "ChargeCategory" = 'Usage'
    and "ChargePeriodEnd" <= "ChargePeriodStart" + interval 1 day)`;
}

function scan(files: readonly string[]): Query {
  return sql`read_parquet([${join(files.map(literal))}], union_by_name = true)`;
}

function count(row: Row): number {
  return Number(row["rows"]); // a count of rows
}

function moneyOf(row: Row): MoneyTotals {
  const amountOf = (name: string): string | null =>
    row[name] === null ? null : normalise(String(row[name]), {trailingZeros: false});
  return {
    currency: String(row["currency"]),
    rows: count(row),
    billed: amountOf("billed"),
    effective: amountOf("effective"),
    contracted: amountOf("contracted"),
    list: amountOf("list")
  };
}

function extreme(rows: readonly Row[], name: string, sign: 1 | -1): string | null {
  const found = rows.flatMap((row) => (row[name] === null ? [] : [String(row[name])]));
  return found.toSorted((a, b) => sign * Temporal.Instant.compare(b, a))[0] ?? null;
}

/** Accounts that a unit's files have rows of, for the check that a new delivery covers no fewer. */
export async function accountsOf(
  session: Session,
  dataset: Dataset,
  files: readonly string[],
  signal: AbortSignal
): Promise<readonly string[]> {
  const {accounts} = totalColumns[dataset];
  if (accounts.length === 0) return [];
  const rows = await session.rows(
    sql`select distinct coalesce(${join(accounts.map((name) => identifier(name)))}) as account
        from ${scan(files)} where account is not null order by 1 limit 100000`,
    {signal}
  );
  return rows.map((row) => String(row["account"]));
}

/** Keys kept of a snapshot, and the longest that is one to be offered. */
const mostTagKeys = 50;
const longestTagKey = 128;

/** The tag keys of these files with the rows that have them, the most frequent first. */
export async function tagKeysOf(
  session: Session,
  files: readonly string[],
  signal: AbortSignal
): Promise<Manifest["tagKeys"]> {
  const rows = await session.rows(
    sql`select "key", count(*) as "rows" from (select unnest(map_keys("Tags")) as "key" from ${scan(files)})
        where length("key") between 1 and ${raw(String(longestTagKey))}
        group by 1 order by 2 desc, 1 limit ${raw(String(mostTagKeys))}`,
    {signal}
  );
  // A count of rows.
  return rows.map((row) => ({key: String(row["key"]), rows: Number(row["rows"])}));
}

/** Columns whose values together make two rows look like one charge delivered twice. */
const likenessColumns = [
  "BillingPeriodStart",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ChargeCategory",
  "ChargeDescription",
  "SubAccountId",
  "ResourceId",
  "SkuId",
  "SkuPriceId",
  "BilledCost",
  "EffectiveCost",
  "ConsumedQuantity"
];

/**
 * The share, as a percentage from 0 to 100, of the rows of several files that stand in more than one of them. Complete
 * snapshots of one month that lie side by side are almost equal; parts of one delivery share almost nothing.
 */
export async function repeatedPercent(
  session: Session,
  files: readonly string[],
  signal: AbortSignal
): Promise<number> {
  const each = files.map(
    (file, n) =>
      sql`select ${raw(String(n))} as file, hash(${join(likenessColumns.map((name) => identifier(name)))}) as likeness
          from read_parquet(${literal(file)})`
  );
  const [row] = await session.rows(
    sql`select count(*) as distinct_in_files, coalesce(sum(files) - count(*), 0) as repeated, sum(files) as total from (
          select likeness, count(distinct file) as files from (${join(each, " union all ")}) group by likeness)`,
    {signal}
  );
  const total = BigInt(String(row?.["total"] ?? "0"));
  return total === 0n ? 0 : Number((BigInt(String(row?.["repeated"] ?? "0")) * 100n) / total); // a whole percentage
}

/** Sums of several files of one billing period. */
export function mergeTotals(parts: readonly PeriodTotals[]): PeriodTotals {
  const money = new Map<string, MoneyTotals>();
  for (const each of parts.flatMap((part) => part.money)) {
    const other = money.get(each.currency);
    money.set(each.currency, other === undefined ? each : addTotals(other, each));
  }
  const bounds = (pick: (part: PeriodTotals) => string | null): string[] =>
    parts.flatMap((part) => pick(part) ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b));
  return {
    period: parts[0]?.period ?? "all",
    rows: parts.reduce((total, part) => total + part.rows, 0),
    money: [...money.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    chargeFrom: bounds((part) => part.chargeFrom)[0] ?? null,
    chargeTo: bounds((part) => part.chargeTo).at(-1) ?? null,
    usageTo: bounds((part) => part.usageTo).at(-1) ?? null
  };
}

function addTotals(a: MoneyTotals, b: MoneyTotals): MoneyTotals {
  const sum = (x: string | null, y: string | null): string | null => (x === null ? y : y === null ? x : add(x, y));
  return {
    currency: a.currency,
    rows: a.rows + b.rows,
    billed: sum(a.billed, b.billed),
    effective: sum(a.effective, b.effective),
    contracted: sum(a.contracted, b.contracted),
    list: sum(a.list, b.list)
  };
}
