import {dayText, daysBetween, today} from "../../format/period.ts";
import type {Exception} from "./facts.ts";

/** How much of its term an exception has run, with today as an upright line. */
export function TermBar({exception}: {readonly exception: Exception}) {
  const {createdAt, expires, status, daysLeft, endedOn} = exception;
  const from = createdAt.slice(0, 10);
  const now = today();
  const last = endedOn ?? (expires > now ? expires : now);
  const whole = Math.max(1, daysBetween(from, last > expires ? last : expires));
  const part = (day: string): number => Math.max(0, Math.min(100, (daysBetween(from, day) / whole) * 100));
  const words =
    status === "ended"
      ? `ended ${dayText(endedOn ?? expires)}`
      : daysLeft < 0
        ? `expired ${daysLeft === -1 ? "yesterday" : `${-daysLeft} days ago`}`
        : daysLeft === 0
          ? "the last day"
          : `${daysLeft} ${daysLeft === 1 ? "day" : "days"} left`;
  return (
    <div className="term-line" data-status={status} data-soon={status === "active" && daysLeft <= 14}>
      <span className="term-bar" aria-hidden="true">
        <i className="term-run" style={{width: `${part(endedOn ?? (expires < now ? expires : now))}%`}} />
        <i className="term-end" style={{left: `${part(expires)}%`}} />
        {endedOn === null ? <i className="term-today" style={{left: `${part(now)}%`}} /> : null}
      </span>
      <span className="term-words">
        <span className="strong">{words}</span>
        <span className="quiet">
          {dayText(from)} – {dayText(expires)}
        </span>
      </span>
    </div>
  );
}
