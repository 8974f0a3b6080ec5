import {Alert, Button, Code, Group, Modal, NativeSelect, NumberInput, Stack, TextInput} from "@mantine/core";
import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import type {Output} from "../../../../operation.ts";
import type {tokensCreate} from "../../../../records/tokens/contract.ts";
import {write} from "../../api/call.ts";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";

type Created = Output<typeof tokensCreate>;

/** Makes a token, and shows it once. */
export function NewToken({opened, close}: {readonly opened: boolean; readonly close: () => void}) {
  return (
    <Modal opened={opened} onClose={close} title="New token">
      {opened ? <NewTokenForm close={close} /> : null}
    </Modal>
  );
}

const roles = [
  {value: "reader", label: "Reader: asks questions"},
  {value: "writer", label: "Writer: also brings data in"},
  {value: "owner", label: "Owner: also gives tokens"}
];

function NewTokenForm({close}: {readonly close: () => void}) {
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
        <NativeSelect
          size="xs"
          label="Role"
          data={roles}
          value={role}
          onChange={({currentTarget}) => setRole(currentTarget.value)}
        />
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
