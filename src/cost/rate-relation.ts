import type {Dialect} from "../engine/dialect.ts";
import {type Query, join, sql} from "../engine/query.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import {type Converter, rateText} from "./rates.ts";
import {instantValue, textValue} from "./terms.ts";

/**
 * The rates of a question as a relation (currency, key, rate) to rank values by; null where there is none. Amounts of
 * the answer are not made with it: they are multiplied without rounding afterwards.
 */
export function rateRelation(
  converter: Converter,
  snapshots: readonly Snapshot[],
  question: CanonicalQuestion,
  dialect: Dialect
): Query | null {
  const rows = currenciesOf(snapshots).flatMap((currency) =>
    keysOf(converter, snapshots, question).flatMap((key) => {
      const rate = converter.find(currency, key);
      if (rate === null) return [];
      const units = sql`cast(${rateText(rate)} as ${dialect.types.decimal(36, 18)})`;
      return [sql`(${textValue(currency, dialect)}, ${instantValue(key, dialect)}, ${units})`];
    })
  );
  return rows.length === 0 ? null : sql`(select * from (values ${join(rows)}) as rates ("currency", "key", "rate"))`;
}

/** The currencies of the charges in these snapshots. */
export function currenciesOf(snapshots: readonly Snapshot[]): readonly string[] {
  return [...new Set(snapshots.flatMap(({manifest}) => manifest.totals.map(({currency}) => currency)))].toSorted();
}

/** The days or months that charges of these snapshots may be converted at. */
function keysOf(converter: Converter, snapshots: readonly Snapshot[], question: CanonicalQuestion): readonly string[] {
  const days = snapshots.flatMap(({manifest}) => {
    if (converter.basis === "invoice") return manifest.billingPeriod === "all" ? [] : [`${manifest.billingPeriod}-01`];
    return [manifest.chargeFrom, manifest.chargeTo].flatMap((instant) =>
      instant === null ? [] : [instant.slice(0, 10)]
    );
  });
  const sorted = days.toSorted();
  const [least] = sorted;
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) return [];
  const bounded = question.axis === "charge" && converter.basis !== "invoice";
  const earliest = question.compare?.from ?? question.from;
  const first = bounded && earliest !== null && earliest > least ? earliest : least;
  const last = bounded && question.to !== null && question.to < greatest ? question.to : greatest;
  const step = converter.basis === "charge-day" ? {days: 1} : {months: 1};
  const length = converter.basis === "charge-day" ? "2026-10-01".length : "2026-10".length;
  const keys: string[] = [];
  const begin = Temporal.PlainDate.from(converter.basis === "charge-day" ? first : `${first.slice(0, 7)}-01`);
  for (let day = begin; day.toString() <= last; day = day.add(step)) keys.push(day.toString().slice(0, length));
  return keys;
}
