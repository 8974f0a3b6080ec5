import {counted} from "../../format/amount.ts";
import {FindingList, type FindingListProps} from "./finding-list.tsx";

/** Errors and warnings as they are; hints, of which there may be many, behind a line that counts them. */
export function FindingGroups({findings, ...rest}: FindingListProps) {
  const urgent = findings.filter(({severity}) => severity !== "hint");
  const hints = findings.filter(({severity}) => severity === "hint");
  return (
    <>
      {urgent.length === 0 ? null : <FindingList findings={urgent} {...rest} />}
      {hints.length === 0 ? null : (
        <details className="hints" open={urgent.length === 0 && hints.length < 4}>
          <summary>{counted(hints.length, "hint")}</summary>
          <FindingList findings={hints} {...rest} />
        </details>
      )}
    </>
  );
}
