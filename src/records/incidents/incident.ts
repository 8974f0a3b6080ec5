import type {Transaction} from "kysely";
import {nowText} from "../../effects.ts";
import {recordEvent} from "../../lake/catalog.ts";
import type {Context} from "../../operation.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {remember} from "../history.ts";
import {nextNumber} from "../number.ts";
import {fieldsOfRow, todayOf, type WorkRow} from "../work/item.ts";

/** What kind of work an incident is, and what its keys begin with. */
export const incidentKind = "data-quality";
export const incidentKeys = `${incidentKind}:`;

/** What a check saw that is wrong. */
export interface Sighting {
  /** The same finding has the same key; begins with `incidentKeys`. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** In canonical form. */
  readonly filter: string | null;
  readonly owner: string | null;
  /** Last day on which it is fixed in time. */
  readonly due: string;
  readonly money: readonly {readonly currency: string; readonly amount: string}[];
}

/** Steps in the history of an incident that a scan takes, and nobody else. */
export const scanSteps = {opened: "added", seen: "seen", reopened: "returned", closed: "gone"} as const;

/** Title of what a scan attaches when it closes an incident. */
export const scanEvidence = "What the scan saw";

/** What scans write into the history beside the fields of the work object. */
export interface SeenFields {
  readonly money: Sighting["money"];
  readonly seen: string;
}

/** Puts a finding on the list of work. */
export async function openIncident(tx: Transaction<Tables>, sighting: Sighting, context: Context): Promise<WorkRow> {
  const {effects, caller} = context;
  const now = nowText(effects);
  const row: WorkRow = {
    id: effects.id(),
    organisation,
    number: await nextNumber(tx, "work", {dryRun: false}),
    key: sighting.key,
    title: sighting.title,
    kind: incidentKind,
    capability: "data-ingestion",
    scope: null,
    stage: "finding",
    filter: sighting.filter,
    owner: sighting.owner,
    due: sighting.due,
    amount: null,
    currency: null,
    per: null,
    claim: null,
    size: null,
    hours: null,
    options: null,
    note: sighting.note,
    source_operation: "incidents.scan",
    source_receipt: null,
    created_at: now,
    created_by: caller.id,
    updated_at: now,
    done_on: null,
    closed_reason: null,
    verification: null,
    version: 1
  };
  await tx.insertInto("work_item").values(row).execute();
  await line(tx, row, scanSteps.opened, {}, {...fieldsOfRow(row), ...seenOf(sighting)}, null, context);
  return row;
}

/** Notes that it is still there, where the money concerned or the words changed. */
export async function seeIncident(
  tx: Transaction<Tables>,
  row: WorkRow,
  sighting: Sighting,
  before: SeenFields | null,
  context: Context
): Promise<void> {
  const after = seenOf(sighting);
  if (before !== null && JSON.stringify(before) === JSON.stringify(after)) return;
  await line(tx, row, scanSteps.seen, {...before}, {...after}, null, context);
}

/** Opens an incident again that returned; its clock starts anew. */
export async function reopenIncident(
  tx: Transaction<Tables>,
  row: WorkRow,
  sighting: Sighting,
  reason: string,
  context: Context
): Promise<WorkRow> {
  const changed: WorkRow = {
    ...row,
    stage: "finding",
    title: sighting.title,
    note: sighting.note,
    due: sighting.due,
    owner: row.owner ?? sighting.owner,
    done_on: null,
    closed_reason: null,
    verification: null,
    version: row.version + 1,
    updated_at: nowText(context.effects)
  };
  await tx.updateTable("work_item").set(changed).where("id", "=", row.id).execute();
  const after = {...fieldsOfRow(changed), ...seenOf(sighting)};
  await line(tx, changed, scanSteps.reopened, fieldsOfRow(row), after, reason, context);
  return changed;
}

/** Closes an incident whose finding is gone: the check that found it verifies that it is fixed. */
export async function closeIncident(
  tx: Transaction<Tables>,
  row: WorkRow,
  {reason, evidence}: {readonly reason: string; readonly evidence: string},
  context: Context
): Promise<WorkRow> {
  const {effects, caller} = context;
  const changed: WorkRow = {
    ...row,
    stage: "verified",
    done_on: row.done_on ?? todayOf(context),
    closed_reason: reason,
    version: row.version + 1,
    updated_at: nowText(effects)
  };
  await tx.updateTable("work_item").set(changed).where("id", "=", row.id).execute();
  await line(tx, changed, scanSteps.closed, fieldsOfRow(row), fieldsOfRow(changed), reason, context);
  await tx
    .insertInto("work_evidence")
    .values({
      id: effects.id(),
      organisation,
      work: row.id,
      at: nowText(effects),
      caller: caller.id,
      kind: "text",
      title: scanEvidence,
      content: evidence
    })
    .execute();
  return changed;
}

export function seenOf({money, note}: Sighting): SeenFields {
  return {money: money.map(({currency, amount}) => ({currency, amount})), seen: note};
}

async function line(
  tx: Transaction<Tables>,
  row: WorkRow,
  kind: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  reason: string | null,
  {effects, caller}: Context
): Promise<void> {
  const more = reason === null ? {} : {reason};
  await remember(tx, {record: row.id, caller: caller.id, kind, version: row.version, before, after, ...more}, effects);
  const event = {organisation, caller: caller.id, operation: "incidents.scan", subject: row.id, detail: {step: kind}};
  await recordEvent(tx, event, effects);
}
