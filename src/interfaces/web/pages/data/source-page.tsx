import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useParams} from "@tanstack/react-router";
import {Problem} from "../../api/problem.ts";
import {sourcesQuery} from "../../api/queries.ts";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {ago} from "../../format/period.ts";
import {usePeople} from "../work/queries.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import {CompletenessPanel} from "./completeness-panel.tsx";
import {DelayPanel} from "./delay-panel.tsx";
import {DeliveriesPanel} from "./deliveries-panel.tsx";
import {DriftPanel} from "./drift-panel.tsx";
import {FindingList} from "./finding-list.tsx";
import {LevelMark} from "./level-mark.tsx";
import {healthQuery} from "./queries.ts";
import {SourceActions, SourceDialogs} from "./source-actions.tsx";
import {SourceConformance} from "./source-conformance.tsx";
import {SourceIncidents} from "./source-incidents.tsx";
import {isLocated} from "./sync-facts.ts";
import {ThresholdList} from "./threshold-list.tsx";
import "./data.css";

/** The health of one source: what is wrong, how late and how complete it is, and how its form changed. */
export function SourcePage() {
  const {source = ""} = useParams({strict: false});
  const sources = useQuery(sourcesQuery());
  const health = useQuery({...healthQuery({source}), retry: false});
  const {nameOf} = usePeople();
  const listed = sources.data?.rows.find((row) => row.source === source);
  const row = health.data?.rows.find((each) => each.source === source);
  const unknown =
    (sources.data !== undefined && listed === undefined && row === undefined && !health.isPending) ||
    (health.error instanceof Problem && health.error.facts.status === 404);
  return (
    <Page
      title={listed?.title ?? row?.title ?? source}
      note={
        <>
          {row === undefined ? null : (
            <span>
              <LevelMark level={row.level} />
            </span>
          )}
          <span>{source}</span>
          {listed === undefined ? null : (
            <span>{listed.owner === null ? "nobody owns it" : `owned by ${nameOf(listed.owner)}`}</span>
          )}
          {listed?.lastDelivery === null || listed === undefined ? null : (
            <span>delivered {ago(listed.lastDelivery)}</span>
          )}
          <Link to="/data">all sources</Link>
        </>
      }
      actions={listed === undefined ? null : <SourceActions source={source} located={isLocated(listed)} />}
    >
      {unknown ? (
        <div className="panel">
          <EmptyNote title="No source of this name" action={<Link to="/data">See all sources</Link>}>
            Nothing was delivered as {source}. A source is made with its first delivery.
          </EmptyNote>
        </div>
      ) : health.isError ? (
        <ProblemNote error={health.error} retry={() => void health.refetch()} />
      ) : row === undefined ? (
        <Skeleton height={420} />
      ) : (
        <>
          <FindingList row={row} />
          <div className="halves">
            <DelayPanel delay={row.delay} delivery={row.delivery} />
            <SourceIncidents source={source} />
          </div>
          <CompletenessPanel row={row} />
          <DeliveriesPanel row={row} />
          <div className="halves">
            <DriftPanel source={source} />
            <SourceConformance source={source} />
          </div>
          <ThresholdList thresholds={health.data?.thresholds ?? []} />
          <CliNote command={commandOf("sources.health", {source})} />
        </>
      )}
      <SourceDialogs />
    </Page>
  );
}
