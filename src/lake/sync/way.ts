import {UserError} from "../../errors.ts";
import type {SourceSettings} from "../../settings.ts";
import {findSnapshots} from "../catalog.ts";
import {wholeSource} from "../input/delivery.ts";
import type {Lake} from "../lake.ts";
import type {Plan} from "./plan.ts";
import type {TakenDelivery} from "./state.ts";

/**
 * Throws `replace.refused` where what is in the lake of the source tells the parts of its bill apart in another way than
 * the plan does: nothing would be replaced, and every charge would count twice.
 */
export async function refuseOtherWay(
  {id, partition}: Pick<SourceSettings, "id" | "partition">,
  taken: ReadonlyMap<string, TakenDelivery>,
  {deliveries}: Plan,
  lake: Lake
): Promise<void> {
  const ways = new Set(deliveries.map(({way}) => way));
  const [now] = ways;
  if (now === undefined) return;
  const other = [...taken.values()].find(({way}) => !ways.has(way));
  if (other !== undefined) throw refusal(`${id} was fetched by ${other.way} and would now be by ${now}`);
  if (taken.size > 0) return;
  // It may have been ingested by hand before it had a location.
  const own = partition ?? wholeSource;
  const isOfOne = now.startsWith("period") || (now.startsWith("scope") && partition !== undefined);
  const snapshots = await findSnapshots(lake.store.db, lake.organisation, {sources: [id]});
  const foreign = snapshots
    .filter(({state}) => state === "active")
    .map(({manifest}) => manifest.partition)
    .find((each) => (isOfOne ? each !== own : each === wholeSource));
  if (foreign === undefined) return;
  throw refusal(`${id} has data in its part ${foreign}, which deliveries by ${now} would not replace`);
}

function refusal(message: string): UserError {
  return new UserError("replace.refused", `${message}: charges would count twice`, {
    remedy:
      "Set deliveries and partition of the source in ashlar.yaml so that they fit what is there, or give the source another id. Nothing was changed."
  });
}
