import {ActionIcon, Autocomplete, Select, TagsInput} from "@mantine/core";
import {IconTrash} from "@tabler/icons-react";
import {findField, fieldNames} from "../../../../cost/field.ts";
import {type FilterTest, type Operator, operators, takesList, takesNothing} from "../../answer/filter-tree.ts";
import {type Question, askable, changed} from "../../answer/question.ts";
import {useCost, useTagKeys} from "../../api/queries.ts";
import {dimensionTitle, dimensionWords} from "../../format/words.ts";

export interface FilterTestRowProps {
  readonly test: FilterTest;
  readonly question: Question;
  readonly change: (test: FilterTest) => void;
  readonly remove: () => void;
}

const patterns: readonly Operator[] = ["like", "not like", "~", "!~"];
const words: Readonly<Partial<Record<Operator, string>>> = {
  "=": "is",
  "!=": "is not",
  in: "is one of",
  "not in": "is none of",
  like: "is like (%, _)",
  "not like": "is not like",
  "~": "matches (regular expression)",
  "!~": "does not match",
  "is null": "is missing",
  "is not null": "is there"
};

/** One condition: a column, a comparison, and values that the data has. */
export function FilterTestRow({test, question, change, remove}: FilterTestRowProps) {
  const tags = useTagKeys();
  const type = findField(test.field)?.type ?? "text";
  const suggestions = useValues(test.field, question, type === "text" && !takesNothing(test.op));
  const setOp = (op: Operator): void =>
    change({...test, op, values: takesNothing(op) ? [] : takesList(op) ? test.values : test.values.slice(0, 1)});
  return (
    <div className="filter-test">
      <Select
        aria-label="Column"
        className="filter-field"
        data={fieldOptions(tags, test.field)}
        value={test.field}
        onChange={(field) => change({...test, field: field ?? test.field, values: []})}
        searchable
        maxDropdownHeight={320}
      />
      <Select
        aria-label="Comparison"
        w={170}
        data={operators
          .filter((op) => (type === "text" ? true : !patterns.includes(op)))
          .map((op) => ({value: op, label: words[op] ?? op}))}
        value={test.op}
        onChange={(op) => setOp(op ?? "=")}
        maxDropdownHeight={320}
      />
      {takesNothing(test.op) ? null : takesList(test.op) ? (
        <TagsInput
          aria-label="Values"
          size="xs"
          className="filter-value"
          data={[...suggestions]}
          value={[...test.values]}
          onChange={(values) => change({...test, values})}
          placeholder={test.values.length === 0 ? "values" : ""}
          maxDropdownHeight={300}
        />
      ) : (
        <Autocomplete
          aria-label="Value"
          size="xs"
          className="filter-value"
          data={[...suggestions]}
          value={test.values[0] ?? ""}
          onChange={(value) => change({...test, values: value === "" ? [] : [value]})}
          placeholder={
            type === "decimal" ? "100.00" : type === "instant" ? "2026-10-01" : type === "month" ? "2026-10" : "value"
          }
          maxDropdownHeight={300}
        />
      )}
      <ActionIcon aria-label="Remove the condition" onClick={remove}>
        <IconTrash size={15} />
      </ActionIcon>
    </div>
  );
}

/** The values of a column with most cost in the time asked about. */
function useValues(field: string, question: Question, wanted: boolean): readonly string[] {
  const {data} = useCost(
    wanted
      ? askable(
          changed(question, {
            metric: ["effective"],
            by: [field],
            top: 200,
            granularity: undefined,
            compare: undefined,
            filter: undefined,
            without: []
          })
        )
      : null
  );
  const values = data?.rows.flatMap((row) => {
    const value = row[field];
    return typeof value === "string" && row["other"] !== true && value !== "" ? [value] : [];
  });
  return [...new Set(values ?? [])];
}

function fieldOptions(tags: readonly string[], held: string) {
  const common = new Map<string, string>();
  for (const name of Object.keys(dimensionWords)) {
    const field = findField(name);
    if (field !== null && !common.has(field.name)) common.set(field.name, dimensionTitle(name));
  }
  const tagNames = tags.flatMap((key) => findField(`tag.${key}`)?.name ?? []);
  const columns = fieldNames().flatMap((name) => findField(name)?.name ?? []);
  const others = [...new Set([...columns, held])]
    .filter((name) => !common.has(name) && !tagNames.includes(name))
    .toSorted();
  return [
    {group: "Dimensions", items: [...common].map(([value, label]) => ({value, label}))},
    ...(tagNames.length === 0
      ? []
      : [{group: "Tags", items: tagNames.map((value) => ({value, label: dimensionTitle(value)}))}]),
    {group: "FOCUS columns", items: others.map((value) => ({value, label: value}))}
  ];
}
