import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "./attribution.tsx";
import {DoneMeter} from "./done-meter.tsx";
import {EditionSwitch, editionSearch, useEdition} from "./edition.tsx";
import type {Coverage} from "./facts.ts";
import {useHashTarget} from "./hash-target.ts";
import {coverageQuery, listQuery} from "./queries.ts";
import {RequirementList} from "./requirement-list.tsx";
import "./framework.css";

/** What of the framework this software practises, honestly, and what is missing. */
export function CoveragePage() {
  const edition = useEdition();
  const coverage = useQuery(coverageQuery(edition));
  const domains = useQuery(listQuery("domains", edition));
  const {data} = coverage;
  const ready = data !== undefined && domains.data !== undefined;
  const hash = useHashTarget(ready);
  const failed = coverage.error ?? domains.error;
  return (
    <Page
      title="What Ashlar practises"
      note={
        <>
          <Link to="/framework" search={editionSearch(edition)} className="more-link">
            All building blocks
          </Link>
          <span>
            Counted from the operations that are there and the tests that prove them, not from a list kept by hand
          </span>
        </>
      }
      actions={<EditionSwitch />}
    >
      {failed === null ? null : <ProblemNote error={failed} retry={() => void coverage.refetch()} />}
      {!ready ? (
        failed === null ? (
          <Skeleton height={520} aria-busy="true" aria-label="Loading the coverage" />
        ) : null
      ) : (
        <>
          <Totals totals={data.totals} />
          {domains.data.rows.map((domain) => (
            <Panel key={domain.id} title={domain.title} className="coverage-domain">
              <ul className="coverage-list">
                {data.rows
                  .filter((row) => row.domain === domain.id)
                  .map((row) => (
                    <CoverageItem key={row.capability} row={row} hash={hash} search={editionSearch(edition)} />
                  ))}
              </ul>
            </Panel>
          ))}
          <Panel title="The platform" note="What every capability needs">
            <div className="coverage-line">
              <DoneMeter done={data.platform.done} partly={data.platform.partly} total={data.platform.requirements} />
              <span className="quiet small">
                {data.platform.done} of {data.platform.requirements} done, {data.platform.partly} in part
              </span>
            </div>
            <RequirementList missing={data.platform.missing} />
          </Panel>
          <Attribution source={data.source} licence={data.licence} />
        </>
      )}
    </Page>
  );
}

function Totals({totals}: {readonly totals: Coverage["totals"]}) {
  const figures: readonly (readonly [string, number, number])[] = [
    ["Capabilities that work", totals.works, totals.capabilities],
    ["Practised in part", totals.partly, totals.capabilities],
    ["Not yet", totals.notYet, totals.capabilities],
    ["Requirements done in whole", totals.done, totals.requirements]
  ];
  return (
    <div className="figures">
      {figures.map(([title, value, of], index) => (
        <div key={title} className={`figure ${index === 0 ? "figure-main" : ""}`}>
          <p className="figure-title">{title}</p>
          <p className="figure-value">
            {value} <span className="figure-unit">of {of}</span>
          </p>
        </div>
      ))}
    </div>
  );
}

function CoverageItem({
  row,
  hash,
  search
}: {
  readonly row: Coverage["rows"][number];
  readonly hash: string;
  readonly search: {readonly edition?: string};
}) {
  return (
    <li>
      <div className="coverage-row">
        <span className="coverage-name">
          <i className={`done-mark done-${row.status.replace(" ", "-")}`} aria-hidden="true" />
          <Link
            to="/framework/capabilities/$capability"
            params={{capability: row.capability}}
            search={search}
            className="quiet-link strong"
          >
            {row.title}
          </Link>
          <span className="quiet small">{row.status}</span>
        </span>
        <DoneMeter done={row.done} partly={row.partly} total={row.requirements} />
        <span className="quiet small">
          {row.done} of {row.requirements} done, {row.partly} in part; {row.indicators.measured} of{" "}
          {row.indicators.total} indicators measured, {row.kpis.computed} of {row.kpis.total} KPIs computed
        </span>
      </div>
      {row.missing.length === 0 ? null : (
        <details className="more" open={row.missing.some(({id}) => id === hash)}>
          <summary>
            {row.missing.length} missing or in part<span className="sr-only"> of {row.title}</span>
          </summary>
          <RequirementList missing={row.missing} />
        </details>
      )}
    </li>
  );
}
