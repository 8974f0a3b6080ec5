import {Button, Group, Modal, SegmentedControl, Select, Stack, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {addDays, today} from "../../format/period.ts";
import {practiceQuery} from "../practice/queries.ts";
import type {ExceptionAdded} from "./facts.ts";
import {askAgain, usePeople} from "./queries.ts";

export interface ExceptionModalProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly filter: string | null;
}

/** Puts an exception of a policy or of some charges onto the register; that of a work object is one of its steps. */
export function ExceptionModal({opened, close, filter}: ExceptionModalProps) {
  return (
    <Modal opened={opened} onClose={close} title="New exception">
      {opened ? <ExceptionForm close={close} from={filter} /> : null}
    </Modal>
  );
}

function ExceptionForm({close, from}: {readonly close: () => void; readonly from: string | null}) {
  const client = useQueryClient();
  const {options: people} = usePeople();
  const practice = useQuery({...practiceQuery(), refetchInterval: false}).data;
  const policies = practice?.policies ?? [];
  const [about, setAbout] = useState<"policy" | "filter">(from === null && policies.length > 0 ? "policy" : "filter");
  const [policy, setPolicy] = useState<string | null>(null);
  const [filter, setFilter] = useState(from ?? "");
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState<string | null>(null);
  const [expires, setExpires] = useState(addDays(today(), 90));
  const add = useMutation({
    mutationFn: () =>
      write<ExceptionAdded>("exceptions.add", {
        title: title.trim(),
        reason: reason.trim(),
        owner,
        expires,
        ...(about === "policy" ? {policy} : {filter: filter.trim()})
      }),
    onSuccess: async ({number}) => {
      say(`${number} is on the register.`);
      await askAgain(client);
      close();
    }
  });
  const complete =
    title.trim() !== "" &&
    reason.trim() !== "" &&
    owner !== null &&
    owner !== "" &&
    (about === "policy" ? policy !== null : filter.trim() !== "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) add.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="What may stay, in one line"
          required
          data-autofocus
          maxLength={200}
          value={title}
          onChange={({currentTarget}) => setTitle(currentTarget.value)}
        />
        <SegmentedControl
          aria-label="What it is about"
          value={about}
          onChange={(value) => setAbout(value === "policy" ? "policy" : "filter")}
          data={[
            {value: "filter", label: "Charges"},
            {value: "policy", label: "A policy", disabled: policies.length === 0}
          ]}
        />
        {about === "policy" ? (
          <Select
            label="Policy"
            required
            data={policies.map((each) => ({value: each.id, label: each.title}))}
            value={policy}
            onChange={setPolicy}
          />
        ) : (
          <Textarea
            label="Charges"
            description="A filter as in Explore"
            size="xs"
            autosize
            minRows={1}
            required
            value={filter}
            onChange={({currentTarget}) => setFilter(currentTarget.value)}
            classNames={{input: "mono-input"}}
          />
        )}
        <Textarea
          label="Why it may stay"
          size="xs"
          autosize
          minRows={2}
          required
          value={reason}
          onChange={({currentTarget}) => setReason(currentTarget.value)}
        />
        <div className="card-pair">
          {people.length === 0 ? (
            <TextInput
              label="Who answers for it"
              required
              value={owner ?? ""}
              onChange={({currentTarget}) => setOwner(currentTarget.value)}
            />
          ) : (
            <Select
              label="Who answers for it"
              required
              searchable
              data={[...people]}
              value={owner}
              onChange={setOwner}
            />
          )}
          <TextInput
            type="date"
            label="Until"
            required
            value={expires}
            onChange={({currentTarget}) => setExpires(currentTarget.value)}
          />
        </div>
        {add.isError ? <ProblemNote error={add.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending} disabled={!complete}>
            Put it on the register
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
