import {IconAlertOctagon, IconAlertTriangle, IconCircleCheck} from "@tabler/icons-react";
import type {Level} from "./facts.ts";
import {levelWords} from "./words.ts";

const marks = {ok: IconCircleCheck, attention: IconAlertTriangle, broken: IconAlertOctagon} as const;

/** How a source does: a mark of its own form and a word, so that colour never tells it alone. */
export function LevelMark({level}: {readonly level: Level}) {
  const Mark = marks[level];
  return (
    <span className="level-mark" data-level={level}>
      <Mark size={16} stroke={1.9} aria-hidden="true" />
      {levelWords[level]}
    </span>
  );
}
