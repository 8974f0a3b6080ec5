import {IconAlarm, IconCheck, IconClock, IconClockExclamation, IconClockX} from "@tabler/icons-react";
import {dayText, shortDay} from "../../format/period.ts";
import type {Clock} from "./facts.ts";
import {clockWords} from "./words.ts";

const marks = {
  within: IconClock,
  "due today": IconAlarm,
  overdue: IconClockExclamation,
  met: IconCheck,
  missed: IconClockX
} as const;

/** Where a clock stands: a mark, a word and the last day in time. */
export function ClockTag({clock, due}: {readonly clock: Clock; readonly due: string}) {
  const Mark = marks[clock];
  const {about, tone} = clockWords[clock];
  return (
    <span className={`tag clock-tag ${tone}`} title={`${about}; the last day is ${dayText(due)}`}>
      <Mark size={13} stroke={1.9} aria-hidden="true" /> {wordOf(clock, due)}
    </span>
  );
}

function wordOf(clock: Clock, due: string): string {
  switch (clock) {
    case "within":
      return `until ${shortDay(due)}`;
    case "due today":
      return "due today";
    case "overdue":
      return `overdue, was due ${shortDay(due)}`;
    case "met":
      return "in time";
    case "missed":
      return "too late";
  }
}
