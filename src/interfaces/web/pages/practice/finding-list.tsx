import {Button} from "@mantine/core";
import {IconAlertTriangle, IconBulb, IconCircleX} from "@tabler/icons-react";
import {Link} from "@tanstack/react-router";
import type {ReactNode} from "react";
import type {Finding, Severity} from "./facts.ts";

const icons: Readonly<Record<Severity, typeof IconBulb>> = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  hint: IconBulb
};

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** What else stands in the URL where a finding leads to its card. */
  readonly search?: Record<string, string | string[]>;
  readonly withLinks?: boolean;
  /** Drafts a state for the capability that others depend on; absent where nothing can be drafted. */
  readonly decide?: ((finding: Finding, state: "watch" | "active") => void) | undefined;
}

/** What the check says: the matter, what puts it right, and where it stands in the file. */
export function FindingList({findings, search = {}, withLinks = true, decide}: FindingListProps) {
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const {severity, rule, message, remedy, path, line} = finding;
        const Icon = icons[severity];
        const missing = rule.startsWith("dependency-") && finding.scope !== null && finding.capability !== null;
        return (
          <li key={`${rule} ${path} ${message}`} className="finding">
            <Icon size={16} className={`severity-${severity}`} aria-hidden="true" />
            <div>
              <p>
                <span className="sr-only">{severity}: </span>
                {message}
              </p>
              <p className="finding-remedy">{remedy}</p>
              <p className="finding-place">
                {[line === null ? null : `ashlar.yaml, line ${line}`, path === "" ? null : path, rule]
                  .filter((part) => part !== null)
                  .join(" · ")}
                {withLinks ? <Way finding={finding} search={search} /> : null}
              </p>
              {missing && decide !== undefined ? (
                <p className="finding-actions">
                  <Button size="compact-xs" variant="default" onClick={() => decide(finding, "watch")}>
                    Watch it
                  </Button>
                  <Button size="compact-xs" variant="default" onClick={() => decide(finding, "active")}>
                    Activate it
                  </Button>
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a finding can be put right in the browser. */
function Way({finding, search}: {readonly finding: Finding; readonly search: Record<string, string | string[]>}) {
  const {scope, capability, path} = finding;
  const way: ReactNode =
    scope !== null && capability !== null ? (
      <Link to="/practice" search={{...search, scope, card: capability}}>
        open the card
      </Link>
    ) : scope !== null && path.startsWith("scopes") ? (
      <Link to="/practice" search={{...search, scope, open: "edit"}}>
        edit the scope
      </Link>
    ) : /^(people|organisation|duties)/.test(path) ? (
      <Link to="/practice/people" search={search}>
        see the people
      </Link>
    ) : null;
  return way === null ? null : <> · {way}</>;
}
