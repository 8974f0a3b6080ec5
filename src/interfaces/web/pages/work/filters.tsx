import {Select, Switch, TextInput} from "@mantine/core";
import {useDebouncedCallback} from "@mantine/hooks";
import {IconSearch} from "@tabler/icons-react";
import {useEffect, useState} from "react";
import type {WorkState} from "./state.ts";
import {kindWords} from "./words.ts";

export interface FiltersProps {
  readonly state: WorkState;
  readonly scopes: readonly {readonly id: string; readonly title: string}[];
  readonly capabilities: readonly {readonly id: string; readonly title: string}[];
  readonly people: readonly {readonly value: string; readonly label: string}[];
  readonly set: (parts: Partial<WorkState>) => void;
}

/** Which work is shown: by scope, capability, kind, owner and text. */
export function Filters({state, scopes, capabilities, people, set}: FiltersProps) {
  const [text, setText] = useState(state.text ?? "");
  useEffect(() => setText(state.text ?? ""), [state.text]);
  const search = useDebouncedCallback((value: string) => set({text: value.trim() === "" ? null : value.trim()}), 300);
  return (
    <div className="controls">
      <div className="control-row">
        <Select
          label="Scope"
          w={170}
          placeholder="All"
          clearable
          data={scopes.map(({id, title}) => ({value: id, label: title}))}
          value={state.scope}
          onChange={(scope) => set({scope})}
        />
        <Select
          label="Capability"
          w={190}
          placeholder="All"
          clearable
          searchable
          data={capabilities.map(({id, title}) => ({value: id, label: title}))}
          value={state.capability}
          onChange={(capability) => set({capability})}
        />
        <Select
          label="Kind"
          w={130}
          placeholder="All"
          clearable
          data={Object.entries(kindWords).map(([value, label]) => ({value, label}))}
          value={state.kind}
          onChange={(kind) => set({kind})}
        />
        <Select
          label="Owner"
          w={160}
          placeholder="Anybody"
          clearable
          searchable
          data={[{value: "nobody", label: "Nobody yet"}, ...people]}
          value={state.owner}
          onChange={(owner) => set({owner})}
        />
        <TextInput
          label="Text"
          w={180}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={({currentTarget}) => {
            setText(currentTarget.value);
            search(currentTarget.value);
          }}
        />
        <div className="work-switches">
          <Switch
            size="xs"
            label="Only overdue"
            checked={state.overdue}
            onChange={({currentTarget}) => set({overdue: currentTarget.checked})}
          />
          <Switch
            size="xs"
            label="Only what was set aside"
            checked={state.aside}
            onChange={({currentTarget}) => set({aside: currentTarget.checked})}
          />
        </div>
      </div>
    </div>
  );
}
