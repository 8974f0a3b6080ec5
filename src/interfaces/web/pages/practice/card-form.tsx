import {Button, Group, SegmentedControl, Select, Textarea} from "@mantine/core";
import {useState} from "react";
import {type Draft, pathOf, withValue, withoutValue} from "./draft.ts";
import type {BlockField, Card, Person} from "./facts.ts";

export interface CardFormProps {
  readonly card: Card;
  /** What the file has for the card; the rest is drafted. */
  readonly filed: Card;
  /** Why it may run, as the file has it. */
  readonly valueCase: string;
  readonly scope: string;
  readonly people: readonly Person[];
  readonly draft: Draft;
  readonly keep: (draft: Draft) => void;
  readonly close: () => void;
}

type Values = Record<BlockField, string>;

const none = "none";

/** Sets a capability in a scope: what is kept here is drafted, and made with the plan. */
export function CardForm({card, filed, valueCase, scope, people, draft, keep, close}: CardFormProps) {
  const before = valuesOf(card, draftedText(draft, `scopes.${scope}.blocks.${card.capability}.valueCase`) ?? valueCase);
  const [values, setValues] = useState<Values>(before);
  const set = (field: BlockField, value: string): void => setValues({...values, [field]: value});
  const changed = (Object.keys(values) as BlockField[]).filter((field) => values[field].trim() !== before[field]);
  const decided = values.state !== "";
  const needsReason = values.state === "inactive" && values.reason.trim() === "";
  const submit = (): void => {
    const prefix = `scopes.${scope}.blocks.${card.capability}`;
    const onFile = valuesOf(filed, valueCase);
    const next = changed.reduce((sofar, field) => {
      const path = `${prefix}.${field}`;
      const value = values[field].trim();
      if (value === onFile[field]) return withValue(forgotten(sofar, path), path, null);
      return value === "" ? withoutValue(sofar, path) : withValue(sofar, path, value);
    }, draft);
    keep(next);
  };
  return (
    <form
      className="card-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!needsReason && changed.length > 0) submit();
      }}
    >
      <fieldset>
        <legend>In this scope it is</legend>
        <SegmentedControl
          aria-label="State"
          fullWidth
          size="sm"
          value={values.state === "" ? none : values.state}
          onChange={(value) => set("state", value === none ? "" : value)}
          data={[
            ...(before.state === "" ? [{value: none, label: "Not decided"}] : []),
            {value: "inactive", label: "Inactive"},
            {value: "watch", label: "Watched"},
            {value: "active", label: "Active"}
          ]}
        />
      </fieldset>
      {values.state === "inactive" ? (
        <Textarea
          label="Why it is inactive"
          size="xs"
          autosize
          minRows={2}
          required
          maxLength={2000}
          value={values.reason}
          onChange={({currentTarget}) => set("reason", currentTarget.value)}
          description="Whoever asks later finds it here."
        />
      ) : null}
      {decided && values.state !== "inactive" ? (
        <>
          <div className="card-pair">
            <fieldset>
              <legend>Held</legend>
              <SegmentedControl
                aria-label="Strictness"
                fullWidth
                value={values.strictness === "" ? "standard" : values.strictness}
                onChange={(value) => set("strictness", value)}
                data={["light", "standard", "strict"]}
              />
            </fieldset>
            <fieldset>
              <legend>Target</legend>
              <SegmentedControl
                aria-label="Target"
                fullWidth
                value={values.target === "" ? none : values.target}
                onChange={(value) => set("target", value === none ? "" : value)}
                data={[{value: none, label: "none"}, "crawl", "walk", "run"]}
              />
            </fieldset>
            <Select
              label="Owner"
              placeholder={people.length === 0 ? "Nobody is in the practice yet" : "Nobody yet"}
              searchable
              clearable
              data={people.map(({id, name}) => ({value: id, label: name}))}
              value={values.owner === "" ? null : values.owner}
              onChange={(value) => set("owner", value ?? "")}
            />
            <Select
              label="Looked at"
              placeholder="No cadence"
              clearable
              data={["daily", "weekly", "biweekly", "monthly", "quarterly", "semi-annual", "annual"]}
              value={values.cadence === "" ? null : values.cadence}
              onChange={(value) => set("cadence", value ?? "")}
            />
          </div>
          {values.target === "run" ? (
            <Textarea
              label="Why running is worth its cost"
              size="xs"
              autosize
              minRows={2}
              maxLength={2000}
              value={values.valueCase}
              onChange={({currentTarget}) => set("valueCase", currentTarget.value)}
              description="The check asks for it: running everywhere is never the goal."
            />
          ) : null}
        </>
      ) : null}
      <Group gap="xs">
        <Button type="submit" disabled={changed.length === 0 || needsReason}>
          Keep in the draft
        </Button>
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <span className="quiet small">
          {changed.length === 0 ? "Nothing is changed yet." : "Nothing is written before you apply the plan."}
        </span>
      </Group>
    </form>
  );
}

function valuesOf(card: Card, valueCase: string): Values {
  return {
    state: card.state ?? "",
    reason: card.reason ?? "",
    strictness: card.strictness ?? "",
    target: card.target ?? "",
    owner: card.owner?.id ?? "",
    cadence: card.cadence ?? "",
    valueCase
  };
}

/** The draft without anything that it would take away at a path. */
function forgotten(draft: Draft, path: string): Draft {
  return {...draft, unset: draft.unset.filter((entry) => pathOf(entry) !== path)};
}

/** The text that the draft has at a path, or null. */
function draftedText(draft: Draft, path: string): string | null {
  const entry = draft.set.find((each) => pathOf(each) === path);
  if (entry === undefined) return null;
  const text = entry.slice(path.length + 1);
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}
