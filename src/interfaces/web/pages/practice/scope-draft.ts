import {type Draft, withValue, withYaml, withoutValue} from "./draft.ts";
import type {Scope} from "./facts.ts";
import {idOf} from "./id.ts";

/** What the form of a scope holds, as text. */
export interface ScopeValues {
  readonly title: string;
  readonly question: string;
  readonly decisionOwner: string;
  readonly filter: string;
  readonly status: string;
  readonly review: string;
  /** The rule for each other scope; empty for none. */
  readonly overlaps: Readonly<Record<string, string>>;
  /** The target of each KPI, a plain decimal. */
  readonly kpiTargets: Readonly<Record<string, string>>;
}

export const usualRule = "include-and-explain";

/** What a form begins with: the scope as the file has it, or a new one that counts in the others, too. */
export function valuesOf(scope: Scope | null, others: readonly Scope[], firstPerson: string): ScopeValues {
  const running = others.filter(({status}) => status === "active" || status === "retiring");
  return {
    title: scope?.title ?? "",
    question: scope?.question ?? "",
    decisionOwner: scope?.decisionOwner ?? (scope === null ? firstPerson : ""),
    filter: scope?.filter ?? "",
    status: scope?.status ?? "active",
    review: scope?.review ?? (scope === null ? "quarterly" : ""),
    overlaps: Object.fromEntries(
      (scope?.overlaps ?? []).length > 0 || scope !== null
        ? (scope?.overlaps ?? []).map(({scope: other, rule}) => [other, rule])
        : running.map(({id}) => [id, usualRule])
    ),
    kpiTargets: Object.fromEntries((scope?.kpiTargets ?? []).map(({kpi, target}) => [kpi, String(target)]))
  };
}

const fields = ["title", "question", "decisionOwner", "filter", "status", "review"] as const;

/** A draft with what the form says where it differs from the file. */
export function draftScope(draft: Draft, id: string, values: ScopeValues, filed: Scope | null): Draft {
  const before = filed === null ? null : valuesOf(filed, [], "");
  const withFields = fields.reduce((sofar, field) => {
    const value = values[field].trim();
    const was = before?.[field] ?? "";
    if (value === was) return sofar;
    const path = `scopes.${id}.${field}`;
    return value === "" ? withoutValue(sofar, path) : withValue(sofar, path, value);
  }, draft);
  const withTargets = draftTargets(withFields, id, values.kpiTargets, before?.kpiTargets ?? {});
  return Object.entries(values.overlaps).reduce((sofar, [other, rule]) => {
    const was = before?.overlaps[other] ?? "";
    if (rule === was) return sofar;
    const path = `scopes.${id}.overlaps.${other}`;
    return rule === "" ? withoutValue(sofar, path) : withValue(sofar, `${path}.rule`, rule);
  }, withTargets);
}

function draftTargets(
  draft: Draft,
  id: string,
  targets: ScopeValues["kpiTargets"],
  before: ScopeValues["kpiTargets"]
): Draft {
  const path = (kpi: string): string => `scopes.${id}.kpiTargets.${kpi}`;
  const gone = Object.keys(before).filter((kpi) => targets[kpi] === undefined);
  const without = gone.reduce((sofar, kpi) => withoutValue(sofar, path(kpi)), draft);
  return Object.entries(targets).reduce(
    (sofar, [kpi, target]) =>
      target.trim() === before[kpi] ? sofar : withYaml(sofar, `${path(kpi)}.target`, target.trim()),
    without
  );
}

/** A draft with a first person of the practice, as FinOps practitioner. */
export function draftPerson(draft: Draft, name: string): Draft {
  const path = `people.${idOf(name)}`;
  return withValue(withValue(draft, `${path}.name`, name.trim()), `${path}.personas`, ["finops-practitioner"]);
}
