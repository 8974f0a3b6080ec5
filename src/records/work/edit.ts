import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {numberText} from "../number.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {valueOf} from "../value.ts";
import {filterAsKept} from "./add.ts";
import {changeWork} from "./change.ts";
import {workEdit as editContract} from "./contract.ts";
import {stageOf, valueOfRow, type WorkRow} from "./item.ts";

export const workEditOperation = operation(editContract, workEdit);

type EditInput = Input<typeof editContract>;

/** Throws `not-found`, `record.changed`, `work.stage` for a value that was measured, `filter.invalid`, `usage.invalid`. */
export async function workEdit(input: EditInput, context: Context): Promise<Output<typeof editContract>> {
  const names = await practiceNames(context);
  requireKnown(names, "people", input.owner, "owner");
  requireKnown(names, "scopes", input.scope, "scope");
  refuseBoth(input);
  const plain = plainFields(input);
  return changeWork(context, "work.edit", input, (row) =>
    Promise.resolve({kind: "edited", fields: {...plain, ...valueFields(row, input)}})
  );
}

function refuseBoth(input: EditInput): void {
  const both = input.clear.find((field) => input[field] !== undefined);
  if (both === undefined) return;
  throw new UserError("usage.invalid", `${both} is given and to be emptied`, {
    at: {column: both},
    remedy: `Leave it out of --clear, or do not give --${both}.`
  });
}

function plainFields(input: EditInput): Partial<WorkRow> {
  const given = {
    title: input.title,
    kind: input.kind,
    capability: input.capability,
    scope: input.scope,
    filter: filterAsKept(input.filter) ?? undefined,
    owner: input.owner,
    due: input.due,
    size: input.size,
    hours: input.hours,
    note: input.note,
    options: input.options
  };
  const emptied = input.clear.filter((field) => field !== "value").map((field) => [field, null]);
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...present, ...emptied]) as Partial<WorkRow>;
}

function valueFields(row: WorkRow, input: EditInput): Partial<WorkRow> {
  const clears = input.clear.includes("value");
  if (input.value === undefined && input.currency === undefined && input.per === undefined && !clears) return {};
  if (stageOf(row) === "verified") {
    throw new UserError("work.stage", `The value of ${numberText("work", row.number)} was measured from bills`, {
      at: {column: "value"},
      remedy: "Measure it again with: ashlar work verify"
    });
  }
  const value = clears ? null : valueOf(input, valueOfRow(row));
  const claim = stageOf(row) === "action" ? "agreed" : "estimated";
  return {
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    per: value?.per ?? null,
    claim: value === null ? null : claim
  };
}
