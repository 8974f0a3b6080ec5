import {Button, Skeleton} from "@mantine/core";
import {IconKey, IconTrash} from "@tabler/icons-react";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import type {Output} from "../../../../operation.ts";
import type {tokensList} from "../../../../records/tokens/contract.ts";
import {ask, write} from "../../api/call.ts";
import {ConfirmButton} from "../../blocks/confirm-button.tsx";
import {later} from "../../blocks/later.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say, sayProblem} from "../../blocks/say.ts";
import {ago, dayText} from "../../format/period.ts";

const NewToken = later(
  () => import("./new-token.tsx"),
  (part) => part.NewToken
);

/** Tokens: who may call this server from elsewhere. */
export function TokensPanel({required}: {readonly required: boolean}) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<boolean | null>(null);
  const tokens = useQuery({
    queryKey: ["tokens.list"],
    queryFn: ({signal}) => ask<Output<typeof tokensList>>("tokens.list", {}, signal),
    retry: false
  });
  const revoke = useMutation({
    mutationFn: (token: string) => write("tokens.revoke", {token}),
    onSuccess: async () => {
      say("The token is revoked; it ends at once.");
      await client.invalidateQueries({queryKey: ["tokens.list"]});
    },
    onError: sayProblem
  });
  const rows = tokens.data?.rows ?? [];
  return (
    <Panel
      title="Tokens"
      note={
        required
          ? "This server asks every caller for a token."
          : "This server answers this machine without a token; callers from elsewhere need one."
      }
      actions={
        <Button leftSection={<IconKey size={15} />} onClick={() => setOpened(true)}>
          New token
        </Button>
      }
    >
      {tokens.isError ? (
        <ProblemNote error={tokens.error} retry={() => void tokens.refetch()} />
      ) : tokens.isPending ? (
        <Skeleton height={90} />
      ) : rows.length === 0 ? (
        <p className="quiet">
          There are no tokens. A dashboard, a script or a colleague elsewhere gets one each, so that it can be taken
          back alone.
        </p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Tokens">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Sees</th>
                <th scope="col">Made</th>
                <th scope="col">Last used</th>
                <th scope="col">Valid until</th>
                <th scope="col">
                  <span className="sr-only">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="strong">{row.name}</td>
                  <td>{row.role}</td>
                  <td className="quiet">
                    {row.rowFilter ?? "all charges"}
                    {row.masked.length === 0 ? "" : `, without ${row.masked.join(", ")}`}
                  </td>
                  <td className="one-line">
                    {ago(row.createdAt)} by {row.createdBy}
                  </td>
                  <td className="one-line">{row.lastUsedAt === null ? "never" : ago(row.lastUsedAt)}</td>
                  <td className="one-line">{row.expiresAt === null ? "revoked" : dayText(row.expiresAt)}</td>
                  <td className="num">
                    <ConfirmButton
                      label={`Revoke ${row.name}`}
                      question={`Revoke ${row.name}? What uses it stops at once.`}
                      answer="Revoke"
                      icon={<IconTrash size={15} />}
                      onConfirm={() => revoke.mutate(row.id)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened === null ? null : <NewToken opened={opened} close={() => setOpened(false)} />}
    </Panel>
  );
}
