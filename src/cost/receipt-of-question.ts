import {type AskContext, circumstances, planned, withSelection} from "./ask.ts";
import {canonicalQuestion} from "./canonical-question.ts";
import type {CostQuestion, RowsQuestion} from "./question.ts";
import type {Receipt} from "./receipt.ts";
import {withCharges} from "./rows.ts";

/** The receipt that an answer would have now, without running it: for etags and caches. Throws as `askCost`. */
export async function receiptOfQuestion(asked: CostQuestion, context: AskContext): Promise<Receipt> {
  const question = canonicalQuestion(asked, {now: context.effects.now(), ...context});
  return withSelection(question, context, async (selection) => {
    const {plan, converter} = await planned(question, selection, context);
    return (await circumstances(question, plan, converter, context)).receipt;
  });
}

/** The receipt that the charges of a question would have now, without reading them. Throws as `chargeRows`. */
export function receiptOfRows(asked: RowsQuestion, context: AskContext): Promise<Receipt> {
  return withCharges(asked, context, ({receipt}) => Promise.resolve(receipt));
}
