import {Panel} from "../../blocks/panel.tsx";
import {percent, pixel} from "../../format/amount.ts";
import type {HealthRow} from "./facts.ts";
import {hoursText} from "./hours-text.ts";

const width = 460;
const height = 150;
const left = 40;
const bottom = 22;

/** How long it takes until cost can be seen: its distribution beside the least that the vendor makes possible. */
export function DelayPanel({
  delay,
  delivery
}: {
  readonly delay: HealthRow["delay"];
  readonly delivery: HealthRow["delivery"];
}) {
  const {p50Hours, p95Hours, maxHours, days, minimum, reason, distribution} = delay;
  return (
    <Panel
      title="Delay until cost is seen"
      note={
        days === 0
          ? "From the end of a day of use until questions see its cost"
          : `From the end of a day of use until questions see its cost; measured on ${days} ${days === 1 ? "day" : "days"}`
      }
    >
      {p50Hours === null || p95Hours === null || distribution.length === 0 ? (
        <p className="quiet">{reason ?? "Not measured yet."}</p>
      ) : (
        <Curve delay={delay} />
      )}
      <dl className="facts delay-facts">
        {(
          [
            ["Half within", p50Hours],
            ["95 % within", p95Hours],
            ["All within", maxHours]
          ] as const
        ).map(([title, hours]) =>
          hours === null ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{hoursText(hours)}</dd>
            </div>
          )
        )}
        <div>
          <dt>The vendor’s minimum</dt>
          <dd>{minimum === null ? "not known" : `${hoursText(minimum.hours)}. ${minimum.basis}`}</dd>
        </div>
        <div>
          <dt>Updated</dt>
          <dd>
            {delivery.updateHours === null ? "once so far" : `every ${hoursText(delivery.updateHours)}`}
            {delivery.cadence === null ? "" : `; expected ${delivery.cadence}`}
            {delivery.loadMinutes === null ? "" : `; a load takes ${hoursText(delivery.loadMinutes / 60)}`}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

function Curve({delay}: {readonly delay: HealthRow["delay"]}) {
  const {distribution, minimum, p50Hours, p95Hours} = delay;
  const points = pointsOf(delay);
  const end = Math.max(points.at(-1)?.hours ?? 0, minimum?.hours ?? 0, 1) * 1.1;
  const x = (hours: number): number => left + (hours / end) * (width - left - 12);
  const y = (share: string): number => 10 + (1 - pixel(share)) * (height - bottom - 10);
  const line = `M${left} ${y("0")}${points
    .map(({hours, share}) => `H${x(hours).toFixed(1)}V${y(share).toFixed(1)}`)
    .join("")}H${width - 12}`;
  const said = distribution
    .map(({withinHours, share}) => `${percent(share, 0)} within ${hoursText(withinHours)}`)
    .join(", ");
  const ticks = [0, 0.5, 1].map((part) => part * end);
  return (
    <svg className="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Share of the cost seen: ${said}`}>
      {["0", "0.5", "1"].map((share) => (
        <g key={share}>
          <line className="curve-rule" x1={left} x2={width - 12} y1={y(share)} y2={y(share)} />
          <text className="curve-text" x={left - 6} y={y(share) + 4} textAnchor="end">
            {percent(share, 0)}
          </text>
        </g>
      ))}
      {ticks.map((hours) => (
        <text
          className="curve-text"
          key={hours}
          x={x(hours)}
          y={height - 4}
          textAnchor={hours === 0 ? "start" : hours === end ? "end" : "middle"}
        >
          {hours === 0 ? "0 h" : hoursText(hours)}
        </text>
      ))}
      <path className="curve-line" d={line} />
      {minimum === null ? null : (
        <g>
          <line className="curve-least" x1={x(minimum.hours)} x2={x(minimum.hours)} y1={6} y2={height - bottom} />
          <text
            className="curve-text"
            x={x(minimum.hours) + (x(minimum.hours) > width * 0.7 ? -5 : 5)}
            y={height - bottom - 6}
            textAnchor={x(minimum.hours) > width * 0.7 ? "end" : "start"}
          >
            at best
          </text>
        </g>
      )}
      {[p50Hours, p95Hours].map((hours, index) =>
        hours === null ? null : (
          <circle className="curve-dot" key={index} cx={x(hours)} cy={y(index === 0 ? "0.5" : "0.95")} r={3.5} />
        )
      )}
    </svg>
  );
}

/** Where the share is known: what is measured exactly, and the steps of the distribution between. */
function pointsOf({distribution, p50Hours, p95Hours, maxHours}: HealthRow["delay"]) {
  const last = maxHours ?? p95Hours ?? 0;
  const exact = [
    {hours: p50Hours, share: "0.5"},
    {hours: p95Hours, share: "0.95"},
    {hours: maxHours, share: "1"}
  ].flatMap(({hours, share}) => (hours === null ? [] : [{hours, share}]));
  const steps = distribution.flatMap(({withinHours, share}) =>
    withinHours < last ? [{hours: withinHours, share}] : []
  );
  return [...exact, ...steps].toSorted((a, b) => a.hours - b.hours || pixel(a.share) - pixel(b.share));
}
