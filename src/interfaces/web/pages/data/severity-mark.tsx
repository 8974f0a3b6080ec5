import {IconAlertOctagon, IconAlertTriangle, IconInfoCircle} from "@tabler/icons-react";

const marks = {
  error: ["broken", IconAlertOctagon, "A MUST of the specification"],
  warning: ["attention", IconAlertTriangle, "A SHOULD of the specification"],
  info: ["info", IconInfoCircle, "A MAY of the specification"]
} as const;

/** How grave it is that a rule fails. */
export function SeverityMark({severity}: {readonly severity: keyof typeof marks}) {
  const [tone, Mark, about] = marks[severity];
  return (
    <span className="level-mark" data-level={tone} title={about}>
      <Mark size={15} stroke={1.9} aria-hidden="true" />
      {severity}
    </span>
  );
}
