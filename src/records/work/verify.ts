import type {Selectable, Transaction} from "kysely";
import {askContextOf} from "../../cost/ask-context.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {requireVersion} from "../history.ts";
import {numberText} from "../number.ts";
import {keepReceipt} from "../receipt.ts";
import {changeWork} from "./change.ts";
import {workVerify as verifyContract} from "./contract.ts";
import {workNamed, workRows, type WorkRow} from "./item.ts";
import {type Measure, measureEffect, type Measured, sidesOf} from "./measure.ts";
import {nextSteps} from "./next-steps.ts";
import type {Verification} from "./verification-schema.ts";

export const workVerifyOperation = operation(verifyContract, workVerify);

/** How many other work objects are looked at for charges in common. */
const mostOthers = 10;

/** Throws `work.stage` before it is done, `work.too-early`, `work.unmeasured`, `record.changed`, and as `askCost`. */
export async function workVerify(
  input: Input<typeof verifyContract>,
  context: Context
): Promise<Output<typeof verifyContract>> {
  const {effects, caller} = context;
  refuseLimited(context);
  const {db} = await context.use(storeOf);
  const seen = await workNamed(db, input.work);
  const name = numberText("work", seen.number);
  await requireVersion(db, {...seen, name}, input.expected, caller);
  const {filter, doneOn} = requireDone(seen, name);
  const measure = {filter, doneOn, days: input.days, currency: input.currency};
  const others = await othersOf(db, seen, measure);
  // The engine is asked outside of the transaction; the version makes sure that what it was asked about still stands.
  const measured = await measureEffect({...measure, others}, await askContextOf(context));
  const verification: Verification = {at: nowText(effects), by: caller.id, ...measured.verification};
  const value = {amount: verification.perMonth, currency: verification.currency, per: "month", claim: "realised"};
  const {item} = await changeWork(context, "work.verify", {...input, expected: seen.version}, () =>
    Promise.resolve({
      kind: "verified",
      fields: {stage: "verified", verification: JSON.stringify(verification), ...value},
      beside: (tx: Transaction<Tables>, row: WorkRow) => keepEvidence(tx, row, measured, context)
    })
  );
  return {item, verification, status: input.dryRun ? "would be verified" : "verified"};
}

/** An effect that everybody reads must be of all charges. */
function refuseLimited({caller}: Context): void {
  if (caller.rowFilter === null) return;
  throw new UserError(
    "caller.refused",
    `${caller.id} sees only some charges and cannot measure an effect for everybody`,
    {
      remedy: "Ask somebody who sees them all."
    }
  );
}

function requireDone(row: WorkRow, name: string): {readonly filter: string; readonly doneOn: string} {
  const {filter, done_on: doneOn} = row;
  if (doneOn === null) {
    const next = nextSteps(row).map(({to}) => to);
    throw new UserError("work.stage", `${name} is not done yet: it is ${row.stage}`, {
      remedy: `Say when it was done: ashlar work advance ${name} done --on DAY. From here it can go to: ${next.join(", ")}.`
    });
  }
  if (filter !== null) return {filter, doneOn};
  throw new UserError("work.unmeasured", `${name} does not say which charges it is about`, {
    at: {column: "filter"},
    remedy: `Give it a filter: ashlar work edit ${name} --filter "…"`
  });
}

async function othersOf(
  db: Parameters<typeof workRows>[0],
  own: WorkRow,
  measure: Pick<Measure, "doneOn" | "days">
): Promise<Measure["others"]> {
  const {before, after} = sidesOf(measure);
  return (await workRows(db))
    .flatMap(({id, number, filter, done_on: doneOn}) => {
      if (id === own.id || filter === null || doneOn === null) return [];
      return doneOn < before.from || doneOn >= after.to ? [] : [{number: numberText("work", number), filter, doneOn}];
    })
    .slice(0, mostOthers);
}

async function keepEvidence(
  tx: Transaction<Tables>,
  {id}: WorkRow,
  {verification, receipts}: Measured,
  {effects, caller}: Context
): Promise<void> {
  const sides = [
    {title: "Cost before", ...verification.before},
    {title: "Cost after", ...verification.after}
  ];
  // Ids sort by when they were made, but not within one millisecond.
  const ids = [effects.id(), effects.id()].toSorted();
  for (const [index, {title, from, to, receipt}] of sides.entries()) {
    const kept = receipts[index];
    if (kept !== undefined) await keepReceipt(tx, kept, caller.id, effects);
    const row: Selectable<Tables["work_evidence"]> = {
      id: ids[index] ?? effects.id(),
      organisation: localOrganisation,
      work: id,
      at: nowText(effects),
      caller: caller.id,
      kind: "receipt",
      title: `${title}, ${from} to ${to}`,
      content: receipt
    };
    await tx.insertInto("work_evidence").values(row).execute();
  }
}
