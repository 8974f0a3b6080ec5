import {ActionIcon, Button, Select} from "@mantine/core";
import {IconPlus, IconTrash} from "@tabler/icons-react";
import {useEffect, useState} from "react";
import {type FilterGroup, type FilterItem, type FilterTest, textOf} from "../../answer/filter-tree.ts";
import type {Question} from "../../answer/question.ts";
import {FilterTestRow} from "./filter-test-row.tsx";

export interface FilterBuilderProps {
  readonly group: FilterGroup;
  readonly question: Question;
  readonly change: (group: FilterGroup) => void;
}

const fresh: FilterTest = {kind: "test", field: "ServiceName", op: "=", values: []};

/** The filter as groups of conditions. What is not finished yet is kept here and not asked. */
export function FilterBuilder({group, question, change}: FilterBuilderProps) {
  const [draft, setDraft] = useState<FilterGroup>(group.items.length === 0 ? {...group, items: [fresh]} : group);
  const said = textOf(group);
  useEffect(() => {
    // The text was changed elsewhere: what it says now is what is built.
    setDraft((held) => (textOf(held) === said ? held : group));
  }, [said]);
  const set = (next: FilterGroup): void => {
    setDraft(next);
    change(next);
  };
  return <Group group={draft} question={question} change={set} depth={0} />;
}

interface GroupProps extends FilterBuilderProps {
  readonly depth: number;
  readonly remove?: () => void;
}

function Group({group, question, change, depth, remove}: GroupProps) {
  const put = (index: number, item: FilterItem): void => change({...group, items: group.items.with(index, item)});
  const drop = (index: number): void => change({...group, items: group.items.toSpliced(index, 1)});
  const add = (item: FilterItem): void => change({...group, items: [...group.items, item]});
  return (
    <fieldset className="filter-group">
      <legend className="sr-only">Conditions</legend>
      <div className="filter-group-head">
        <Select
          aria-label="How the conditions are joined"
          w={230}
          data={[
            {value: "all", label: "All of these are true"},
            {value: "any", label: "At least one of these is true"},
            {value: "not all", label: "Not all of these are true"},
            {value: "not any", label: "None of these is true"}
          ]}
          value={`${group.not ? "not " : ""}${group.match}`}
          onChange={(value) =>
            change({
              ...group,
              not: value?.startsWith("not ") === true,
              match: value?.endsWith("any") === true ? "any" : "all"
            })
          }
        />
        {remove === undefined ? null : (
          <ActionIcon aria-label="Remove the group" onClick={remove}>
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </div>
      {group.items.map((item, index) =>
        item.kind === "group" ? (
          <Group
            key={index}
            group={item}
            question={question}
            change={(next) => put(index, next)}
            depth={depth + 1}
            remove={() => drop(index)}
          />
        ) : (
          <FilterTestRow
            key={index}
            test={item}
            question={question}
            change={(next) => put(index, next)}
            remove={() => drop(index)}
          />
        )
      )}
      <div className="filter-group-foot">
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => add(fresh)}>
          Condition
        </Button>
        {depth < 5 ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => add({kind: "group", match: "any", not: false, items: [fresh]})}
          >
            Group
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
