import {Link, useRouterState} from "@tanstack/react-router";
import type {Section} from "./facts.ts";

/** The headings of a text; the one that the URL names is marked. */
export function Contents({sections, path}: {readonly sections: readonly Section[]; readonly path: string}) {
  const hash = useRouterState({select: ({location}) => location.hash});
  if (sections.length < 2) return null;
  return (
    <nav aria-label="Sections">
      <h2 className="course-part">Sections</h2>
      <ol className="contents">
        {sections
          .filter(({level}) => level <= 3)
          .map(({id, title, level}) => (
            <li key={id} data-level={level}>
              <Link
                to={path}
                hash={id}
                className="contents-link"
                data-current={hash === id}
                aria-current={hash === id ? "location" : undefined}
              >
                {title}
              </Link>
            </li>
          ))}
      </ol>
    </nav>
  );
}
