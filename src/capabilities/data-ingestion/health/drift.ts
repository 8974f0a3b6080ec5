import {findSnapshots} from "../../../lake/catalog.ts";
import type {Snapshot} from "../../../lake/snapshot.ts";
import {sum} from "../../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../../operation.ts";
import {hasStore} from "../../../practice/check/present-data.ts";
import {seesAmounts} from "../../../records/amount-access.ts";
import {type Drift, sourcesDrift as driftContract} from "../contract.ts";
import {less} from "../tie/amounts.ts";
import {plain} from "../tie/explain.ts";

export const sourcesDriftOperation = operation(driftContract, sourcesDrift);

/** From manifests alone; no row is read. */
export async function sourcesDrift(
  {source, dataset, all, limit}: Input<typeof driftContract>,
  context: Context
): Promise<Output<typeof driftContract>> {
  if (!hasStore(context)) return {rows: [], count: 0, notes: ["There is no data yet."]};
  const {lakeOf} = await import("../../../lake/open.ts");
  const {store, organisation} = await context.use(lakeOf);
  const snapshots = await findSnapshots(store.db, organisation, {
    ...(source === undefined ? {} : {sources: [source]}),
    ...(dataset === undefined ? {} : {dataset})
  });
  const found = driftsOf(snapshots).filter((each) => all || isOfForm(each) || each.compared === "same period");
  const rows = seesAmounts(context.caller) ? found : found.map((each) => ({...each, money: []}));
  return {
    rows: rows.slice(0, limit),
    count: found.length,
    notes: found.length === 0 ? ["No delivery differs in form from the one before it."] : []
  };
}

/** Each delivery against the one before it of its source, dataset and partition, the newest first. */
export function driftsOf(snapshots: readonly Snapshot[]): Drift[] {
  const seen = snapshots
    .filter(({activeFrom}) => activeFrom !== null)
    .toSorted((a, b) => order(a.activeFrom, b.activeFrom) || order(a.manifest.billingPeriod, b.manifest.billingPeriod));
  const series = Map.groupBy(seen, ({manifest: {source, dataset, partition}}) =>
    JSON.stringify([source, dataset, partition])
  );
  return [...series.values()]
    .flatMap((own) =>
      own.flatMap((after, index) => {
        const earlier = own.slice(0, index);
        const same = earlier.findLast(({manifest}) => manifest.billingPeriod === after.manifest.billingPeriod);
        const before = same ?? earlier.at(-1);
        return before === undefined
          ? []
          : [driftOf(before, after, same === undefined ? "delivery before" : "same period")];
      })
    )
    .toSorted((a, b) => order(b.at, a.at) || order(b.period, a.period));
}

function driftOf(before: Snapshot, after: Snapshot, compared: Drift["compared"]): Drift {
  const [old, now] = [before.manifest, after.manifest];
  const words = ["focusVersion", "flavour", "importer"] as const;
  const currencies = [...new Set([...old.totals, ...now.totals].map(({currency}) => currency))].toSorted();
  const billed = ({totals}: typeof old, currency: string): string =>
    plain(sum(totals.filter((each) => each.currency === currency).map((each) => each.billed ?? "0")));
  return {
    source: now.source,
    dataset: now.dataset,
    partition: now.partition,
    period: now.billingPeriod,
    at: after.activeFrom ?? now.createdAt,
    snapshot: now.id,
    before: old.id,
    compared,
    added: now.columns.filter((name) => !old.columns.includes(name)).toSorted(),
    removed: old.columns.filter((name) => !now.columns.includes(name)).toSorted(),
    changed: words.flatMap((what) => (old[what] === now[what] ? [] : [{what, from: old[what], to: now[what]}])),
    rows: {before: old.rows, after: now.rows},
    money: currencies.map((currency) => {
      const [was, is] = [billed(old, currency), billed(now, currency)];
      return {currency, before: was, after: is, change: less(is, was)};
    })
  };
}

function isOfForm({added, removed, changed}: Drift): boolean {
  return added.length > 0 || removed.length > 0 || changed.length > 0;
}

function order(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : a === b ? 0 : 1;
}
