import {SegmentedControl, Skeleton, useComputedColorScheme} from "@mantine/core";
import {
  IconCalendarMonth,
  IconChartArea,
  IconChartBar,
  IconChartColumn,
  IconChartLine,
  IconChartTreemap,
  IconStairs,
  IconTable
} from "@tabler/icons-react";
import {useMemo, useState} from "react";
import type {Block} from "../../answer/pivot.ts";
import {changed} from "../../answer/question.ts";
import {later} from "../../blocks/later.tsx";
import {Panel} from "../../blocks/panel.tsx";
import {type Scheme, coloursOf} from "../../charts/palette.ts";
import {metricWords} from "../../format/words.ts";
import type {Ask} from "./controls.tsx";
import type {Picked} from "./picked.ts";
import {SeriesLegend} from "./series-legend.tsx";
import {type ChartKind, type ExploreState, chartKinds, chartWords, suitedTo} from "./state.ts";

const AnswerChart = later(
  () => import("./answer-chart.tsx"),
  (part) => part.AnswerChart,
  <Skeleton height={340} />
);
const AnswerTable = later(
  () => import("../../table/answer-table.tsx"),
  (part) => part.AnswerTable,
  <Skeleton height={220} mt={14} />
);
const PickMenu = later(
  () => import("./pick-menu.tsx"),
  (part) => part.PickMenu
);
const RowsDrawer = later(
  () => import("./rows-drawer.tsx"),
  (part) => part.RowsDrawer
);

const icons: Readonly<Record<ChartKind, typeof IconTable>> = {
  stacked: IconChartBar,
  bar: IconChartColumn,
  area: IconChartArea,
  line: IconChartLine,
  treemap: IconChartTreemap,
  waterfall: IconStairs,
  calendar: IconCalendarMonth,
  table: IconTable
};

export interface AnswerBlockProps {
  readonly block: Block;
  readonly several: boolean;
  readonly state: ExploreState;
  readonly incompleteFrom: string | null;
  readonly askedFrom: string | null;
  readonly compare: {readonly from: string; readonly to: string} | null;
  readonly ask: Ask;
  readonly go: (next: ExploreState) => void;
}

/** The chart and the table of one currency and unit. */
export function AnswerBlock({block, several, state, incompleteFrom, askedFrom, compare, ask, go}: AnswerBlockProps) {
  const {question, chart} = state;
  const scheme = useComputedColorScheme("light", {getInitialValueInEffect: false});
  const [picked, setPicked] = useState<Picked | null>(null);
  const [drilled, setDrilled] = useState<Picked | null>(null);
  const [called, setCalled] = useState(false);
  const drill = (cell: Picked): void => {
    setCalled(true);
    setDrilled(cell);
  };
  const dimensions = question.by.join(" ");
  const colours = useMemo(
    () =>
      chart === "treemap" && question.by.length > 1
        ? branchColours(block, question.by[0] ?? "", scheme)
        : coloursOf(
            block.groups.map(({key, role}) => ({key: `${dimensions} ${key}`, role})),
            scheme
          ),
    [block, dimensions, question.by, scheme, chart]
  );
  const unit = block.unit ?? block.currency ?? "";
  const metric = question.metric[0] ?? "effective";
  const title = `${metricWords[metric].title}${several ? `, ${unit}` : ""}`;
  return (
    <Panel
      title={title}
      note={`${metricWords[metric].about} ${unit}.`}
      actions={
        <SegmentedControl
          aria-label="Kind of chart"
          value={chart}
          onChange={(value) => {
            const kind = chartKinds.find((each) => each === value) ?? "stacked";
            go({...state, chart: kind, question: changed(question, suitedTo(kind, question))});
          }}
          data={chartKinds.map((kind, index) => {
            const Icon = icons[kind];
            return {
              value: kind,
              label: (
                <span className="kind" title={`${chartWords[kind]} (${index + 1})`}>
                  <Icon size={17} stroke={1.6} aria-hidden="true" />
                  <span className="sr-only">{chartWords[kind]}</span>
                </span>
              )
            };
          })}
        />
      }
    >
      {chart === "table" ? null : (
        <>
          <SeriesLegend block={block} colours={colours} kind={chart} pick={setPicked} />
          <AnswerChart {...{block, state, incompleteFrom, askedFrom, compare, colours, unit}} pick={setPicked} />
        </>
      )}
      <AnswerTable
        {...{block, state, colours, unit, incompleteFrom}}
        pick={setPicked}
        drill={drill}
        sortBy={(sort) => go({...state, sort})}
        showPeriods={(periods) => go({...state, periods})}
      />
      {picked === null ? null : (
        <PickMenu picked={picked} close={() => setPicked(null)} question={question} ask={ask} drill={drill} />
      )}
      {called ? (
        <RowsDrawer drilled={drilled} close={() => setDrilled(null)} question={question} unit={unit} block={block} />
      ) : null}
    </Panel>
  );
}

/** In a nested treemap the leaves of a branch have the colour of its value. */
function branchColours(block: Block, dimension: string, scheme: Scheme): readonly string[] {
  const keys = [...new Set(block.groups.map((group) => branchKey(group)))];
  const colours = coloursOf(
    keys.map((key) => ({
      key: `${dimension} ${key}`,
      role: key === "other" ? "other" : key === "[null]" ? "none" : "value"
    })),
    scheme
  );
  return block.groups.map((group) => colours[keys.indexOf(branchKey(group))] ?? "");
}

function branchKey({role, values}: Block["groups"][number]): string {
  return role === "other" ? "other" : JSON.stringify(values.slice(0, 1));
}
