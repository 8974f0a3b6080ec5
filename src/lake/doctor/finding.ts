import type {Output} from "../../operation.ts";
import type {doctor} from "../contract.ts";

/** One thing that was looked at, and how it is. */
export type Finding = Output<typeof doctor>["rows"][number];

export function finding(
  level: Finding["level"],
  check: string,
  message: string,
  remedy: string | null = null
): Finding {
  return {check, level, message, remedy};
}
