import {Button, Group, Modal, Select, Stack, TagsInput, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {today} from "../../format/period.ts";
import {practiceQuery} from "../practice/queries.ts";
import type {DecisionAdded} from "./facts.ts";
import {askAgain, usePeople} from "./queries.ts";

export interface DecisionModalProps {
  readonly opened: boolean;
  readonly close: () => void;
  /** A work object that it is about, and the scope, where one comes from there. */
  readonly work: string | null;
  readonly scope: string | null;
}

/** Writes a decision into the log. */
export function DecisionModal({opened, close, work, scope}: DecisionModalProps) {
  return (
    <Modal opened={opened} onClose={close} title="Log a decision" size="lg">
      {opened ? <DecisionForm close={close} work={work} scope={scope} /> : null}
    </Modal>
  );
}

function DecisionForm({close, work, scope: from}: Omit<DecisionModalProps, "opened">) {
  const client = useQueryClient();
  const {options: people} = usePeople();
  const scopes = useQuery({...practiceQuery(), refetchInterval: false}).data?.scopes ?? [];
  const [texts, setTexts] = useState({title: "", question: "", reason: "", on: today(), review: ""});
  const [options, setOptions] = useState<string[]>([]);
  const [chosen, setChosen] = useState("");
  const [owner, setOwner] = useState<string | null>(null);
  const [scope, setScope] = useState<string | null>(from);
  const set = (field: keyof typeof texts, text: string): void => setTexts({...texts, [field]: text});
  const add = useMutation({
    mutationFn: () =>
      write<DecisionAdded>("decisions.add", {
        title: texts.title.trim(),
        question: texts.question.trim(),
        options,
        chosen: chosen.trim(),
        reason: texts.reason.trim(),
        owner,
        on: texts.on,
        ...(texts.review === "" ? {} : {review: texts.review}),
        ...(scope === null ? {} : {scope}),
        ...(work === null ? {} : {work: [work]})
      }),
    onSuccess: async ({number}) => {
      say(`${number} is in the log.`);
      await askAgain(client);
      close();
    }
  });
  const complete =
    texts.title.trim() !== "" &&
    texts.question.trim() !== "" &&
    texts.reason.trim() !== "" &&
    chosen.trim() !== "" &&
    owner !== null &&
    owner !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) add.mutate();
      }}
    >
      <Stack gap="sm">
        {work === null ? null : <p className="quiet">About {work}</p>}
        <Textarea
          label="What was to be decided?"
          size="xs"
          autosize
          minRows={1}
          required
          data-autofocus
          value={texts.question}
          onChange={({currentTarget}) => set("question", currentTarget.value)}
        />
        <TagsInput
          size="xs"
          label="What could have been chosen"
          description="Enter after each"
          maxTags={20}
          value={options}
          onChange={setOptions}
        />
        {options.length === 0 ? (
          <TextInput
            label="What was chosen"
            required
            maxLength={200}
            value={chosen}
            onChange={({currentTarget}) => setChosen(currentTarget.value)}
          />
        ) : (
          <Select
            label="What was chosen"
            required
            data={options}
            value={options.includes(chosen) ? chosen : null}
            onChange={(value) => setChosen(value ?? "")}
          />
        )}
        <Textarea
          label="Why"
          size="xs"
          autosize
          minRows={2}
          required
          value={texts.reason}
          onChange={({currentTarget}) => set("reason", currentTarget.value)}
        />
        <TextInput
          label="The decision in one line"
          required
          maxLength={200}
          value={texts.title}
          onChange={({currentTarget}) => set("title", currentTarget.value)}
        />
        <div className="card-pair">
          {people.length === 0 ? (
            <TextInput
              label="Who decided"
              required
              value={owner ?? ""}
              onChange={({currentTarget}) => setOwner(currentTarget.value)}
            />
          ) : (
            <Select label="Who decided" required searchable data={[...people]} value={owner} onChange={setOwner} />
          )}
          <Select
            label="Scope"
            clearable
            placeholder="None"
            data={scopes.map((each) => ({value: each.id, label: each.title}))}
            value={scope}
            onChange={setScope}
          />
          <TextInput
            type="date"
            label="Decided on"
            max={today()}
            value={texts.on}
            onChange={({currentTarget}) => set("on", currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Look at it again on"
            value={texts.review}
            onChange={({currentTarget}) => set("review", currentTarget.value)}
          />
        </div>
        {add.isError ? <ProblemNote error={add.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending} disabled={!complete}>
            Log it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
