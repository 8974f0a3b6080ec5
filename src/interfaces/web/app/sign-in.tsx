import {Button, PasswordInput} from "@mantine/core";
import {useQuery, useQueryClient} from "@tanstack/react-query";
import {type ReactNode, useState} from "react";
import {Problem} from "../api/problem.ts";
import {sourcesQuery} from "../api/queries.ts";
import {holdToken} from "../api/token.ts";
import {Page} from "../blocks/panel.tsx";

/** Asks for a token where the server wants one; on this machine it usually does not. */
export function SignIn({children}: {readonly children: ReactNode}) {
  const client = useQueryClient();
  const {error} = useQuery(sourcesQuery());
  const [token, setToken] = useState("");
  if (!(error instanceof Problem) || error.facts.status !== 401) return children;
  return (
    <Page title="Who asks?">
      <form
        className="sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          holdToken(token.trim());
          void client.resetQueries();
        }}
      >
        <PasswordInput
          label="Token"
          description="This server answers callers with a token. Make one on its machine: ashlar tokens create. It is kept in this tab only."
          value={token}
          onChange={({currentTarget}) => setToken(currentTarget.value)}
          error={token === "" ? undefined : error.facts.detail}
          autoComplete="off"
        />
        <Button type="submit" mt="sm" disabled={token.trim() === ""}>
          Go on
        </Button>
      </form>
    </Page>
  );
}
