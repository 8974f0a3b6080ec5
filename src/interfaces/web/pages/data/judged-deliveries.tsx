import {Link} from "@tanstack/react-router";
import {Panel} from "../../blocks/panel.tsx";
import {count} from "../../format/amount.ts";
import {shortMonth} from "../../format/period.ts";
import type {JudgedDelivery} from "./facts.ts";

const parts = [
  ["pass", "pass"],
  ["fail", "fail"],
  ["needs-evidence", "need evidence"],
  ["skipped", "do not apply"]
] as const;

/** The deliveries that were looked at, each with how many rules pass and fail. */
export function JudgedDeliveries({deliveries}: {readonly deliveries: readonly JudgedDelivery[]}) {
  if (deliveries.length === 0) return null;
  const newest = deliveries.toSorted((a, b) => (a.billingPeriod < b.billingPeriod ? 1 : -1));
  return (
    <Panel title="By delivery" note="Rules that pass, fail, need evidence beyond the rows, or do not apply">
      <div className="table-scroll tall" tabIndex={0} role="region" aria-label="Deliveries and their rules">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Billing period</th>
              <th scope="col">Held against</th>
              <th scope="col">Rules</th>
              <th scope="col" className="num">
                Errors
              </th>
              <th scope="col" className="num">
                Warnings
              </th>
              <th scope="col" className="num">
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {newest.map(({snapshot, source, dataset, billingPeriod, rows, focusVersion, model, counts, failed}) => (
              <tr key={snapshot}>
                <td className="strong">{source}</td>
                <td className="one-line">
                  <Link to="/data/snapshots/$snapshot" params={{snapshot}}>
                    {billingPeriod === "all" ? "all" : shortMonth(`${billingPeriod}-01`)}
                  </Link>{" "}
                  <span className="quiet">{dataset}</span>
                </td>
                <td title={model ?? undefined}>
                  {focusVersion === null ? <span className="quiet">not checked</span> : `FOCUS ${focusVersion}`}
                </td>
                <td>{counts === null ? "–" : <CountBar counts={counts} />}</td>
                <td className="num">{failed === null ? "–" : count(failed.error)}</td>
                <td className="num">{failed === null ? "–" : count(failed.warning)}</td>
                <td className="num">{count(rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** Verdicts as parts of one bar, with the same in words. */
export function CountBar({counts}: {readonly counts: NonNullable<JudgedDelivery["counts"]>}) {
  const total = parts.reduce((sum, [key]) => sum + counts[key], 0);
  const said = parts
    .filter(([key]) => counts[key] > 0)
    .map(([key, word]) => `${count(counts[key])} ${word}`)
    .join(", ");
  return (
    <span className="verdicts">
      <span className="verdict-bar" aria-hidden="true">
        {parts.map(([key]) =>
          counts[key] === 0 ? null : (
            <i key={key} data-verdict={key} style={{width: `${(counts[key] / Math.max(1, total)) * 100}%`}} />
          )
        )}
      </span>
      <span className="small quiet">{said}</span>
    </span>
  );
}
