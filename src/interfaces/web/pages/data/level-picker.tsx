import {SegmentedControl} from "@mantine/core";
import type {Health, Level} from "./facts.ts";
import {levelWords} from "./words.ts";

export interface LevelPickerProps {
  readonly counts: Health["counts"];
  readonly total: number;
  readonly level: string | null;
  readonly choose: (level: Level | null) => void;
}

const levels: readonly Level[] = ["broken", "attention", "ok"];

/** Which sources are shown: all, or those of one level, each with how many there are. */
export function LevelPicker({counts, total, level, choose}: LevelPickerProps) {
  return (
    <SegmentedControl
      aria-label="Level"
      value={level ?? "all"}
      onChange={(value) => choose(levels.find((each) => each === value) ?? null)}
      data={[
        {value: "all", label: `All ${total}`},
        ...levels.map((each) => ({value: each, label: `${levelWords[each]} ${counts[each] ?? 0}`}))
      ]}
    />
  );
}
