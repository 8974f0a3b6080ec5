import {findSnapshots} from "../../../lake/catalog.ts";
import {dataThrough, type Snapshot} from "../../../lake/snapshot.ts";
import type {Context} from "../../../operation.ts";
import {hasStore} from "../../../practice/check/present-data.ts";
import {parseBillingPeriod} from "../../../time/billing-period.ts";
import {type SourceDay, sourceDays} from "../days.ts";
import {lakeReader} from "../lake-reader.ts";
import {completePeriod} from "./completeness.ts";
import {type RepeatedRows, repeatedRows} from "./duplicates.ts";
import {
  accountsByPeriod,
  type Canonical,
  canonicalShares,
  commitmentUse,
  type CommitmentUse,
  type PartOfPeriod,
  servicesByPeriod
} from "./parts.ts";
import {type Thresholds, thresholdsOf} from "./thresholds.ts";

/** Everything that the health of sources is computed from: manifests, and a handful of questions over all sources. */
export interface Facts {
  readonly snapshots: readonly Snapshot[];
  /** Of each source, the newest billing period that is complete. */
  readonly complete: ReadonlyMap<string, string>;
  /** Instant through which each source has usage. */
  readonly through: ReadonlyMap<string, string>;
  readonly days: readonly SourceDay[];
  readonly accounts: readonly PartOfPeriod[];
  readonly services: readonly PartOfPeriod[];
  readonly canonical: readonly Canonical[];
  readonly commitments: readonly CommitmentUse[];
  readonly repeated: readonly RepeatedRows[];
  /** Sources whose period has too many rows to be looked through for equal charges. */
  readonly unsearched: readonly string[];
  readonly thresholds: Thresholds;
}

/** Billing periods that days and shares are looked at for, the newest included. */
const periodsLookedAt = 13;

/**
 * With `figures` only what indicators need: days and shares. The rest, which looks at accounts, commitments and equal
 * charges, is left empty.
 */
export async function collect(context: Context, depth: "all" | "figures" = "all"): Promise<Facts> {
  const thresholds = thresholdsOf(context.settings);
  const empty = {
    snapshots: [],
    complete: new Map(),
    through: new Map(),
    days: [],
    accounts: [],
    services: [],
    canonical: [],
    commitments: [],
    repeated: [],
    unsearched: [],
    thresholds
  };
  if (!hasStore(context)) return empty;
  const reader = await lakeReader(context);
  const snapshots = await findSnapshots(reader.lake.store.db, reader.lake.organisation, {});
  const costs = snapshots.filter(({manifest, state}) => state === "active" && manifest.dataset === "CostAndUsage");
  const newest = newestPeriod(costs);
  if (newest === null) return {...empty, snapshots};
  const back = (months: number): string => parseBillingPeriod(newest).subtract({months}).toString();
  const lost = thresholds.number("lost-periods");
  const through = new Map(
    [...Map.groupBy(costs, ({manifest}) => manifest.source)].flatMap(([source, own]) => {
      const ends = own.flatMap(({manifest}) => dataThrough(manifest) ?? []).toSorted(Temporal.Instant.compare);
      const end = ends.at(-1);
      return end === undefined ? [] : [[source, Temporal.Instant.from(end).toString()] as const];
    })
  );
  const complete = completePeriods(costs, through);
  const figures = {
    ...empty,
    snapshots,
    complete,
    through,
    days: await sourceDays(reader, back(periodsLookedAt - 1)),
    canonical: await canonicalShares(reader, back(periodsLookedAt - 1))
  };
  if (depth === "figures") return figures;
  const {periods, unsearched} = searched(costs, complete, thresholds.number("duplicate-rows"));
  return {
    ...figures,
    accounts: await accountsByPeriod(reader, back(lost + 1)),
    services: await servicesByPeriod(reader, back(lost + 1)),
    commitments: await commitmentUse(reader),
    repeated: periods.size === 0 ? [] : await repeatedRows(reader, periods),
    unsearched
  };
}

function newestPeriod(costs: readonly Snapshot[]): string | null {
  const periods = costs.map(({manifest}) => manifest.billingPeriod).filter((period) => period !== "all");
  return periods.toSorted().at(-1) ?? null;
}

function completePeriods(costs: readonly Snapshot[], through: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...Map.groupBy(costs, ({manifest}) => manifest.source)].flatMap(([source, own]) => {
      const last = newestPeriod(own);
      return last === null ? [] : [[source, completePeriod(last, through.get(source) ?? null)] as const];
    })
  );
}

function searched(costs: readonly Snapshot[], complete: ReadonlyMap<string, string>, most: number) {
  const rows = new Map<string, number>();
  for (const {manifest} of costs)
    if (complete.get(manifest.source) === manifest.billingPeriod)
      rows.set(manifest.source, (rows.get(manifest.source) ?? 0) + manifest.rows);
  const unsearched = [...rows].filter(([, count]) => count > most).map(([source]) => source);
  const periods = new Map([...complete].filter(([source]) => rows.has(source) && !unsearched.includes(source)));
  return {periods, unsearched};
}
