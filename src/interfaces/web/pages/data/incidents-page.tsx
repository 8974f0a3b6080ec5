import {Button, SegmentedControl, Select, Skeleton, Switch} from "@mantine/core";
import {IconRadar} from "@tabler/icons-react";
import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {sourcesQuery} from "../../api/queries.ts";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {count, counted, percent} from "../../format/amount.ts";
import {usePeople} from "../work/queries.ts";
import {CliNote} from "./cli-note.tsx";
import {commandOf} from "./command.ts";
import type {Incidents} from "./facts.ts";
import {hoursText} from "./hours-text.ts";
import {IncidentTable} from "./incident-table.tsx";
import {incidentsQuery} from "./queries.ts";
import "./data.css";

const ScanDialog = later(
  () => import("./scan-dialog.tsx"),
  (part) => part.ScanDialog
);

const stateWords = {open: "Open", closed: "Closed", all: "All"} as const;

/** What is wrong with the data, who sees to it, and whether the clock is kept. */
export function IncidentsPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const state = one(search, "state") ?? "open";
  const source = one(search, "source");
  const overdue = one(search, "overdue") === "true";
  const scanning = one(search, "scan") === "true";
  const input = {
    ...(state === "all" ? {} : {state}),
    ...(source === null ? {} : {source}),
    ...(overdue ? {overdue: true} : {})
  };
  const incidents = useQuery({...incidentsQuery(input), placeholderData: keepPreviousData});
  const sources = useQuery(sourcesQuery());
  const {nameOf} = usePeople();
  const set = (parts: Readonly<Record<string, string | null>>): void => {
    const next = {state: state === "open" ? null : state, source, overdue: overdue ? "true" : null, ...parts};
    void navigate({
      to: "/data/incidents",
      search: Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)),
      resetScroll: false
    });
  };
  const scan = (
    <Button leftSection={<IconRadar size={15} />} onClick={() => set({scan: "true"})}>
      Scan now
    </Button>
  );
  const rows = incidents.data?.rows ?? [];
  const none = incidents.data !== undefined && incidents.data.counts.open + incidents.data.counts.closed === 0;
  return (
    <Page
      title="Incidents"
      note={
        <span>
          What is wrong with the data. Each is looked at within one business day and fixed within three, and has an
          owner.
        </span>
      }
      actions={scan}
    >
      {incidents.data === undefined || none ? null : <Figures incidents={incidents.data} />}
      <div className="controls">
        <div className="control-row">
          <div>
            <span className="control-label">State</span>
            <SegmentedControl
              aria-label="State"
              value={state}
              onChange={(value) => set({state: value === "open" ? null : value})}
              data={Object.entries(stateWords).map(([value, label]) => ({value, label}))}
            />
          </div>
          <Select
            label="Source"
            w={190}
            placeholder="All"
            clearable
            data={(sources.data?.rows ?? []).map((row) => ({value: row.source, label: row.title ?? row.source}))}
            value={source}
            onChange={(value) => set({source: value})}
          />
          <Switch
            size="xs"
            className="control-switch"
            label="Only what is or was late"
            checked={overdue}
            onChange={({currentTarget}) => set({overdue: currentTarget.checked ? "true" : null})}
          />
        </div>
      </div>
      {incidents.isError ? (
        <ProblemNote error={incidents.error} retry={() => void incidents.refetch()} />
      ) : incidents.data === undefined ? (
        <Skeleton height={300} />
      ) : rows.length === 0 ? (
        <div className="panel">
          {none && source === null && !overdue ? (
            <EmptyNote title="No incident yet" action={scan}>
              A scan looks at every source: late deliveries, missing days, accounts and services, sudden changes,
              duplicates, rows in quarantine. Each finding becomes an incident with the source’s owner and a clock, and
              is closed when it is gone.
            </EmptyNote>
          ) : (
            <EmptyNote
              title={state === "open" && source === null && !overdue ? "Nothing is waiting" : "None of this kind"}
            >
              {state === "open" && source === null && !overdue
                ? "Every incident is closed. Scan again to see whether something came up."
                : "Take a filter away to see more."}
            </EmptyNote>
          )}
        </div>
      ) : (
        <div className={incidents.isPlaceholderData ? "stale" : ""}>
          <Panel
            title={counted(rows.length, "incident")}
            note="Those that are late come first; the work object has its history, and there it is gone on with"
          >
            <IncidentTable rows={rows} nameOf={nameOf} />
            {incidents.data.notes.map((note) => (
              <p className="footnote" key={note}>
                {note}
              </p>
            ))}
            <CliNote command={commandOf("incidents.list", input)} />
          </Panel>
        </div>
      )}
      {scanning ? <ScanDialog source={source} close={() => set({scan: null})} /> : null}
    </Page>
  );
}

function Figures({incidents}: {readonly incidents: Incidents}) {
  const {counts, kept, median} = incidents;
  return (
    <div className="figures incident-figures">
      <div className="figure figure-main">
        <p className="figure-title">Open</p>
        <p className="figure-value">{count(counts.open)}</p>
        <p className="figure-foot quiet">{count(counts.closed)} closed</p>
      </div>
      <div className="figure">
        <p className="figure-title">Late</p>
        <p className="figure-value">{count(counts.overdue)}</p>
        <p className="figure-foot quiet">not looked at or not fixed in time</p>
      </div>
      <div className="figure">
        <p className="figure-title">In time</p>
        <p className="figure-value">{kept.share === null ? "–" : percent(kept.share, 0)}</p>
        <p className="figure-foot quiet">
          {kept.decided === 0 ? "none is decided yet" : `${count(kept.met)} of ${count(kept.decided)} that are decided`}
        </p>
      </div>
      <div className="figure">
        <p className="figure-title">Half are fixed within</p>
        <p className="figure-value">{median.fixHours === null ? "–" : hoursText(median.fixHours)}</p>
        <p className="figure-foot quiet">
          {median.lookHours === null ? "none was looked at yet" : `looked at within ${hoursText(median.lookHours)}`}
        </p>
      </div>
    </div>
  );
}
