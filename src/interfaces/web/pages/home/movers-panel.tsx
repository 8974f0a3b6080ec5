import {Skeleton} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {testText} from "../../answer/filter-text.ts";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {Delta} from "../../blocks/delta.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {absolute, headline, isNegative} from "../../format/amount.ts";
import {monthText} from "../../format/period.ts";
import {valueTitle} from "../../format/words.ts";
import type {HomeDays} from "./month.ts";
import {type Movement, movers} from "./movement.ts";

export interface BreakdownProps {
  readonly all: readonly Movement[];
  readonly days: HomeDays;
  readonly currency: string;
  readonly pending: boolean;
  readonly compared: boolean;
  readonly choice: CurrencyChoice;
}

/** The services that changed most, against the same days of the month before. */
export function MoversPanel({all, days, currency, pending, compared, choice}: BreakdownProps) {
  const shown = compared ? movers(all, 10) : [];
  return (
    <Panel
      title="Top movers"
      note={
        compared
          ? `Effective cost by service, ${currency}, against the same days of ${monthText(days.previousMonth)}`
          : `By service, ${currency}`
      }
    >
      {pending ? (
        <Skeleton height={230} />
      ) : shown.length === 0 ? (
        <p className="quiet">
          {compared ? "Nothing changed." : "There is no complete day of this month to compare yet."}
        </p>
      ) : (
        <table className="table movers">
          <thead className="sr-only">
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Change {currency}</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({values, change, now, before}) => (
              <tr key={String(values[0])}>
                <td>
                  <Link
                    className="quiet-link clip"
                    to="/explore"
                    search={{
                      metric: "effective",
                      by: "subaccount-name",
                      from: days.previousMonth,
                      to: days.through,
                      granularity: "day",
                      top: "8",
                      filter: testText("ServiceName", values[0] ?? null),
                      ...choice.question
                    }}
                  >
                    {valueTitle(values[0])}
                  </Link>
                </td>
                <td className="num">
                  {isNegative(change) ? "−" : "+"}
                  {headline(absolute(change))}
                </td>
                <td className="num">
                  <Delta now={now} before={before} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
