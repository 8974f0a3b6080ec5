import {join} from "node:path";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots, snapshotById} from "../catalog.ts";
import {quarantineList as listContract, quarantineShow as showContract} from "../contract.ts";
import type {Quarantined} from "../ingest/faults.ts";
import {quarantineName, snapshotPath} from "../layout.ts";
import {lakeOf} from "../open.ts";

export const quarantineListOperation = operation(listContract, quarantineList);
export const quarantineShowOperation = operation(showContract, quarantineShow);

export async function quarantineList(
  input: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const lake = await context.use(lakeOf);
  const snapshots = await findSnapshots(lake.store.db, lake.organisation, {
    states: ["active", "held"],
    ...(input.source === undefined ? {} : {sources: [input.source]})
  });
  const rows = snapshots.flatMap(({manifest, state}) =>
    manifest.quarantine.map((group) => ({
      snapshot: manifest.id,
      source: manifest.source,
      billingPeriod: manifest.billingPeriod,
      state,
      ...group
    }))
  );
  return {rows, totals: [{rows: rows.reduce((total, row) => total + row.rows, 0)}]};
}

export async function quarantineShow(
  input: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const lake = await context.use(lakeOf);
  const {manifest} = await snapshotById(lake.store.db, lake.organisation, input.snapshot);
  const text = await lake.storage.read(join(snapshotPath(manifest, manifest.id), quarantineName));
  const lines = (text ?? "").split("\n").filter((line) => line !== "");
  const rows = lines.slice(0, input.limit).map((line) => JSON.parse(line) as Quarantined);
  return {
    rows: rows.map(({more, row, ...rest}) => ({
      ...rest,
      more: [...more],
      row: row === null || typeof row === "string" ? row : {...row}
    })),
    total: lines.length
  };
}
