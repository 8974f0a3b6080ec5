import {Button, Collapse, Skeleton, TextInput} from "@mantine/core";
import {IconFilter, IconX} from "@tabler/icons-react";
import {useEffect, useState} from "react";
import {messageOf} from "../../../../errors.ts";
import {groupOf, textOf} from "../../answer/filter-tree.ts";
import type {Question} from "../../answer/question.ts";
import {Problem} from "../../api/problem.ts";
import {later} from "../../blocks/later.tsx";
import type {Ask} from "./controls.tsx";

const FilterBuilder = later(
  () => import("./filter-builder.tsx"),
  (part) => part.FilterBuilder,
  <Skeleton height={90} mt={10} />
);

/** The filter as text and, opened, as conditions to choose: the two say the same, and so does the URL. */
export function FilterBar({
  question,
  ask,
  error
}: {
  readonly question: Question;
  readonly ask: Ask;
  readonly error: unknown;
}) {
  const asked = question.filter ?? "";
  const [text, setText] = useState(asked);
  const [building, setBuilding] = useState(false);
  useEffect(() => setText(asked), [asked]);
  const problem =
    problemOfText(text) ?? (error instanceof Problem && error.facts.code === "filter.invalid" ? error.message : null);
  const apply = (next: string): void => {
    if (problemOfText(next) === null) ask({filter: next.trim() === "" ? undefined : next.trim()});
  };
  const group = problemOfText(text) === null ? groupOf(text) : null;
  return (
    <div className="filter">
      <form
        className="filter-line"
        onSubmit={(event) => {
          event.preventDefault();
          apply(text);
        }}
      >
        <TextInput
          id="filter-text"
          aria-label="Filter"
          className="filter-text"
          leftSection={<IconFilter size={15} />}
          placeholder="provider = 'AWS' and (tag.team is null or service ~ '^Amazon')"
          value={text}
          onChange={({currentTarget}) => setText(currentTarget.value)}
          onBlur={() => apply(text)}
          error={problem === null ? undefined : <pre className="filter-problem">{problem}</pre>}
          spellCheck={false}
          autoComplete="off"
        />
        {text === "" ? null : (
          <Button
            variant="default"
            leftSection={<IconX size={14} />}
            onClick={() => {
              setText("");
              ask({filter: undefined});
            }}
          >
            Clear
          </Button>
        )}
        <Button
          variant="default"
          aria-expanded={building}
          aria-controls="filter-builder"
          onClick={() => setBuilding(!building)}
        >
          Build
        </Button>
      </form>
      <Collapse expanded={building}>
        <div id="filter-builder">
          {building ? (
            group === null ? (
              <p className="quiet">The text has a mistake; mend it, or clear it to build the filter anew.</p>
            ) : (
              <FilterBuilder
                group={group}
                question={question}
                change={(next) => {
                  const built = textOf(next);
                  setText(built);
                  if (built !== asked) ask({filter: built === "" ? undefined : built});
                }}
              />
            )
          ) : null}
        </div>
      </Collapse>
    </div>
  );
}

/** What is wrong with a filter text, or null. */
function problemOfText(text: string): string | null {
  try {
    if (text.trim() !== "") groupOf(text);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
