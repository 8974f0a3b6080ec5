import {SegmentedControl} from "@mantine/core";
import {useCallback, useMemo, useState} from "react";
import {type Completeness, incompleteFrom} from "../../answer/completeness.ts";
import type {Block} from "../../answer/pivot.ts";
import {Panel} from "../../blocks/panel.tsx";
import {Chart} from "../../charts/chart.tsx";
import type {Ink} from "../../charts/ink.ts";
import {timeOption} from "../../charts/time-option.ts";
import {amount} from "../../format/amount.ts";
import {dayText} from "../../format/period.ts";

export interface DailyPanelProps {
  readonly block: Block;
  readonly completeness: Completeness;
  readonly currency: string;
}

/** Each day of the last two months. */
export function DailyPanel({block, completeness, currency}: DailyPanelProps) {
  const [table, setTable] = useState("chart");
  const from = incompleteFrom(completeness);
  const option = useCallback(
    (ink: Ink, _scheme: string, width: number) =>
      timeOption({block, kind: "stacked", granularity: "day", incompleteFrom: from, colours: [ink.accent]}, ink, width),
    [block, from]
  );
  const greatest = useMemo(() => greatestDay(block), [block]);
  const summary = `Effective cost of each day in ${currency}, ${block.periods.length} days. ${greatest}`;
  return (
    <Panel
      title="Each day"
      className="daily"
      note={`Effective cost, ${currency}${from === null || from > (block.periods.at(-1) ?? "") ? "" : `; days from ${dayText(from)} are hatched: not complete`}`}
      actions={
        <SegmentedControl
          aria-label="Chart or table"
          value={table}
          onChange={setTable}
          data={[
            {value: "chart", label: "Chart"},
            {value: "table", label: "Table"}
          ]}
        />
      }
    >
      {table === "chart" ? (
        <Chart option={option} summary={summary} label={`Daily effective cost, ${currency}`} height={286} />
      ) : (
        <div className="table-scroll tall" tabIndex={0} role="region" aria-label="Daily figures">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" className="num">
                  Effective {currency}
                </th>
              </tr>
            </thead>
            <tbody>
              {block.periods
                .map((day, index) => ({day, value: block.groups[0]?.series[index] ?? null}))
                .toReversed()
                .map(({day, value}) => (
                  <tr key={day}>
                    <td>
                      {dayText(day)} {from !== null && day >= from ? <span className="tag">not complete</span> : null}
                    </td>
                    <td className="num">{value === null ? "—" : amount(value)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function greatestDay({periods, groups}: Block): string {
  const series = groups[0]?.series ?? [];
  let best = -1;
  series.forEach((value, index) => {
    if (value !== null && (best < 0 || Number(value) > Number(series[best] ?? 0))) best = index;
  });
  const day = periods[best];
  const value = series[best];
  return day === undefined || value === null || value === undefined
    ? ""
    : `The greatest was ${dayText(day)} with ${amount(value)}.`;
}
