import type {FocusVersion} from "../column.ts";
import type {Dataset} from "../dataset.ts";
import {columnRules, ownOf} from "./column-rules.ts";
import {type Erratum, errata12, published12} from "./errata.data.ts";
import {model12} from "./model-1.2.data.ts";
import {type Reading, type RuleFacts, rulesIn} from "./rule.ts";

/** A rule and whose it is. */
export interface Rule extends RuleFacts {
  readonly origin: "official" | "ashlar";
  /** Why it differs from the official model; null where it does not. */
  readonly erratum: string | null;
}

export interface RuleSet {
  /** Where the rules are from, in a few words. */
  readonly model: string;
  readonly rules: ReadonlyMap<string, Rule>;
}

const root12 = "CostAndUsage-D-000-M";

/**
 * The rules of a version and dataset: the official model of CostAndUsage 1.2 (in the official reading what can be
 * reached from its root, which is what the reference runs), and for the others rules of ours from the column model.
 */
export function ruleSet(version: FocusVersion, dataset: Dataset, reading: Reading): RuleSet {
  if (version !== "1.2" || dataset !== "CostAndUsage")
    return {
      model: `columns of FOCUS ${version} (rules of Ashlar)`,
      rules: byId(columnRules(version, dataset, corrected12()).map((rule) => ours(rule)))
    };
  return reading === "official"
    ? {model: "FOCUS 1.2, edition 1.2.0.1 (official)", rules: byId(reachable(official12()))}
    : {
        model: "FOCUS 1.2, edition 1.2.0.1 (official), with errata and rules of Ashlar",
        rules: byId([...corrected12(), ...ownOf(version, dataset).map((rule) => ours(rule))])
      };
}

function official12(): readonly Rule[] {
  return patched(
    model12.map((rule) => ({...rule, origin: "official", erratum: null})),
    published12
  );
}

function corrected12(): readonly Rule[] {
  return patched(official12(), errata12);
}

function ours(rule: RuleFacts): Rule {
  return {...rule, origin: "ashlar", erratum: null};
}

function patched(rules: readonly Rule[], errata: readonly Erratum[]): readonly Rule[] {
  const byRule = new Map(errata.map((each) => [each.rule, each]));
  return rules.map((rule) => {
    const erratum = byRule.get(rule.id);
    if (erratum === undefined) return rule;
    const {check, ...rest} = {...rule, ...erratum.patch, erratum: erratum.reason};
    return check === null || check === undefined ? rest : {...rest, check};
  });
}

/** What the root demands or needs, directly or not; 43 rules of attributes are not among it. */
function reachable(rules: readonly Rule[]): readonly Rule[] {
  const all = byId(rules);
  const seen = new Set<string>();
  const open = [root12];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const rule = all.get(id);
    if (rule === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...rulesIn(rule.check), ...(rule.needs ?? []));
  }
  return rules.filter(({id}) => seen.has(id));
}

function byId(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
