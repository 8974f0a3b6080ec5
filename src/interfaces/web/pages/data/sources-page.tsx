import {Button, Skeleton} from "@mantine/core";
import {IconUpload} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useSearch} from "@tanstack/react-router";
import {sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {counted} from "../../format/amount.ts";
import {usePeople} from "../work/queries.ts";
import {CliNote} from "./cli-note.tsx";
import type {Level, Source} from "./facts.ts";
import {HealthPanel} from "./health-panel.tsx";
import {LevelPicker} from "./level-picker.tsx";
import {MeasuresPanel} from "./measures-panel.tsx";
import {healthQuery, incidentsQuery} from "./queries.ts";
import {SourceActions, SourceDialogs} from "./source-actions.tsx";
import {SourceCard} from "./source-card.tsx";
import {isLocated} from "./sync-facts.ts";
import "./data.css";

const rank: Readonly<Record<Level, number>> = {broken: 0, attention: 1, ok: 2};

/** Where cost data comes from: how healthy, fresh and complete each source is. */
export function SourcesPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const sources = useQuery(sourcesQuery());
  const rows = sources.data?.rows ?? [];
  const health = useQuery({...healthQuery(), enabled: rows.length > 0});
  const incidents = useQuery({...incidentsQuery({state: "open"}), enabled: rows.length > 0});
  const {nameOf} = usePeople();
  const level = one(search, "level");
  const of = (source: string) =>
    health.data === undefined
      ? health.isError
        ? null
        : undefined
      : (health.data.rows.find((each) => each.source === source) ?? null);
  const urgency = ({source}: Source): number => {
    const found = of(source);
    return found === undefined || found === null ? 3 : rank[found.level];
  };
  const shown = rows
    .filter(({source}) => level === null || of(source)?.level === level)
    .toSorted((a, b) => urgency(a) - urgency(b) || b.rows - a.rows);
  const total = rows.reduce((sum, row) => sum + row.rows, 0);
  const upload = (
    <Button component={Link} to="/data/upload" leftSection={<IconUpload size={15} />}>
      Upload
    </Button>
  );
  return (
    <Page
      title="Sources"
      note={
        <span>
          {sources.isPending ? "" : `${counted(rows.length, "source")}, ${counted(total, "charge")} that questions see`}
        </span>
      }
      actions={
        <>
          {rows.length === 0 ? null : <SourceActions source={null} located={rows.some(isLocated)} />}
          {upload}
        </>
      }
    >
      {sources.isError ? <ProblemNote error={sources.error} retry={() => void sources.refetch()} /> : null}
      {health.isError ? <ProblemNote error={health.error} retry={() => void health.refetch()} /> : null}
      {sources.isPending ? (
        <Skeleton height={260} />
      ) : rows.length === 0 ? (
        sources.isError ? null : (
          <div className="panel">
            <EmptyNote title="No sources yet" action={upload}>
              A source is a named place that cost data comes from, such as the payer account of a cloud. It is made with
              its first delivery. From then on its freshness, its gaps and its incidents stand here.
            </EmptyNote>
          </div>
        )
      ) : (
        <Panel
          title="Health and freshness"
          note="The gravest first. Late is measured against the cadence that the practice expects; what is missing, against what came before."
          actions={
            health.data === undefined ? null : (
              <LevelPicker
                counts={health.data.counts}
                total={health.data.rows.length}
                level={level}
                choose={(next) =>
                  void navigate({to: "/data", search: next === null ? {} : {level: next}, resetScroll: false})
                }
              />
            )
          }
        >
          {shown.length === 0 ? <p className="quiet">No source of this level.</p> : null}
          <ul className="feeds">
            {shown.map((row) => (
              <SourceCard
                key={row.source}
                source={row}
                health={of(row.source)}
                incidents={incidents.data?.rows.filter(({source}) => source === row.source).length ?? 0}
                nameOf={nameOf}
              />
            ))}
          </ul>
          {[...(sources.data?.notes ?? []), ...(health.data?.notes ?? [])].map((note) => (
            <p className="footnote" key={note}>
              {note}
            </p>
          ))}
          <CliNote command="ashlar sources health" />
        </Panel>
      )}
      {rows.length === 0 ? null : <MeasuresPanel />}
      <HealthPanel />
      <SourceDialogs />
    </Page>
  );
}
