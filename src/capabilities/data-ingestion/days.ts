import type {Row} from "../../engine/engine.ts";
import {type Query, sql} from "../../engine/query.ts";
import {amountIn, countIn, type LakeReader, textIn} from "./lake-reader.ts";

/** Usage of one day that lasts no longer than a day; amounts are exact text. */
export interface SourceDay {
  readonly source: string;
  readonly currency: string;
  /** Day, in UTC, on which the charges begin. */
  readonly day: string;
  readonly period: string;
  readonly rows: number;
  readonly billed: string;
  /** Billed cost without its signs: what the day weighs. */
  readonly size: string;
}

const columns = [
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ChargeCategory",
  "BillingCurrency",
  "BillingPeriodStart",
  "BilledCost"
];

/** Usage by source and day of billing periods from a month on; longer charges, such as fees, say nothing of a day. */
export async function sourceDays(reader: LakeReader, from: string): Promise<readonly SourceDay[]> {
  const {dialect} = reader.engine;
  const text = dialect.types.text;
  const rows = await reader.charges(
    columns,
    (charges: Query) => sql`
      select source, "BillingCurrency" as currency, substr(cast("BillingPeriodStart" as ${text}), 1, 7) as period,
        substr(cast(${dialect.bucket("day", sql`"ChargePeriodStart"`)} as ${text}), 1, 10) as day, count(*) as n,
        sum("BilledCost") as billed, sum(abs("BilledCost")) as size
      from ${charges} as charges
      where "ChargeCategory" = 'Usage' and "ChargePeriodEnd" <= ${dialect.addDays(sql`"ChargePeriodStart"`, sql`1`)}
      group by 1, 2, 3, 4 order by 1, 4, 2, 3`,
    {},
    ({manifest}) => manifest.billingPeriod === "all" || manifest.billingPeriod >= from
  );
  return rows.map(dayOfRow);
}

function dayOfRow(row: Row): SourceDay {
  return {
    source: textIn(row, "source") ?? "",
    currency: textIn(row, "currency") ?? "",
    day: textIn(row, "day") ?? "",
    period: textIn(row, "period") ?? "",
    rows: countIn(row, "n"),
    billed: amountIn(row, "billed"),
    size: amountIn(row, "size")
  };
}

/** A weekday is expected where so many of its last twelve had charges. */
const expectedShare = 0.75;
const weeks = 12;

/**
 * Days without charges on which the twelve same weekdays before let one expect some, of the days since the first one and
 * before `end`; a weekday of which fewer than three are known is not expected.
 */
export function missingDays(days: Iterable<string>, end: string): string[] {
  const present = new Set(days);
  const [first] = [...present].toSorted();
  if (first === undefined) return [];
  const missing: string[] = [];
  const start = Temporal.PlainDate.from(first);
  for (let day = start; day.toString() < end; day = day.add({days: 1})) {
    if (present.has(day.toString())) continue;
    const before = Array.from({length: weeks}, (_, n) => day.subtract({weeks: n + 1})).filter(
      (each) => Temporal.PlainDate.compare(each, start) >= 0
    );
    const known = before.filter((each) => present.has(each.toString())).length;
    if (before.length >= 3 && known >= expectedShare * before.length) missing.push(day.toString());
  }
  return missing;
}
