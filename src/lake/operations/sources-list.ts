import {type Context, operation, type Output} from "../../operation.ts";
import {findSnapshots} from "../catalog.ts";
import {sourcesList as sourcesListContract} from "../contract.ts";
import {lakeOf} from "../open.ts";
import {dataThrough, type Snapshot} from "../snapshot.ts";
import {syncStates} from "../sync/state.ts";

export const sourcesListOperation = operation(sourcesListContract, (_, context) => sourcesList(context));

/** Every source that has data or that the practice declares, by name. */
export async function sourcesList(context: Context): Promise<Output<typeof sourcesListContract>> {
  const lake = await context.use(lakeOf);
  const snapshots = await findSnapshots(lake.store.db, lake.organisation, {});
  const fetched = await syncStates(lake.store.db, lake.organisation);
  const declared = new Map(context.settings.sources.map((source) => [source.id, source]));
  const ids = [...new Set([...declared.keys(), ...snapshots.map(({manifest}) => manifest.source)])].toSorted();
  const rows = ids.map((id) => {
    const settings = declared.get(id);
    const own = snapshots.filter(({manifest}) => manifest.source === id);
    return {
      source: id,
      title: settings?.title ?? null,
      owner: settings?.owner ?? null,
      cadence: settings?.cadence ?? null,
      location: settings?.location ?? null,
      lastSync: fetched.get(id)?.succeededAt ?? null,
      nextSync: settings?.cadence === undefined ? null : (fetched.get(id)?.nextDue ?? null),
      lastError: fetched.get(id)?.error ?? null,
      ...figures(own)
    };
  });
  const empty = rows.filter(({rows: n}) => n === 0).map(({source}) => source);
  return {
    rows,
    notes: [
      ...(rows.length === 0 ? ["There is no data yet. Begin with: ashlar ingest FILE --source NAME"] : []),
      ...rows.flatMap(({source, lastError}) => (lastError === null ? [] : [failed(source, lastError)])),
      ...(empty.length > 0 ? [`Without data: ${empty.join(", ")}.`] : [])
    ]
  };
}

function failed(source: string, error: string): string {
  return `Could not be fetched: ${error.startsWith(`${source}: `) ? error : `${source}: ${error}`}`;
}

function figures(own: readonly Snapshot[]) {
  const active = own.filter(({state}) => state === "active").map(({manifest}) => manifest);
  const periods = active
    .map(({billingPeriod}) => billingPeriod)
    .filter((period) => period !== "all")
    .toSorted();
  const ends = active.flatMap((manifest) => (manifest.dataset === "CostAndUsage" ? (dataThrough(manifest) ?? []) : []));
  return {
    datasets: [...new Set(active.map(({dataset}) => dataset))].toSorted(),
    firstPeriod: periods[0] ?? null,
    lastPeriod: periods.at(-1) ?? null,
    rows: active.reduce((total, manifest) => total + manifest.rows, 0),
    currencies: [...new Set(active.flatMap(({totals}) => totals.map(({currency}) => currency)))].toSorted(),
    lastDelivery:
      own
        .map(({manifest}) => manifest.createdAt)
        .toSorted()
        .at(-1) ?? null,
    dataThrough: ends.toSorted((a, b) => Temporal.Instant.compare(a, b)).at(-1) ?? null,
    held: own.filter(({state}) => state === "held").length,
    quarantined: active.reduce((total, manifest) => total + manifest.quarantined, 0)
  };
}
