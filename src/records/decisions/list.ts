import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {todayOf, workNamed} from "../work/item.ts";
import {workNumbers} from "../work/work-numbers.ts";
import {decisionsList as listContract, decisionsShow as showContract} from "./contract.ts";
import {decisionNamed, decisionOf, decisionRows, workIdsOf} from "./decision.ts";

export const decisionsListOperation = operation(listContract, decisionsList);
export const decisionsShowOperation = operation(showContract, decisionsShow);

/** Throws `not-found` for work that is not there. */
export async function decisionsList(
  input: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const {db} = await context.use(storeOf);
  const today = todayOf(context);
  const work = input.work === undefined ? null : (await workNamed(db, input.work)).id;
  const text = input.text?.toLowerCase();
  const numbers = await workNumbers(db);
  const rows = (await decisionRows(db))
    .filter((row) => work === null || workIdsOf(row).includes(work))
    .map((row) => decisionOf(row, numbers, today))
    .filter(
      (row) =>
        (input.scope === undefined || row.scope === input.scope) &&
        (input.owner === undefined || row.owner === input.owner) &&
        (!input.due || row.reviewDue) &&
        (text === undefined ||
          [row.number, row.title, row.question, row.chosen, row.reason].some((each) =>
            each.toLowerCase().includes(text)
          ))
    );
  return {rows};
}

async function decisionsShow(
  {decision}: Input<typeof showContract>,
  context: Context
): Promise<Output<typeof showContract>> {
  const {db} = await context.use(storeOf);
  return decisionOf(await decisionNamed(db, decision), await workNumbers(db), todayOf(context));
}
