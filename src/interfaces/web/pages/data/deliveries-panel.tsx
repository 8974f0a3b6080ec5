import {Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {snapshotsQuery} from "../../api/queries.ts";
import {Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {amount, count, counted, percent} from "../../format/amount.ts";
import {ago, dayText, shortDay, shortMonth} from "../../format/period.ts";
import {type Delivery, deliveriesOf} from "./deliveries.ts";
import {deliveryCount} from "./delivery-count.ts";
import type {HealthRow} from "./facts.ts";
import {StateTag} from "./state-tag.tsx";

const most = 36;

/** Rows and cost, delivery by delivery, with the jumps marked; and the days that stood out. */
export function DeliveriesPanel({row}: {readonly row: HealthRow}) {
  const {source, changes, billed} = row;
  const snapshots = useQuery(snapshotsQuery({source}));
  const currency = billed[0]?.currency ?? null;
  const deliveries = deliveriesOf(snapshots.data?.rows ?? [], currency).slice(-most);
  const jumps = deliveries.filter(({jump}) => jump !== null);
  return (
    <Panel
      title="Rows and cost by delivery"
      note={`The last ${deliveryCount(deliveries.length)} of charges, the newest first. Marked is a month with less than half or more than twice the rows of the month before.`}
    >
      {snapshots.isError ? (
        <ProblemNote error={snapshots.error} retry={() => void snapshots.refetch()} />
      ) : snapshots.isPending ? (
        <Skeleton height={150} />
      ) : deliveries.length === 0 ? (
        <p className="quiet">No delivery of charges yet.</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Deliveries">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Delivered</th>
                <th scope="col">Billing period</th>
                <th scope="col">State</th>
                <th scope="col">Rows</th>
                <th scope="col" className="num">
                  <span className="sr-only">Number of rows</span>
                </th>
                <th scope="col">Billed{currency === null ? "" : `, ${currency}`}</th>
                <th scope="col" className="num">
                  <span className="sr-only">Amount</span>
                </th>
                <th scope="col">Jump</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.toReversed().map((delivery) => (
                <DeliveryRow key={delivery.snapshot} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {jumps.length === 0 && changes.length === 0 ? null : (
        <details className="more" open={changes.length > 0 && changes.length < 8}>
          <summary>{counted(changes.length, "day")} unlike the days before</summary>
          <ul className="checks">
            {changes.map(({day, metric, value, expected, ratio, currency: unit}) => (
              <li key={`${day} ${metric} ${unit ?? ""}`}>
                <span className="strong">{dayText(day)}</span>: {metric === "rows" ? "rows" : `billed ${unit ?? ""}`}{" "}
                {amount(value, metric === "rows" ? 0 : 2)} where {amount(expected, metric === "rows" ? 0 : 2)} were to
                be expected ({percent(ratio, 0)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function DeliveryRow({delivery}: {readonly delivery: Delivery}) {
  const {snapshot, createdAt, billingPeriod, partition, state, rows, rowsShare, billed, billedShare, jump} = delivery;
  return (
    <tr>
      <td title={createdAt}>
        {shortDay(createdAt)} <span className="quiet">{ago(createdAt)}</span>
      </td>
      <td className="one-line">
        <Link to="/data/snapshots/$snapshot" params={{snapshot}}>
          {billingPeriod === "all" ? "all" : shortMonth(`${billingPeriod}-01`)}
        </Link>
        {partition === "all" ? null : <span className="quiet"> {partition}</span>}
      </td>
      <td>
        <StateTag state={state} />
      </td>
      <td className="bar-cell">
        <span className="bar bar-row" aria-hidden="true">
          <span className="bar-fill" style={{width: `${rowsShare * 100}%`}} />
        </span>
      </td>
      <td className="num">{count(rows)}</td>
      <td className="bar-cell">
        <span className="bar bar-row" aria-hidden="true">
          <span className="bar-fill" style={{width: `${billedShare * 100}%`}} />
        </span>
      </td>
      <td className="num">{billed === null ? "–" : amount(billed)}</td>
      <td>
        {jump === null ? (
          ""
        ) : (
          <span className="tag tag-warn">
            <span aria-hidden="true">{jump < 1 ? "▼" : "▲"}</span> {jump < 1 ? "fewer" : "more"} rows: ×
            {jump.toFixed(jump < 10 ? 1 : 0)}
          </span>
        )}
      </td>
    </tr>
  );
}
