import {Menu} from "@mantine/core";
import {IconFilter, IconFilterOff, IconListDetails, IconZoomIn} from "@tabler/icons-react";
import {endOfPeriod} from "../../answer/completeness.ts";
import {narrowed} from "../../answer/filter-tree.ts";
import {type Question, noTime} from "../../answer/question.ts";
import {periodText} from "../../format/period.ts";
import {dimensionTitle, valueTitle} from "../../format/words.ts";
import type {Ask} from "./controls.tsx";
import type {Picked} from "./picked.ts";

export interface PickMenuProps {
  readonly picked: Picked;
  readonly close: () => void;
  readonly question: Question;
  readonly ask: Ask;
  readonly drill: (picked: Picked) => void;
}

/** What can be done with a mark: its charges, only it, without it, its period. */
export function PickMenu({picked, close, question, ask, drill}: PickMenuProps) {
  const group = picked.group;
  const isOther = group?.role === "other";
  const chosen =
    group === null || isOther
      ? []
      : question.by.map((dimension, index) => ({dimension, value: group.values[index] ?? null}));
  const period = picked.period;
  const end = period === null ? null : endOfPeriod(period, question.granularity ?? "day");
  const next = nextLevel(question);
  const only = (): string => narrowed(question.filter, chosen, "only");
  return (
    <Menu
      key={`${picked.x} ${picked.y}`}
      opened
      onClose={close}
      position="bottom-start"
      withinPortal
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <span
          className="pick-anchor"
          role="button"
          tabIndex={-1}
          aria-label="Actions"
          style={{left: picked.x, top: picked.y}}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {[
            group === null ? null : group.title,
            period === null ? null : periodText(period, question.granularity ?? null)
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </Menu.Label>
        {isOther ? <Menu.Item disabled>The rest of the top list: show more with a greater Top</Menu.Item> : null}
        {!isOther ? (
          <Menu.Item leftSection={<IconListDetails size={15} />} onClick={() => drill(picked)}>
            Show the charges
          </Menu.Item>
        ) : null}
        {chosen.length === 0 ? null : (
          <>
            <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => ask({filter: only()})}>
              Only {chosen.length === 1 ? valueTitle(chosen[0]?.value) : "these"}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFilterOff size={15} />}
              onClick={() => ask({filter: narrowed(question.filter, chosen, "without")})}
            >
              Without {chosen.length === 1 ? valueTitle(chosen[0]?.value) : "these"}
            </Menu.Item>
            {next === null ? null : (
              <Menu.Item leftSection={<IconZoomIn size={15} />} onClick={() => ask({filter: only(), by: [next]})}>
                Only this, by {dimensionTitle(next).toLowerCase()}
              </Menu.Item>
            )}
          </>
        )}
        {period === null || end === null || question.granularity === "hour" ? null : (
          <Menu.Item
            leftSection={<IconZoomIn size={15} />}
            onClick={() =>
              ask({...noTime, from: period, to: end, granularity: question.granularity === "day" ? "hour" : "day"})
            }
          >
            Only {periodText(period, question.granularity ?? null)}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const levels = ["provider", "service", "subaccount-name", "resource"] as const;

/** The finer dimension that people go to next. */
function nextLevel({by}: Question): string | null {
  const last = levels.findLastIndex((level) => by.includes(level));
  return levels[last + 1] ?? null;
}
