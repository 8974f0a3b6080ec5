import {SegmentedControl, useComputedColorScheme} from "@mantine/core";
import {useCallback, useMemo, useState} from "react";
import {type Completeness, incompleteFrom} from "../../answer/completeness.ts";
import type {Block} from "../../answer/pivot.ts";
import {Panel} from "../../blocks/panel.tsx";
import {axisCut} from "../../charts/axis-cut.ts";
import {Chart} from "../../charts/chart.tsx";
import {CutNote} from "../../charts/cut-note.tsx";
import type {Ink} from "../../charts/ink.ts";
import {coloursOf} from "../../charts/palette.ts";
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
  const scheme = useComputedColorScheme("light", {getInitialValueInEffect: false});
  const colours = useMemo(
    () =>
      coloursOf(
        block.groups.map(({key, role}) => ({key: `provider ${key}`, role})),
        scheme
      ),
    [block, scheme]
  );
  const cut = useMemo(() => axisCut(block), [block]);
  const [full, setFull] = useState(false);
  const option = useCallback(
    (ink: Ink, _scheme: string, width: number) =>
      timeOption(
        {block, kind: "stacked", granularity: "day", incompleteFrom: from, colours, axis: full ? null : cut},
        ink,
        width
      ),
    [block, from, colours, cut, full]
  );
  const greatest = useMemo(() => greatestDay(block), [block]);
  const summary = `Effective cost of each day in ${currency}, ${block.periods.length} days. ${greatest}`;
  return (
    <Panel
      title="Each day"
      className="daily"
      note={`Effective cost by provider, ${currency}${from === null || from > (block.periods.at(-1) ?? "") ? "" : `; days from ${dayText(from)} are hatched: not complete`}`}
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
        <>
          <ul className="legend">
            {block.groups.length < 2
              ? null
              : block.groups.map((group, index) => (
                  <li key={group.key} className="legend-name">
                    <span className="tip-swatch" style={{background: colours[index]}} aria-hidden="true" />
                    {group.title}
                  </li>
                ))}
          </ul>
          <Chart option={option} summary={summary} label={`Daily effective cost, ${currency}`} height={286} />
          <CutNote cut={cut} full={full} setFull={setFull} />
        </>
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
                .map((day, index) => ({day, value: block.periodTotals[index] ?? null}))
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

function greatestDay({periods, periodTotals: series}: Block): string {
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
