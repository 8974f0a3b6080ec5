import {Link} from "@tanstack/react-router";
import type {CapabilityFacts} from "./facts.ts";
import {directionWords} from "./words.ts";

const relations = ["featured", "related", "suggested"] as const;
const about = {
  featured: "Featured: the framework puts these first here",
  related: "Related: the library names this capability among theirs",
  suggested: "Suggested by us"
} as const;

/** The KPIs of a capability, by how they belong to it. */
export function CapabilityKpis({
  kpis,
  search
}: {
  readonly kpis: CapabilityFacts["kpis"];
  readonly search: {readonly edition?: string};
}) {
  if (kpis.length === 0) return <p className="quiet">No KPI of this edition is known to belong to it.</p>;
  return relations
    .map((relation) => ({relation, own: kpis.filter((kpi) => kpi.relation === relation)}))
    .filter(({own}) => own.length > 0)
    .map(({relation, own}) => (
      <section key={relation} className="kpi-group">
        <h3 className="course-part">{about[relation]}</h3>
        <ul className="kpi-lines">
          {own.map(({id, title, formula, direction, focus}) => (
            <li key={id}>
              <Link to="/framework/kpis" search={{...search, kpi: id}} className="quiet-link strong">
                {title}
              </Link>
              <code className="formula">{formula}</code>
              <span className="quiet small">
                <span aria-hidden="true">{directionWords[direction]?.mark} </span>
                {directionWords[direction]?.word ?? direction}
                {focus.support === "recipe" ? "; computable from FOCUS rows" : ""}
              </span>
            </li>
          ))}
        </ul>
      </section>
    ));
}
