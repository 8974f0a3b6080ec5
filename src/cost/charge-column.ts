import {type LakeColumn, extensionColumn, lakeColumns} from "../focus/columns.ts";

/** The columns of a charge as the lake keeps them, the map of extensions included; promoted tags are not. */
export function chargeColumns(): readonly LakeColumn[] {
  return [...lakeColumns("CostAndUsage"), {name: extensionColumn, kind: "map"}];
}
