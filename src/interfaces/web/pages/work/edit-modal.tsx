import {Button, Group, Modal, NumberInput, Select, Stack, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {say} from "../../blocks/say.ts";
import {practiceQuery} from "../practice/queries.ts";
import type {Advanced, Work} from "./facts.ts";
import {askAgain, usePeople, useUsualCurrency} from "./queries.ts";
import {RecordProblem} from "./record-problem.tsx";
import {ValueFields, askedValue} from "./value-fields.tsx";
import {kindWords} from "./words.ts";

export interface EditModalProps {
  readonly work: Work;
  readonly opened: boolean;
  readonly close: () => void;
}

/** Changes what is said of a work object; where it stands is changed by its steps. */
export function EditModal({work, opened, close}: EditModalProps) {
  return (
    <Modal opened={opened} onClose={close} title={`Edit ${work.number}`} size="lg">
      {opened ? <EditForm work={work} close={close} /> : null}
    </Modal>
  );
}

type Clearable = "scope" | "filter" | "owner" | "due" | "value" | "size" | "hours" | "note" | "options";

function EditForm({work, close}: Omit<EditModalProps, "opened">) {
  const client = useQueryClient();
  const {options: people} = usePeople();
  const usual = useUsualCurrency();
  const scopes = useQuery({...practiceQuery(), refetchInterval: false}).data?.scopes ?? [];
  const [title, setTitle] = useState(work.title);
  const [kind, setKind] = useState(work.kind);
  const [texts, setTexts] = useState<Readonly<Record<Exclude<Clearable, "value" | "hours">, string>>>({
    scope: work.scope ?? "",
    filter: work.filter ?? "",
    owner: work.owner ?? "",
    due: work.due ?? "",
    size: work.effort?.size ?? "",
    note: work.note ?? "",
    options: work.options ?? ""
  });
  const [hours, setHours] = useState<number | string>(work.effort?.hours ?? "");
  const [value, setValue] = useState({
    amount: work.value?.amount ?? "",
    currency: work.value?.currency ?? "",
    per: work.value?.per ?? ("month" as const)
  });
  const set = (field: keyof typeof texts, text: string | null): void => setTexts({...texts, [field]: text ?? ""});
  const before: Record<string, string> = {
    scope: work.scope ?? "",
    filter: work.filter ?? "",
    owner: work.owner ?? "",
    due: work.due ?? "",
    size: work.effort?.size ?? "",
    note: work.note ?? "",
    options: work.options ?? ""
  };
  const measured = work.stage === "verified";
  const save = useMutation({
    mutationFn: () => {
      const changed = Object.entries(texts).filter(([field, text]) => text.trim() !== before[field]);
      const given = askedValue({...value, currency: value.currency || usual});
      const valueChanged =
        !measured &&
        JSON.stringify(given) !==
          JSON.stringify(
            askedValue({
              amount: work.value?.amount ?? "",
              currency: work.value?.currency ?? "",
              per: work.value?.per ?? "month"
            })
          );
      const hoursChanged = String(hours) !== String(work.effort?.hours ?? "");
      const clear = [
        ...changed.filter(([, text]) => text.trim() === "").map(([field]) => field),
        ...(valueChanged && value.amount.trim() === "" ? ["value"] : []),
        ...(hoursChanged && hours === "" ? ["hours"] : [])
      ];
      return write<Advanced>("work.edit", {
        work: work.number,
        expected: work.version,
        ...(title.trim() === work.title ? {} : {title: title.trim()}),
        ...(kind === work.kind ? {} : {kind}),
        ...Object.fromEntries(
          changed.filter(([, text]) => text.trim() !== "").map(([field, text]) => [field, text.trim()])
        ),
        ...(measured ? {} : given),
        ...(hoursChanged && typeof hours === "number" ? {hours} : {}),
        ...(clear.length === 0 ? {} : {clear})
      });
    },
    onSuccess: async ({changes}) => {
      say(changes.length === 0 ? "Nothing was changed." : `${work.number} is changed.`);
      await askAgain(client);
      close();
    }
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        {save.isError ? <RecordProblem error={save.error} reload={() => void askAgain(client)} /> : null}
        <TextInput
          label="Title"
          required
          data-autofocus
          maxLength={200}
          value={title}
          onChange={({currentTarget}) => setTitle(currentTarget.value)}
        />
        <div className="card-pair">
          <Select
            label="Kind"
            data={Object.entries(kindWords).map(([name, label]) => ({value: name, label}))}
            value={kind}
            onChange={(next) => setKind(next ?? kind)}
          />
          <Select
            label="Scope"
            clearable
            data={scopes.map((scope) => ({value: scope.id, label: scope.title}))}
            value={texts.scope === "" ? null : texts.scope}
            onChange={(scope) => set("scope", scope)}
          />
          <Select
            label="Owner"
            clearable
            searchable
            data={[...people]}
            value={texts.owner === "" ? null : texts.owner}
            onChange={(owner) => set("owner", owner)}
          />
          <TextInput
            type="date"
            label="Due"
            value={texts.due}
            onChange={({currentTarget}) => set("due", currentTarget.value)}
          />
          <Select
            label="Effort"
            clearable
            data={[
              {value: "S", label: "Small"},
              {value: "M", label: "Medium"},
              {value: "L", label: "Large"}
            ]}
            value={texts.size === "" ? null : texts.size}
            onChange={(size) => set("size", size)}
          />
          <NumberInput label="Hours" min={0} max={100_000} allowDecimal={false} value={hours} onChange={setHours} />
        </div>
        {measured ? (
          <p className="quiet small">Its value is measured from bills and not edited; it can be measured again.</p>
        ) : (
          <ValueFields label="Value" value={{...value, currency: value.currency || usual}} set={setValue} />
        )}
        <Textarea
          label="Charges it is about"
          description="A filter as in Explore; its effect is measured on them."
          size="xs"
          autosize
          minRows={1}
          value={texts.filter}
          onChange={({currentTarget}) => set("filter", currentTarget.value)}
          classNames={{input: "mono-input"}}
        />
        <Textarea
          label="Note"
          size="xs"
          autosize
          minRows={2}
          value={texts.note}
          onChange={({currentTarget}) => set("note", currentTarget.value)}
        />
        <Textarea
          label="Ways that were weighed"
          size="xs"
          autosize
          minRows={2}
          value={texts.options}
          onChange={({currentTarget}) => set("options", currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={title.trim() === ""}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
