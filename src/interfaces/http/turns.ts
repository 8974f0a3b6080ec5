import {fairQueue} from "../../engine/fair-queue.ts";
import {UserError} from "../../errors.ts";
import type {Heavy} from "./server-options.ts";

/** Operations that open an engine of their own. */
const withOwnEngine: readonly string[] = ["ingest", "sync", "demo", "rollups.build", "validate", "importer.test"];

/** How many may wait for their turn. */
const mostWaiting = 20;

/**
 * Lets one operation with an engine of its own run at a time, as each may take the whole memory that a server has for
 * them; callers take turns. Throws `server.busy` where too many wait.
 */
export function inTurn(heavy: Heavy): Heavy {
  const queue = fairQueue({parallel: 1, limit: mostWaiting});
  let present = 0;
  return async (operation, input, context) => {
    if (!withOwnEngine.includes(operation.contract.name)) return heavy(operation, input, context);
    if (present > 0) context.progress({stage: "wait", message: "waiting for its turn"});
    present += 1;
    try {
      const leave = await queue.enter(context.caller.id, context.signal).catch((error: unknown) => {
        throw error instanceof UserError && error.code === "engine.busy" ? tooMany(error) : error;
      });
      return await heavy(operation, input, context).finally(leave);
    } finally {
      present -= 1;
    }
  };
}

function tooMany(cause: UserError): UserError {
  return new UserError("server.busy", `${mostWaiting} calls wait for their turn already`, {
    remedy: "Send it again later. Nothing was changed.",
    cause
  });
}
