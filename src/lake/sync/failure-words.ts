import {messageOf, UserError} from "../../errors.ts";
import {RemoteFailure} from "./remote-failure.ts";

/** What kept a source from being fetched, as something that a person can act on. */
export function inWords(id: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  if (!(error instanceof RemoteFailure))
    return new UserError("sync.failed", `${id}: unexpected: ${messageOf(error).replaceAll(/\?\S+/g, "?…")}`, {
      remedy: "Other sources went on. Try again, and report it if it stays."
    });
  switch (error.kind) {
    case "refused":
      return new UserError("source.refused", `${id}: ${error.message}`, {
        remedy: `Give it credentials and the permission that this prints: ashlar sources policy ${id}`
      });
    case "missing":
      return new UserError("input.missing", `${id}: ${error.message}`, {
        remedy: "Check location, endpoint and region of the source in ashlar.yaml."
      });
    case "changed":
      return new UserError("input.changed", `${id}: ${error.message}, again and again`, {
        remedy: "The vendor is writing; try again later. Nothing of that delivery was taken in."
      });
    case "again":
    case "fatal":
      return new UserError("source.unreachable", `${id}: ${error.message}`, {
        remedy: "Check location, endpoint and network; the next sync goes on where this one ended."
      });
  }
}
