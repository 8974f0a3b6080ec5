import {amount, pixel} from "../format/amount.ts";
import {daysBetween, dayText} from "../format/period.ts";
import type {ChartOption} from "./engine.ts";
import type {Ink} from "./ink.ts";
import {indexOf} from "./time-option.ts";
import {tooltipBase, tooltipElement} from "./tooltip.ts";

export interface CalendarChart {
  readonly days: readonly string[];
  readonly totals: readonly (string | null)[];
  readonly unit: string;
  readonly incompleteFrom: string | null;
}

const cell = 17;

/** How many years lie in the days, and the height that their calendars take. */
export function calendarHeight(days: readonly string[]): number {
  return yearsOf(days).length * (7 * cell + 46) + 46;
}

/** A calendar of days for each year, darker where more was spent. */
export function calendarOption(
  {days, totals, unit, incompleteFrom}: CalendarChart,
  ink: Ink,
  width: number
): ChartOption {
  const years = yearsOf(days);
  const values = totals.map(pixel);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
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
      min: least,
      max: most,
      orient: "horizontal",
      left: 34,
      top: 0,
      itemWidth: 12,
      itemHeight: 120,
      calculable: false,
      text: [amount(String(Math.round(most)), 0), amount(String(Math.round(least)), 0)],
      textStyle: {color: ink.quiet, fontSize: 11},
      inRange: {color: [ink.rule, ink.accent]}
    },
    calendar: years.map(({from, to, year}, index) => ({
      range: [from, to],
      top: 52 + index * (7 * cell + 46),
      left: 34,
      cellSize: [Math.min(cell, Math.max(5, (width - 50) / Math.ceil(daysBetween(from, to) / 7 + 2))), cell],
      itemStyle: {color: "transparent", borderColor: ink.paper, borderWidth: 2},
      splitLine: {show: true, lineStyle: {color: ink.strong, width: 1}},
      yearLabel: {
        show: years.length > 1,
        formatter: String(year),
        position: "top",
        color: ink.quiet,
        fontSize: 11,
        margin: 18
      },
      monthLabel: {color: ink.quiet, fontSize: 11, nameMap: "en"},
      dayLabel: {color: ink.quiet, fontSize: 10, firstDay: 1, nameMap: ["S", "M", "T", "W", "T", "F", "S"]}
    })),
    series: years.map(({year}, index) => ({
      id: `calendar-${year}`,
      type: "heatmap",
      coordinateSystem: "calendar",
      calendarIndex: index,
      data: days.flatMap((day, at) =>
        day.startsWith(String(year)) && totals[at] !== null
          ? [
              {
                value: [day, values[at] ?? 0, at],
                ...(incompleteFrom !== null && day >= incompleteFrom ? {itemStyle: {opacity: 0.55}} : {})
              }
            ]
          : []
      )
    }))
  };
}

function yearsOf(
  days: readonly string[]
): readonly {readonly year: number; readonly from: string; readonly to: string}[] {
  const byYear = Map.groupBy(days, (day) => day.slice(0, 4));
  return [...byYear].map(([year, own]) => ({
    year: Number(year),
    from: own[0] ?? "",
    to: own.at(-1) ?? ""
  }));
}
