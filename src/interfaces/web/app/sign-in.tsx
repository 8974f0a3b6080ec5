import {useQuery} from "@tanstack/react-query";
import {type ReactNode, Suspense, lazy} from "react";
import {Problem} from "../api/problem.ts";
import {sourcesQuery} from "../api/queries.ts";

const TokenForm = lazy(async () => ({default: (await import("./token-form.tsx")).TokenForm}));

/** Asks for a token where the server wants one; on this machine it usually does not. */
export function SignIn({children}: {readonly children: ReactNode}) {
  const {error} = useQuery(sourcesQuery());
  if (!(error instanceof Problem) || error.facts.status !== 401) return children;
  return (
    <Suspense fallback={null}>
      <TokenForm refusal={error.facts.detail} />
    </Suspense>
  );
}
