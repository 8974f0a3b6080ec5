import type {Transaction} from "kysely";
import {nowText} from "../../effects.ts";
import {recordEvent} from "../../lake/catalog.ts";
import type {Context} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {visibleFields} from "../amount-access.ts";
import {difference, remember, requireVersion} from "../history.ts";
import {numberText} from "../number.ts";
import type {WorkItem} from "./contract.ts";
import {fieldsOfRow, itemOf, todayOf, visibleRow, workNamed, type WorkRow} from "./item.ts";

export interface ChangeInput {
  readonly work: string;
  readonly expected?: number | undefined;
  readonly dryRun: boolean;
}

/** What a change does to the object that it found. */
export interface Change {
  readonly kind: string;
  readonly fields: Partial<WorkRow>;
  readonly reason?: string | undefined;
  readonly notes?: readonly string[];
  /** What else is written in the same transaction. */
  readonly beside?: (tx: Transaction<Tables>, changed: WorkRow) => Promise<void>;
}

export interface Changed {
  readonly item: WorkItem;
  readonly dryRun: boolean;
  readonly changes: {field: string; before: unknown; after: unknown}[];
  readonly notes: string[];
}

/**
 * Changes a work object and its history in one transaction, in which `decide` sees it as it is. Throws `not-found`,
 * `record.changed`, and what `decide` throws.
 */
export async function changeWork(
  context: Context,
  operation: string,
  input: ChangeInput,
  decide: (row: WorkRow, tx: Transaction<Tables>) => Promise<Change>
): Promise<Changed> {
  const {effects, caller} = context;
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const row = await workNamed(tx, input.work);
    await requireVersion(tx, {...row, name: numberText("work", row.number)}, input.expected, caller);
    const {kind, fields, reason, notes = [], beside} = await decide(row, tx);
    const changed: WorkRow = {...row, ...fields, version: row.version + 1, updated_at: nowText(effects)};
    const {before, after} = difference(fieldsOfRow(row), fieldsOfRow(changed));
    const changes = Object.keys(visibleFields(after, caller)).map((field) => ({
      field,
      before: before[field],
      after: after[field]
    }));
    const today = todayOf(context);
    if (Object.keys(after).length === 0) {
      return {
        item: itemOf(visibleRow(row, caller), today),
        dryRun: input.dryRun,
        changes,
        notes: [...notes, "Nothing changes."]
      };
    }
    if (!input.dryRun) {
      await tx.updateTable("work_item").set(changed).where("id", "=", row.id).execute();
      const line = {record: row.id, caller: caller.id, kind, version: changed.version, before, after, reason};
      await remember(tx, line, effects);
      const detail = {step: kind, fields: Object.keys(after)};
      const event = {organisation: localOrganisation, caller: caller.id, operation, subject: row.id, detail};
      await recordEvent(tx, event, effects);
      await beside?.(tx, changed);
    }
    return {item: itemOf(visibleRow(changed, caller), today), dryRun: input.dryRun, changes, notes: [...notes]};
  });
}
