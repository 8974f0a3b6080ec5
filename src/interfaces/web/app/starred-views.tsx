import {IconStarFilled} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {searchOfView, viewsQuery} from "../api/views.ts";

/** The views with a star, as entries of the navigation. */
export function StarredViews() {
  const {data} = useQuery(viewsQuery());
  const starred = data?.rows.filter(({star}) => star) ?? [];
  return starred.slice(0, 8).map((view) => (
    <li key={view.id}>
      <Link
        to="/explore"
        search={searchOfView(view)}
        className="rail-sublink"
        activeOptions={{exact: true, includeSearch: true}}
      >
        <IconStarFilled size={10} aria-hidden="true" />
        <span className="clip">{view.name}</span>
      </Link>
    </li>
  ));
}
