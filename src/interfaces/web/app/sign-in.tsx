import {useQuery} from "@tanstack/react-query";
import {type ReactNode} from "react";
import {Problem} from "../api/problem.ts";
import {sourcesQuery} from "../api/queries.ts";
import {later} from "../blocks/later.tsx";

const TokenForm = later(
  () => import("./token-form.tsx"),
  (part) => part.TokenForm
);

/** Asks for a token where the server wants one; on this machine it usually does not. */
export function SignIn({children}: {readonly children: ReactNode}) {
  const {error} = useQuery(sourcesQuery());
  if (!(error instanceof Problem) || error.facts.status !== 401) return children;
  return <TokenForm refusal={error.facts.detail} />;
}
