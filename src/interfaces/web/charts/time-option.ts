import {isCut, isIncomplete} from "../answer/completeness.ts";
import type {Block} from "../answer/pivot.ts";
import {amount, pixel, short} from "../format/amount.ts";
import {periodText} from "../format/period.ts";
import {type AxisCut, stepBelow} from "./axis-cut.ts";
import type {ChartOption} from "./engine.ts";
import type {Ink} from "./ink.ts";
import {mostSeries} from "./most-series.ts";
import {tooltipBase, tooltipElement} from "./tooltip.ts";

export type TimeKind = "bar" | "stacked" | "area" | "line";

export interface TimeChart {
  readonly block: Block;
  readonly kind: TimeKind;
  readonly granularity: string;
  /** First day that is not complete. */
  readonly incompleteFrom: string | null;
  /** First day that was asked about: a period that begins before it is only partly counted. */
  readonly askedFrom?: string | null;
  readonly colours: readonly string[];
  /** Where stacked bars end, so that a few great ones do not flatten the others. */
  readonly axis?: AxisCut | null;
}

export function timeOption(
  {block, kind, granularity, incompleteFrom, askedFrom = null, colours, axis = null}: TimeChart,
  ink: Ink,
  width: number
): ChartOption {
  const {periods, groups} = block;
  const shown = groups.slice(0, mostSeries);
  const unfinished = periods.map((period) => isIncomplete(period, granularity, incompleteFrom));
  const cut = periods.map((period) => isCut(period, granularity, askedFrom));
  const narrow = width < 520;
  const isLine = kind === "line" || kind === "area";
  const endLabels = kind === "line" && !narrow && shown.length > 1 && shown.length <= 8;
  const firstUnfinished = unfinished.indexOf(true);
  const series = shown.map((group, index) => {
    const colour = colours[index] ?? ink.accent;
    const name = group.title;
    if (isLine) {
      return {
        id: group.key,
        name,
        type: "line",
        ...(kind === "area" ? {stack: "all", areaStyle: {opacity: 0.55, color: colour}} : {}),
        symbol: "circle",
        symbolSize: 5,
        showSymbol: periods.length < 3,
        lineStyle: {width: kind === "line" ? 1.8 : 1, color: colour},
        itemStyle: {color: colour},
        emphasis: {disabled: true},
        // What is not there yet ends the line; a gap before is nothing spent.
        data: group.series.map((value, at) => (value === null && unfinished[at] === true ? null : pixel(value))),
        ...(endLabels
          ? {
              endLabel: {show: true, formatter: clipped(name, 22), color: ink.ink, fontSize: 11, distance: 6},
              labelLayout: {moveOverlap: "shiftY"}
            }
          : {}),
        ...(index === 0 && firstUnfinished >= 0 ? {markArea: unfinishedArea(periods, firstUnfinished, ink)} : {})
      };
    }
    return {
      id: group.key,
      name,
      type: "bar",
      ...(kind === "stacked" ? {stack: "all", barGap: "-100%"} : {barGap: "4%"}),
      barCategoryGap: periods.length > 40 ? "18%" : "28%",
      barMaxWidth: 56,
      barMinHeight: 0,
      emphasis: {disabled: true},
      itemStyle: {color: colour},
      data: group.series.map((value, at) => ({
        value: pixel(value),
        ...(unfinished[at] === true || cut[at] === true
          ? {itemStyle: {color: colour, opacity: 0.75, decal: hatch(ink)}}
          : {})
      }))
    };
  });
  return {
    textStyle: {fontFamily: ink.font},
    grid: {left: 8, right: endLabels ? 150 : 10, top: 14, bottom: 4, containLabel: true},
    xAxis: {
      type: "category",
      data: periods.map((period) => periodText(period, granularity, true)),
      boundaryGap: !isLine || periods.length === 1,
      axisTick: {show: false},
      axisLine: {lineStyle: {color: ink.strong}},
      axisLabel: {color: ink.quiet, fontSize: 11, hideOverlap: true, margin: 10}
    },
    yAxis: {
      type: "value",
      splitNumber: narrow ? 3 : 4,
      ...(axis === null || kind !== "stacked" ? {} : {max: axis.top, interval: stepBelow(axis.top)}),
      axisLabel: {color: ink.quiet, fontSize: 11, formatter: (value: number) => short(plain(value))},
      splitLine: {lineStyle: {color: ink.rule}}
    },
    tooltip: {
      ...tooltipBase,
      trigger: "axis",
      axisPointer: {
        type: isLine ? "line" : "shadow",
        shadowStyle: {color: ink.rule, opacity: 0.45},
        lineStyle: {color: ink.strong}
      },
      formatter: (params: unknown) => tooltipOf(indexOf(params), block, granularity, partOf(unfinished, cut), colours)
    },
    series: axis === null || kind !== "stacked" ? series : [...series, cutMarks(axis, block, ink)]
  };
}

