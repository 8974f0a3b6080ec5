import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {usePeople} from "../work/queries.ts";
import {ClockTag} from "./clock-tag.tsx";
import {incidentsQuery} from "./queries.ts";

/** The incidents of a source, those that are open first. */
export function SourceIncidents({source}: {readonly source: string}) {
  const incidents = useQuery(incidentsQuery({source}));
  const {nameOf} = usePeople();
  const rows = (incidents.data?.rows ?? []).toSorted((a, b) => Number(b.open) - Number(a.open));
  return (
    <Panel
      title="Incidents"
      note="Looked at within one business day, fixed within three"
      actions={
        <Link to="/data/incidents" search={{source}} className="more-link">
          All of them
        </Link>
      }
    >
      {incidents.isError ? (
        <ProblemNote error={incidents.error} retry={() => void incidents.refetch()} />
      ) : incidents.isPending ? (
        <Skeleton height={120} />
      ) : rows.length === 0 ? (
        <p className="quiet">No incident of this source. Findings become incidents when the data is scanned.</p>
      ) : (
        <ul className="incident-list">
          {rows.slice(0, 8).map(({work, title, owner, open, fixed}) => (
            <li key={work}>
              <Link to="/work/$work" params={{work}}>
                {work}
              </Link>{" "}
              {title}
              <span className="quiet small"> {owner === null ? "nobody owns it" : nameOf(owner)}</span>{" "}
              {open ? <ClockTag clock={fixed.clock} due={fixed.due} /> : <span className="tag">closed</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
