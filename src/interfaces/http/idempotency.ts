import {createHash} from "node:crypto";
import {canonicalJson} from "../../cost/receipt.ts";
import {type Effects, instantText, nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Store} from "../../store/store.ts";

/** How long the answer to a write is kept for a repeated call. */
const keptHours = 24;

/** After so long, a first call that gave no answer has died with its server, and the key is free again. */
const stuckHours = 1;

export interface WriteCall {
  readonly caller: string;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

/** What was answered before, as JSON text. */
export interface KeptAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Runs a write once for its key: a repeated call gets the answer of the first. Throws `request.repeated` where the key
 * belongs to another write or the first call still runs, `usage.invalid` for a key that is none.
 */
export async function once(
  call: WriteCall,
  store: Store,
  effects: Effects,
  work: () => Promise<KeptAnswer>
): Promise<KeptAnswer & {readonly repeated: boolean}> {
  if (!/^[\x21-\x7e]{1,200}$/.test(call.key)) {
    throw new UserError("usage.invalid", "Idempotency-Key must be 1 to 200 visible ASCII characters");
  }
  const before = await reserve(call, store, effects);
  if (before !== null) return {...before, repeated: true};
  try {
    const answer = await work();
    await store.db
      .updateTable("idempotency")
      .set({status: answer.status, response: answer.text})
      .where("organisation", "=", localOrganisation)
      .where("caller", "=", call.caller)
      .where("key", "=", call.key)
      .execute();
    return {...answer, repeated: false};
  } catch (error) {
    // What failed may be tried again with the same key.
    await store.db
      .deleteFrom("idempotency")
      .where("organisation", "=", localOrganisation)
      .where("caller", "=", call.caller)
      .where("key", "=", call.key)
      .execute();
    throw error;
  }
}

async function reserve(call: WriteCall, store: Store, effects: Effects): Promise<KeptAnswer | null> {
  const request = createHash("sha256")
    .update(canonicalJson([call.operation, call.input]))
    .digest("hex");
  const ago = (hours: number): string => instantText(effects.now().subtract({hours}));
  return store.transaction(async (tx) => {
    await tx.deleteFrom("idempotency").where("created_at", "<", ago(keptHours)).execute();
    const row = await tx
      .selectFrom("idempotency")
      .selectAll()
      .where("organisation", "=", localOrganisation)
      .where("caller", "=", call.caller)
      .where("key", "=", call.key)
      .executeTakeFirst();
    if (row === undefined || (row.status === null && row.created_at < ago(stuckHours))) {
      const values = {request, status: null, response: null, created_at: nowText(effects)};
      const {caller, key} = call;
      await tx
        .insertInto("idempotency")
        .values({organisation: localOrganisation, caller, key, ...values})
        .onConflict((conflict) => conflict.columns(["organisation", "caller", "key"]).doUpdateSet(values))
        .execute();
      return null;
    }
    if (row.request !== request) {
      throw repeated("the Idempotency-Key was used for another write", "Use a new key for a new write.");
    }
    if (row.status === null || row.response === null) {
      throw repeated("the first call with this Idempotency-Key still runs", "Ask again in a moment.");
    }
    return {status: row.status, text: row.response};
  });
}

function repeated(message: string, remedy: string): UserError {
  return new UserError("request.repeated", message, {remedy});
}
