import {thresholdText} from "./part.ts";

/** A threshold in its parts: the value is an exact decimal text, or `yes` and `no` where something is or is not there. */
export interface Threshold {
  readonly text: string;
  readonly op: ">=" | "<=" | ">" | "<" | "=" | "is";
  readonly value: string;
}

/** Reads `>=70`, `<20`, `yes`. Throws an error for any other text. */
export function parseThreshold(text: string): Threshold {
  if (!thresholdText.safeParse(text).success) throw new Error(`invalid threshold: ${text}`);
  if (text === "yes" || text === "no") return {text, op: "is", value: text};
  const op = (/^(>=|<=|>|<|=)/.exec(text)?.[0] ?? "=") as Threshold["op"];
  return {text, op, value: text.slice(op.length)};
}
