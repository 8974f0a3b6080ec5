import type {Transaction} from "kysely";
import {type Effects, nowText} from "../effects.ts";
import {UserError} from "../errors.ts";
import type {Caller} from "../operation.ts";
import {localOrganisation} from "../store/organisation.ts";
import type {Store} from "../store/store.ts";
import type {Tables} from "../store/tables.ts";
import {visibleFields} from "./amount-access.ts";
import type {HistoryLine} from "./field.ts";

export type Fields = Readonly<Record<string, unknown>>;
export type Db = Pick<Store["db"], "selectFrom">;

interface Detail {
  /** The version of the record since this line. */
  readonly version: number;
  readonly before: Fields;
  readonly after: Fields;
  readonly reason: string | null;
}

export interface Line {
  readonly record: string;
  readonly caller: string;
  readonly kind: string;
  readonly version: number;
  readonly before: Fields;
  readonly after: Fields;
  readonly reason?: string | undefined;
}

/** The fields that differ, as they were and as they are. */
export function difference(before: Fields, after: Fields): {readonly before: Fields; readonly after: Fields} {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const of = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return {before: of(before), after: of(after)};
}

/** Adds a line to the history of a record; only fields that differ are kept. */
export async function remember(tx: Transaction<Tables>, line: Line, effects: Effects): Promise<void> {
  const last = await tx
    .selectFrom("record_event")
    .select((select) => select.fn.max("seq").as("seq"))
    .where("record", "=", line.record)
    .executeTakeFirst();
  const detail: Detail = {
    version: line.version,
    ...difference(line.before, line.after),
    reason: line.reason ?? null
  };
  await tx
    .insertInto("record_event")
    .values({
      organisation: localOrganisation,
      record: line.record,
      seq: (last?.seq ?? 0) + 1,
      at: nowText(effects),
      caller: line.caller,
      kind: line.kind,
      detail: JSON.stringify(detail)
    })
    .execute();
}

/** The history of a record, from its beginning. */
export async function historyOf(
  db: Db,
  record: string
): Promise<readonly (HistoryLine & {readonly version: number})[]> {
  const rows = await db
    .selectFrom("record_event")
    .selectAll()
    .where("organisation", "=", localOrganisation)
    .where("record", "=", record)
    .orderBy("seq")
    .execute();
  return rows.map(({at, caller, kind, detail}) => ({at, by: caller, kind, ...(JSON.parse(detail) as Detail)}));
}

/** Throws `record.changed`, with what its caller may see, where a record has another version than its editor saw. */
export async function requireVersion(
  db: Db,
  {id, name, version}: {readonly id: string; readonly name: string; readonly version: number},
  expected: number | undefined,
  caller: Caller
): Promise<void> {
  if (expected === undefined || expected === version) return;
  const since = (await historyOf(db, id))
    .map((line) => ({
      ...line,
      before: visibleFields(line.before, caller),
      after: visibleFields(line.after, caller)
    }))
    .filter((line) => line.version > expected && Object.keys(line.after).length > 0);
  const what = since.map(({by, at, after}) => `${Object.keys(after).join(", ")} by ${by} at ${at.slice(0, 16)}Z`);
  throw new UserError(
    "record.changed",
    `${name} has version ${version}, you saw ${expected}${what.length === 0 ? "" : `; since then changed: ${what.join("; ")}`}`,
    {remedy: "Look at it again and repeat what is still wanted. Nothing was changed.", data: {version, since}}
  );
}
