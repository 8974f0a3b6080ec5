import {Button, PasswordInput} from "@mantine/core";
import {useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {holdToken} from "../api/token.ts";
import {Page} from "../blocks/panel.tsx";

/** The form that takes a token. */
export function TokenForm({refusal}: {readonly refusal: string}) {
  const client = useQueryClient();
  const [token, setToken] = useState("");
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
          error={token === "" ? undefined : refusal}
          autoComplete="off"
        />
        <Button type="submit" mt="sm" disabled={token.trim() === ""}>
          Go on
        </Button>
      </form>
    </Page>
  );
}
