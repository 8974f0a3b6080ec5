import {nowText} from "../../effects.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import {numberText} from "../number.ts";
import {workComment as commentContract} from "./contract.ts";
import {workNamed} from "./item.ts";

export const workCommentOperation = operation(commentContract, workComment);

/** Throws `not-found`. */
export async function workComment(
  {work, text, dryRun}: Input<typeof commentContract>,
  context: Context
): Promise<Output<typeof commentContract>> {
  const {effects, caller} = context;
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const {id, number} = await workNamed(tx, work);
    const row = {id: effects.id(), organisation, work: id, at: nowText(effects), caller: caller.id, text};
    if (!dryRun) {
      await tx.insertInto("work_comment").values(row).execute();
      const event = {
        organisation,
        caller: caller.id,
        operation: "work.comment",
        subject: id,
        detail: {comment: row.id}
      };
      await recordEvent(tx, event, effects);
    }
    return {work: numberText("work", number), comment: {id: row.id, at: row.at, by: row.caller, text}, dryRun};
  });
}
