import type {Dialect, ScanFile} from "../engine/dialect.ts";
import {type Query, identifier, join, sql} from "../engine/query.ts";
import type {Selection} from "../lake/lake.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import type {Axis} from "./question.ts";
import {instantValue, sourceColumn, textValue} from "./terms.ts";

/** Half-open days in UTC; null ends are open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Charges as a relation, and what it reads. */
export interface Relation {
  readonly query: Query;
  readonly files: readonly ScanFile[];
  readonly snapshots: readonly Snapshot[];
}

/** The column that says when a charge counts. */
export function timeColumn(axis: Axis): string {
  return axis === "charge" ? "ChargePeriodStart" : "BillingPeriodStart";
}

/**
 * The files of a selection that may have charges of these days, or null where there are none. Files are left out by
 * the manifests alone; `within` still has to hold the rows. The column `source` is added where it is among the columns.
 */
export function chargesRelation(
  selection: Selection,
  axis: Axis,
  days: DayRange,
  columns: ReadonlySet<string>,
  dialect: Dialect
): Relation | null {
  const snapshots = selection.snapshots.filter((snapshot) => mayHave(snapshot, axis, days));
  const wanted = new Set(snapshots.map(({manifest}) => manifest.id));
  const files = selection.files.filter(({snapshot}) => wanted.has(snapshot));
  if (files.length === 0) return null;
  if (!columns.has(sourceColumn)) return {query: dialect.scan("CostAndUsage", files), files, snapshots};
  const own = join([...columns].filter((column) => column !== sourceColumn).map((column) => identifier(column)));
  const parts = [...Map.groupBy(snapshots, ({manifest}) => manifest.source)].flatMap(([source, ofSource]) => {
    const ids = new Set(ofSource.map(({manifest}) => manifest.id));
    const part = files.filter(({snapshot}) => ids.has(snapshot));
    if (part.length === 0) return [];
    const scan = dialect.scan("CostAndUsage", part);
    return [sql`select ${own}, ${textValue(source, dialect)} as ${identifier(sourceColumn)} from ${scan}`];
  });
  return {query: sql`(${join(parts, " union all ")})`, files, snapshots};
}

/** The condition that a charge counts in these days, or none for all data. */
export function within(axis: Axis, {from, to}: DayRange, dialect: Dialect): readonly Query[] {
  const time = identifier(timeColumn(axis));
  return [
    ...(from === null ? [] : [sql`${time} >= ${instantValue(from, dialect)}`]),
    ...(to === null ? [] : [sql`${time} < ${instantValue(to, dialect)}`])
  ];
}

function mayHave({manifest}: Snapshot, axis: Axis, {from, to}: DayRange): boolean {
  if (axis === "billing") {
    if (manifest.billingPeriod === "all") return true;
    const next = Temporal.PlainYearMonth.from(manifest.billingPeriod).add({months: 1}).toPlainDate({day: 1}).toString();
    return (to === null || `${manifest.billingPeriod}-01` < to) && (from === null || from < next);
  }
  const {chargeFrom, chargeTo} = manifest;
  if (chargeFrom === null || chargeTo === null) return true;
  const [begin, end] = [Temporal.Instant.from(chargeFrom), Temporal.Instant.from(chargeTo)];
  const at = (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`);
  // A charge may end in the instant it starts, so equality with the end does not leave a snapshot out.
  return (
    (to === null || Temporal.Instant.compare(begin, at(to)) < 0) &&
    (from === null || Temporal.Instant.compare(end, at(from)) >= 0)
  );
}
