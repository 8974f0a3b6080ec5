import {TextInput} from "@mantine/core";
import {useEffect, useState} from "react";
import type {Question} from "../../answer/question.ts";
import type {Ask} from "./controls.tsx";

const most = 10_000;

/** How many of the greatest stand alone; the others are one row. It is asked when the field is left, or by Enter. */
export function TopField({question, ask}: {readonly question: Question; readonly ask: Ask}) {
  const asked = question.top === undefined ? "" : String(question.top);
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  const apply = (typed: string): void => {
    const top = Number(typed);
    const whole = typed.trim() !== "" && Number.isInteger(top) && top >= 1;
    const next = whole ? Math.min(top, most) : undefined;
    setText(next === undefined ? "" : String(next));
    if (next !== question.top) ask({top: next});
  };
  return (
    <TextInput
      label="Top"
      className="control-second"
      w={60}
      inputMode="numeric"
      placeholder="all"
      disabled={question.by.length === 0}
      value={text}
      onChange={({currentTarget}) => setText(currentTarget.value.replaceAll(/\D/g, ""))}
      onBlur={({currentTarget}) => apply(currentTarget.value)}
      onKeyDown={({key, currentTarget}) => {
        if (key === "Enter") apply(currentTarget.value);
      }}
    />
  );
}
