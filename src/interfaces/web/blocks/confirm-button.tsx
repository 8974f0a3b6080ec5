import {ActionIcon, Button, Group, Popover, Text} from "@mantine/core";
import {type ReactNode, useState} from "react";

export interface ConfirmButtonProps {
  readonly label: string;
  readonly question: string;
  readonly answer: string;
  readonly icon: ReactNode;
  readonly onConfirm: () => void;
}

/** A button that asks once more, beside itself. */
export function ConfirmButton({label, question, answer, icon, onConfirm}: ConfirmButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="left" shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={label} onClick={() => setOpened(!opened)}>
          {icon}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="xs">
          {question}
        </Text>
        <Group gap="xs">
          <Button
            color="red"
            onClick={() => {
              setOpened(false);
              onConfirm();
            }}
          >
            {answer}
          </Button>
          <Button variant="default" onClick={() => setOpened(false)}>
            Keep
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
