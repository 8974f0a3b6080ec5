import {Alert, Button, Code, Group, Modal, NumberInput, Select, Skeleton, Stack, TextInput} from "@mantine/core";
import {useDisclosure} from "@mantine/hooks";
import {IconKey, IconTrash} from "@tabler/icons-react";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import type {Output} from "../../../../operation.ts";
import type {tokensCreate, tokensList} from "../../../../records/tokens/contract.ts";
import {ask, write} from "../../api/call.ts";
import {ConfirmButton} from "../../blocks/confirm-button.tsx";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say, sayProblem} from "../../blocks/say.tsx";
import {ago, dayText} from "../../format/period.ts";

type Created = Output<typeof tokensCreate>;

/** Tokens: who may call this server from elsewhere. */
export function TokensPanel({required}: {readonly required: boolean}) {
  const client = useQueryClient();
  const [opened, {open, close}] = useDisclosure(false);
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
        <Button leftSection={<IconKey size={15} />} onClick={open}>
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
                  <td>
                    {ago(row.createdAt)} by {row.createdBy}
                  </td>
                  <td>{row.lastUsedAt === null ? "never" : ago(row.lastUsedAt)}</td>
                  <td>{row.expiresAt === null ? "revoked" : dayText(row.expiresAt)}</td>
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
      <Modal opened={opened} onClose={close} title="New token">
        {opened ? <NewToken close={close} /> : null}
      </Modal>
    </Panel>
  );
}

const roles = [
  {value: "reader", label: "Reader: asks questions"},
  {value: "writer", label: "Writer: also brings data in"},
  {value: "owner", label: "Owner: also gives tokens"}
];

function NewToken({close}: {readonly close: () => void}) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState("reader");
  const [rowFilter, setRowFilter] = useState("");
  const [days, setDays] = useState<number | null>(90);
  const create = useMutation({
    mutationFn: () =>
      write<Created>("tokens.create", {
        name: name.trim(),
        role,
        ...(rowFilter.trim() === "" ? {} : {rowFilter: rowFilter.trim()}),
        ...(days === null ? {} : {days})
      }),
    onSuccess: async () => client.invalidateQueries({queryKey: ["tokens.list"]})
  });
  const token = create.data?.token ?? null;
  if (token !== null) {
    return (
      <Stack gap="sm">
        <Alert color="yellow" variant="light" title="It is shown once">
          Only a hash of it is kept. Copy it now; what is lost is revoked and made anew.
        </Alert>
        <Group wrap="nowrap" align="flex-start">
          <Code className="break">{token}</Code>
          <CopyButton text={token} label="Copy the token" />
        </Group>
        <Group justify="flex-end">
          <Button onClick={close}>Done</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          description="Who or what it is for"
          required
          data-autofocus
          value={name}
          onChange={({currentTarget}) => setName(currentTarget.value)}
          maxLength={64}
        />
        <Select label="Role" data={roles} value={role} onChange={(value) => setRole(value ?? "reader")} />
        <TextInput
          label="Sees only"
          description="A filter; empty for all charges"
          placeholder="tag.team = 'data'"
          value={rowFilter}
          onChange={({currentTarget}) => setRowFilter(currentTarget.value)}
        />
        <NumberInput
          label="Valid for days"
          description="Empty until it is revoked"
          min={1}
          max={3650}
          allowDecimal={false}
          value={days ?? ""}
          onChange={(value) => setDays(typeof value === "number" ? value : null)}
        />
        {create.isError ? <ProblemNote error={create.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
            Make token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
