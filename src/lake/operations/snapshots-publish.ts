import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {activate, activationInstant, recordEvent, snapshotById} from "../catalog.ts";
import {snapshotsPublish as publishContract} from "../contract.ts";
import {assess, markIfPossible, refuse} from "../ingest/publish.ts";
import {lakeOf} from "../open.ts";

export const snapshotsPublishOperation = operation(publishContract, snapshotsPublish);

/** Throws `replace.refused` where it would remove too much, `not-found` where the snapshot is not held back. */
export async function snapshotsPublish(
  input: Input<typeof publishContract>,
  context: Context
): Promise<Output<typeof publishContract>> {
  const lake = await context.use(lakeOf);
  const {effects, caller, settings} = context;
  const {manifest, state} = await snapshotById(lake.store.db, lake.organisation, input.snapshot);
  if (state !== "held" || manifest.rows === 0)
    throw new UserError(
      "not-found",
      `Snapshot ${manifest.id} is ${state}${manifest.rows === 0 ? " and has no rows" : ""}; only one that is held back can be published`,
      {remedy: "List them with: ashlar snapshots list --state held"}
    );
  const options = {replace: input.replace, repeats: false, shrink: settings.lake.shrink};
  const prepared = [{manifest, folder: "", quarantine: [], visible: true}];
  const {superseded, at} = await lake.store.transaction(async (tx) => {
    const [assessment] = refuse(await assess(lake, tx, prepared, options));
    if (assessment === undefined) throw new Error("nothing assessed");
    const instant = await activationInstant(tx, lake.organisation, effects);
    if (!input.dryRun) {
      await activate(tx, lake.organisation, manifest.id, assessment.superseded, instant);
      const {organisation} = lake;
      const event = {organisation, caller: caller.id, operation: "snapshots.publish", subject: manifest.id, detail: {}};
      await recordEvent(tx, event, effects);
    }
    return {superseded: assessment.superseded, at: instant};
  });
  if (!input.dryRun) await markIfPossible(lake, manifest, {activeFrom: at, supersedes: superseded});
  return {
    snapshot: manifest.id,
    status: input.dryRun ? "would be published" : "published",
    superseded: [...superseded],
    quarantined: manifest.quarantined
  };
}
