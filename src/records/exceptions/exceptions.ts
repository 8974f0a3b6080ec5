import type {Transaction} from "kysely";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {seesAmounts, visibleFields} from "../amount-access.ts";
import {difference, historyOf, remember, requireVersion} from "../history.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {valueOf} from "../value.ts";
import {filterAsKept} from "../work/add.ts";
import {todayOf, workNamed} from "../work/item.ts";
import {workNumbers} from "../work/work-numbers.ts";
import {
  exceptionsAdd as addContract,
  exceptionsEnd as endContract,
  exceptionsList as listContract,
  exceptionsRenew as renewContract,
  exceptionsShow as showContract
} from "./contract.ts";
import {
  exceptionFields,
  exceptionName,
  exceptionNamed,
  type ExceptionRow,
  exceptionRows,
  insertException,
  requireFuture,
  statusOf,
  valueOfException
} from "./record.ts";

export const exceptionsAddOperation = operation(addContract, exceptionsAdd);
export const exceptionsListOperation = operation(listContract, exceptionsList);
export const exceptionsShowOperation = operation(showContract, exceptionsShow);
export const exceptionsRenewOperation = operation(renewContract, exceptionsRenew);
export const exceptionsEndOperation = operation(endContract, exceptionsEnd);

type AddInput = Input<typeof addContract>;
type Exception = Output<typeof listContract>["rows"][number];

/** Throws `usage.invalid` unless it is about one thing, `not-found`, `filter.invalid`. */
export async function exceptionsAdd(input: AddInput, context: Context): Promise<Output<typeof addContract>> {
  const {effects, caller} = context;
  const today = todayOf(context);
  const names = await practiceNames(context);
  requireKnown(names, "people", input.owner, "owner");
  requireKnown(names, "scopes", input.scope, "scope");
  requireKnown(names, "policies", input.policy, "policy");
  requireFuture(input.expires, today);
  const {title, reason, owner, expires} = input;
  const value = valueOf({...input, per: input.value === undefined ? undefined : input.per}, null);
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const subject = await subjectOf(input, tx);
    const fresh = {title, subject, reason, owner, expires, scope: input.scope ?? null, value};
    const row = await insertException(tx, fresh, caller.id, effects, input);
    if (!input.dryRun) {
      const detail = {subject, expires};
      const event = {organisation, caller: caller.id, operation: "exceptions.add", subject: row.id, detail};
      await recordEvent(tx, event, effects);
    }
    const exception = shown(row, await workNumbers(tx), context);
    return {...exception, result: input.dryRun ? ("would be added" as const) : ("added" as const)};
  });
}

async function subjectOf(
  {policy, work, filter}: AddInput,
  tx: Transaction<Tables>
): Promise<{readonly kind: "policy" | "work" | "filter"; readonly id: string}> {
  const given = Object.entries({policy, work, filter}).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    const names = given.map(([name]) => name).join(" and ");
    throw new UserError("usage.invalid", given.length === 0 ? "an exception of what?" : `${names} at once`, {
      at: {column: given[1]?.[0] ?? "policy"},
      remedy: "Give one of --policy, --work and --filter."
    });
  }
  if (work !== undefined) return {kind: "work", id: (await workNamed(tx, work)).id};
  if (policy !== undefined) return {kind: "policy", id: policy};
  return {kind: "filter", id: filterAsKept(filter) ?? ""};
}

async function exceptionsList(
  {status, scope, owner, within}: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const {db} = await context.use(storeOf);
  const numbers = await workNumbers(db);
  const rows = (await exceptionRows(db))
    .map((row) => shown(row, numbers, context))
    .filter(
      (row) =>
        (status === "all" || row.status === status) &&
        (scope === undefined || row.scope === scope) &&
        (owner === undefined || row.owner === owner) &&
        (within === undefined || (row.status === "active" && row.daysLeft <= within))
    );
  return {rows};
}

async function exceptionsShow(
  {exception}: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const {db} = await context.use(storeOf);
  const row = await exceptionNamed(db, exception);
  const history = await historyOf(db, row.id);
  return {
    ...shown(row, await workNumbers(db), context),
    history: history.map(({at, by, kind, reason, before, after}) => ({
      at,
      by,
      kind,
      reason,
      before: visibleFields(before, context.caller),
      after: visibleFields(after, context.caller)
    }))
  };
}

/** Throws `record.changed`, `usage.invalid` for a day that is over, `not-found` for one that was ended. */
async function exceptionsRenew(
  input: Input<typeof renewContract>,
  context: Context
): Promise<Output<typeof renewContract>> {
  requireFuture(input.expires, todayOf(context));
  const row = await changed("renewed", input, context, (before) => {
    refuseEnded(before);
    return {expires: input.expires};
  });
  return {...row, result: input.dryRun ? ("would be renewed" as const) : ("renewed" as const)};
}

async function exceptionsEnd(input: Input<typeof endContract>, context: Context): Promise<Output<typeof endContract>> {
  const row = await changed("ended", input, context, (before) => {
    refuseEnded(before);
    return {ended_on: todayOf(context), ended_reason: input.reason};
  });
  const {kind, id} = row.subject;
  const notes =
    kind === "work" ? [`${id} stays where it is; take it up again with: ashlar work advance ${id} reopened`] : [];
  return {...row, notes, result: input.dryRun ? ("would be ended" as const) : ("ended" as const)};
}

async function changed(
  kind: "renewed" | "ended",
  input: {exception: string; reason: string; expected?: number | undefined; dryRun: boolean},
  context: Context,
  change: (before: ExceptionRow) => Partial<ExceptionRow>
): Promise<Exception> {
  const {effects, caller} = context;
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const row = await exceptionNamed(tx, input.exception);
    await requireVersion(tx, {...row, name: exceptionName(row)}, input.expected, caller);
    const next = {...row, ...change(row), version: row.version + 1, updated_at: nowText(effects)};
    if (!input.dryRun) {
      await tx.updateTable("exception").set(next).where("id", "=", row.id).execute();
      const {before, after} = difference(exceptionFields(row), exceptionFields(next));
      const line = {
        record: row.id,
        caller: caller.id,
        kind,
        version: next.version,
        before,
        after,
        reason: input.reason
      };
      await remember(tx, line, effects);
      const name = `exceptions.${kind === "renewed" ? "renew" : "end"}`;
      await recordEvent(
        tx,
        {organisation, caller: caller.id, operation: name, subject: row.id, detail: after},
        effects
      );
    }
    return shown(next, await workNumbers(tx), context);
  });
}

function refuseEnded(row: ExceptionRow): void {
  if (row.ended_on === null) return;
  throw new UserError("work.stage", `${exceptionName(row)} was ended on ${row.ended_on}`, {
    remedy: "Add a new exception where one is wanted again: ashlar exceptions add"
  });
}

function shown(row: ExceptionRow, numbers: ReadonlyMap<string, string>, context: Context): Exception {
  const today = todayOf(context);
  const kind = row.subject_kind as Exception["subject"]["kind"];
  return {
    id: row.id,
    number: exceptionName(row),
    title: row.title,
    subject: {kind, id: kind === "work" ? (numbers.get(row.subject) ?? row.subject) : row.subject},
    reason: row.reason,
    owner: row.owner,
    expires: row.expires,
    status: statusOf(row, today),
    daysLeft: Temporal.PlainDate.from(today).until(row.expires, {largestUnit: "days"}).days,
    scope: row.scope,
    value: seesAmounts(context.caller) ? valueOfException(row) : null,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    endedOn: row.ended_on,
    endedReason: row.ended_reason,
    version: row.version
  };
}
