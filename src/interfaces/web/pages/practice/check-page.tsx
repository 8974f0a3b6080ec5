import {Button, Skeleton} from "@mantine/core";
import {IconRefresh} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {ChangedOnDisk} from "./changed-on-disk.tsx";
import {DraftBar} from "./draft-bar.tsx";
import {withValue} from "./draft.ts";
import {useDrafting} from "./drafting.ts";
import type {Finding, Severity} from "./facts.ts";
import {FindingList} from "./finding-list.tsx";
import {PracticeNote} from "./practice-note.tsx";
import {checkQuery, practiceQuery} from "./queries.ts";
import "./practice.css";

const severities = [
  ["error", "Errors", "keep a change from being applied"],
  ["warning", "Warnings", "are risky and yours to decide"],
  ["hint", "Hints", "say what would help"]
] as const satisfies readonly (readonly [Severity, string, string])[];

/** What the check says of the practice file: each with its line and what puts it right. */
export function CheckPage() {
  const check = useQuery(checkQuery());
  const practice = useQuery(practiceQuery());
  const {draft, search, change} = useDrafting();
  const decide = (finding: Finding, state: string): void =>
    change(
      withValue(
        {...draft, base: draft.base ?? practice.data?.revision ?? null},
        `scopes.${finding.scope ?? ""}.blocks.${finding.capability ?? ""}.state`,
        state
      )
    );
  const shown = one(useSearch({strict: false}), "severity");
  const rows = (check.data?.rows ?? []).filter(({severity}) => shown === null || severity === shown);
  const places = Map.groupBy(rows, ({scope}) => scope ?? "");
  const titleOf = (scope: string): string =>
    scope === ""
      ? "The practice as a whole"
      : (practice.data?.scopes.find(({id}) => id === scope)?.title ?? `Scope ${scope}`);
  return (
    <Page
      title="Check"
      note={<PracticeNote practice={practice.data} />}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} />}
          loading={check.isFetching}
          onClick={() => void check.refetch()}
        >
          Check again
        </Button>
      }
    >
      {practice.data === undefined ? null : (
        <ChangedOnDisk revision={check.data?.revision ?? null} practice={practice.data} />
      )}
      {check.isError ? (
        <ProblemNote error={check.error} retry={() => void check.refetch()} />
      ) : check.data === undefined ? (
        <Skeleton height={300} />
      ) : (
        <>
          <div className="figures">
            {severities.map(([severity, title, about]) => {
              const count = check.data.counts[severity];
              return (
                <Link
                  key={severity}
                  to="/practice/check"
                  search={shown === severity ? search : {...search, severity}}
                  className={`figure figure-link severity-figure ${count === 0 ? "" : `severity-${severity}`}`}
                  aria-current={shown === severity ? "true" : undefined}
                >
                  <span className="figure-title">{title}</span>
                  <span className="figure-value">{count}</span>
                  <span className="figure-foot quiet">{about}</span>
                </Link>
              );
            })}
          </div>
          {rows.length === 0 ? (
            <div className="panel">
              <EmptyNote title={shown === null ? "Nothing to say" : `No ${shown}s`}>
                {shown === null
                  ? "The practice file holds together: owners exist, scopes are told apart, and what is active has what it needs."
                  : "Choose the figure again to see all findings."}
              </EmptyNote>
            </div>
          ) : (
            [...places].map(([scope, own]) => (
              <Panel key={scope} title={titleOf(scope)} note={counted(own.length, "finding")}>
                <FindingList findings={own.toSorted(bySeverity)} search={search} decide={decide} />
              </Panel>
            ))
          )}
        </>
      )}
      <DraftBar />
    </Page>
  );
}

function bySeverity(a: Finding, b: Finding): number {
  const rank = (finding: Finding): number => severities.findIndex(([severity]) => severity === finding.severity);
  return rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0);
}
