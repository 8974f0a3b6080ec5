import {Button, Checkbox, Popover, Stack, Text} from "@mantine/core";
import {IconAdjustments} from "@tabler/icons-react";
import type {Question} from "../../answer/question.ts";
import type {Ask} from "./controls.tsx";

const kinds = [
  ["usage", "Usage"],
  ["purchases", "Purchases"],
  ["credits", "Credits"],
  ["refunds", "Refunds"],
  ["taxes", "Taxes"],
  ["adjustments", "Adjustments"],
  ["corrections", "Corrections"]
] as const;

/** Which kinds of charges count. */
export function ChargeKinds({question, ask}: {readonly question: Question; readonly ask: Ask}) {
  const left = question.without;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" className="control-button control-second" leftSection={<IconAdjustments size={15} />}>
          {left.length === 0
            ? "All charges"
            : `Without ${left.length === 1 ? (left[0] ?? "") : `${left.length} kinds`}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          <Text size="xs" c="dimmed" maw={230}>
            Kinds of charges that count. A charge of several kinds counts only if all of them do.
          </Text>
          {kinds.map(([kind, title]) => (
            <Checkbox
              key={kind}
              size="xs"
              label={title}
              checked={!left.includes(kind)}
              onChange={({currentTarget}) =>
                ask({
                  without: currentTarget.checked ? left.filter((other) => other !== kind) : [...left, kind].toSorted()
                })
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
