import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Context} from "../../operation.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Arrangement} from "../practice-file.ts";
import type {CheckRules} from "./rules.ts";

/** Is there a state store to be read? A read does not make one. */
export function hasStore({folder, settings}: Context): boolean {
  return settings.state.url !== undefined || existsSync(join(folder.data, "state.sqlite"));
}

/** What there is data of: datasets with active snapshots in the lake, and kinds of records that somebody imported. */
export interface DataAtHand {
  readonly datasets: readonly string[];
  readonly records: readonly string[];
}

export async function dataAtHand(context: Context): Promise<DataAtHand> {
  if (!hasStore(context)) return {datasets: [], records: []};
  const {storeOf} = await import("../../store/open.ts");
  const {db} = await context.use(storeOf);
  const rows = await db
    .selectFrom("snapshot")
    .select("dataset")
    .distinct()
    .where("organisation", "=", localOrganisation)
    .where("state", "=", "active")
    .execute();
  const series = await db
    .selectFrom("series_point")
    .select("series")
    .where("organisation", "=", localOrganisation)
    .limit(1)
    .execute();
  return {datasets: rows.map(({dataset}) => dataset), records: series.length > 0 ? ["series"] : []};
}

/** Data domains that there is data of: what datasets and records bring, and what the practice file says itself. */
export function domainsIn(
  {datasets, records}: DataAtHand,
  arrangement: Arrangement,
  rules: CheckRules
): ReadonlySet<string> {
  const arranged = Object.entries(rules.arranged).filter(([part]) => {
    const value = (arrangement as Readonly<Record<string, unknown>>)[part];
    return Array.isArray(value) && value.length > 0;
  });
  return new Set([
    ...datasets.flatMap((name) => rules.datasets[name] ?? []),
    ...records.flatMap((name) => rules.records[name] ?? []),
    ...arranged.map(([, domain]) => domain)
  ]);
}
