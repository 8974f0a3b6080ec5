import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {recordEvent, snapshotById} from "../catalog.ts";
import {snapshotsDiscard as discardContract} from "../contract.ts";
import {snapshotPath} from "../layout.ts";
import {lakeOf} from "../open.ts";

export const snapshotsDiscardOperation = operation(discardContract, snapshotsDiscard);

/** Throws `not-found` where the snapshot is not held back: what questions saw or see is never discarded. */
export async function snapshotsDiscard(
  input: Input<typeof discardContract>,
  context: Context
): Promise<Output<typeof discardContract>> {
  const lake = await context.use(lakeOf);
  const {effects, caller} = context;
  const {organisation} = lake;
  const {manifest} = await snapshotById(lake.store.db, organisation, input.snapshot);
  await lake.store.transaction(async (tx) => {
    // The state is read again here: somebody may have published it meanwhile.
    const found = await tx.selectFrom("snapshot").select("state").where("id", "=", manifest.id).executeTakeFirst();
    if (found?.state !== "held")
      throw new UserError("not-found", `Snapshot ${manifest.id} is ${found?.state ?? "gone"}, not held back`, {
        remedy: "List what can be discarded with: ashlar snapshots list --state held"
      });
    if (input.dryRun) return;
    await tx.deleteFrom("snapshot").where("id", "=", manifest.id).execute();
    const {source, billingPeriod, quarantined} = manifest;
    const detail = {source, billingPeriod, quarantined};
    const event = {organisation, caller: caller.id, operation: "snapshots.discard", subject: manifest.id, detail};
    await recordEvent(tx, event, effects);
  });
  if (!input.dryRun) await lake.storage.remove(snapshotPath(manifest, manifest.id));
  return {
    snapshot: manifest.id,
    status: input.dryRun ? "would be discarded" : "discarded",
    rows: manifest.rows,
    quarantined: manifest.quarantined
  };
}
