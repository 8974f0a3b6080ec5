import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {homesQuery} from "./queries.ts";
import {homeOf, seenTitle, useSeen} from "./see-as.ts";

/** The home that is remembered, beside the others in the navigation. */
export function SeenHome() {
  const homes = useQuery({...homesQuery(), retry: false});
  const [seen] = useSeen();
  if (homes.data === undefined || seen === null) return null;
  return (
    <li>
      <Link {...homeOf(seen)} className="rail-sublink" activeOptions={{exact: true, includeSearch: true}}>
        {seenTitle(seen, homes.data)}
      </Link>
    </li>
  );
}
