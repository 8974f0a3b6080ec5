import type {Context} from "../operation.ts";

/** The day it is, in UTC. */
export function today({effects}: Pick<Context, "effects">): string {
  return effects.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
}
