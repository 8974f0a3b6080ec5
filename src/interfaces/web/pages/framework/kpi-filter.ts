import type {Kpi} from "./facts.ts";

/** What may be asked of a KPI; keys of the URL. */
export const filterKeys = ["text", "capability", "category", "data", "direction", "focus"] as const;
export type KpiFilter = Readonly<Record<string, string>>;

export function isMatch(kpi: Kpi, filter: KpiFilter): boolean {
  const {text = "", capability = "", category = "", data = "", direction = "", focus = ""} = filter;
  const said = [kpi.title, kpi.formula, kpi.unit, ...kpi.inputs].join(" ").toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  return (
    words.every((word) => said.includes(word)) &&
    (capability === "" || [...kpi.capabilities, ...kpi.featured, ...kpi.suggested].includes(capability)) &&
    (category === "" || kpi.technologyCategories.includes(category)) &&
    (data === "" || kpi.dataDomains.includes(data)) &&
    (direction === "" || kpi.direction === direction) &&
    (focus === "" || kpi.focus.support === focus)
  );
}
