import type {CostQuestionInput} from "./question.ts";

/** The parts that together say a time; whoever gives one of them means another time than that of the base. */
const timeParts = ["period", "from", "to", "window"] as const;

/**
 * What is asked where `given` is asked over a base: each part that is given overrides that of the base, and a time
 * replaces its whole time. `given` is as it came, before any default stands in it.
 */
export function overBase(base: CostQuestionInput, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const {...left} = base;
  if (timeParts.some((part) => given[part] !== undefined)) for (const part of timeParts) delete left[part];
  return {...left, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))};
}

/** A question whose base nobody has looked up, which would be answered as if there were none. Throws an `Error`. */
export function requireWithoutView(view: string | undefined): void {
  if (view !== undefined) throw new Error(`the view of a question was not looked up: ${view}`);
}
