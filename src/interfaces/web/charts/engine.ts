import {BarChart, HeatmapChart, LineChart, TreemapChart} from "echarts/charts";
import {
  CalendarComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent
} from "echarts/components";
import {type EChartsCoreOption, init, use} from "echarts/core";
import {LabelLayout} from "echarts/features";
import {SVGRenderer} from "echarts/renderers";
import type {Pick} from "./chart.tsx";

use([
  BarChart,
  LineChart,
  TreemapChart,
  HeatmapChart,
  GridComponent,
  TooltipComponent,
  CalendarComponent,
  VisualMapComponent,
  MarkAreaComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer
]);

export type ChartOption = EChartsCoreOption;

export interface Drawing {
  show(option: ChartOption): void;
  resize(): void;
  close(): void;
}

interface Clicked {
  readonly seriesId?: string;
  readonly name?: string;
  readonly dataIndex?: number;
  readonly value?: unknown;
  readonly event?: {readonly event?: MouseEvent};
}

/** Opens a drawing in an element. */
export function openDrawing(element: HTMLElement, onPick: (pick: Pick) => void): Drawing {
  const chart = init(element, null, {renderer: "svg"});
  chart.on("click", (params) => {
    const {seriesId = "", name = "", dataIndex = -1, value, event} = params as Clicked;
    // Days of a calendar carry their place among all days as the third part of their value.
    const place: unknown = Array.isArray(value) ? value[2] : undefined;
    onPick({
      seriesId,
      name,
      dataIndex: typeof place === "number" ? place : dataIndex,
      x: event?.event?.clientX ?? 0,
      y: event?.event?.clientY ?? 0
    });
  });
  return {
    show: (option) => chart.setOption(option, {notMerge: true}),
    resize: () => chart.resize(),
    close: () => chart.dispose()
  };
}
