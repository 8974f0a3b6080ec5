import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {askContextOf} from "../cost/ask-context.ts";
import {nowText} from "../effects.ts";
import type {Context} from "../operation.ts";
import {revisionOf} from "../practice/arrangement.ts";
import {practiceFile} from "../practice/load.ts";
import {decisionsAdd} from "../records/decisions/add.ts";
import {exceptionsAdd} from "../records/exceptions/exceptions.ts";
import {keepReceipt} from "../records/receipt.ts";
import {workAdd} from "../records/work/add.ts";
import {workAdvance} from "../records/work/advance.ts";
import {workComment} from "../records/work/comment.ts";
import {workEvidence} from "../records/work/evidence.ts";
import {workItems} from "../records/work/item.ts";
import {workVerify} from "../records/work/verify.ts";
import {storeOf} from "../store/open.ts";
import {localOrganisation} from "../store/organisation.ts";
import type {TruthFile} from "./truth-file.ts";
import type {TruthEntry} from "./truth.ts";
import {filterOfEntry, type PlantedValue, valueOfEntry} from "./work-value.ts";
import {capabilityOfWaste, type Course, courses, decisions, ownerOfTeam, scopeOfSource} from "./work.data.ts";

/** Days that measure an effect on each side: what ended lasted three weeks. */
const measuredDays = 21;

/** How many records were made. */
export interface DemoRecords {
  readonly work: number;
  readonly decisions: number;
  readonly exceptions: number;
}

/**
 * Fills the records of the demo practice from what is planted in its data: what a thing is worth is asked of the lake,
 * and what ended is measured from its bills. Where there are work objects already, nothing is made.
 */
export async function makeWork(truth: TruthFile, context: Context): Promise<DemoRecords | null> {
  if ((await workItems(context)).length > 0) return null;
  await recordRevision(context);
  const asking = await askContextOf(context);
  const entries = new Map([...truth.events, ...truth.waste].map((entry) => [entry.id, entry]));
  const numbers = new Map<string, string>();
  for (const course of courses) {
    const entry = entries.get(course.planted);
    if (entry === undefined) throw new Error(`nothing is planted under ${course.planted}`);
    const value = await valueOfEntry(entry, {lastMonth: truth.lastCompleteMonth, to: truth.to}, asking);
    const term = termEnd(entry, truth, dayOf(context));
    numbers.set(course.planted, await follow(course, entry, value, term, context));
  }
  await findRestatement(truth, context);
  await decide(numbers, context);
  await grant(context);
  const exceptions = courses.filter(({stage}) => stage === "excepted").length + 1;
  return {work: courses.length + 1, decisions: decisions.length, exceptions};
}

/** The practice file as it was first applied. */
async function recordRevision(context: Context): Promise<void> {
  const text = await readFile(join(context.folder.root, practiceFile), "utf8");
  const at = on(context, "amara", -40);
  const store = await context.use(storeOf);
  await store.transaction(async (tx) => {
    await tx
      .insertInto("practice_revision")
      .values({
        id: at.effects.id(),
        organisation: localOrganisation,
        revision: revisionOf(text),
        text,
        summary: "The practice as it was drawn up",
        note: null,
        applied_at: nowText(at.effects),
        applied_by: "amara"
      })
      .execute();
  });
}

/** Takes one planted thing as far as its people have come, on the days on which they did. */
async function follow(
  course: Course,
  entry: TruthEntry,
  value: PlantedValue | null,
  term: string | null,
  context: Context
): Promise<string> {
  const today = dayOf(context);
  const over = course.stage === "verified" || course.stage === "done" || course.stage === "dismissed";
  const day = (offset: number): number => {
    if (!over) return offset - course.found;
    const found = Temporal.PlainDate.from(entry.from).add({days: course.found + offset});
    return today.until(found, {largestUnit: "days"}).days;
  };
  const finder = entry.nature === "waste" ? "jonas" : "amara";
  const owner = course.owner ?? ownerOfTeam[entry.owner] ?? "amara";
  const added = await workAdd(
    {
      title: entry.title,
      capability:
        entry.nature === "waste" ? (capabilityOfWaste[entry.kind] ?? "usage-optimization") : "anomaly-management",
      kind: entry.nature === "waste" ? "waste" : "anomaly",
      ...scopeOf(entry),
      filter: filterOfEntry(entry),
      note: value === null ? entry.seen : `${entry.seen}\n\nValue: ${value.how}`,
      ...(course.owner === undefined ? {} : {owner: course.owner}),
      ...(course.size === undefined ? {} : {size: course.size}),
      ...priced(value, course),
      operation: "cost",
      key: `demo:${entry.id}`,
      dryRun: false
    },
    on(context, finder, day(0), 9)
  );
  const work = added.item.number;
  await prove(work, value, on(context, finder, day(0), 10));
  const advance = (
    to: "option" | "action" | "done" | "dismissed" | "excepted",
    by: string,
    at: number,
    more: object = {}
  ) => workAdvance({work, to, dryRun: false, ...more}, on(context, by, at, 11));
  const isPast = ["option", "action", "done", "verified"].includes(course.stage);
  if (isPast) {
    const why = value === null ? {reason: "It cannot be told from the bills alone"} : {};
    await advance("option", finder, day(1), {
      ...why,
      ...(course.options === undefined ? {} : {options: course.options})
    });
  }
  for (const [n, [by, text]] of (course.comments ?? []).entries())
    await workComment({work, text, dryRun: false}, on(context, by, day(2), 9 + n));
  if (["action", "done", "verified"].includes(course.stage)) {
    const due = over ? Temporal.PlainDate.from(entry.to) : today.add({days: course.due ?? 14});
    await advance("action", owner, day(3), {owner, due: due.toString()});
  }
  if (course.stage === "done" || course.stage === "verified") {
    // The first day without it is the day on which it was ended.
    await advance("done", owner, today.until(entry.to, {largestUnit: "days"}).days, {on: entry.to});
  }
  if (course.stage === "verified") await workVerify({work, days: measuredDays, dryRun: false}, on(context, "jonas", 0));
  if (course.stage === "dismissed") await advance("dismissed", owner, day(1), {reason: course.reason});
  if (course.stage === "excepted") {
    const expires = term ?? today.add({days: course.expires ?? 30}).toString();
    await advance("excepted", owner, day(2), {reason: course.reason, owner, expires});
  }
  return work;
}

