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

/** Datasets that the lake has active snapshots of. */
export async function datasetsIn(context: Context): Promise<readonly string[]> {
  if (!hasStore(context)) return [];
  const {storeOf} = await import("../../store/open.ts");
  const {db} = await context.use(storeOf);
  const rows = await db
    .selectFrom("snapshot")
    .select("dataset")
    .distinct()
    .where("organisation", "=", localOrganisation)
    .where("state", "=", "active")
    .execute();
  return rows.map(({dataset}) => dataset);
}

/** Data domains that there is data of: what the datasets bring, and what the practice file says itself. */
export function domainsIn(
  datasets: readonly string[],
  arrangement: Arrangement,
  rules: CheckRules
): ReadonlySet<string> {
  const arranged = Object.entries(rules.arranged).filter(([part]) => {
    const value = (arrangement as Readonly<Record<string, unknown>>)[part];
    return Array.isArray(value) && value.length > 0;
  });
  return new Set([...datasets.flatMap((name) => rules.datasets[name] ?? []), ...arranged.map(([, domain]) => domain)]);
}
