import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {PathLink} from "../practice/path-link.tsx";
import {DoneMeter} from "./done-meter.tsx";
import {coverageQuery} from "./queries.ts";
import {RequirementList} from "./requirement-list.tsx";

const say = {
  works: "Ashlar practises this capability.",
  partly: "Ashlar does a part of it.",
  "not yet": "Ashlar does not practise it yet. The playbook says what to do meanwhile."
} as const;

/** What Ashlar does of a capability, honestly: as its code and tests say. */
export function CoverageOfOne({capability, edition}: {readonly capability: string; readonly edition: string | null}) {
  const coverage = useQuery(coverageQuery(edition, capability));
  const row = coverage.data?.rows[0];
  return (
    <Panel title="What Ashlar does of it" note="Counted from operations that are there and tests that prove them">
      {coverage.isError ? <ProblemNote error={coverage.error} retry={() => void coverage.refetch()} /> : null}
      {row === undefined ? (
        coverage.isError ? null : (
          <Skeleton height={180} />
        )
      ) : (
        <>
          <p className="strong">{say[row.status]}</p>
          <div className="coverage-line">
            <DoneMeter done={row.done} partly={row.partly} total={row.requirements} />
            <span className="quiet small">
              {row.done} of {row.requirements} requirements done, {row.partly} in part
            </span>
          </div>
          <p className="quiet small">
            Indicators measured: {row.indicators.measured} of {row.indicators.total}. KPIs computed: {row.kpis.computed}{" "}
            of {row.kpis.total}.
          </p>
          {row.pages.length === 0 ? null : (
            <p className="small pages-line">
              Pages:{" "}
              {row.pages.map(({path, title}, index) => (
                <span key={path}>
                  {index === 0 ? "" : ", "}
                  <PathLink path={path}>{title}</PathLink>
                </span>
              ))}
            </p>
          )}
          {row.operations.length === 0 ? null : (
            <p className="small operations">
              {row.operations.map((name) => (
                <code key={name}>ashlar {name.replaceAll(".", " ")}</code>
              ))}
            </p>
          )}
          {row.missing.length === 0 ? null : (
            <details className="more" open={row.missing.length <= 4}>
              <summary>What is missing or there in part ({row.missing.length})</summary>
              <RequirementList missing={row.missing} />
            </details>
          )}
        </>
      )}
    </Panel>
  );
}
