import type {HealthRow} from "./facts.ts";
import {hoursText} from "./hours-text.ts";

/** From when on half and 95 % of the cost can be seen, as a bar beside the least that the vendor makes possible. */
export function DelayBar({delay}: {readonly delay: HealthRow["delay"]}) {
  const {p50Hours, p95Hours, minimum, reason} = delay;
  if (p50Hours === null || p95Hours === null)
    return <span className="quiet small">{reason ?? "not measured yet"}</span>;
  const end = Math.max(p95Hours, minimum?.hours ?? 0, 1) * 1.08;
  const at = (hours: number): string => `${((hours / end) * 100).toFixed(2)}%`;
  return (
    <span className="delay">
      <span
        className="delay-bar"
        role="img"
        aria-label={`half within ${hoursText(p50Hours)}, 95 % within ${hoursText(p95Hours)}${minimum === null ? "" : `, the vendor's minimum is ${hoursText(minimum.hours)}`}`}
      >
        <i className="delay-half" style={{width: at(p50Hours)}} />
        <i className="delay-most" style={{left: at(p50Hours), width: at(p95Hours - p50Hours)}} />
        {minimum === null ? null : (
          <i className="delay-least" style={{left: at(minimum.hours)}} title={`${minimum.vendor}: ${minimum.basis}`} />
        )}
      </span>
      <span className="delay-words" aria-hidden="true">
        95 % in {hoursText(p95Hours)}
        {minimum === null ? null : <span className="quiet">, at best {hoursText(minimum.hours)}</span>}
      </span>
    </span>
  );
}
