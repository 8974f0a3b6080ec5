import {add} from "../../format/amount.ts";
import type {RuleLine} from "./facts.ts";

type Cost = RuleLine["cost"];

/** A rule with the deliveries that it was held against. */
export interface RuleGroup extends Pick<
  RuleLine,
  "rule" | "title" | "column" | "severity" | "verdict" | "origin" | "erratum"
> {
  readonly violations: number;
  /** By currency, over all deliveries. */
  readonly cost: Cost;
  readonly deliveries: readonly RuleLine[];
}

const graveness = {error: 0, warning: 1, info: 2} as const;
const order = {fail: 0, "needs-evidence": 1, pass: 2, skipped: 3} as const;

/** Lines by rule and verdict, the gravest first. */
export function groupedRules(lines: readonly RuleLine[]): readonly RuleGroup[] {
  return [...Map.groupBy(lines, ({rule, verdict}) => `${rule} ${verdict}`).values()]
    .flatMap((own): readonly RuleGroup[] => {
      const [first] = own;
      if (first === undefined) return [];
      const {rule, title, column, severity, verdict, origin, erratum} = first;
      return [
        {
          rule,
          title,
          column,
          severity,
          verdict,
          origin,
          erratum,
          violations: own.reduce((sum, {violations}) => sum + violations, 0),
          cost: summed(own.flatMap(({cost}) => cost)),
          deliveries: own
        }
      ];
    })
    .toSorted(
      (a, b) =>
        order[a.verdict] - order[b.verdict] ||
        graveness[a.severity] - graveness[b.severity] ||
        b.violations - a.violations
    );
}

function summed(cost: Cost): Cost {
  const sums = new Map<string | null, string>();
  for (const {currency, amount} of cost) sums.set(currency, add(sums.get(currency) ?? "0", amount));
  return [...sums].map(([currency, amount]) => ({currency, amount}));
}
