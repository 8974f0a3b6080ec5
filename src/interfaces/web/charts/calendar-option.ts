import {amount, pixel, short} from "../format/amount.ts";
import {addMonths, dayText, daysBetween, firstOfMonth} from "../format/period.ts";
import type {ChartOption} from "./engine.ts";
import type {Ink} from "./ink.ts";
import {indexOf, plain} from "./time-option.ts";
import {tooltipBase, tooltipElement} from "./tooltip.ts";

export interface CalendarChart {
  readonly days: readonly string[];
  readonly totals: readonly (string | null)[];
  readonly unit: string;
  readonly incompleteFrom: string | null;
}

const cell = 19;
/** Cells become wider where there is room, not higher. */
const widest = 34;
const rowHeight = 7 * cell + 44;
const left = 40;

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The days in stretches that fit into the width. */
function stretches(days: readonly string[], width: number): readonly Stretch[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const months = Math.max(1, Math.floor((width - left - 10) / (cell * 4.35)));
  const found: Stretch[] = [];
  for (let from = first; from <= last;) {
    const next = addMonths(firstOfMonth(from), months);
    const to = days.findLast((day) => day < next) ?? last;
    found.push({from, to});
    from = next;
  }
  return found;
}

/** The height that the calendars of these days take. */
export function calendarHeight(days: readonly string[], width: number): number {
  return stretches(days, width).length * rowHeight + 40;
}

/** Bounds of steps with about the same number of days in each: a few great days do not wash out the others. */
export function quantiles(values: readonly number[], steps: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const bounds = Array.from(
    {length: steps - 1},
    (_, index) => sorted[Math.floor(((index + 1) / steps) * sorted.length)] ?? 0
  );
  return [...new Set(bounds)];
}

/** Writes bounds as briefly as they can be told apart. */
function teller(bounds: readonly number[]): (bound: number) => string {
  const brief = (bound: number): string => short(plain(bound));
  if (new Set(bounds.map(brief)).size === bounds.length) return brief;
  return (bound) => amount(plain(bound), Math.abs(bound) >= 100 ? 0 : 2);
}

/** A calendar of days, darker where more was spent, in steps with as many days each. */
export function calendarOption(
  {days, totals, unit, incompleteFrom}: CalendarChart,
  ink: Ink,
  width: number
): ChartOption {
  const parts = stretches(days, width);
  const values = totals.map(pixel);
  const bounds = quantiles(
    totals.flatMap((total) => (total === null ? [] : [pixel(total)])),
    6
  );
  const told = teller(bounds);
  const narrow = width < 520;
  const pieces = [...bounds, null].map((bound, index) => ({
    ...(bounds[index - 1] === undefined ? {} : {gte: bounds[index - 1]}),
    ...(bound === null ? {} : {lt: bound}),
    label: bound === null ? `from ${told(bounds.at(-1) ?? 0)}` : narrow && index > 0 ? "" : `< ${told(bound)}`
  }));
  return {
    textStyle: {fontFamily: ink.font},
    tooltip: {
      ...tooltipBase,
      formatter: (params: unknown) => {
        const {value} = params as {readonly value?: readonly [string, number, number]};
        const index = value?.[2] ?? indexOf(params);
        const total = totals[index] ?? null;
        const day = days[index] ?? "";
        return tooltipElement(
          `${day === "" ? "" : dayText(day)} · ${unit}`,
          [{colour: null, name: "Total", value: total === null ? "no charges" : amount(total)}],
          incompleteFrom !== null && day >= incompleteFrom ? "Not complete: more may come." : undefined
        );
      }
    },
    visualMap: {
      type: "piecewise",
      dimension: 1,
      pieces,
      orient: "horizontal",
      left: left - 6,
      top: 0,
      itemWidth: 14,
      itemHeight: 14,
      itemGap: narrow ? 4 : 12,
      textStyle: {color: ink.quiet, fontSize: 11},
      selectedMode: false,
      inRange: {color: [ink.low, ink.accent]}
    },
    calendar: parts.map(({from, to}, index) => ({
      range: [from, to],
      top: 58 + index * rowHeight,
      left,
      cellSize: [
        Math.max(8, Math.min(widest, (width - left - 16) / (Math.ceil(daysBetween(from, to) / 7) + 1.2))),
        cell
      ],
      itemStyle: {color: "transparent", borderColor: ink.paper, borderWidth: 2},
      splitLine: {show: false},
      yearLabel: {show: false},
      monthLabel: {
        color: ink.quiet,
        fontSize: 11,
        nameMap: "en",
        formatter: ({
          nameMap,
          yyyy,
          M
        }: {
          readonly nameMap: string;
          readonly yyyy: string;
          readonly M: string | number;
        }) =>
          Number(M) === 1 || from.startsWith(`${yyyy}-${String(M).padStart(2, "0")}`) ? `${nameMap} ${yyyy}` : nameMap
      },
      dayLabel: {color: ink.quiet, fontSize: 10, firstDay: 1, nameMap: ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]}
    })),
    series: parts.map(({from, to}, index) => ({
      id: `calendar-${from}`,
      type: "heatmap",
      coordinateSystem: "calendar",
      calendarIndex: index,
      data: days.flatMap((day, at) =>
        day >= from && day <= to && totals[at] !== null
          ? [
              {
                value: [day, values[at] ?? 0, at],
                ...(incompleteFrom !== null && day >= incompleteFrom ? {itemStyle: {opacity: 0.45}} : {})
              }
            ]
          : []
      )
    }))
  };
}
