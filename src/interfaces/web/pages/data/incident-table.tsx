import {Link} from "@tanstack/react-router";
import {ago} from "../../format/period.ts";
import {ClockTag} from "./clock-tag.tsx";
import type {Clock, Incident} from "./facts.ts";
import {MoneyText} from "./money-text.tsx";
import {checkTitle} from "./words.ts";

const urgency: Readonly<Record<Clock, number>> = {overdue: 0, "due today": 1, within: 2, missed: 3, met: 4};

export interface IncidentTableProps {
  readonly rows: readonly Incident[];
  readonly nameOf: (person: string) => string;
}

/** Incidents with both of their clocks, those that are late first. */
export function IncidentTable({rows, nameOf}: IncidentTableProps) {
  const rank = ({open, looked, fixed}: Incident): number =>
    (open ? 0 : 10) + Math.min(urgency[looked.clock], urgency[fixed.clock]);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b) || (a.openedAt < b.openedAt ? 1 : -1));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Incidents">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">What is wrong</th>
            <th scope="col">Source</th>
            <th scope="col">Owner</th>
            <th scope="col">Opened</th>
            <th scope="col">Looked at</th>
            <th scope="col">Fixed</th>
            <th scope="col" className="num">
              Money concerned
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((incident) => (
            <IncidentRow key={incident.work} incident={incident} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IncidentRow({incident, nameOf}: {readonly incident: Incident; readonly nameOf: IncidentTableProps["nameOf"]}) {
  const {work, check, source, title, owner, openedAt, reopened, looked, fixed, money, open, closedReason} = incident;
  return (
    <tr data-open={open}>
      <td className="one-line">
        <Link to="/work/$work" params={{work}}>
          {work}
        </Link>
      </td>
      <td className="incident-what">
        <span className="strong">{title}</span>
        <span className="quiet small">
          {check === null ? "opened by a person" : checkTitle(check)}
          {reopened === 0 ? "" : `; came back ${reopened === 1 ? "once" : `${reopened} times`}`}
          {open || closedReason === null ? "" : `; closed: ${closedReason}`}
        </span>
      </td>
      <td>
        {source === null ? (
          <span className="quiet">–</span>
        ) : (
          <Link to="/data/sources/$source" params={{source}}>
            {source}
          </Link>
        )}
      </td>
      <td>{owner === null ? <span className="quiet">nobody</span> : nameOf(owner)}</td>
      <td title={openedAt}>{ago(openedAt)}</td>
      <td>
        <ClockTag clock={looked.clock} due={looked.due} />
      </td>
      <td>
        <ClockTag clock={fixed.clock} due={fixed.due} />
      </td>
      <td className="num">
        <MoneyText money={money} exact none="none named" />
      </td>
    </tr>
  );
}
