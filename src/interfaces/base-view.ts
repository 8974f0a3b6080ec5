import {overBase} from "../cost/base-question.ts";
import type {Context, Contract} from "../operation.ts";

const longestName = 300;

/**
 * The input with the saved view that it names looked up: the question of the view, and over it what is given. Every
 * interface asks through this, before defaults are filled in and before a receipt is made. Throws `not-found`.
 */
export async function withBaseView(
  {name}: Contract,
  input: Readonly<Record<string, unknown>>,
  context: Context
): Promise<Record<string, unknown>> {
  const {view, ...given} = input;
  const named = (name === "cost" || name === "rows") && typeof view === "string";
  // What the contract refuses as a name is left to it.
  if (!named || view === "" || view.length > longestName) return {...input};
  const {questionOfView} = await import("../records/views/views.ts");
  return overBase(await questionOfView(view, context), given);
}