/** What is left as it is has no value. */
function priced(value: PlantedValue | null, {stage}: Course) {
  return value === null || stage === "dismissed" ? {} : {value: value.value, currency: value.currency, per: value.per};
}

/** The last day of the commitment that an entry is about; null where it is about none that still runs. */
function termEnd({match}: TruthEntry, {commitments}: TruthFile, today: Temporal.PlainDate): string | null {
  const own = commitments.find(({id}) => match.CommitmentDiscountId?.includes(id) === true);
  if (own === undefined || own.to <= today.toString()) return null;
  return Temporal.PlainDate.from(own.to).subtract({days: 1}).toString();
}

function scopeOf({source, owner}: TruthEntry): {scope?: string} {
  const scope = owner === "payments" && source === "aws" ? "checkout" : scopeOfSource[source];
  return scope === undefined ? {} : {scope};
}

async function prove(work: string, value: PlantedValue | null, context: Context): Promise<void> {
  const store = await context.use(storeOf);
  for (const {title, receipt} of value?.receipts ?? []) {
    await store.transaction((tx) => keepReceipt(tx, receipt, context.caller.id, context.effects));
    await workEvidence({work, title, receipt: receipt.id, dryRun: false}, context);
  }
}

async function findRestatement({restatement}: TruthFile, context: Context): Promise<void> {
  const {source, month, changes} = restatement;
  await workAdd(
    {
      title: `AWS delivered ${month} again with other numbers`,
      capability: "data-ingestion",
      kind: "restatement",
      scope: "cloud-core",
      owner: "jonas",
      note: `${changes.join(". ")}.\n\nSee it with: ashlar snapshots diff`,
      filter: `source = '${source}' and billing-period = '${month}'`,
      operation: "snapshots.diff",
      key: `demo:restatement:${month}`,
      dryRun: false
    },
    on(context, "jonas", 0, 8)
  );
}

async function decide(numbers: ReadonlyMap<string, string>, context: Context): Promise<void> {
  const today = dayOf(context);
  for (const {on: ago, by, review, about, options, ...decision} of decisions) {
    await decisionsAdd(
      {
        ...decision,
        options: [...options],
        on: today.subtract({days: ago}).toString(),
        work: about.flatMap((planted) => numbers.get(planted) ?? []),
        ...(review === null ? {} : {review: today.add({days: review}).toString()}),
        dryRun: false
      },
      on(context, by, -ago, 15)
    );
  }
}

/** An exception of a policy, beside those that work objects were granted. */
async function grant(context: Context): Promise<void> {
  await exceptionsAdd(
    {
      title: "Hosts of Beacon name no cost centre",
      policy: "owner-tags",
      reason: "The agent of the vendor passes on the team alone; the next version passes on all tags",
      owner: "priya",
      expires: dayOf(context).add({days: 24}).toString(),
      per: "month",
      dryRun: false
    },
    on(context, "priya", -21, 14)
  );
}

function dayOf({effects}: Context): Temporal.PlainDate {
  return effects.now().toZonedDateTimeISO("UTC").toPlainDate();
}

/** The context of a person on a day before or after today; today it is the present moment. */
export function on(context: Context, person: string, days: number, hour = 12): Context {
  const {effects, caller} = context;
  const now = effects.now();
  const then = now
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .add({days})
    .toZonedDateTime({timeZone: "UTC", plainTime: Temporal.PlainTime.from({hour, minute: 20})})
    .toInstant();
  const at = days < 0 ? then : now;
  return {...context, caller: {...caller, id: person}, effects: {...effects, now: () => at}};
}
