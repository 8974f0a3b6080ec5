import type {Context} from "../../operation.ts";
import type {Arrangement} from "../practice-file.ts";
import {areProvablyApart, pairsOf} from "./overlaps.ts";
import {type Common, pairKey} from "./world.ts";

/** Pairs that the lake is asked about at most; the rest stays open. */
const mostAsked = 40;

/**
 * What pairs of scopes without a rule have in common: told from their filters, else from the charges in the lake. A
 * caller who may not see all rows is told nothing from them.
 */
export async function commonCost(
  arrangement: Arrangement,
  context: Context,
  hasCost: boolean
): Promise<ReadonlyMap<string, Common>> {
  const found = new Map<string, Common>();
  const open = pairsOf(arrangement).filter((pair) => {
    if (pair.rules.length > 0) return false;
    if (!areProvablyApart(pair)) return true;
    found.set(pairKey(pair.a, pair.b), {kind: "disjoint"});
    return false;
  });
  if (!hasCost || open.length === 0 || context.caller.rowFilter !== null) return found;
  for (const {a, b} of open.slice(0, mostAsked)) {
    const filters = [a, b].flatMap(({filter}) => (filter === undefined || filter.trim() === "" ? [] : [`(${filter})`]));
    found.set(pairKey(a, b), await inBoth(filters.join(" and "), context));
  }
  return found;
}

/** A filter that cannot be read is told of by another rule. */
async function inBoth(filter: string, context: Context): Promise<Common> {
  const [{askContextOf}, {askCost}, {costQuestion}, {UserError}] = await Promise.all([
    import("../../cost/ask-context.ts"),
    import("../../cost/ask.ts"),
    import("../../cost/question.ts"),
    import("../../errors.ts")
  ]);
  try {
    const metric = context.caller.masked.includes("effective") ? "billed" : "effective";
    const question = costQuestion.parse({metric: [metric], ...(filter === "" ? {} : {filter})});
    const {totals} = await askCost(question, await askContextOf(context));
    if (totals.length === 0) return {kind: "none"};
    return {
      kind: "cost",
      amounts: totals.map((total) => `${shortened(String(total[metric]))} ${String(total["currency"])}`)
    };
  } catch (error) {
    if (error instanceof UserError) return {kind: "open"};
    throw error;
  }
}

/** Decimal text with two decimals, the rest cut off: the order of size is what is told. */
function shortened(amount: string): string {
  const [whole = "0", decimals = ""] = amount.split(".");
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${decimals.padEnd(2, "0").slice(0, 2)}`;
}
