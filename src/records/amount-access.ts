import {isMetricMasked} from "../cost/access.ts";
import type {Caller} from "../operation.ts";
import type {Fields} from "./history.ts";

/**
 * Records hold amounts of charges that somebody with a row filter, or from whom effective cost is hidden, may not see.
 * Which charges an amount is of cannot be told afterwards, so such callers are shown none.
 */
export function seesAmounts(caller: Caller): boolean {
  return caller.rowFilter === null && !isMetricMasked(caller, "effective");
}

/** Fields of a history line that hold amounts. */
const amounts: readonly string[] = ["value", "verification", "money"];

/** The fields that a caller may see. */
export function visibleFields(fields: Fields, caller: Caller): Fields {
  if (seesAmounts(caller)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !amounts.includes(name)));
}
