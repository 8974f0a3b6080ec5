import {add, compare, isZero, normalise, subtract, sum} from "../../../money/amount.ts";
import type {ExplanationKind, TieStatus} from "../words.ts";
import type {Candidate, Difference} from "./facts.ts";
import {roundingOf} from "./rounding.ts";

export interface Explanation {
  readonly kind: ExplanationKind;
  readonly amount: string;
  readonly basis: "counted" | "matched" | "estimated" | "rest";
  readonly text: string;
  readonly rows: number | null;
  readonly filter: string | null;
}

export interface Explained {
  readonly explanations: Explanation[];
  readonly unexplained: string;
  readonly status: Exclude<TieStatus, "not stated">;
  /** What was looked at and does not explain it. */
  readonly notes: string[];
}

/** More candidates than this are not combined; the largest are taken. */
const mostCombined = 10;

/**
 * Splits a difference into parts that sum to it to the last digit. Every part but the last is an amount that was had
 * from rows or from the invoice, never from the difference itself; what they leave is unexplained. Counted amounts are
 * taken in the combination that leaves the least; amounts that may only have been left out, in the smallest combination
 * that leaves nothing but rounding.
 */
export function explain(difference: Difference): Explained {
  const taken: Explanation[] = [];
  let rest = difference.amount;
  const take = (candidates: readonly Candidate[], basis: Explanation["basis"]): void => {
    for (const {kind, amount, text, rows, filter} of candidates) {
      if (isZero(amount)) continue;
      taken.push({kind, amount: plain(amount), basis, text, rows, filter});
      rest = subtract(rest, amount);
    }
  };
  const roundsAway = (left: string): boolean => isZero(left) || roundingOf(left, difference) !== null;

  if (!roundsAway(rest)) take(difference.certain, "counted");
  if (!roundsAway(rest)) take(nearest(rest, difference.counted), "counted");
  if (!roundsAway(rest)) take(exactly(rest, difference.possible, difference), "matched");
  if (!roundsAway(rest) && difference.whole !== null) take([{...difference.whole, amount: rest}], "counted");
  if (!roundsAway(rest)) take(nearest(rest, difference.estimated), "estimated");

  const rounding = isZero(rest) ? null : roundingOf(rest, difference);
  if (rounding !== null) {
    taken.push({kind: "rounding", amount: plain(rest), basis: "counted", text: rounding, rows: null, filter: null});
    rest = "0";
  }
  const unexplained = plain(rest);
  if (!isZero(rest)) {
    const text = "Nothing that is known explains this part.";
    taken.push({kind: "unexplained", amount: unexplained, basis: "rest", text, rows: null, filter: null});
  }
  return {explanations: taken, unexplained, status: statusOf(taken, unexplained), notes: notesOf(difference, taken)};
}

function statusOf(taken: readonly Explanation[], unexplained: string): Explained["status"] {
  if (!isZero(unexplained)) return "open";
  return taken.every(({kind}) => kind === "rounding") ? "tied" : "explained";
}

/** The combination whose sum leaves the least; of equal ones the smallest. */
function nearest(rest: string, candidates: readonly Candidate[]): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let least = absolute(rest);
  for (const some of combinations(candidates)) {
    const left = absolute(subtract(rest, sumOf(some)));
    const order = compare(left, least);
    if (order < 0 || (order === 0 && some.length < best.length)) [best, least] = [some, left];
  }
  return best;
}

/** The smallest combination that leaves nothing, or half a minor unit at most. */
function exactly(rest: string, candidates: readonly Candidate[], {currency}: Difference): readonly Candidate[] {
  const once = {currency, rounding: {ofRows: null, ofServices: null, rows: 0, lines: 1}};
  const fitting = combinations(candidates).filter((some) => {
    const left = subtract(rest, sumOf(some));
    return some.length > 0 && (isZero(left) || roundingOf(left, once) !== null);
  });
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function combinations(candidates: readonly Candidate[]): (readonly Candidate[])[] {
  const some = candidates
    .filter(({amount}) => !isZero(amount))
    .toSorted((a, b) => compare(absolute(b.amount), absolute(a.amount)))
    .slice(0, mostCombined);
  return some.reduce<(readonly Candidate[])[]>(
    (all, candidate) => [...all, ...all.map((each) => [...each, candidate])],
    [[]]
  );
}

function notesOf({counted, possible, estimated}: Difference, taken: readonly Explanation[]): string[] {
  if (!taken.some(({kind}) => kind === "unexplained")) return [];
  const used = new Set(taken.map(({text}) => text));
  return [...counted, ...possible, ...estimated]
    .filter(({amount, text}) => !isZero(amount) && !used.has(text))
    .map(({amount, text}) => `Looked at, and not the reason: ${plain(amount)}. ${text}`);
}

/** The sum of the parts, for a look that they are the whole. */
export function sumOfParts(parts: readonly {readonly amount: string}[]): string {
  return plain(sum(parts.map(({amount}) => amount)));
}

function sumOf(candidates: readonly Candidate[]): string {
  return candidates.reduce((total, {amount}) => add(total, amount), "0");
}

function absolute(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : amount;
}

export function plain(amount: string): string {
  const text = normalise(amount, {trailingZeros: false});
  return text === "-0" ? "0" : text;
}
