import type {Transaction} from "kysely";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import type {Tables} from "../../store/tables.ts";
import {insertException, requireFuture} from "../exceptions/record.ts";
import {historyOf} from "../history.ts";
import {numberText} from "../number.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {type Value, valueOf} from "../value.ts";
import {type Change, changeWork} from "./change.ts";
import {workAdvance as advanceContract} from "./contract.ts";
import {stageOf, todayOf, valueOfRow, type WorkRow} from "./item.ts";
import {nextSteps} from "./next-steps.ts";
import type {Claim, Stage} from "./way.ts";

export const workAdvanceOperation = operation(advanceContract, workAdvance);

type AdvanceInput = Input<typeof advanceContract>;

/** Throws `work.stage` for a step that does not follow, `usage.invalid` for what it still needs, `record.changed`. */
export async function workAdvance(input: AdvanceInput, context: Context): Promise<Output<typeof advanceContract>> {
  const names = await practiceNames(context);
  requireKnown(names, "people", input.owner, "owner");
  return changeWork(context, "work.advance", input, async (row, tx) => {
    requireStep(row, input);
    const change = await stepOf(row, input, context, tx);
    return {...change, reason: input.reason};
  });
}

function requireStep(row: WorkRow, {to}: AdvanceInput): void {
  const possible = nextSteps(row).map((step) => step.to);
  if (possible.includes(to)) return;
  const where = row.done_on !== null && row.stage === "action" ? "done action" : row.stage;
  throw new UserError(
    "work.stage",
    `${numberText("work", row.number)} is ${/^[aeiou]/.test(where) ? "an" : "a"} ${where} and cannot become ${to}`,
    {
      remedy: `From there it can go to: ${possible.join(", ")}${possible.includes("verified") ? " (by work verify)" : ""}.`,
      data: {stage: row.stage, next: possible}
    }
  );
}

async function stepOf(row: WorkRow, input: AdvanceInput, context: Context, tx: Transaction<Tables>): Promise<Change> {
  const given = givenFields(input);
  const today = todayOf(context);
  switch (input.to) {
    case "option": {
      const value = valueOf(input, valueOfRow(row));
      if (value === null && input.reason === undefined)
        throw missing(
          "value",
          "an option needs an estimated value, or a reason why there is none",
          "--value or --reason"
        );
      return {kind: "option", fields: {...given, stage: "option", ...valued(value, "estimated")}};
    }
    case "action": {
      if ((input.owner ?? row.owner) === null) throw missing("owner", "an action needs an owner", "--owner");
      if ((input.due ?? row.due) === null) throw missing("due", "an action needs the day it is due", "--due");
      const value = valueOf(input, valueOfRow(row));
      return {kind: "action", fields: {...given, stage: "action", ...valued(value, "agreed")}};
    }
    case "done": {
      const on = input.on ?? today;
      if (on > today) throw missing("on", `${on} is still to come`, "--on with a day that is over");
      const notes = [
        row.filter === null
          ? "It names no charges, so that its effect cannot be measured from bills; add them with: ashlar work edit"
          : "Once four weeks of complete days lie behind, measure its effect with: ashlar work verify"
      ];
      return {kind: "done", fields: {...given, done_on: on}, notes};
    }
    case "dismissed":
      return {kind: "dismissed", fields: {...given, stage: "dismissed", closed_reason: reasonOf(input)}};
    case "excepted":
      return excepted(row, {...input, given}, context);
    case "reopened":
      return {kind: "reopened", reason: reasonOf(input), fields: {...given, ...(await reopened(row, tx))}};
  }
}

function givenFields({owner, due, options}: AdvanceInput): Partial<WorkRow> {
  return {
    ...(owner === undefined ? {} : {owner}),
    ...(due === undefined ? {} : {due}),
    ...(options === undefined ? {} : {options})
  };
}

function valued(value: Value | null, claim: Claim): Partial<WorkRow> {
  return value === null ? {} : {...value, claim};
}

/** Set aside until a day: the reason is on the exception register, too. */
function excepted(
  row: WorkRow,
  input: AdvanceInput & {readonly given: Partial<WorkRow>},
  {effects, caller}: Context
): Change {
  const reason = reasonOf(input);
  const {expires} = input;
  const owner = input.owner ?? row.owner;
  if (expires === undefined) throw missing("expires", "an exception needs the day it expires", "--expires");
  requireFuture(expires, todayOf({effects}));
  if (owner === null) throw missing("owner", "an exception needs somebody who answers for it", "--owner");
  const exception = {
    title: row.title,
    subject: {kind: "work", id: row.id},
    reason,
    owner,
    expires,
    scope: row.scope,
    value: valueOfRow(row)
  } as const;
  return {
    kind: "excepted",
    fields: {...input.given, stage: "excepted", closed_reason: reason},
    notes: [`It is on the exception register until ${expires}.`],
    beside: async (tx) => {
      await insertException(tx, exception, caller.id, effects, {dryRun: false});
    }
  };
}

/** Where it was before it was closed; a verified effect is withdrawn, a done action is not done. */
async function reopened(row: WorkRow, tx: Transaction<Tables>): Promise<Partial<WorkRow>> {
  const history = await historyOf(tx, row.id);
  if (stageOf(row) === "action") return {done_on: null};
  if (stageOf(row) !== "verified") {
    const closed = history.findLast(({after}) => after["stage"] === row.stage);
    return {stage: String(closed?.before["stage"] ?? "finding"), closed_reason: null};
  }
  const measured = history.findLast(({before, after}) => before["stage"] === "action" && after["stage"] === "verified");
  const value = (measured?.before["value"] ?? null) as Value | null;
  const stage: Stage = "action";
  return {
    stage,
    done_on: null,
    verification: null,
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    per: value?.per ?? null,
    claim: value === null ? null : "agreed"
  };
}

function reasonOf({reason, to}: AdvanceInput): string {
  if (reason !== undefined) return reason;
  throw missing("reason", `${to} needs a reason`, "--reason");
}

function missing(column: string, message: string, option: string): UserError {
  return new UserError("usage.invalid", message, {at: {column}, remedy: `Give ${option}. Nothing was changed.`});
}
