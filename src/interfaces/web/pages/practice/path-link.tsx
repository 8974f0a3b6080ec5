import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";

/** A link to a path of this site that came as text, such as `/library/playbooks/allocation#walk`. */
export function PathLink({path, children}: {readonly path: string; readonly children: ReactNode}) {
  const url = new URL(path, location.origin);
  return (
    <Link
      to={url.pathname}
      hash={url.hash.slice(1)}
      search={Object.fromEntries(url.searchParams) as Record<string, string>}
    >
      {children}
    </Link>
  );
}
