import {randomBytes} from "node:crypto";
import {canonicalJson} from "../../cost/receipt.ts";
import type {Effects} from "../../effects.ts";
import {UserError} from "../../errors.ts";

/** Ties a write to the dry run that came before it, with the same input and the same caller. */
export interface Confirmations {
  /** A text that lets exactly this be done, once, within ten minutes. */
  offer(caller: string, tool: string, input: unknown): string;
  /** Throws `usage.invalid` where the text was not offered for this, or is used up or too old. */
  take(confirm: string, caller: string, tool: string, input: unknown): void;
}

const minutes = 10;
const most = 1000;

export function confirmations(effects: Effects): Confirmations {
  const offered = new Map<string, {readonly subject: string; readonly until: Temporal.Instant}>();
  const subjectOf = (...parts: readonly unknown[]): string => canonicalJson(parts);
  return {
    offer(caller, tool, input) {
      const confirm = randomBytes(12).toString("base64url");
      offered.set(confirm, {subject: subjectOf(caller, tool, input), until: effects.now().add({minutes})});
      for (const [oldest] of offered) if (offered.size > most) offered.delete(oldest);
      return confirm;
    },
    take(confirm, caller, tool, input) {
      const found = offered.get(confirm);
      const valid =
        found !== undefined &&
        found.subject === subjectOf(caller, tool, input) &&
        Temporal.Instant.compare(effects.now(), found.until) < 0;
      if (!valid) {
        throw new UserError("usage.invalid", "confirm does not belong to this call, or is used or too old", {
          at: {column: "confirm"},
          remedy: "Call once without confirm, look at what would change, and call again with the confirm it returns."
        });
      }
      offered.delete(confirm);
    }
  };
}
