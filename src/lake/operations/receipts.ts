import {readFile} from "node:fs/promises";
import {resolve} from "node:path";
import {z} from "zod";
import {counted} from "../../counted.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {findSnapshots, recordEvent} from "../catalog.ts";
import {receiptsList as listContract, receiptsPin as pinContract, receiptsUnpin as unpinContract} from "../contract.ts";
import {readError} from "../input/file.ts";
import {lakeOf} from "../open.ts";

export const receiptsPinOperation = operation(pinContract, receiptsPin);
export const receiptsListOperation = operation(listContract, (_, context) => receiptsList(context));
export const receiptsUnpinOperation = operation(unpinContract, receiptsUnpin);

const receipt = z.looseObject({id: z.string().min(6), snapshots: z.array(z.string())});

/** Throws `snapshot.pruned` where the rows of the receipt are already gone. */
export async function receiptsPin(
  input: Input<typeof pinContract>,
  context: Context
): Promise<Output<typeof pinContract>> {
  const {effects, caller} = context;
  const body = await readReceipt(input.file, resolve(effects.cwd(), input.file));
  const {store, organisation} = await context.use(lakeOf);
  await store.transaction(async (tx) => {
    const found = body.snapshots.length === 0 ? [] : await findSnapshots(tx, organisation, {ids: body.snapshots});
    const gone = body.snapshots.filter(
      (id) => !found.some(({manifest, state}) => manifest.id === id && state !== "pruned")
    );
    if (gone.length > 0)
      throw new UserError(
        "snapshot.pruned",
        `The rows of ${counted(gone.length, "snapshot")} of the receipt are not kept any more`,
        {
          remedy: "Ask the question again and pin the new receipt.",
          data: gone
        }
      );
    if (input.dryRun) return;
    const row = {body: JSON.stringify(body), pinned: 1, caller: caller.id, created_at: nowText(effects)};
    await tx
      .insertInto("receipt")
      .values({id: body.id, organisation, ...row})
      .onConflict((conflict) => conflict.column("id").doUpdateSet({pinned: 1}))
      .execute();
    const event = {organisation, caller: caller.id, operation: "receipts.pin", subject: body.id, detail: {}};
    await recordEvent(tx, event, effects);
  });
  return {
    receipt: body.id,
    snapshots: body.snapshots.length,
    status: input.dryRun ? "would be pinned" : "pinned"
  };
}

async function readReceipt(name: string, path: string): Promise<z.output<typeof receipt>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw readError({name, path}, error);
  }
  const remedy = "Give the file that `ashlar cost … --output json` printed.";
  try {
    const value: unknown = JSON.parse(text);
    const answer = z.union([z.looseObject({receipt}), receipt]).parse(value);
    return "receipt" in answer ? receipt.parse(answer["receipt"]) : receipt.parse(answer);
  } catch (error) {
    throw new UserError("input.unreadable", `${name} has no receipt`, {at: {file: name}, remedy, cause: error});
  }
}

async function receiptsList(context: Context): Promise<Output<typeof listContract>> {
  const {store, organisation} = await context.use(lakeOf);
  const rows = await store.db
    .selectFrom("receipt")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("pinned", "=", 1)
    .orderBy("created_at")
    .execute();
  return {
    rows: rows.map(({id, created_at, caller, body}) => ({
      receipt: id,
      createdAt: created_at,
      caller,
      snapshots: receipt.parse(JSON.parse(body)).snapshots.length
    }))
  };
}

export async function receiptsUnpin(
  input: Input<typeof unpinContract>,
  context: Context
): Promise<Output<typeof unpinContract>> {
  const {store, organisation} = await context.use(lakeOf);
  return store.transaction(async (tx) => {
    const all = await tx.selectFrom("receipt").select("id").where("organisation", "=", organisation).execute();
    const matches = all.filter(({id}) => id.startsWith(input.receipt));
    const [match] = matches;
    if (match === undefined || matches.length > 1)
      throw new UserError(
        "not-found",
        `There is ${matches.length > 1 ? "more than one" : "no"} receipt ${input.receipt}`,
        {
          remedy: "List them with: ashlar receipts list"
        }
      );
    if (input.dryRun) return {receipt: match.id, status: "would be unpinned" as const};
    await tx.deleteFrom("receipt").where("id", "=", match.id).execute();
    const event = {organisation, caller: context.caller.id, operation: "receipts.unpin", subject: match.id, detail: {}};
    await recordEvent(tx, event, context.effects);
    return {receipt: match.id, status: "unpinned" as const};
  });
}
