import {useCallback, useMemo, useState} from "react";
import {isCut, isIncomplete} from "../../answer/completeness.ts";
import type {Block} from "../../answer/pivot.ts";
import {axisCut} from "../../charts/axis-cut.ts";
import {calendarHeight, calendarOption} from "../../charts/calendar-option.ts";
import {Chart, type Pick} from "../../charts/chart.tsx";
import {CutNote} from "../../charts/cut-note.tsx";
import type {ChartOption} from "../../charts/engine.ts";
import type {Ink} from "../../charts/ink.ts";
import type {Scheme} from "../../charts/palette.ts";
import {timeOption} from "../../charts/time-option.ts";
import {treemapOption} from "../../charts/treemap-option.ts";
import {waterfallBase, waterfallOption, waterfallSteps} from "../../charts/waterfall-option.ts";
import {amount, isNegative} from "../../format/amount.ts";
import {daysText, periodText} from "../../format/period.ts";
import {metricWords} from "../../format/words.ts";
import type {Picked} from "./picked.ts";
import {type ExploreState, chartWords} from "./state.ts";

export interface AnswerChartProps {
  readonly block: Block;
  readonly state: ExploreState;
  readonly incompleteFrom: string | null;
  readonly askedFrom: string | null;
  readonly compare: {readonly from: string; readonly to: string} | null;
  readonly colours: readonly string[];
  readonly unit: string;
  readonly pick: (picked: Picked) => void;
}

/** The chart of a block, or what it needs to be drawn. */
export function AnswerChart({block, state, incompleteFrom, askedFrom, compare, colours, unit, pick}: AnswerChartProps) {
  const {question, chart} = state;
  const metric = question.metric[0] ?? "effective";
  const granularity = question.granularity ?? null;
  const cut = useMemo(() => (chart === "stacked" ? axisCut(block) : null), [block, chart]);
  const [full, setFull] = useState(false);
  const option = useCallback(
    (ink: Ink, _scheme: Scheme, width: number): ChartOption => {
      switch (chart) {
        case "treemap":
          return treemapOption(block, metric, colours, ink);
        case "waterfall":
          return waterfallOption(waterfallSteps(block, metric, 12, ["Before", "Now"]), unit, ink, width);
        case "calendar":
          return calendarOption({days: block.periods, totals: block.periodTotals, unit, incompleteFrom}, ink, width);
        case "bar":
        case "area":
        case "line":
        case "stacked":
        case "table":
          return timeOption(
            {
              block,
              kind: chart === "table" ? "stacked" : chart,
              granularity: granularity ?? "day",
              incompleteFrom,
              askedFrom,
              colours,
              axis: full ? null : cut
            },
            ink,
            width
          );
      }
    },
    [block, chart, colours, granularity, incompleteFrom, askedFrom, metric, unit, cut, full]
  );
  const beginsHigh =
    chart === "waterfall" && waterfallBase(waterfallSteps(block, metric, 12, ["Before", "Now"])) > 0
      ? " The axis does not begin at zero, so that the steps can be seen."
      : "";
  const missing = missingFor(state, block);
  if (missing !== null) return <p className="chart-missing">{missing}</p>;
  const onPick = ({seriesId, name, dataIndex, x, y}: Pick): void => {
    const found = pickedOf({seriesId, name, dataIndex}, block, state);
    if (found !== null) pick({...found, x, y});
  };
  const total = block.totals[metric] ?? null;
  const [first] = block.groups;
  const unfinished = block.periods.filter((period) => isIncomplete(period, granularity, incompleteFrom)).length;
  const summary = [
    `${chartWords[chart]} of ${metricWords[metric].title.toLowerCase()} cost in ${unit}.`,
    total === null ? "" : `Total ${amount(total)}.`,
    first === undefined || block.groups.length < 2
      ? ""
      : `${block.groups.length} series; the greatest is ${first.title} with ${amount(first.sums[metric] ?? "0")}.`,
    unfinished === 0 ? "" : `${unfinished} of ${block.periods.length} periods are not complete.`,
    "The table below has all figures."
  ];
  const [begin] = block.periods;
  const begun =
    begin !== undefined && isCut(begin, granularity, askedFrom) && chart !== "treemap" && chart !== "waterfall";
  const negatives = chart === "treemap" ? block.groups.filter(({sums}) => isNegative(sums[metric] ?? "0")).length : 0;
  return (
    <>
      <Chart
        option={option}
        summary={summary.filter((part) => part !== "").join(" ")}
        label={chartWords[chart]}
        height={heightOf(state, block)}
        onPick={onPick}
      />
      {chart === "waterfall" && compare !== null ? (
        <p className="footnote">
          From {daysText(compare.from, compare.to)} to the time asked about; the greatest changes, and all others as one
          step.{beginsHigh}
        </p>
      ) : null}
      {negatives > 0 ? (
        <p className="footnote">{negatives} with a negative amount have no area; the table has them.</p>
      ) : null}
      {begun ? (
        <p className="footnote">
          {periodText(begin, granularity)} is counted from {periodText(askedFrom ?? "", "day")} on, as asked.
        </p>
      ) : null}
      <CutNote cut={cut} full={full} setFull={setFull} />
      {unfinished > 0 && chart !== "waterfall" && chart !== "treemap" ? (
        <p className="footnote">
          Hatched or pale: not complete, from {periodText(incompleteFrom ?? "", "day")}. More may come.
        </p>
      ) : null}
    </>
  );
}

function missingFor({question, chart}: ExploreState, block: Block): string | null {
  if (chart === "waterfall") {
    if (question.compare === undefined)
      return "A waterfall shows the way from an earlier time to this one: choose a time to compare with.";
    return question.by.length === 0 ? "A waterfall needs something to group by." : null;
  }
  if (chart === "treemap") return question.by.length === 0 ? "A treemap needs something to group by." : null;
  if (chart === "calendar")
    return question.granularity === "day" ? null : "A calendar shows days: choose bins of a day.";
  return question.granularity === undefined || block.periods.length === 0
    ? "Choose bins to see the course over time."
    : null;
}

function heightOf({chart}: ExploreState, block: Block): number | ((width: number) => number) {
  if (chart === "calendar") return (width) => calendarHeight(block.periods, width);
  if (chart === "waterfall") return Math.min(560, 60 + (Math.min(13, block.groups.length) + 2) * 29);
  return chart === "treemap" ? 400 : 340;
}

function pickedOf(
  pick: {seriesId: string; name: string; dataIndex: number},
  block: Block,
  {chart, question}: ExploreState
): Omit<Picked, "x" | "y"> | null {
  if (chart === "treemap") {
    const group = block.groups.find(
      ({values, title, role}) => (role === "other" ? title : (values.at(-1) ?? "(none)")) === pick.name
    );
    return group === undefined ? null : {group, period: null};
  }
  if (chart === "waterfall") {
    const step = waterfallSteps(block, question.metric[0] ?? "effective", 12, ["Before", "Now"])[pick.dataIndex];
    const group = block.groups.find(({key}) => key === step?.key);
    return group === undefined ? null : {group, period: null};
  }
  if (chart === "calendar") return {group: null, period: block.periods[pick.dataIndex] ?? null};
  const group = block.groups.find(({key}) => key === pick.seriesId);
  return group === undefined ? null : {group, period: block.periods[pick.dataIndex] ?? null};
}
