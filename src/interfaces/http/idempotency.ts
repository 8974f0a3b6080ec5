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

/** What a key stands for: a write to be done, one that still runs, or the answer of one that is done. */
export type Reservation =
  | {
      readonly state: "free";
      /** Does the write and keeps its answer; what failed may be tried again with the same key. */
      run(work: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
    }
  | {readonly state: "running"}
  | {readonly state: "done"; readonly answer: KeptAnswer};

/**
 * Reserves a key for a write. Throws `request.repeated` where it belongs to another write, `usage.invalid` for a key
 * that is none.
 */
export async function reserve(call: WriteCall, store: Store, effects: Effects): Promise<Reservation> {
  if (!/^[\x21-\x7e]{1,200}$/.test(call.key)) {
    throw new UserError("usage.invalid", "Idempotency-Key must be 1 to 200 visible ASCII characters");
  }
  const found = await entered(call, store, effects);
  if (found !== "free") return found === "running" ? {state: found} : {state: "done", answer: found};
  const release = async (): Promise<void> => {
    await store.db
      .deleteFrom("idempotency")
      .where("organisation", "=", localOrganisation)
      .where("caller", "=", call.caller)
      .where("key", "=", call.key)
      .execute();
  };
  return {
    state: "free",
    run: async (work) => {
      try {
        const answer = await work();
        await store.db
          .updateTable("idempotency")
          .set({status: answer.status, response: answer.text})
          .where("organisation", "=", localOrganisation)
          .where("caller", "=", call.caller)
          .where("key", "=", call.key)
          .execute();
        return answer;
      } catch (error) {
        await release();
        throw error;
      }
    }
  };
}

/** Enters the key in the state store, or says what stands there. */
async function entered(call: WriteCall, store: Store, effects: Effects): Promise<"free" | "running" | KeptAnswer> {
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
      return "free";
    }
    if (row.request !== request) {
      throw new UserError("request.repeated", "the Idempotency-Key was used for another write", {
        remedy: "Use a new key for a new write."
      });
    }
    return row.status === null || row.response === null ? "running" : {status: row.status, text: row.response};
  });
}
