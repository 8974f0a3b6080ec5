import {Skeleton} from "@mantine/core";
import {useQueries} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {costQuery, usePracticeTagKeys} from "../../api/queries.ts";
import type {CurrencyChoice} from "../../blocks/currency-picker.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {headline, percent, pixel, share} from "../../format/amount.ts";
import type {HomeDays} from "./month.ts";

export interface UntaggedProps {
  readonly days: HomeDays;
  readonly currency: string;
  readonly choice: CurrencyChoice;
  readonly compared: boolean;
  /** Whether more important questions are on their way. */
  readonly pending: boolean;
  /** All effective cost of the time; null where it is unknown. */
  readonly total: string | null;
}

/** The share of cost without each tag key of the practice. */
export function UntaggedPanel({days, currency, choice, compared, pending, total}: UntaggedProps) {
  const keys = usePracticeTagKeys().slice(0, 6);
  const time = compared ? {from: days.month, to: days.through} : {from: days.previousMonth, to: days.month};
  const question = {metric: ["effective"], ...time, ...choice.question};
  const parts = useQueries({
    queries: keys.map((key) => ({...costQuery({...question, filter: `${tagName(key)} is null`}), enabled: !pending}))
  });
  const totalOf = (totals: readonly Record<string, unknown>[] | undefined): string | null => {
    const value = totals?.find((total) => total["currency"] === currency)?.["effective"];
    return typeof value === "string" ? value : null;
  };
  return (
    <Panel title="Untagged" note={`Effective cost without a tag, ${currency}, of the practice's tag keys`}>
      {keys.length === 0 ? (
        <p className="quiet">
          The practice names no tag keys. Name those that people group by under <code>tags</code> in ashlar.yaml, and
          load the data again.
        </p>
      ) : parts.some(({isPending}) => isPending) ? (
        <Skeleton height={140} />
      ) : (
        <table className="table shares">
          <thead className="sr-only">
            <tr>
              <th scope="col">Tag key</th>
              <th scope="col">Untagged {currency}</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key, index) => {
              const part = parts[index]?.data;
              // An answer without this currency has nothing of it; no answer is unknown.
              const value = part === undefined ? null : (totalOf(part.totals) ?? "0");
              const ratio = total === null || value === null ? null : share(value, total);
              return (
                <tr key={key}>
                  <td className="shares-name">
                    <Link
                      className="quiet-link clip"
                      to="/explore"
                      search={{
                        metric: "effective",
                        by: "service",
                        ...time,
                        granularity: "day",
                        top: "10",
                        filter: `${tagName(key)} is null`,
                        ...choice.question
                      }}
                    >
                      {key}
                    </Link>
                    <span className="bar" aria-hidden="true">
                      <span
                        className="bar-fill"
                        style={{width: `${ratio === null ? 0 : Math.min(100, pixel(ratio) * 100)}%`}}
                      />
                    </span>
                  </td>
                  <td className="num">{value === null ? "unknown" : headline(value)}</td>
                  <td className="num strong">{ratio === null ? "unknown" : percent(ratio, 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className="footnote">
        Shares of all effective cost; charges that cannot carry a tag, such as taxes, count as untagged.
      </p>
    </Panel>
  );
}

function tagName(key: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_.:/@-]*$/.test(key) ? `tag.${key}` : `tag."${key.replaceAll('"', '""')}"`;
}
