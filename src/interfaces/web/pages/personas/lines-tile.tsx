import {useComputedColorScheme} from "@mantine/core";
import {useCallback, useMemo, useState} from "react";
import {incompleteFrom, periodsBetween} from "../../answer/completeness.ts";
import {type Block, blocksOf} from "../../answer/pivot.ts";
import {axisCut} from "../../charts/axis-cut.ts";
import {Chart} from "../../charts/chart.tsx";
import {CutNote} from "../../charts/cut-note.tsx";
import type {Ink} from "../../charts/ink.ts";
import {coloursOf} from "../../charts/palette.ts";
import {timeOption} from "../../charts/time-option.ts";
import {amount} from "../../format/amount.ts";
import {periodText} from "../../format/period.ts";
import type {CostTileProps} from "./bars-tile.tsx";

export interface LinesTileProps extends CostTileProps {
  readonly granularity: string;
}

/** The course of each value over the periods, a chart for each currency. */
export function LinesTile({tile, answer, by, granularity}: LinesTileProps) {
  const {asked} = answer.completeness;
  const metric = tile.columns[0]?.key ?? "effective";
  const blocks = useMemo(
    () =>
      blocksOf(answer.rows, answer.totals, {
        dimensions: by,
        metrics: [metric],
        granularity,
        periods: asked.from === null || asked.to === null ? [] : periodsBetween(asked.from, asked.to, granularity)
      }),
    [answer, by, metric, granularity, asked]
  );
  return blocks.map((block) => (
    <Lines
      key={block.unit ?? block.currency ?? ""}
      block={block}
      dimensions={by.join(" ")}
      granularity={granularity}
      from={incompleteFrom(answer.completeness)}
      title={tile.title}
      metric={metric}
    />
  ));
}

interface LinesProps {
  readonly block: Block;
  readonly dimensions: string;
  readonly granularity: string;
  readonly from: string | null;
  readonly title: string;
  readonly metric: string;
}

/** Up to this width lines have no names at their ends: the legend has them. */
const withoutEndLabels = 519;

function Lines({block, dimensions, granularity, from, title, metric}: LinesProps) {
  const scheme = useComputedColorScheme("light", {getInitialValueInEffect: false});
  const unit = block.unit ?? block.currency ?? "";
  const colours = useMemo(
    () =>
      coloursOf(
        block.groups.map(({key, role}) => ({key: `${dimensions} ${key}`, role})),
        scheme
      ),
    [block, dimensions, scheme]
  );
  // A few great days would flatten lines: stacked bars can be cut and say so.
  const cut = useMemo(() => axisCut(block), [block]);
  const [full, setFull] = useState(false);
  const kind = granularity === "month" || cut !== null ? "stacked" : "line";
  const option = useCallback(
    (ink: Ink, _scheme: string, width: number) =>
      timeOption(
        {block, kind, granularity, incompleteFrom: from, colours, axis: full ? null : cut},
        ink,
        Math.min(width, withoutEndLabels)
      ),
    [block, kind, granularity, from, colours, cut, full]
  );
  const summary = `${title}, ${unit}: ${block.groups
    .map((group) => `${group.title} ${amount(group.sums[metric] ?? "0")}`)
    .join(", ")}.`;
  return (
    <>
      <p className="panel-note">{unit}, zero at the bottom; what is hatched is not complete</p>
      <ul className="legend">
        {block.groups.map((group, index) => (
          <li key={group.key} className="legend-name">
            <span className="tip-swatch" style={{background: colours[index]}} aria-hidden="true" />
            {group.title}
          </li>
        ))}
      </ul>
      <Chart option={option} summary={summary} label={`${title}, ${unit}`} height={230} />
      <CutNote cut={cut} full={full} setFull={setFull} />
      <details className="more">
        <summary>
          Figures<span className="sr-only"> of {title}</span>
        </summary>
        <div className="table-scroll tall" tabIndex={0} role="region" aria-label={`Figures of ${title}`}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Period</th>
                {block.groups.map(({key, title: name}) => (
                  <th key={key} scope="col" className="num">
                    {name}
                  </th>
                ))}
                <th scope="col" className="num">
                  Total {unit}
                </th>
              </tr>
            </thead>
            <tbody>
              {block.periods.map((period, index) => (
                <tr key={period}>
                  <td>{periodText(period, granularity)}</td>
                  {block.groups.map(({key, series}) => (
                    <td key={key} className="num">
                      {cell(series[index])}
                    </td>
                  ))}
                  <td className="num strong">{cell(block.periodTotals[index])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function cell(value: string | null | undefined): string {
  return value === null || value === undefined ? "—" : amount(value);
}
