import type {Block} from "../answer/pivot.ts";
import {plus} from "../answer/pivot.ts";
import {absolute, add, amount, compare, isNegative, isZero, pixel, short} from "../format/amount.ts";
import type {ChartOption} from "./engine.ts";
import type {Ink} from "./ink.ts";
import {clipped, indexOf, plain} from "./time-option.ts";
import {tooltipBase, tooltipElement} from "./tooltip.ts";

export interface Step {
  readonly name: string;
  readonly key: string | null;
  readonly kind: "total" | "more" | "less";
  /** The change, or the total at the ends; exact. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/** From the earlier total over the greatest changes to the present one; what is not shown is one step of its own. */
export function waterfallSteps(
  block: Block,
  metric: string,
  most: number,
  words: readonly [string, string]
): readonly Step[] {
  const before = block.totals[`${metric}_previous`] ?? "0";
  const now = block.totals[metric] ?? "0";
  const changes = block.groups
    .flatMap((group) => {
      const change = group.sums[`${metric}_change`] ?? null;
      return change === null || isZero(change)
        ? []
        : [{name: group.title, key: group.role === "other" ? null : group.key, change}];
    })
    .toSorted((a, b) => compare(absolute(b.change), absolute(a.change)));
  const shown = changes.slice(0, most);
  const rest = changes.slice(most).reduce<string | null>((sum, {change}) => plus(sum, change), null);
  const steps: Step[] = [{name: words[0], key: null, kind: "total", value: before, from: "0", to: before}];
  let level = before;
  const all = rest === null ? shown : [...shown, {name: "All others", key: null, change: rest}];
  for (const {name, key, change} of all) {
    const next = add(level, change);
    steps.push({name, key, kind: isNegative(change) ? "less" : "more", value: change, from: level, to: next});
    level = next;
  }
  return [...steps, {name: words[1], key: null, kind: "total", value: now, from: "0", to: now}];
}

/**
 * Where the axis begins: at zero, unless the steps are so small beside the totals that they could not be seen; the page
 * then says so.
 */
export function waterfallBase(steps: readonly Step[]): number {
  const levels = steps.flatMap(({from, to, kind}) => (kind === "total" ? [pixel(to)] : [pixel(from), pixel(to)]));
  const least = Math.min(...levels);
  const greatest = Math.max(...levels);
  if (least <= 0 || greatest - least > greatest * 0.3) return 0;
  const step = 10 ** Math.floor(Math.log10(Math.max(greatest - least, greatest / 1000)));
  return Math.max(0, Math.floor((least - (greatest - least) * 0.35) / step) * step);
}

export function waterfallOption(steps: readonly Step[], unit: string, ink: Ink, width: number): ChartOption {
  const narrow = width < 620;
  const base = waterfallBase(steps);
  const colour = {total: ink.quiet, more: ink.worse, less: ink.better};
  const label = (index: number): string => {
    const step = steps[index];
    if (step === undefined) return "";
    const sign = step.kind === "more" ? "▲ +" : step.kind === "less" ? "▼ −" : "";
    return `${sign}${short(absolute(step.value))}`;
  };
  const axis = {
    type: "category",
    data: steps.map(({name}) => clipped(name, narrow ? 18 : 26)),
    inverse: true,
    axisTick: {show: false},
    axisLine: {lineStyle: {color: ink.strong}},
    axisLabel: {color: ink.ink, fontSize: 11.5, interval: 0}
  };
  return {
    textStyle: {fontFamily: ink.font},
    grid: {left: 4, right: 76, top: 6, bottom: 4, containLabel: true},
    yAxis: axis,
    xAxis: {
      type: "value",
      min: base,
      splitNumber: narrow ? 2 : 5,
      axisLabel: {color: ink.quiet, fontSize: 11, hideOverlap: true, formatter: (value: number) => short(plain(value))},
      splitLine: {lineStyle: {color: ink.rule}}
    },
    tooltip: {
      ...tooltipBase,
      trigger: "axis",
      axisPointer: {type: "shadow", shadowStyle: {color: ink.rule, opacity: 0.4}},
      formatter: (params: unknown) => {
        const step = steps[indexOf(params)];
        if (step === undefined) return tooltipElement("", []);
        const word = step.kind === "total" ? "total" : step.kind === "more" ? "more" : "less";
        return tooltipElement(`${step.name} · ${unit}`, [
          {colour: colour[step.kind], name: word, value: amount(step.value)}
        ]);
      }
    },
    series: [
      {
        id: "base",
        type: "bar",
        stack: "steps",
        silent: true,
        itemStyle: {color: "transparent"},
        data: steps.map(({from, to, kind}) => (kind === "total" ? 0 : Math.min(pixel(from), pixel(to))))
      },
      {
        id: "steps",
        type: "bar",
        stack: "steps",
        barMaxWidth: 22,
        emphasis: {disabled: true},
        label: {
          show: true,
          position: "right",
          color: ink.ink,
          fontSize: 11,
          formatter: ({dataIndex}: {readonly dataIndex: number}) => label(dataIndex)
        },
        data: steps.map(({from, to, kind}) => ({
          value: kind === "total" ? pixel(to) : Math.abs(pixel(to) - pixel(from)),
          itemStyle: {color: colour[kind]}
        }))
      }
    ]
  };
}
