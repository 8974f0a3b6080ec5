import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {serverQuery} from "../../api/queries.ts";
import {Panel} from "../../blocks/panel.tsx";

/** What the lake has beside FOCUS: columns for the tags that the practice names, and the map of what vendors add. */
export function OwnColumns({text}: {readonly text: string}) {
  const server = useQuery(serverQuery());
  const wanted = text.toLowerCase();
  const keys = (server.data?.tagKeys ?? []).filter((key) => key.toLowerCase().includes(wanted));
  const named = new Set(server.data?.tags ?? []);
  return (
    <Panel
      title="Beside FOCUS"
      note="Tags that the practice names have a column of their own, others lie in the map Tags; what FOCUS does not know lies in the map x under the vendor’s name"
    >
      {keys.length === 0 ? (
        <p className="quiet">No tag key of this name in the data.</p>
      ) : (
        <ul className="own-columns">
          {keys.slice(0, 80).map((key) => (
            <li key={key}>
              <Link
                to="/explore"
                search={{metric: "effective", by: `tag.${key}`, granularity: "month", window: "6m", top: "10"}}
              >
                tag.{key}
              </Link>{" "}
              <span className="quiet small">{named.has(key) ? `column tag_${key}` : "in Tags"}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
