import {dayText, daysBetween} from "../../format/period.ts";
import type {Work} from "./facts.ts";

interface Station {
  readonly key: string;
  readonly title: string;
  readonly phase: string;
  /** The day it was reached; null where it was not. */
  readonly day: string | null;
}

/** The way of a work object, drawn: the stations it has passed with their days, and those ahead. */
export function Track({work}: {readonly work: Work}) {
  const stations = stationsOf(work);
  const aside = work.stage === "dismissed" || work.stage === "excepted";
  const at = stations.findLastIndex(({day}) => day !== null);
  return (
    <ol className="track" aria-label="Its way">
      {stations.map(({key, title, phase, day}, index) => {
        const before = stations.slice(0, index).findLast((station) => station.day !== null)?.day ?? null;
        const days = day === null || before === null ? null : Math.max(0, daysBetween(before, day));
        return (
          <li
            key={key}
            className="station"
            data-reached={day !== null}
            data-now={index === at && !aside}
            aria-current={index === at && !aside ? "step" : undefined}
          >
            <span className="station-phase">{phase}</span>
            <span className="station-line" aria-hidden="true">
              <i />
            </span>
            <span className="station-title">{title}</span>
            <span className="station-day">
              {day === null ? "ahead" : dayText(day)}
              {days === null ? null : (
                <span className="quiet">{days === 1 ? ", after 1 day" : `, after ${days} days`}</span>
              )}
            </span>
          </li>
        );
      })}
      {aside ? (
        <li className="station station-aside" data-reached="true" data-now="true" aria-current="step">
          <span className="station-phase">Set aside</span>
          <span className="station-line" aria-hidden="true">
            <i />
          </span>
          <span className="station-title">{work.stage === "dismissed" ? "Dismissed" : "Excepted"}</span>
          <span className="station-day">{dayText(lastOf(work, work.stage) ?? work.updatedAt)}</span>
        </li>
      ) : null}
    </ol>
  );
}

function stationsOf(work: Work): readonly Station[] {
  const {stage, doneAt} = work;
  const rank = {finding: 0, option: 1, action: 2, verified: 4, dismissed: -1, excepted: -1}[stage];
  const reached = (step: number, kind: string): string | null => {
    const day = lastOf(work, kind);
    if (rank >= step) return day ?? work.updatedAt.slice(0, 10);
    return rank === -1 ? day : null;
  };
  return [
    {key: "finding", title: "Finding", phase: "Inform", day: work.createdAt.slice(0, 10)},
    {key: "option", title: "Option", phase: "Optimize", day: reached(1, "option")},
    {key: "action", title: "Action", phase: "Operate", day: reached(2, "action")},
    {key: "done", title: "Done", phase: "Operate", day: doneAt},
    {key: "verified", title: "Verified effect", phase: "Inform", day: reached(4, "verified")}
  ];
}

/** The day of the last line of a kind in the history. */
function lastOf({history}: Work, kind: string): string | null {
  return history.findLast((line) => line.kind === kind)?.at.slice(0, 10) ?? null;
}
