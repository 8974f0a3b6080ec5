import {Alert, Button, Code, Group, Text} from "@mantine/core";
import {IconAlertTriangle, IconPlugConnectedX, IconRefresh} from "@tabler/icons-react";
import {problemOf} from "../api/problem.ts";

/** A failure with its code, its place and what to do about it. */
export function ProblemNote({error, retry}: {readonly error: unknown; readonly retry?: () => void}) {
  const {code, title, detail, remedy, at} = problemOf(error);
  const place = at === undefined ? [] : [at.file, at.line === undefined ? undefined : `line ${at.line}`, at.column];
  const where = place.filter((part) => part !== undefined).join(", ");
  const gone = code === "server.gone";
  return (
    <Alert
      className="problem"
      variant="light"
      color={gone ? "gray" : "red"}
      role="alert"
      icon={gone ? <IconPlugConnectedX size={18} /> : <IconAlertTriangle size={18} />}
      title={title}
    >
      <pre className="problem-detail">{detail}</pre>
      {where === "" ? null : <Text size="sm">At {where}</Text>}
      {remedy === undefined ? null : <Text size="sm">{remedy}</Text>}
      <Group gap="sm" mt="xs">
        <Code>{code}</Code>
        {retry === undefined ? null : (
          <Button size="compact-xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={retry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}
