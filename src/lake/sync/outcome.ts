import {counted} from "../../counted.ts";
import type {UserError} from "../../errors.ts";
import type {Output} from "../../operation.ts";
import type {ingest as ingestContract} from "../ingest/contract.ts";
import type {sync as syncContract} from "./contract.ts";
import type {FoundObjects} from "./found-objects.ts";
import type {Plan, PlannedDelivery} from "./plan.ts";

type SyncOutput = Output<typeof syncContract>;
type SourceRow = SyncOutput["rows"][number];
export type DeliveryRow = SyncOutput["deliveries"][number];
export type Ingested = Output<typeof ingestContract>;

/** What became of one source; `failure` is the first thing that went wrong. */
export interface SyncedSource {
  readonly row: SourceRow;
  readonly deliveries: readonly DeliveryRow[];
  readonly notes: readonly string[];
  readonly failure: UserError | null;
}

/** What is known of a source while it is fetched. */
export interface Tally {
  /** Whether what was taken in is of another place and was not forgotten yet. */
  moved: boolean;
  found: FoundObjects | null;
  plan: Plan | null;
  changed: number;
  gone: number;
  rows: DeliveryRow[];
  readonly notes: Set<string>;
  failure: UserError | null;
}

/** What ingest made of a delivery. */
export function ingestedOf({rows}: Ingested): Pick<DeliveryRow, "status" | "periods"> {
  const status = rows.some((row) => row.status === "held")
    ? "held"
    : rows.some((row) => row.status === "published")
      ? "published"
      : "unchanged";
  return {
    status,
    periods: rows.map(({dataset, billingPeriod, partition, status, snapshot, rows: count, rowsChange}) => ({
      dataset,
      billingPeriod,
      partition,
      status,
      snapshot,
      rows: count,
      rowsChange
    }))
  };
}

/** A delivery as the answer has it. */
export function rowOf(
  id: string,
  delivery: PlannedDelivery,
  result: Partial<DeliveryRow> & Pick<DeliveryRow, "status">
): DeliveryRow {
  return {
    source: id,
    delivery: labelOf(delivery),
    period: delivery.period,
    files: delivery.files.length,
    bytes: 0,
    periods: [],
    error: null,
    ...result
  };
}

/** What a delivery is called: its month, and what tells it from others of that month. */
export function labelOf(delivery: PlannedDelivery): string {
  const part = delivery.partition ?? delivery.manifest?.key ?? delivery.files[0]?.key ?? "";
  return delivery.period === null || part.includes(delivery.period) ? part : `${delivery.period} ${part}`;
}

/** The result for a source. */
export function outcome(source: string, dryRun: boolean, tally: Tally, next: string | null): SyncedSource {
  const {found, plan, rows, notes, failure} = tally;
  const came = rows.filter(({status}) => status !== "failed" && status !== "would fetch");
  const status =
    failure !== null
      ? "failed"
      : rows.some((row) => row.status === "held")
        ? "held"
        : rows.length === 0
          ? "unchanged"
          : dryRun
            ? "would sync"
            : "synced";
  return {
    row: {
      source,
      status,
      objects: found?.keys.size ?? 0,
      deliveries: plan?.deliveries.length ?? 0,
      changed: tally.changed,
      fetched: came.reduce((total, {files}) => total + files, 0),
      bytes: rows.reduce((total, {bytes}) => total + bytes, 0),
      gone: tally.gone,
      error: failure === null ? null : {code: failure.code, message: failure.message, remedy: failure.remedy ?? null},
      next
    },
    deliveries: rows,
    notes: shownNotes([...notes]).map((note) => `${source}: ${note}`),
    failure
  };
}

/** Notes of a source that are shown; a year of deliveries has hundreds. */
const mostNotes = 40;

/** That exports are packed is nothing to note where nobody looked at the files. */
function shownNotes(notes: readonly string[]): readonly string[] {
  const worth = notes.filter((note) => !/: unpacked \(\w+\)$/.test(note));
  const left = worth.length - mostNotes;
  return left > 0 ? [...worth.slice(0, mostNotes), `and ${counted(left, "further note")}`] : worth;
}
