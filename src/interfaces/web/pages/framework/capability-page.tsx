import {Skeleton} from "@mantine/core";
import {IconBook2, IconLayoutBoard} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useParams} from "@tanstack/react-router";
import {problemOf} from "../../api/problem.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {LinkButton} from "../practice/link-button.tsx";
import {Attribution} from "./attribution.tsx";
import {CapabilityFactsPanel} from "./capability-facts.tsx";
import {CapabilityKpis} from "./capability-kpis.tsx";
import {CapabilityNames} from "./capability-names.tsx";
import {CoverageOfOne} from "./coverage-of-one.tsx";
import {EditionSwitch, editionSearch, useEdition} from "./edition.tsx";
import {ElsewhereNote} from "./elsewhere-note.tsx";
import type {CapabilityFacts} from "./facts.ts";
import {IndicatorTable} from "./indicator-table.tsx";
import {Neighbours} from "./neighbours.tsx";
import {showQuery} from "./queries.ts";
import "./framework.css";

/** One capability: what it is, what it stands on, how it is measured, and what Ashlar does of it. */
export function CapabilityPage() {
  const {capability: id = ""} = useParams({strict: false});
  const edition = useEdition();
  const search = editionSearch(edition);
  const shown = useQuery(showQuery("capabilities", id, edition));
  const back = (
    <Link to="/framework" search={search} className="more-link">
      All building blocks
    </Link>
  );
  if (shown.isError) {
    return (
      <Page title={id} note={back} actions={<EditionSwitch />}>
        {problemOf(shown.error).code === "not-found" ? <ElsewhereNote id={id} edition={edition} /> : null}
        <ProblemNote error={shown.error} retry={() => void shown.refetch()} />
      </Page>
    );
  }
  const {data} = shown;
  if (data === undefined || data.capability === null) {
    return (
      <Page title={id} note={back} actions={<EditionSwitch />}>
        {data === undefined ? <Skeleton height={520} aria-busy="true" aria-label="Loading the capability" /> : null}
      </Page>
    );
  }
  const {capability: facts, item} = data;
  const text = (key: string): string | null => (typeof item[key] === "string" ? item[key] : null);
  const definition = text("definition");
  return (
    <Page
      title={data.title}
      note={
        <>
          {back}
          {text("domain") === null ? null : (
            <Link to="/framework" search={search} hash={text("domain") ?? ""} className="more-link">
              {text("domainTitle")}
            </Link>
          )}
          <span>
            {text("code")} · edition {data.edition}
          </span>
        </>
      }
      actions={
        <>
          <LinkButton
            to="/library/$kind/$name"
            params={{kind: "playbook", name: data.id}}
            variant="default"
            leftSection={<IconBook2 size={15} />}
          >
            Playbook
          </LinkButton>
          <LinkButton
            to="/practice"
            search={{card: data.id}}
            variant="default"
            leftSection={<IconLayoutBoard size={15} />}
          >
            On the board
          </LinkButton>
          <EditionSwitch />
        </>
      }
    >
      <div className="capability-lead">
        <p className="lead-text">
          {definition ?? (
            <span className="quiet">What edition {data.edition} says of it in full is not recorded here.</span>
          )}
        </p>
      </div>
      <div className="capability-grid">
        <div>
          <Panel
            title="What it needs and what it provides"
            note="A solid line is stated in the text, a dashed one inferred by us"
          >
            <Neighbours title={data.title} needs={facts.needs} provides={facts.provides} search={search} />
            <DataAndWork facts={facts} />
          </Panel>
          <Panel
            title="Indicators"
            note={`${facts.indicators.length} marks of maturity; a threshold may be changed in your practice`}
          >
            <IndicatorTable indicators={facts.indicators} />
          </Panel>
        </div>
        <div>
          <CoverageOfOne capability={data.id} edition={edition} />
          <CapabilityFactsPanel facts={facts} search={search} />
          <CapabilityNames shown={data} />
        </div>
      </div>
      <Panel title="KPIs" note="From the KPI library: featured here, related to it, or suggested by us">
        <CapabilityKpis kpis={facts.kpis} search={search} />
      </Panel>
      <Attribution source={data.source} licence={data.licence} notes={data.notes} />
    </Page>
  );
}

function DataAndWork({facts}: {readonly facts: CapabilityFacts}) {
  if (facts.data.length === 0 && facts.artefacts.length === 0) return null;
  return (
    <dl className="facts data-facts">
      {facts.data.length === 0 ? null : (
        <div>
          <dt>Data it reads</dt>
          <dd>
            <ul className="inline-list">
              {facts.data.map(({id, title, level}) => (
                <li key={id}>
                  {title} <span className="tag">{level === "hard" ? "needed" : "helps"}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {facts.artefacts.length === 0 ? null : (
        <div>
          <dt>What it hands on</dt>
          <dd>{facts.artefacts.join(" · ")}</dd>
        </div>
      )}
    </dl>
  );
}