/** The amounts of the bars that reach beyond the axis, on the bars. */
function cutMarks({top, beyond}: AxisCut, {periods, periodTotals}: Block, ink: Ink): object {
  return {
    id: "cut",
    type: "bar",
    silent: true,
    barGap: "-100%",
    barMaxWidth: 56,
    itemStyle: {color: "transparent"},
    tooltip: {show: false},
    label: {
      show: true,
      position: "insideTop",
      distance: 0,
      formatter: ({dataIndex}: {readonly dataIndex: number}) => `▲ ${short(periodTotals[dataIndex] ?? "0")}`,
      color: ink.ink,
      backgroundColor: ink.paper,
      borderColor: ink.strong,
      borderWidth: 1,
      borderRadius: 2,
      padding: [2, 4],
      fontSize: 10.5
    },
    data: periods.map((_, at) => (beyond.includes(at) ? top : null))
  };
}

/** What a reader should know of each period. */
function partOf(unfinished: readonly boolean[], cut: readonly boolean[]): readonly (string | undefined)[] {
  return unfinished.map((open, index) =>
    open ? "Not complete: more may come." : cut[index] === true ? "Only its last days were asked about." : undefined
  );
}

function tooltipOf(
  index: number,
  {periods, groups, periodTotals, currency, unit}: Block,
  granularity: string,
  parts: readonly (string | undefined)[],
  colours: readonly string[]
): HTMLElement {
  const period = periods[index];
  if (period === undefined) return tooltipElement("", []);
  const lines = groups.flatMap((group, at) => {
    const value = group.series[index] ?? null;
    return value === null ? [] : [{colour: colours[at] ?? null, name: group.title, value: amount(value)}];
  });
  const most = 12;
  const total = periodTotals[index] ?? null;
  const rest = lines.length - most;
  return tooltipElement(
    `${periodText(period, granularity)} · ${unit ?? currency ?? ""}`,
    [
      ...lines.slice(0, most),
      ...(rest > 0 ? [{colour: null, name: `and ${rest} more`, value: ""}] : []),
      ...(groups.length > 1 && total !== null ? [{colour: null, name: "Total", value: amount(total)}] : [])
    ],
    parts[index]
  );
}

/** Diagonal lines over what is not complete. */
export function hatch(ink: Ink): object {
  return {
    symbol: "rect",
    color: ink.hatch,
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: Math.PI / 4,
    symbolSize: 1
  };
}

function unfinishedArea(periods: readonly string[], from: number, ink: Ink): object {
  const start = Math.max(0, from - 1);
  return {
    silent: true,
    itemStyle: {color: ink.rule, opacity: 0.5, decal: hatch(ink)},
    label: {
      show: true,
      position: "insideTopRight",
      align: "right",
      distance: 4,
      formatter: "not complete",
      color: ink.quiet,
      fontSize: 10
    },
    data: [[{xAxis: start}, {xAxis: periods.length - 1}]]
  };
}

export function indexOf(params: unknown): number {
  const [first] = Array.isArray(params)
    ? (params as {readonly dataIndex?: number}[])
    : [params as {readonly dataIndex?: number}];
  return first?.dataIndex ?? -1;
}

/** A coordinate of an axis as plain decimal text. */
export function plain(value: number): string {
  return Math.abs(value) < 1e21 ? value.toLocaleString("en-US", {useGrouping: false, maximumFractionDigits: 6}) : "0";
}

export function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
