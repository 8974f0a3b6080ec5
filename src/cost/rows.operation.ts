import {operation} from "../operation.ts";
import {requireWithoutView} from "./base-question.ts";
import {rows} from "./contract.ts";

/** Shows the charges behind an answer. */
export const rowsOperation = operation(rows, async ({explain, view, ...question}, context) => {
  requireWithoutView(view);
  const [{chargeRows}, {askContextOf}] = await Promise.all([import("./rows.ts"), import("./ask-context.ts")]);
  const answer = await chargeRows(question, await askContextOf(context), {explain});
  const {rows: charges, totals, notes, question: asked, ...rest} = answer;
  return {rows: [...charges], totals: [...totals], notes: [...notes], question: {...asked}, ...rest};
});
