import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import type {CapabilityFacts} from "./facts.ts";
import {linkBasis} from "./words.ts";

/** Who does it, in which phase, by which activities, and how success shows. */
export function CapabilityFactsPanel({
  facts,
  search
}: {
  readonly facts: CapabilityFacts;
  readonly search: {readonly edition?: string};
}) {
  const {personas, alliedAny, phases, activityGroups, measuresOfSuccess} = facts;
  if (personas.length + phases.length + activityGroups.length === 0) return null;
  return (
    <Panel title="Who, when and how">
      <h3 className="course-part">Personas</h3>
      <ul className="chips">
        {personas.map(({id, title, group, mentioned}) => (
          <li key={id}>
            <Link
              to="/framework/personas"
              search={search}
              hash={id}
              className={`chip chip-${group}`}
              title={mentioned ? "Named in the text only" : `${group} persona`}
            >
              {title}
              {mentioned ? <span className="quiet"> in passing</span> : null}
            </Link>
          </li>
        ))}
        {alliedAny ? <li className="quiet small">and the allied ones as a group</li> : null}
      </ul>
      <h3 className="course-part">Phases</h3>
      <ul className="chips">
        {phases.map(({id, title, basis}) => (
          <li key={id}>
            <Link to="/framework/phases" search={search} hash={id} className="chip">
              {title}
              <span className="quiet"> {linkBasis[basis] ?? basis}</span>
            </Link>
          </li>
        ))}
      </ul>
      {activityGroups.length === 0 ? null : (
        <>
          <h3 className="course-part">What is done</h3>
          <ul className="dots">
            {activityGroups.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {measuresOfSuccess.length === 0 ? null : (
        <>
          <h3 className="course-part">How success shows</h3>
          <ul className="dots">
            {measuresOfSuccess.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
