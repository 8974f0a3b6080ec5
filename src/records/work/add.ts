import {canonicalFilter} from "../../cost/filter/canonical.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import {filterText} from "../../cost/filter/text.ts";
import {nowText} from "../../effects.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import {remember} from "../history.ts";
import {nextNumber} from "../number.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {valueOf} from "../value.ts";
import {workAdd as addContract} from "./contract.ts";
import {fieldsOfRow, itemOf, todayOf, visibleRow, type WorkRow} from "./item.ts";

export const workAddOperation = operation(addContract, workAdd);

/** Throws `filter.invalid`, `usage.invalid`, `not-found` for an owner or a scope that the practice does not have. */
export async function workAdd(input: Input<typeof addContract>, context: Context): Promise<Output<typeof addContract>> {
  const {effects, caller} = context;
  const names = await practiceNames(context);
  requireKnown(names, "people", input.owner, "owner");
  requireKnown(names, "scopes", input.scope, "scope");
  const filter = filterAsKept(input.filter);
  const value = valueOf(input, null);
  const notes = [
    ...(filter === null ? ["Without a filter its effect cannot be measured from bills; add one with work edit."] : [])
  ];
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const today = todayOf(context);
    const known =
      input.key === undefined
        ? undefined
        : await tx
            .selectFrom("work_item")
            .selectAll()
            .where("organisation", "=", localOrganisation)
            .where("key", "=", input.key)
            .executeTakeFirst();
    if (known !== undefined)
      return {item: itemOf(visibleRow(known, caller), today), status: "known" as const, notes: []};
    const now = nowText(effects);
    const row: WorkRow = {
      id: effects.id(),
      organisation: localOrganisation,
      number: await nextNumber(tx, "work", input),
      key: input.key ?? null,
      title: input.title,
      kind: input.kind,
      capability: input.capability,
      scope: input.scope ?? null,
      stage: "finding",
      filter,
      owner: input.owner ?? null,
      due: input.due ?? null,
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
      per: value?.per ?? null,
      claim: value === null ? null : "estimated",
      size: input.size ?? null,
      hours: input.hours ?? null,
      options: null,
      note: input.note ?? null,
      source_operation: input.operation ?? null,
      source_receipt: input.receipt ?? null,
      created_at: now,
      created_by: caller.id,
      updated_at: now,
      done_on: null,
      closed_reason: null,
      verification: null,
      version: 1
    };
    if (input.dryRun) return {item: itemOf(row, today), status: "would be added" as const, notes};
    await tx.insertInto("work_item").values(row).execute();
    const line = {record: row.id, caller: caller.id, kind: "added", version: 1, before: {}, after: fieldsOfRow(row)};
    await remember(tx, line, effects);
    const detail = {kind: row.kind, capability: row.capability};
    const event = {organisation: localOrganisation, caller: caller.id, operation: "work.add", subject: row.id, detail};
    await recordEvent(tx, event, effects);
    return {item: itemOf(row, today), status: "added" as const, notes};
  });
}

/** A filter in its canonical text. Throws `filter.invalid`. */
export function filterAsKept(text: string | undefined): string | null {
  return text === undefined ? null : filterText(canonicalFilter(parseFilter(text)));
}
