import type {Selectable, Transaction} from "kysely";
import {type Effects, nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import type {Per} from "../field.ts";
import {type Db, type Fields, remember} from "../history.ts";
import {nextNumber, numberText, readNumber} from "../number.ts";
import type {Value} from "../value.ts";

export type ExceptionRow = Selectable<Tables["exception"]>;

export interface NewException {
  readonly title: string;
  readonly subject: {readonly kind: "policy" | "work" | "filter"; readonly id: string};
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly scope: string | null;
  readonly value: Value | null;
}

/** Puts an exception on the register; with `dryRun` only gives what it would be. */
export async function insertException(
  tx: Transaction<Tables>,
  {title, subject, reason, owner, expires, scope, value}: NewException,
  caller: string,
  effects: Effects,
  {dryRun}: {readonly dryRun: boolean}
): Promise<ExceptionRow> {
  const now = nowText(effects);
  const row: ExceptionRow = {
    id: effects.id(),
    organisation: localOrganisation,
    number: await nextNumber(tx, "exception", {dryRun}),
    title,
    subject_kind: subject.kind,
    subject: subject.id,
    reason,
    owner,
    expires,
    scope,
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    per: value?.per ?? null,
    created_at: now,
    created_by: caller,
    updated_at: now,
    ended_on: null,
    ended_reason: null,
    version: 1
  };
  if (dryRun) return row;
  await tx.insertInto("exception").values(row).execute();
  await remember(
    tx,
    {record: row.id, caller, kind: "added", version: 1, before: {}, after: exceptionFields(row)},
    effects
  );
  return row;
}

/** Throws `usage.invalid` where an exception would be over before it begins. */
export function requireFuture(expires: string, today: string): void {
  if (expires >= today) return;
  throw new UserError("usage.invalid", `an exception that expires on ${expires} is over already`, {
    at: {column: "expires"},
    remedy: `Give a day from ${today} on.`
  });
}

/** What of an exception can change, by the names that its history uses. */
export function exceptionFields(row: ExceptionRow): Fields {
  return {
    title: row.title,
    subject: {kind: row.subject_kind, id: row.subject},
    reason: row.reason,
    owner: row.owner,
    expires: row.expires,
    scope: row.scope,
    value: valueOfException(row),
    endedOn: row.ended_on,
    endedReason: row.ended_reason
  };
}

export function valueOfException({amount, currency, per}: ExceptionRow): Value | null {
  return amount === null || currency === null || per === null ? null : {amount, currency, per: per as Per};
}

/** Ended where somebody ended it; expired from the day after its last one on. */
export function statusOf({ended_on, expires}: ExceptionRow, today: string): "active" | "expired" | "ended" {
  if (ended_on !== null) return "ended";
  return expires < today ? "expired" : "active";
}

/** Exceptions of the register, the newest first. */
export async function exceptionRows(db: Db): Promise<readonly ExceptionRow[]> {
  return db
    .selectFrom("exception")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .orderBy("number", "desc")
    .execute();
}

/** The exception of a number or id. Throws `not-found`. */
export async function exceptionNamed(db: Db, text: string): Promise<ExceptionRow> {
  const number = readNumber("exception", text);
  const row = await db
    .selectFrom("exception")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .where((where) => (number === null ? where("id", "=", text.toUpperCase()) : where("number", "=", number)))
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new UserError("not-found", `There is no exception ${text}`, {
    remedy: "List them with: ashlar exceptions list"
  });
}

export function exceptionName({number}: ExceptionRow): string {
  return numberText("exception", number);
}
