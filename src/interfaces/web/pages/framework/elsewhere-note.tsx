import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {mapQuery} from "./queries.ts";
import {mapWords} from "./words.ts";

/** Where something went that an edition does not have under this name. */
export function ElsewhereNote({id, edition}: {readonly id: string; readonly edition: string | null}) {
  const mapped = useQuery({...mapQuery(id, edition === null ? {} : {to: edition}), retry: false});
  const rows = mapped.data?.rows.filter(({what}) => what === "capabilities") ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="panel">
      <ul className="dots">
        {rows.map(({from, to, title, ids, titles, kind, note}) => (
          <li key={`${from} ${to}`}>
            {title} of edition {from} is {mapWords[kind] ?? kind} in {to}: {ids.length === 0 ? "it is not there" : null}
            {ids.map((each, index) => (
              <span key={each}>
                {index === 0 ? "" : ", "}
                <Link to="/framework/capabilities/$capability" params={{capability: each}} search={{edition: to}}>
                  {titles[index] ?? each}
                </Link>
              </span>
            ))}
            . {note}
          </li>
        ))}
      </ul>
    </div>
  );
}
