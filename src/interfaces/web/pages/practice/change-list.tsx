import {ActionIcon, Tooltip} from "@mantine/core";
import {IconX} from "@tabler/icons-react";
import type {Change} from "./facts.ts";

export interface ChangeListProps {
  readonly changes: readonly Change[];
  /** Takes a change out of the draft; absent where there is none. */
  readonly leaveOut?: (change: Change) => void;
}

/** What would change, in plain words, each with what stood there and what would. */
export function ChangeList({changes, leaveOut}: ChangeListProps) {
  return (
    <ul className="changes">
      {changes.map((change) => {
        const before = valueText(change.before);
        const after = valueText(change.after);
        return (
          <li key={change.path} className="change">
            <div>
              <p className="change-label">{change.label}</p>
              <p className="change-values">
                {before === null ? null : (
                  <del className="change-before">
                    <span className="sr-only">before: </span>
                    {before}
                  </del>
                )}
                {after === null ? null : (
                  <ins className="change-after">
                    <span className="sr-only">after: </span>
                    {after}
                  </ins>
                )}
                <code className="quiet">{change.path}</code>
              </p>
            </div>
            {leaveOut === undefined ? null : (
              <Tooltip label="Leave this out">
                <ActionIcon aria-label={`Leave out: ${change.label}`} onClick={() => leaveOut(change)}>
                  <IconX size={15} />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A value as one short text; null where there is none, or where it is too large to read here. */
function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "object" && !isPlainList(value)) return null;
  const text = typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
  return text.length > 90 ? null : text;
}

function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((part) => typeof part !== "object");
}
