import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import type {Practice} from "./facts.ts";
import {editionsQuery} from "./queries.ts";

/** Says where a newer edition of the framework is known, with the way to what moving to it would change. */
export function EditionNote({practice}: {readonly practice: Practice}) {
  const editions = useQuery(editionsQuery()).data?.rows ?? [];
  const newest = editions
    .filter(({own, released}) => !own && released !== null)
    .toSorted((a, b) => ((a.released ?? "") < (b.released ?? "") ? 1 : -1))[0];
  const current = editions.find(({edition}) => edition === practice.edition);
  const older = (newest?.released ?? "") > (current?.released ?? "9999");
  if (newest === undefined || current === undefined || !older) return null;
  return (
    <p className="notice">
      The practice uses edition {current.edition} of the framework; {newest.edition} is known.{" "}
      <Link to="/practice/plan" search={{upgrade: newest.edition, base: practice.revision}}>
        See what moving to it would change
      </Link>
    </p>
  );
}
