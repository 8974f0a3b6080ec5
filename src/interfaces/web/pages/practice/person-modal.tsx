import {Button, Group, Modal, MultiSelect, Select, Stack, TextInput} from "@mantine/core";
import {useState} from "react";
import {type Draft, withValue} from "./draft.ts";
import type {Personas, Unit} from "./facts.ts";
import {idOf} from "./id.ts";

export interface PersonModalProps {
  /** The persona to begin with, empty for none; null while nobody is added. */
  readonly persona: string | null;
  readonly close: () => void;
  readonly draft: Draft;
  readonly taken: readonly string[];
  readonly personas: Personas["rows"];
  readonly units: readonly Unit[];
  readonly keep: (draft: Draft) => void;
}

/** Drafts a person of the practice. */
export function PersonModal({persona, close, ...rest}: PersonModalProps) {
  return (
    <Modal opened={persona !== null} onClose={close} title="Add a person">
      {persona === null ? null : <PersonForm persona={persona} close={close} {...rest} />}
    </Modal>
  );
}

function PersonForm({
  persona,
  close,
  draft,
  taken,
  personas,
  units,
  keep
}: PersonModalProps & {readonly persona: string}) {
  const [name, setName] = useState("");
  const [held, setHeld] = useState<string[]>(persona === "" ? [] : [persona]);
  const [variant, setVariant] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const id = idOf(name);
  const known = taken.includes(id);
  const complete = id !== "" && !known && held.length > 0;
  const submit = (): void => {
    if (!complete) return;
    const parts: readonly (readonly [string, unknown])[] = [
      ["name", name.trim()],
      ["personas", held],
      ...(variant !== null && held.includes("leadership") ? [["variant", variant] as const] : []),
      ...(unit === null ? [] : [["unit", unit] as const])
    ];
    keep(parts.reduce((sofar, [field, value]) => withValue(sofar, `people.${id}.${field}`, value), draft));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={({currentTarget}) => setName(currentTarget.value)}
          error={known ? `${id} is there already` : undefined}
          description={id === "" ? undefined : `in the file: ${id}`}
        />
        <MultiSelect
          label="Personas"
          required
          searchable
          data={personas.map((each) => ({value: each.id, label: each.title}))}
          value={held}
          onChange={setHeld}
        />
        {held.includes("leadership") ? (
          <Select
            label="Which part of leadership"
            clearable
            data={[
              {value: "ceo", label: "CEO"},
              {value: "cfo", label: "CFO"},
              {value: "cto", label: "CTO"}
            ]}
            value={variant}
            onChange={setVariant}
          />
        ) : null}
        {units.length === 0 ? null : (
          <Select
            label="Unit"
            clearable
            searchable
            data={[...new Map(units.map((each) => [each.id, each.title ?? each.id]))].map(([value, label]) => ({
              value,
              label
            }))}
            value={unit}
            onChange={setUnit}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!complete}>
            Keep in the draft
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
