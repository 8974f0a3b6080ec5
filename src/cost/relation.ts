import type {Dialect, ScanFile} from "../engine/dialect.ts";
import {type Query, identifier, join, sql} from "../engine/query.ts";
import type {RollupFiles, Selection} from "../lake/lake.ts";
import type {Rollup} from "../lake/rollup/rollup.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import {type Purchase, purchaseOfCharge, purchaseOfRollup} from "./metric.ts";
import type {Axis} from "./question.ts";
import {instantValue, sourceColumn, textValue} from "./terms.ts";

/** Half-open days in UTC; null ends are open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Charges, or a roll-up of them, as a relation, and what it reads. */
export interface Relation {
  readonly query: Query;
  readonly files: readonly ScanFile[];
  readonly snapshots: readonly Snapshot[];
  /** The roll-up that is read in place of the charges; null where they are read themselves. */
  readonly rollup: Rollup | null;
  /** Rows of the files, before any filter. */
  readonly rows: number;
  readonly purchase: Purchase;
}

/** The column that says when a charge counts. */
export function timeColumn(axis: Axis): string {
  return axis === "charge" ? "ChargePeriodStart" : "BillingPeriodStart";
}

/** The snapshots of a selection that may have charges of these days, by their manifests alone. */
export function snapshotsWithin(selection: Selection, axis: Axis, days: DayRange): readonly Snapshot[] {
  return selection.snapshots.filter((snapshot) => mayHave(snapshot, axis, days));
}

/**
 * The charges of these snapshots, or null where they have no file; `within` still has to hold the rows. The column
 * `source` is added where it is among the columns.
 */
export function chargesRelation(
  selection: Selection,
  snapshots: readonly Snapshot[],
  columns: ReadonlySet<string>,
  dialect: Dialect
): Relation | null {
  const wanted = new Set(snapshots.map(({manifest}) => manifest.id));
  const files = selection.files.filter(({snapshot}) => wanted.has(snapshot));
  if (files.length === 0) return null;
  const rows = snapshots.reduce((total, {manifest}) => total + manifest.rows, 0);
  const query = scanOf("CostAndUsage", files, snapshots, columns, dialect);
  return {query, files, snapshots, rollup: null, rows, purchase: purchaseOfCharge};
}

/** A roll-up of these snapshots; each must have it. */
export function rollupRelation(
  rollups: readonly RollupFiles[],
  snapshots: readonly Snapshot[],
  columns: ReadonlySet<string>,
  dialect: Dialect
): Relation | null {
  const [first] = rollups;
  if (first === undefined) return null;
  const files = rollups.flatMap((each) => each.files);
  const rows = rollups.reduce((total, each) => total + each.rows, 0);
  const query = scanOf(`Rollup ${first.rollup.name}`, files, snapshots, columns, dialect);
  return {query, files, snapshots, rollup: first.rollup, rows, purchase: purchaseOfRollup};
}

function scanOf(
  dataset: string,
  files: readonly ScanFile[],
  snapshots: readonly Snapshot[],
  columns: ReadonlySet<string>,
  dialect: Dialect
): Query {
  if (!columns.has(sourceColumn)) return dialect.scan(dataset, files);
  const own = join([...columns].filter((column) => column !== sourceColumn).map((column) => identifier(column)));
  const parts = [...Map.groupBy(snapshots, ({manifest}) => manifest.source)].flatMap(([source, ofSource]) => {
    const ids = new Set(ofSource.map(({manifest}) => manifest.id));
    const part = files.filter(({snapshot}) => ids.has(snapshot));
    if (part.length === 0) return [];
    const scan = dialect.scan(dataset, part);
    return [sql`select ${own}, ${textValue(source, dialect)} as ${identifier(sourceColumn)} from ${scan}`];
  });
  return sql`(${join(parts, " union all ")})`;
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
