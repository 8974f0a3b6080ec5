import {z} from "zod";
import {datasets} from "../focus/dataset.ts";

/** What the amounts of a manifest are: exact decimal text. */
export const amount = z.string().regex(/^-?\d+(\.\d+)?$/, "an exact decimal");

export const dataset = z.enum(datasets);

/** `YYYY-MM`, or `all` for a dataset that has no billing period. */
export const billingPeriod = z.string().regex(/^(\d{4}-(0[1-9]|1[0-2])|all)$/, "a billing period such as 2026-10");

const instant = z.iso.datetime();

/** Sums of one currency over the rows of a snapshot. */
export const moneyTotals = z.object({
  currency: z.string(),
  rows: z.int(),
  /** Null where the delivery has no such column. */
  billed: amount.nullable(),
  effective: amount.nullable(),
  contracted: amount.nullable(),
  list: amount.nullable()
});
export type MoneyTotals = z.output<typeof moneyTotals>;

export const snapshotFile = z.object({
  name: z.string(),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string()
});

/** A result of the checks that ingest makes, in words and figures. */
export const checkResult = z.object({
  check: z.string(),
  level: z.enum(["info", "warning", "error"]),
  message: z.string(),
  rows: z.int().optional()
});

/** One quarantined kind of fault, counted; the rows lie in `quarantine.ndjson` beside the manifest. */
export const quarantineSummary = z.object({
  reason: z.string(),
  column: z.string().nullable(),
  rows: z.int(),
  /** Billed cost of these rows where it could be read, one entry per currency. */
  billed: z.array(z.object({currency: z.string(), amount: amount.nullable()}))
});

/** Rules that fail, kept in a manifest; more are only counted. */
export const mostFailingRules = 100;

/** What came of holding a snapshot against the rules of FOCUS, in the corrected reading; what is not named here passed or did not apply. */
export const conformanceResult = z.object({
  /** The version whose rules they are. */
  focusVersion: z.string(),
  model: z.string(),
  /** What the vendor supports, as far as the columns speak for it. */
  criteria: z.array(z.string()),
  counts: z.object({pass: z.int(), fail: z.int(), skipped: z.int(), "needs-evidence": z.int()}),
  /** Rules that fail, without those that only fail for others below them. */
  failed: z.object({error: z.int(), warning: z.int(), info: z.int()}),
  /** Those rules, the worst first. */
  rules: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(["error", "warning", "info"]),
      violations: z.int(),
      cost: z.array(z.object({currency: z.string().nullable(), amount}))
    })
  )
});
export type ConformanceResult = z.output<typeof conformanceResult>;

/** The unit that a delivery replaces or appends to. */
export const unit = z.object({
  source: z.string(),
  dataset,
  partition: z.string(),
  billingPeriod
});
export type Unit = z.output<typeof unit>;

/** `manifest.json`: everything there is to know about one immutable delivery without reading its rows. */
export const manifest = z.object({
  /** Version of this layout; a greater one was written by newer software and is refused. */
  layout: z.int(),
  id: z.ulid(),
  organisation: z.string(),
  ...unit.shape,
  mode: z.enum(["overwrite", "append"]),
  createdAt: instant,
  /** When the load began that wrote it; absent where older software did. */
  startedAt: instant.optional(),
  /** Hash of the bytes delivered and of how they were read; equal deliveries are one snapshot. */
  contentHash: z.string(),
  /** Hash of how the bytes were read (importer, stated version, promoted tags). */
  reading: z.string(),
  software: z.string(),
  importer: z.string(),
  focusVersion: z.string(),
  flavour: z.string(),
  /** Files delivered; `splits` marks those that gave no rows and divided the rows of others. */
  inputs: z.array(z.object({name: z.string(), bytes: z.int(), sha256: z.string(), splits: z.literal(true).optional()})),
  files: z.array(snapshotFile),
  rows: z.int(),
  /** How many of the rows there are more than charges were billed, as charges were divided among workloads. */
  dividedRows: z.int().optional(),
  totals: z.array(moneyTotals),
  /** Half-open interval of the charge periods in the rows; null where there are none. */
  chargeFrom: instant.nullable(),
  chargeTo: instant.nullable(),
  /** End of the newest usage of a day or less; null where there is none, as in a list of monthly fees. */
  usageTo: instant.nullable(),
  /** Columns that the delivery had. */
  columns: z.array(z.string()),
  /** Tag keys that have a column of their own in the files. */
  tags: z.array(z.string()),
  /** Tag keys found in the rows with the rows that have them, the most frequent first, 50 at most. */
  tagKeys: z.array(z.object({key: z.string(), rows: z.int()})).default([]),
  accounts: z.array(z.string()),
  checks: z.array(checkResult),
  quarantined: z.int(),
  quarantine: z.array(quarantineSummary),
  /** Absent where it was not looked at: by the setting, or because older software wrote it. */
  conformance: conformanceResult.optional()
});
export type Manifest = z.output<typeof manifest>;

/** Where a snapshot stands: written but held back, seen by questions, replaced, or emptied of its rows. */
export const snapshotState = z.enum(["held", "active", "superseded", "pruned"]);
export type SnapshotState = z.output<typeof snapshotState>;

/** A manifest with what the catalog knows of it. */
export interface Snapshot {
  readonly manifest: Manifest;
  readonly state: SnapshotState;
  /** When questions saw it: half-open, ISO text; `to` is null while they still do. */
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

/**
 * How far the data of a snapshot reaches: to the end of its newest usage; where there are only longer charges, to the
 * end of the last one, but not past the delivery. ISO text in UTC; null without charges.
 */
export function dataThrough({usageTo, chargeTo, createdAt}: Manifest): string | null {
  if (usageTo !== null) return usageTo;
  if (chargeTo === null) return null;
  return Temporal.Instant.compare(chargeTo, createdAt) < 0 ? chargeTo : createdAt;
}
