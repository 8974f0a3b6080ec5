import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {invoicesRecord as recordContract} from "./contract.ts";
import {statedOfRow} from "./invoice.ts";
import {heldAgainst, plainOffer, write} from "./keep.ts";

export const invoicesRecordOperation = operation(recordContract, invoicesRecord);

/** Throws `usage.invalid` for a currency that does not exist, `invoice.changed` for one known with other figures. */
export async function invoicesRecord(
  input: Input<typeof recordContract>,
  context: Context
): Promise<Output<typeof recordContract>> {
  const {effects, caller} = context;
  const {replace, dryRun, tax = null, date = null, note = null, ...name} = input;
  const offer = plainOffer({...name, tax, date, note});
  const keeping = {
    operation: "invoices.record",
    statedBy: "typed" as const,
    origin: null,
    caller: caller.id,
    dryRun
  };
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const kept = await heldAgainst(tx, [offer], {replace}, keeping, effects);
    const [one] = kept;
    if (one === undefined) throw new Error("an offer without an answer");
    if (!dryRun) await write(tx, kept, keeping, effects);
    const {status, changes} = one;
    return {
      invoice: statedOfRow(one.row),
      status: dryRun && status !== "unchanged" ? (`would be ${status}` as const) : status,
      changes
    };
  });
}
