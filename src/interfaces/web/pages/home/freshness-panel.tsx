import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import type {CostAnswer} from "../../api/contracts.ts";
import {sourcesQuery} from "../../api/queries.ts";
import {FreshnessWord} from "../../blocks/freshness-word.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {addDays, ago, daysBetween, dayText} from "../../format/period.ts";
import type {HomeDays} from "./month.ts";

export interface FreshnessProps {
  readonly days: HomeDays;
  readonly completeness: CostAnswer["completeness"];
}

/** How far each source's data reaches into the month, and when it was last delivered. */
export function FreshnessPanel({days, completeness}: FreshnessProps) {
  const {data} = useQuery(sourcesQuery());
  const through = new Map(completeness.sources.map(({source, dataThrough}) => [source, dataThrough]));
  return (
    <Panel
      title="Data behind these figures"
      note="How far each source reaches into the month. A day counts as complete when every source has it."
      actions={
        <Link to="/data" className="more-link">
          All sources
        </Link>
      }
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Freshness of sources">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">State</th>
              <th scope="col">Delivered</th>
              <th scope="col">Data through</th>
              <th scope="col">Coverage of the month</th>
            </tr>
          </thead>
          <tbody>
            {(data?.rows ?? []).map((source) => {
              const until = through.get(source.source) ?? null;
              const covered =
                until === null ? 0 : Math.max(0, Math.min(days.days, daysBetween(days.month, until.slice(0, 10))));
              return (
                <tr key={source.source}>
                  <td className="source-cell">
                    <span className="strong">{source.title ?? source.source}</span>
                    {source.title === null || source.title === source.source ? null : (
                      <span className="quiet">{source.source}</span>
                    )}
                  </td>
                  <td>
                    <FreshnessWord lastDelivery={source.lastDelivery} cadence={source.cadence} />
                    {source.held > 0 ? <span className="tag tag-warn">{source.held} held</span> : null}
                  </td>
                  <td className="one-line">{source.lastDelivery === null ? "never" : ago(source.lastDelivery)}</td>
                  <td>{until === null ? "no data of this time" : throughText(until)}</td>
                  <td>
                    <span className="coverage">
                      <span className="bar bar-wide" aria-hidden="true">
                        <span className="bar-fill" style={{width: `${(covered / days.days) * 100}%`}} />
                      </span>
                      <span className="quiet">
                        {covered} of {days.days} days
                      </span>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function throughText(instant: string): string {
  return instant.slice(11, 19) === "00:00:00"
    ? dayText(addDays(instant.slice(0, 10), -1))
    : `${dayText(instant)}, ${instant.slice(11, 16)} UTC`;
}
