import type {Selectable} from "kysely";
import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import type {Caller, Context} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {dayOf} from "../../time/interval.ts";
import {seesAmounts} from "../amount-access.ts";
import type {Per} from "../field.ts";
import type {Db, Fields} from "../history.ts";
import {numberText, readNumber} from "../number.ts";
import type {Value} from "../value.ts";
import type {WorkItem} from "./contract.ts";
import type {Verification} from "./verification-schema.ts";
import {type Claim, isOpen, phaseOf, type sizes, type Stage} from "./way.ts";

export type WorkRow = Selectable<Tables["work_item"]>;

/** Every work object of the practice, the newest first. */
export async function workItems(context: Context): Promise<readonly WorkItem[]> {
  const {db} = await context.use(storeOf);
  const today = todayOf(context);
  return (await workRows(db)).map((row) => itemOf(visibleRow(row, context.caller), today));
}

/** The row with what its caller may see; see `seesAmounts`. */
export function visibleRow(row: WorkRow, caller: Caller): WorkRow {
  if (seesAmounts(caller)) return row;
  return {...row, amount: null, currency: null, per: null, claim: null, verification: null};
}

export function todayOf({effects}: Pick<Context, "effects">): string {
  return dayOf(effects.now()).toString();
}

export async function workRows(db: Db): Promise<readonly WorkRow[]> {
  return db
    .selectFrom("work_item")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .orderBy("number", "desc")
    .execute();
}

/** The work object of a number or id. Throws `not-found`. */
export async function workNamed(db: Db, text: string): Promise<WorkRow> {
  const number = readNumber("work", text);
  const row = await db
    .selectFrom("work_item")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .where((where) => (number === null ? where("id", "=", text.toUpperCase()) : where("number", "=", number)))
    .executeTakeFirst();
  if (row !== undefined) return row;
  const known = await db
    .selectFrom("work_item")
    .select("number")
    .where("organisation", "=", localOrganisation)
    .orderBy("number", "desc")
    .limit(1000)
    .execute();
  const numbers = known.map((each) => numberText("work", each.number));
  throw new UserError("not-found", `There is no work object ${text}${didYouMean(text, numbers)}`, {
    remedy: "List them with: ashlar work list --no-open"
  });
}

export function stageOf(row: WorkRow): Stage {
  return row.stage as Stage;
}

export function valueOfRow(row: Pick<WorkRow, "amount" | "currency" | "per">): Value | null {
  const {amount, currency, per} = row;
  return amount === null || currency === null || per === null ? null : {amount, currency, per: per as Per};
}

export function verificationOf({verification}: WorkRow): Verification | null {
  return verification === null ? null : (JSON.parse(verification) as Verification);
}

/** A work object as everybody sees it; `today` is a day in UTC. */
export function itemOf(row: WorkRow, today: string): WorkItem {
  const stage = stageOf(row);
  const value = valueOfRow(row);
  return {
    id: row.id,
    number: numberText("work", row.number),
    title: row.title,
    kind: row.kind,
    capability: row.capability,
    scope: row.scope,
    stage,
    phase: phaseOf(stage),
    filter: row.filter,
    owner: row.owner,
    due: row.due,
    overdue: isOpen(stage) && row.done_on === null && row.due !== null && row.due < today,
    value: value === null ? null : {...value, class: (row.claim ?? "estimated") as Claim},
    effort: row.size === null && row.hours === null ? null : {size: row.size as Size | null, hours: row.hours},
    options: row.options,
    note: row.note,
    source:
      row.source_operation === null && row.source_receipt === null
        ? null
        : {operation: row.source_operation, receipt: row.source_receipt},
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    doneAt: row.done_on,
    closedReason: row.closed_reason,
    version: row.version
  };
}

type Size = (typeof sizes)[number];

/** What of a work object can change, by the names that its history uses. */
export function fieldsOfRow(row: WorkRow): Fields {
  const {
    value,
    effort,
    title,
    kind,
    capability,
    scope,
    stage,
    filter,
    owner,
    due,
    options,
    note,
    doneAt,
    closedReason
  } = itemOf(row, "");
  const verification = verificationOf(row);
  return {
    title,
    kind,
    capability,
    scope,
    stage,
    filter,
    owner,
    due,
    value,
    effort,
    options,
    note,
    doneAt,
    closedReason,
    verification
  };
}
