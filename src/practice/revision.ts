import type {Selectable} from "kysely";
import type {Context} from "../operation.ts";
import {localOrganisation} from "../store/organisation.ts";
import type {Tables} from "../store/tables.ts";
import {hasStore} from "./check/present-data.ts";

/** An applied state of the practice file. */
export type Revision = Selectable<Tables["practice_revision"]>;

/** Applied revisions, the newest first. Where no state was ever written there are none, and none is made. */
export async function revisions(context: Context, limit: number): Promise<readonly Revision[]> {
  if (!hasStore(context)) return [];
  const {storeOf} = await import("../store/open.ts");
  const {db} = await context.use(storeOf);
  return db
    .selectFrom("practice_revision")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .orderBy("applied_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function lastApplied(context: Context): Promise<Revision | null> {
  const [last] = await revisions(context, 1);
  return last ?? null;
}
