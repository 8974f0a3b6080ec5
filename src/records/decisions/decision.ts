import type {Selectable} from "kysely";
import {UserError} from "../../errors.ts";
import type {Output} from "../../operation.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import type {Db} from "../history.ts";
import {numberText, readNumber} from "../number.ts";
import type {decisionsShow} from "./contract.ts";

export type DecisionRow = Selectable<Tables["decision"]>;
export type Decision = Output<typeof decisionsShow>;

/** Decisions, the newest first. */
export async function decisionRows(db: Db): Promise<readonly DecisionRow[]> {
  return db
    .selectFrom("decision")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .orderBy("decided_on", "desc")
    .orderBy("number", "desc")
    .execute();
}

/** The decision of a number or id. Throws `not-found`. */
export async function decisionNamed(db: Db, text: string): Promise<DecisionRow> {
  const number = readNumber("decision", text);
  const row = (await decisionRows(db)).find((each) =>
    number === null ? each.id === text.toUpperCase() : each.number === number
  );
  if (row !== undefined) return row;
  throw new UserError("not-found", `There is no decision ${text}`, {remedy: "List them with: ashlar decisions list"});
}

/** A decision as everybody sees it; `numbers` are those of work objects by their ids. */
export function decisionOf(row: DecisionRow, numbers: ReadonlyMap<string, string>, today: string): Decision {
  return {
    id: row.id,
    number: numberText("decision", row.number),
    title: row.title,
    question: row.question,
    options: JSON.parse(row.options) as string[],
    chosen: row.chosen,
    reason: row.reason,
    owner: row.owner,
    on: row.decided_on,
    review: row.review,
    reviewDue: row.review !== null && row.review <= today,
    scope: row.scope,
    work: workIdsOf(row).map((id) => numbers.get(id) ?? id),
    createdAt: row.created_at,
    createdBy: row.created_by
  };
}

export function workIdsOf({work}: DecisionRow): string[] {
  return JSON.parse(work) as string[];
}
