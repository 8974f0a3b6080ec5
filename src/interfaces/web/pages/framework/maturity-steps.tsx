import {Link} from "@tanstack/react-router";
import type {Listed} from "./facts.ts";

/** The levels as steps, the lowest at the left. A level that is ours and not the framework's is drawn dashed. */
export function MaturitySteps({
  levels,
  search
}: {
  readonly levels: Listed<"maturity">["rows"];
  readonly search: {readonly edition?: string};
}) {
  if (levels.length === 0) return <p className="quiet small">Not known of this edition.</p>;
  return (
    <ol className="steps-up">
      {levels.map(({id, title, meaning, official}, index) => (
        <li key={id}>
          <Link
            to="/framework/maturity"
            search={search}
            hash={id}
            className="stone step-up"
            data-official={official}
            data-step={Math.min(index, 4)}
          >
            <span className="strong">
              {title}
              {official ? null : <span className="tag">ours</span>}
            </span>
            {meaning === null || !official ? null : <span className="quiet small">{meaning}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}
