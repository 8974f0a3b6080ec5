import {IconAlertTriangle, IconBulb, IconCircleX} from "@tabler/icons-react";
import {counted} from "../../format/amount.ts";
import {FindingList, type FindingListProps} from "./finding-list.tsx";

const kinds = [
  ["error", IconCircleX],
  ["warning", IconAlertTriangle],
  ["hint", IconBulb]
] as const;

/** What the check says about a scope as a whole, in one line that opens. */
export function ScopeFindings({findings, ...rest}: FindingListProps) {
  if (findings.length === 0) return null;
  const errors = findings.some(({severity}) => severity === "error");
  return (
    <details className="panel scope-findings" open={errors || findings.length === 1}>
      <summary>
        <span className="strong">About the scope as a whole</span>
        {kinds.map(([severity, Icon]) => {
          const count = findings.filter((finding) => finding.severity === severity).length;
          return count === 0 ? null : (
            <span key={severity} className={`block-mark severity-${severity}`}>
              <Icon size={15} aria-hidden="true" /> {counted(count, severity)}
            </span>
          );
        })}
      </summary>
      <FindingList findings={findings} {...rest} />
    </details>
  );
}
