import type {Filter} from "../../cost/filter/filter.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import type {Remark} from "../finding.ts";
import type {Arrangement, Scope} from "../practice-file.ts";
import {haveDaysInCommon} from "./dates.ts";
import {areDisjoint} from "./disjoint.ts";
import {type Common, listed, pairKey, type Rule, scopesIn} from "./world.ts";

export interface Pair {
  readonly a: Scope;
  readonly b: Scope;
  /** Index of the later one in the file, where a remark is put. */
  readonly index: number;
}

/** Pairs of scopes that are in effect on a common day, each with whether a rule says what holds for them. */
export function pairsOf(arrangement: Arrangement): readonly (Pair & {readonly rules: readonly string[]})[] {
  const scopes = scopesIn({arrangement});
  return scopes.flatMap(({scope: b, index}, at) =>
    scopes.slice(0, at).flatMap(({scope: a}) => {
      if (a.id === b.id || !haveDaysInCommon(a, b)) return [];
      const rules = [
        ...a.overlaps.filter(({scope}) => scope === b.id).map(({rule}) => rule),
        ...b.overlaps.filter(({scope}) => scope === a.id).map(({rule}) => rule)
      ];
      return [{a, b, index, rules}];
    })
  );
}

/** The filter of a scope; null for one that takes all, undefined where it cannot be read. */
export function filterOf(scope: Scope): Filter | null | undefined {
  if (scope.filter === undefined || scope.filter.trim() === "") return null;
  try {
    return parseFilter(scope.filter);
  } catch {
    return undefined;
  }
}

/** Do the filters alone prove that two scopes have no charge in common? */
export function areProvablyApart({a, b}: Pick<Pair, "a" | "b">): boolean {
  const [first, second] = [filterOf(a), filterOf(b)];
  return first !== null && second !== null && first !== undefined && second !== undefined && areDisjoint(first, second);
}

/** Scopes that overlap say what holds for what is in both. */
export const overlapRules: Rule = ({arrangement, common}) =>
  pairsOf(arrangement).flatMap(({a, b, index, rules}): readonly Remark[] => {
    const where = {path: ["scopes", index, "overlaps"], scope: b.id};
    if (rules.length > 1 && rules.includes("exclude")) {
      return [
        {
          severity: "error",
          rule: "overlap-contradiction",
          message: `${a.title} and ${b.title} both say what holds for their overlap, and it does not go together`,
          remedy: "Keep one of the two rules: the scope that says exclude leaves the common cost to the other.",
          ...where
        }
      ];
    }
    if (rules.length > 0) return [];
    const known: Common = common.get(pairKey(a, b)) ?? {kind: "open"};
    if (known.kind === "disjoint") return [];
    const remedy = `Say what holds: ashlar practice plan scopes.${b.id}.overlaps.${a.id}.rule=include-and-explain (it counts in both) or exclude (in ${a.title} only).`;
    if (known.kind === "none") {
      return [
        {
          severity: "hint",
          rule: "overlap-possible",
          message: `${a.title} and ${b.title} could overlap: by their filters a charge may be in both, and none is so far`,
          remedy,
          ...where
        }
      ];
    }
    const basis =
      known.kind === "cost"
        ? known.amounts.length === 0
          ? "charges in the lake are in both"
          : `${listed(known.amounts)} (effective, all data so far) are in both`
        : "their filters do not exclude each other, and no data tell otherwise";
    return [
      {
        severity: b.status === "draft" || a.status === "draft" ? "warning" : "error",
        rule: "overlap-rule",
        message: `${a.title} and ${b.title} overlap without a rule: ${basis}`,
        remedy,
        ...where
      }
    ];
  });
