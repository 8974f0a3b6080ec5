import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {didYouMean} from "../../nearest.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import {nextNumber} from "../number.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {todayOf, workNamed} from "../work/item.ts";
import {workNumbers} from "../work/work-numbers.ts";
import {decisionsAdd as addContract} from "./contract.ts";
import {decisionOf, type DecisionRow} from "./decision.ts";

export const decisionsAddOperation = operation(addContract, decisionsAdd);

/** Throws `usage.invalid` for a choice that is none of the options, `not-found` for an owner, a scope or work. */
export async function decisionsAdd(
  input: Input<typeof addContract>,
  context: Context
): Promise<Output<typeof addContract>> {
  const {effects, caller} = context;
  const today = todayOf(context);
  const names = await practiceNames(context);
  requireKnown(names, "people", input.owner, "owner");
  requireKnown(names, "scopes", input.scope, "scope");
  const on = input.on ?? today;
  requireChoice(input.options, input.chosen);
  requireDays(on, input.review ?? null, today);
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const work: string[] = [];
    for (const each of input.work) work.push((await workNamed(tx, each)).id);
    const row: DecisionRow = {
      id: effects.id(),
      organisation,
      number: await nextNumber(tx, "decision", input),
      title: input.title,
      question: input.question,
      options: JSON.stringify(input.options),
      chosen: input.chosen,
      reason: input.reason,
      owner: input.owner,
      decided_on: on,
      review: input.review ?? null,
      scope: input.scope ?? null,
      work: JSON.stringify([...new Set(work)]),
      created_at: nowText(effects),
      created_by: caller.id
    };
    const decision = decisionOf(row, await workNumbers(tx), today);
    if (input.dryRun) return {...decision, status: "would be added" as const};
    await tx.insertInto("decision").values(row).execute();
    const detail = {title: row.title, chosen: row.chosen};
    const event = {organisation, caller: caller.id, operation: "decisions.add", subject: row.id, detail};
    await recordEvent(tx, event, effects);
    return {...decision, status: "added" as const};
  });
}

function requireChoice(options: readonly string[], chosen: string): void {
  if (options.length === 0 || options.includes(chosen)) return;
  throw new UserError("usage.invalid", `"${chosen}" is none of the options${didYouMean(chosen, options)}`, {
    at: {column: "chosen"},
    remedy: `Choose one of: ${options.join(", ")}.`
  });
}

function requireDays(on: string, review: string | null, today: string): void {
  if (on > today) {
    throw new UserError("usage.invalid", `${on} is still to come`, {
      at: {column: "on"},
      remedy: "Give the day it was decided."
    });
  }
  if (review !== null && review <= on) {
    throw new UserError("usage.invalid", `a review on ${review} is not after the decision on ${on}`, {
      at: {column: "review"},
      remedy: "Give a later day, or leave it out."
    });
  }
}
