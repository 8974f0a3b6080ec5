import type {Output} from "../operation.ts";
import type {FrameworkWhat, frameworkShow} from "./contract.ts";
import type {Edition, Framework} from "./framework.ts";
import {rowsOf} from "./rows.ts";

type Link = Output<typeof frameworkShow>["links"][number];

/** Fields of a row that lead to other things: what they lead to, and what the link says. */
const leads: readonly {
  readonly of: FrameworkWhat;
  readonly field: string;
  readonly what: FrameworkWhat;
  readonly relation: string;
}[] = [
  {of: "capabilities", field: "domain", what: "domains", relation: "stands in"},
  {of: "capabilities", field: "personas", what: "personas", relation: "done by"},
  {of: "capabilities", field: "phases", what: "phases", relation: "belongs to"},
  {of: "capabilities", field: "needs", what: "capabilities", relation: "uses"},
  {of: "capabilities", field: "provides", what: "capabilities", relation: "serves"},
  {of: "capabilities", field: "featuredKpis", what: "kpis", relation: "measured by"},
  {of: "domains", field: "capabilities", what: "capabilities", relation: "consists of"},
  {of: "personas", field: "capabilities", what: "capabilities", relation: "takes part in"},
  {of: "phases", field: "capabilities", what: "capabilities", relation: "holds"},
  {of: "kpis", field: "featured", what: "capabilities", relation: "featured by"},
  {of: "kpis", field: "capabilities", what: "capabilities", relation: "linked to"},
  {of: "kpis", field: "suggested", what: "capabilities", relation: "suggested for"},
  {of: "kpis", field: "dataDomains", what: "data-domains", relation: "needs"},
  {of: "kpis", field: "technologyCategories", what: "technology-categories", relation: "meant for"},
  {of: "indicators", field: "capability", what: "capabilities", relation: "measures"},
  {of: "indicators", field: "published", what: "thresholds", relation: "published as"},
  {of: "edges", field: "from", what: "capabilities", relation: "from"},
  {of: "edges", field: "to", what: "capabilities", relation: "to"},
  {of: "starters", field: "capabilities", what: "capabilities", relation: "consists of"},
  {of: "thresholds", field: "capability", what: "capabilities", relation: "measures"},
  {of: "thresholds", field: "metric", what: "indicators", relation: "used in"},
  {of: "requirements", field: "capability", what: "capabilities", relation: "needed by"},
  {of: "data-domains", field: "capabilities", what: "capabilities", relation: "needed by"},
  {of: "data-domains", field: "kpisNeeding", what: "kpis", relation: "needed by"},
  {of: "technology-categories", field: "kpisMeant", what: "kpis", relation: "measured by"},
  {of: "microsoft", field: "capability", what: "capabilities", relation: "name of"}
];

/** Everything that a row leads to, each thing once. */
export function linksOf(
  what: FrameworkWhat,
  row: {readonly id: string},
  edition: Edition,
  framework: Framework
): Link[] {
  const fields: Readonly<Record<string, unknown>> = {...row, ...backwards(what, row.id, edition, framework)};
  const links = leads
    .filter(({of}) => of === what)
    .flatMap(({field, what: target, relation}) => {
      const rows: readonly {id: string; title: string}[] = rowsOf[target](edition, framework);
      return idsIn(fields[field]).flatMap(({id, note}) => {
        const found = rows.find((each) => each.id === id);
        return found === undefined ? [] : [{relation, what: target, id, title: found.title, note}];
      });
    });
  const seen = new Set<string>();
  return links.filter((link) => {
    const key =
      link.relation === "linked to" || link.relation === "featured by"
        ? `${link.what} ${link.id}`
        : `${link.relation} ${link.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What leads to the thing from elsewhere. */
function backwards(
  what: FrameworkWhat,
  id: string,
  {kpis}: Edition,
  {starters}: Framework
): Readonly<Record<string, unknown>> {
  switch (what) {
    case "data-domains":
      return {kpisNeeding: kpis.filter(({dataDomains}) => dataDomains.includes(id)).map(({slug}) => slug)};
    case "technology-categories":
      return {
        kpisMeant: kpis.filter(({technologyCategories}) => technologyCategories.includes(id)).map(({slug}) => slug)
      };
    case "indicators":
      return {published: starters.published.filter(({metric}) => metric === id).map((each) => each.id)};
    default:
      return {};
  }
}

function idsIn(value: unknown): readonly {id: string; note: string | null}[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((each) => {
    if (typeof each === "string") return [{id: each, note: null}];
    if (typeof each !== "object" || each === null || !("id" in each) || typeof each.id !== "string") return [];
    return [{id: each.id, note: "basis" in each && typeof each.basis === "string" ? each.basis : null}];
  });
}
