import {localOrganisation} from "../../store/organisation.ts";
import type {Db} from "../history.ts";
import {numberText} from "../number.ts";

/** The numbers of all work objects by their ids. */
export async function workNumbers(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("work_item")
    .select(["id", "number"])
    .where("organisation", "=", localOrganisation)
    .execute();
  return new Map(rows.map(({id, number}) => [id, numberText("work", number)]));
}
