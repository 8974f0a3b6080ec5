import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots, snapshotById} from "../catalog.ts";
import {snapshotsList as listContract, snapshotsShow as showContract} from "../contract.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";

export const snapshotsListOperation = operation(listContract, snapshotsList);
export const snapshotsShowOperation = operation(showContract, snapshotsShow);

export async function snapshotsList(
  input: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const lake = await context.use(lakeOf);
  const found = await findSnapshots(lake.store.db, lake.organisation, {
    ...(input.source === undefined ? {} : {sources: [input.source]}),
    ...(input.dataset === undefined ? {} : {dataset: input.dataset}),
    ...(input.period === undefined ? {} : {billingPeriod: input.period}),
    ...(input.state === undefined ? {} : {states: input.state})
  });
  return {rows: found.map(row)};
}

function row({manifest, state, activeFrom, activeTo}: Snapshot) {
  return {
    snapshot: manifest.id,
    source: manifest.source,
    dataset: manifest.dataset,
    partition: manifest.partition,
    billingPeriod: manifest.billingPeriod,
    state,
    createdAt: manifest.createdAt,
    activeFrom,
    activeTo,
    rows: manifest.rows,
    billed: manifest.totals.map(({currency, billed}) => ({currency, amount: billed})),
    quarantined: manifest.quarantined,
    bytes: manifest.files.reduce((total, file) => total + file.bytes, 0)
  };
}

export async function snapshotsShow(
  input: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const lake = await context.use(lakeOf);
  const {manifest, state, activeFrom, activeTo} = await snapshotById(lake.store.db, lake.organisation, input.snapshot);
  return {state, activeFrom, activeTo, manifest};
}
