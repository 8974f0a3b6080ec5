import {operation} from "../operation.ts";
import {requireWithoutView} from "./base-question.ts";
import {cost} from "./contract.ts";

/** Answers a cost question. */
export const costOperation = operation(cost, async ({explain, view, ...question}, context) => {
  requireWithoutView(view);
  const [{askCost}, {askContextOf}] = await Promise.all([import("./ask.ts"), import("./ask-context.ts")]);
  const {
    rows,
    totals,
    notes,
    question: asked,
    ...rest
  } = await askCost(question, await askContextOf(context), {explain});
  return {rows: [...rows], totals: [...totals], notes: [...notes], question: {...asked}, ...rest};
});
