import {Select} from "@mantine/core";
import type {Scope} from "./facts.ts";

export interface OverlapFieldsProps {
  readonly others: readonly Scope[];
  readonly overlaps: Readonly<Record<string, string>>;
  readonly set: (overlaps: Readonly<Record<string, string>>) => void;
}

/** Where charges may be in two scopes, a rule says where they count. */
export function OverlapFields({others, overlaps, set}: OverlapFieldsProps) {
  const shown = others.filter(({id, status}) => status !== "retired" || overlaps[id] !== undefined);
  if (shown.length === 0) return null;
  return (
    <fieldset className="overlaps">
      <legend className="field-label">Charges that are in another scope, too</legend>
      {shown.map(({id, title}) => (
        <Select
          key={id}
          label={title}
          classNames={{root: "overlap", label: "overlap-label"}}
          data={[
            {value: "", label: "no rule: they have none in common"},
            {value: "include-and-explain", label: "count in both, and are explained"},
            {value: "exclude", label: "count there only"}
          ]}
          value={overlaps[id] ?? ""}
          onChange={(rule) => set({...overlaps, [id]: rule ?? ""})}
        />
      ))}
    </fieldset>
  );
}
