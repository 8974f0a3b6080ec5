import {Button, Group, Select, Stack, TextInput, Textarea} from "@mantine/core";
import {useDebouncedValue} from "@mantine/hooks";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {messageOf} from "../../../../errors.ts";
import {groupOf} from "../../answer/filter-tree.ts";
import {idOf} from "./id.ts";
import {KpiFields, isDecimal} from "./kpi-fields.tsx";
import {OverlapFields} from "./overlap-fields.tsx";
import {startersQuery} from "./queries.ts";
import {type ScopeValues, draftPerson, draftScope, valuesOf} from "./scope-draft.ts";
import type {ScopeModalProps} from "./scope-modal.tsx";
import {ScopeSpend} from "./scope-spend.tsx";

const cadences = ["daily", "weekly", "biweekly", "monthly", "quarterly", "semi-annual", "annual"];

/** The parts of a scope; a new one may begin with a starter group. */
export function ScopeForm({scope, others, close, draft, edition, people, keep}: Omit<ScopeModalProps, "opened">) {
  const starters = useQuery(startersQuery(edition));
  const [values, setValues] = useState<ScopeValues>(() => valuesOf(scope, others, people[0]?.id ?? ""));
  const [newName, setNewName] = useState("");
  const [starter, setStarter] = useState<string | null>(null);
  const [settled] = useDebouncedValue(values.filter.trim(), 500);
  const set = (parts: Partial<ScopeValues>): void => setValues({...values, ...parts});
  const id = scope?.id ?? idOf(values.title);
  const fault = filterFault(values.filter);
  const nobody = people.length === 0;
  const taken = scope === null && others.some((other) => other.id === id);
  const owner = nobody && values.decisionOwner === "" ? idOf(newName) : values.decisionOwner;
  const complete =
    values.question.trim() !== "" &&
    id !== "" &&
    !taken &&
    fault === null &&
    owner !== "" &&
    Object.values(values.kpiTargets).every(isDecimal);
  const submit = (): void => {
    if (!complete) return;
    const withPerson = nobody && newName.trim() !== "" ? draftPerson(draft, newName) : draft;
    const next = draftScope(withPerson, id, {...values, decisionOwner: owner}, scope);
    keep(starter === null ? next : {...next, starter, into: id}, id);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          label="Which question of the business does it answer?"
          placeholder="Can we trust the cloud forecast for the annual plan?"
          size="xs"
          autosize
          minRows={2}
          required
          data-autofocus
          maxLength={2000}
          value={values.question}
          onChange={({currentTarget}) => set({question: currentTarget.value})}
        />
        <TextInput
          label="Short name"
          placeholder="Cloud core"
          required
          maxLength={200}
          value={values.title}
          onChange={({currentTarget}) => set({title: currentTarget.value})}
          error={taken ? `There is a scope ${id} already` : undefined}
          description={id === "" ? undefined : `in the file: ${id}`}
        />
        {nobody ? (
          <TextInput
            label="Who decides on the answer?"
            description="Nobody is in the practice yet; this is the first person, as FinOps practitioner."
            placeholder="Ann Lee"
            required
            maxLength={200}
            value={newName}
            onChange={({currentTarget}) => setNewName(currentTarget.value)}
          />
        ) : (
          <Select
            label="Who decides on the answer?"
            required
            searchable
            data={people.map(({id: person, name}) => ({value: person, label: name}))}
            value={values.decisionOwner === "" ? null : values.decisionOwner}
            onChange={(value) => set({decisionOwner: value ?? ""})}
          />
        )}
        <TextInput
          label="Which spending is it about?"
          description="A filter as in Explore; without one, all of it."
          placeholder="ServiceProviderName = 'AWS' and tag.product = 'checkout'"
          spellCheck={false}
          autoComplete="off"
          value={values.filter}
          onChange={({currentTarget}) => set({filter: currentTarget.value})}
          error={fault ?? undefined}
          classNames={{input: "mono-input"}}
        />
        {fault === null ? (
          <dl className="scope-facts scope-live">
            <ScopeSpend filter={settled === "" || filterFault(settled) !== null ? null : settled} />
          </dl>
        ) : null}
        <div className="card-pair">
          <Select
            label="Status"
            data={["draft", "active", "retiring", "retired"]}
            value={values.status}
            onChange={(value) => set({status: value ?? values.status})}
          />
          <Select
            label="Looked over"
            clearable
            placeholder="No cadence"
            data={cadences}
            value={values.review === "" ? null : values.review}
            onChange={(value) => set({review: value ?? ""})}
          />
        </div>
        <OverlapFields others={others} overlaps={values.overlaps} set={(overlaps) => set({overlaps})} />
        <KpiFields edition={edition} targets={values.kpiTargets} set={(kpiTargets) => set({kpiTargets})} />
        {scope === null ? (
          <Select
            label="Begin with a starter group"
            placeholder="None: choose the capabilities one by one"
            clearable
            data={(starters.data?.rows ?? [])
              .filter(({kind}) => kind === "group")
              .map(({id: group, title: name}) => ({value: group, label: name}))}
            value={starter}
            onChange={setStarter}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!complete}>
            {scope === null ? "Draft the scope" : "Keep in the draft"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is wrong with a filter text, or null. */
function filterFault(text: string): string | null {
  if (text.trim() === "") return null;
  try {
    groupOf(text);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
