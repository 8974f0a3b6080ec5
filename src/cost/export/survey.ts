import type {Session} from "../../engine/duckdb/duckdb.ts";
import type {Row} from "../../engine/engine.ts";
import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import {extensionColumn, lakeColumns} from "../../focus/columns.ts";
import type {Downgrade} from "../../focus/downgrade.ts";
import {periodOf} from "../../lake/ingest/totals.ts";
import type {Hidden} from "../hidden.ts";
import type {Filled} from "./export-column.ts";
import {type ExportMoney, moneyOf, sumsOf} from "./export-money.ts";
import type {ExportRows} from "./export-rows.ts";

/** A billing period of the export, `all` for a dataset that has none. */
export interface SurveyedPeriod {
  readonly period: string;
  readonly rows: number;
  readonly money: readonly ExportMoney[];
}

/** What a dataset has to be exported, before anything is written. */
export interface Survey extends Filled {
  readonly rows: number;
  readonly periods: readonly SurveyedPeriod[];
}

/** Counts rows, values and money of a dataset in one scan, and the keys of its map `x` in another. */
export async function survey(
  session: Session,
  rows: ExportRows,
  {columns, kept}: Downgrade,
  hidden: Hidden,
  signal: AbortSignal
): Promise<Survey> {
  const relation = rows.of(rows.snapshots);
  const none = {rows: 0, periods: [], values: new Map(), kept: new Map(), extensions: []};
  if (relation === null) return none;
  const lake = new Set(lakeColumns(rows.dataset).map(({name}) => name));
  const has = (name: string): boolean => lake.has(name) && !hidden.column(name);
  const currency = has("BillingCurrency") ? identifier("BillingCurrency") : sql`cast(null as varchar)`;
  const values = columns.map(({value}, index) => sql`count(${value}) as ${raw(`v${index}`)}`);
  const says = kept.map(
    ({value, regained}, index) => sql`count_if(${value} is distinct from ${regained}) as ${raw(`k${index}`)}`
  );
  const sums = sumsOf(has, (name) => identifier(name));
  const answer = await session.rows(
    sql`select ${periodOf(rows.dataset)} as period, ${currency} as currency, count(*) as "rows",
      ${join([...sums, ...values, ...says])} from ${relation} as charges group by 1, 2 order by 1, 2`,
    {signal}
  );
  if (answer.length === 0) return none;
  const counted = (prefix: string, names: readonly string[]): ReadonlyMap<string, bigint> =>
    new Map(names.map((name, index) => [name, total(answer, `${prefix}${index}`)]));
  return {
    rows: Number(total(answer, "rows")), // a count of rows
    periods: [...Map.groupBy(answer, (row) => String(row["period"]))].map(([period, ofPeriod]) => ({
      period,
      rows: Number(total(ofPeriod, "rows")), // a count of rows
      money: ofPeriod.flatMap((row) => moneyOf(row) ?? [])
    })),
    values: counted(
      "v",
      columns.map(({name}) => name)
    ),
    kept: counted(
      "k",
      kept.map(({name}) => name)
    ),
    extensions: hidden.column(extensionColumn) ? [] : await extensionsOf(session, relation, hidden, signal)
  };
}

async function extensionsOf(
  session: Session,
  relation: Query,
  hidden: Hidden,
  signal: AbortSignal
): Promise<readonly string[]> {
  const answer = await session.rows(
    sql`select distinct unnest(map_keys(${identifier(extensionColumn)})) as "key" from ${relation} as charges order by 1`,
    {signal}
  );
  return answer.map((row) => String(row["key"])).filter((key) => !hidden.extension(key));
}

function total(rows: readonly Row[], name: string): bigint {
  return rows.reduce((sum, row) => sum + BigInt(String(row[name] ?? 0)), 0n);
}
