import type {Finding} from "./details.ts";
import type {Leaf} from "./leaf.ts";
import {messageOf} from "./message.ts";
import type {Rule} from "./rule-set.ts";
import {type Reading, type Severity, severities, severityOf, rulesIn, type Verdict} from "./rule.ts";

/** What came of a rule. */
export interface Judged {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Rows, or groups or columns, that violate it; 1 for a composite that fails. */
  readonly violations: number;
  readonly message: string;
  readonly finding: Finding;
}

const nothing: Finding = {cost: [], samples: []};

/** The verdict of every rule, composites from those below them. */
export function judge(
  rules: readonly Rule[],
  leaves: readonly Leaf[],
  violations: ReadonlyMap<string, number>,
  details: ReadonlyMap<string, Finding>,
  reading: Reading
): readonly Judged[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const done = new Map<string, Judged>();
  for (const leaf of leaves)
    done.set(leaf.rule.id, judgeLeaf(leaf, violations.get(leaf.rule.id) ?? 0, details.get(leaf.rule.id) ?? nothing));
  const judged = (id: string): Judged | null => {
    const known = done.get(id);
    const rule = byId.get(id);
    if (known !== undefined || rule === undefined) return known ?? null;
    const below = rulesIn(rule.check).flatMap((child) => judged(child) ?? []);
    const own = judgeComposite(rule, below, reading);
    done.set(id, own);
    return own;
  };
  return rules.flatMap(({id}) => judged(id) ?? []);
}

function judgeLeaf(leaf: Leaf, violations: number, finding: Finding): Judged {
  const {rule} = leaf;
  const severity = severityOf(rule.keyword);
  if (leaf.kind === "none")
    return {rule, verdict: leaf.verdict, severity, violations: 0, message: leaf.note, finding: nothing};
  if (violations === 0) return {rule, verdict: "pass", severity, violations, message: "", finding: nothing};
  const note = leaf.kind === "known" ? leaf.note : null;
  const message = `${messageOf(rule)}${note === null ? "" : ` (${note})`}`;
  return {rule, verdict: "fail", severity, violations, message, finding};
}

function judgeComposite(rule: Rule, below: readonly Judged[], reading: Reading): Judged {
  const own = severityOf(rule.keyword);
  const looked = below.filter(({verdict}) => verdict === "pass" || verdict === "fail");
  const failed = looked.filter(({verdict}) => verdict === "fail");
  const result = (verdict: Verdict, message: string, severity = own): Judged => ({
    rule,
    verdict,
    severity,
    violations: verdict === "fail" ? 1 : 0,
    message,
    finding: nothing
  });
  if (looked.length === 0) {
    const open = below.some(({verdict}) => verdict === "needs-evidence");
    return result(open ? "needs-evidence" : "skipped", "none of the rules below it was decided");
  }
  const isOr = rule.check?.[0] === "OR";
  if (failed.length === 0 || (isOr && failed.length < looked.length)) return result("pass", "");
  const message = `below it fail ${failed.map((each) => each.rule.id).join(", ")}`;
  return result("fail", message, reading === "official" ? own : worst(failed));
}

function worst(failed: readonly Judged[]): Severity {
  return severities.find((each) => failed.some(({severity}) => severity === each)) ?? "info";
}
