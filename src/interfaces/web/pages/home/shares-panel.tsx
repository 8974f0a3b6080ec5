import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {testText} from "../../answer/filter-text.ts";
import {Delta} from "../../blocks/delta.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {add, headline, isNegative, percent, pixel, share} from "../../format/amount.ts";
import {dayText, addDays, monthText, shortDay} from "../../format/period.ts";
import {valueTitle} from "../../format/words.ts";
import type {BreakdownProps} from "./movers-panel.tsx";

export interface SharesProps extends BreakdownProps {
  readonly title: string;
  readonly dimension: "provider" | "service";
}

const most = 8;
const columns = {provider: "ServiceProviderName", service: "ServiceName"} as const;

/** What each value of a dimension costs, with its share and its change. */
export function SharesPanel({title, dimension, all, days, currency, pending, compared, choice}: SharesProps) {
  const total = all.reduce((sum, {now}) => add(sum, now), "0");
  const shown = all.slice(0, most);
  const rest = all.slice(most).reduce((sum, {now}) => add(sum, now), "0");
  const restBefore = all.slice(most).reduce((sum, {before}) => add(sum, before), "0");
  const greatest = Math.max(1e-9, ...shown.map(({now}) => pixel(now)));
  const time = compared
    ? `${shortDay(days.month)} – ${dayText(addDays(days.through, -1))}`
    : monthText(days.previousMonth);
  const search = {
    metric: "effective",
    by: dimension,
    from: compared ? days.month : days.previousMonth,
    to: compared ? days.through : days.month,
    granularity: "day",
    top: "10",
    ...choice.question
  };
  return (
    <Panel
      title={title}
      note={`Effective cost, ${currency}, ${time}`}
      actions={
        <Link to="/explore" search={search} className="more-link">
          Explore
        </Link>
      }
    >
      {pending ? (
        <Skeleton height={250} />
      ) : (
        <table className="table shares">
          <thead className="sr-only">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{currency}, share, change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({values, now, before}) => (
              <tr key={String(values[0])}>
                <td className="shares-name">
                  <Link
                    className="quiet-link clip"
                    to="/explore"
                    search={{
                      ...search,
                      by: dimension === "provider" ? "service" : "subaccount-name",
                      filter: testText(columns[dimension], values[0] ?? null)
                    }}
                  >
                    {valueTitle(values[0])}
                  </Link>
                  <span className="bar" aria-hidden="true">
                    <span
                      className="bar-fill"
                      style={{width: `${isNegative(now) ? 0 : (pixel(now) / greatest) * 100}%`}}
                    />
                  </span>
                </td>
                <td className="num">
                  {headline(now)}
                  <span className="shares-about">
                    {shareText(now, total)}
                    {compared ? <Delta now={now} before={before} /> : null}
                  </span>
                </td>
              </tr>
            ))}
            {all.length > most ? (
              <tr className="row-rest">
                <td>{all.length - most} more</td>
                <td className="num">
                  {headline(rest)}
                  <span className="shares-about">
                    {shareText(rest, total)}
                    {compared ? <Delta now={rest} before={restBefore} /> : null}
                  </span>
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function shareText(part: string, whole: string): React.ReactNode {
  const ratio = share(part, whole);
  return ratio === null ? null : <span className="quiet">{percent(ratio, 0)}</span>;
}
