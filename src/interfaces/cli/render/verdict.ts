import {exitCodes} from "../../../errors.ts";
import {isFields} from "../../render/cells.ts";

/**
 * The exit status of an answer that was given. An answer that has a `verdict` (`ok`, `policy`, `quality`, `partial`)
 * says by it what a script should know; without one it is simply done.
 */
export function exitOf(output: unknown): number {
  if (!isFields(output)) return exitCodes.ok;
  switch (output["verdict"]) {
    case "policy":
      return exitCodes.policy;
    case "quality":
      return exitCodes.quality;
    case "partial":
      return exitCodes.partial;
    default:
      return exitCodes.ok;
  }
}
