import type {Caller} from "../../operation.ts";

/** Amounts of rows that a caller with a row filter may not see cannot be told apart afterwards, so none are shown. */
export function seesCost(caller: Caller): boolean {
  return seesRows(caller) && !isHidden("BilledCost", caller) && !isHidden("billed", caller);
}

/** Whether the caller may see single rows of a file; what a row filter leaves is not known of a file. */
export function seesRows({rowFilter}: Caller): boolean {
  return rowFilter === null;
}

/** Values by column, without those of columns that are hidden from the caller. */
export function maskedValues(
  values: Readonly<Record<string, string | null>>,
  caller: Caller
): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).filter(([column]) => !isHidden(column, caller)));
}

const metricsOf: Readonly<Record<string, string>> = {
  billedcost: "billed",
  effectivecost: "effective",
  contractedcost: "contracted",
  listcost: "list"
};

/** A mask names a column or a metric, in the spelling of either. */
function isHidden(column: string, {masked}: Caller): boolean {
  const name = plain(column);
  return masked.some((mask) => plain(mask) === name || plain(mask) === metricsOf[name]);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[ _.-]/g, "");
}
