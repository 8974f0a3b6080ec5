import type {FrameworkWhat} from "./facts.ts";

/** `>=70` with its unit, as people write it: `≥ 70 %`. */
export function thresholdText(value: string, unit = ""): string {
  const [, op = "", amount = value] = /^(>=|<=|>|<|=)?\s*(.*)$/.exec(value) ?? [];
  if (amount === "yes" || amount === "no") return amount;
  const sign = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< "}[op] ?? "";
  return `${sign}${amount}${unit === "%" ? " %" : ""}`;
}

/** Where a threshold comes from, by the codes that the framework data has. */
export const basisWords: Readonly<Record<string, {readonly short: string; readonly about: string}>> = {
  P26: {short: "published", about: "Published for this level."},
  P26n: {short: "published, our level", about: "A published number that names no level; we placed it here."},
  P26q: {short: "from words", about: "Published in words; the number is ours."},
  POLD: {short: "older text", about: "From an older text of the framework."},
  MS: {short: "Microsoft", about: "From Microsoft's pages on FinOps."},
  S: {short: "suggested", about: "Our suggestion, published nowhere. Change it to what suits you."},
  own: {short: "own", about: "Set by your practice."}
};

export const directionWords: Readonly<Record<string, {readonly mark: string; readonly word: string}>> = {
  higher: {mark: "▲", word: "higher is better"},
  lower: {mark: "▼", word: "lower is better"},
  target: {mark: "◎", word: "nearer to a target is better"},
  context: {mark: "≈", word: "read it in its context"}
};

/** How surely something is said. */
export const linkBasis: Readonly<Record<string, string>> = {
  named: "named in the text",
  described: "described in the text",
  stated: "stated in the text",
  inferred: "inferred by us"
};

export const mapWords: Readonly<Record<string, string>> = {
  same: "the same",
  rename: "renamed",
  merge: "merged",
  split: "split",
  widen: "wider",
  narrow: "narrower",
  new: "new",
  gone: "gone"
};

export const whatWords: Readonly<Record<FrameworkWhat, string>> = {
  principles: "Principle",
  personas: "Persona",
  phases: "Phase",
  maturity: "Maturity level",
  lenses: "Lens",
  domains: "Domain",
  capabilities: "Capability",
  "technology-categories": "Technology category",
  scopes: "Scope",
  kpis: "KPI",
  indicators: "Indicator",
  edges: "Dependency",
  starters: "Starter",
  thresholds: "Threshold",
  requirements: "Requirement",
  "data-domains": "Data",
  microsoft: "Microsoft name"
};

/** The page of the framework that shows a part, with what stands after `#`; null where none does. */
export function pageOf(
  what: FrameworkWhat,
  id: string
): {readonly to: string; readonly search?: Record<string, string>; readonly hash?: string} | null {
  switch (what) {
    case "capabilities":
      return {to: `/framework/capabilities/${encodeURIComponent(id)}`};
    case "kpis":
      return {to: "/framework/kpis", search: {kpi: id}};
    case "principles":
    case "personas":
    case "phases":
    case "maturity":
      return {to: `/framework/${what}`, hash: id};
    case "lenses":
      return {to: "/framework/maturity", hash: id};
    case "domains":
    case "technology-categories":
      return {to: "/framework", hash: id};
    case "requirements":
      return {to: "/framework/coverage", hash: id};
    default:
      return null;
  }
}
