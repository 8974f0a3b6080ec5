import {Button, Code, PasswordInput} from "@mantine/core";
import {useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {heldToken, holdToken} from "../api/token.ts";
import {Page} from "../blocks/panel.tsx";

/** The form that takes a token. */
export function TokenForm({refusal}: {readonly refusal: string}) {
  const client = useQueryClient();
  const [token, setToken] = useState("");
  const [tried, setTried] = useState(heldToken() !== null);
  return (
    <Page title="Who asks?">
      <form
        className="panel sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          holdToken(token.trim());
          setTried(true);
          void client.resetQueries();
        }}
      >
        <p className="sign-in-text">
          This server answers callers with a token. Make one on its machine with{" "}
          <Code>ashlar tokens create NAME --role reader</Code>, and paste it here. It is kept in this tab only.
        </p>
        <PasswordInput
          label="Token"
          value={token}
          onChange={({currentTarget}) => setToken(currentTarget.value)}
          error={tried ? refusal : undefined}
          autoComplete="off"
        />
        <Button type="submit" mt="sm" disabled={token.trim() === ""}>
          Go on
        </Button>
      </form>
    </Page>
  );
}
