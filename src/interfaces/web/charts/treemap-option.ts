import type {Block, Group} from "../answer/pivot.ts";
import {amount, isNegative, percent, pixel, share, short} from "../format/amount.ts";
import {valueTitle} from "../format/words.ts";
import type {ChartOption} from "./engine.ts";
import type {Ink} from "./ink.ts";
import {tooltipBase, tooltipElement} from "./tooltip.ts";

interface Leaf {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly share: string;
  readonly colour: string;
  readonly itemStyle?: object;
}

/** Areas in proportion to amounts. What is nothing or negative has no area, and the caller says so. */
export function treemapOption(block: Block, metric: string, colours: readonly string[], ink: Ink): ChartOption {
  const total = block.totals[metric] ?? "0";
  const leaves = block.groups.flatMap((group, index) => {
    const value = group.sums[metric] ?? null;
    if (value === null || isNegative(value) || pixel(value) === 0) return [];
    return [{group, leaf: leafOf(group, value, total, colours[index] ?? ink.accent)}];
  });
  const nested = (block.groups[0]?.values.length ?? 0) > 1;
  const data = nested ? branches(leaves) : leaves.map(({leaf}) => ({...leaf, ...painted(leaf.colour)}));
  return {
    textStyle: {fontFamily: ink.font},
    tooltip: {
      ...tooltipBase,
      formatter: (params: unknown) => {
        const {data} = params as {readonly data?: Partial<Leaf> & {readonly name?: string}};
        if (data?.text === undefined) return tooltipElement(data?.name ?? "", []);
        return tooltipElement(data.name ?? "", [
          {colour: data.colour ?? null, name: data.share ?? "", value: data.text}
        ]);
      }
    },
    series: [
      {
        id: "treemap",
        type: "treemap",
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: {show: false},
        visibleMin: 40,
        leafDepth: nested ? 2 : 1,
        levels: [
          {itemStyle: {gapWidth: nested ? 3 : 2, borderWidth: 0, borderColor: ink.paper}},
          {
            itemStyle: {gapWidth: 1, borderColor: ink.paper, borderWidth: nested ? 1 : 0},
            upperLabel: {show: nested, height: 22, color: ink.ink, fontSize: 11, fontWeight: 600}
          }
        ],
        label: {
          show: true,
          fontSize: 11.5,
          lineHeight: 15,
          formatter: ({data}: {readonly data: Partial<Leaf>}) =>
            data.text === undefined ? data.name : `${data.name}\n${short(plainText(data.text))}`,
          overflow: "truncate"
        },
        data
      }
    ]
  };
}

/** A leaf in its colour, with the label in whichever of white and black reads better on it. */
function painted(colour: string): object {
  return {itemStyle: {color: colour}, label: {color: luminance(colour) > 0.18 ? "#10161a" : "#ffffff"}};
}

/** Relative luminance of `#rrggbb`, between 0 and 1 (WCAG). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function leafOf(group: Group, value: string, total: string, colour: string): Leaf {
  const part = share(value, total);
  return {
    id: group.key,
    name:
      group.role === "other"
        ? group.title
        : valueTitle(group.values.at(-1) ?? (group.values.length === 0 ? group.title : null)),
    value: pixel(value),
    text: amount(value),
    share: part === null ? "" : percent(part),
    colour
  };
}

function branches(leaves: readonly {readonly group: Group; readonly leaf: Leaf}[]): readonly object[] {
  const byFirst = Map.groupBy(leaves, ({group}) => (group.role === "other" ? "Other" : valueTitle(group.values[0])));
  return [...byFirst].map(([name, own]) => ({
    id: `branch:${name}`,
    name,
    itemStyle: {borderColor: "transparent"},
    children: own.map(({leaf}) => ({...leaf, ...painted(leaf.colour)}))
  }));
}

/** The shown text back to a plain decimal. */
function plainText(text: string): string {
  const plain = text.replaceAll(",", "").replace("−", "-").replace(/^[<>]/, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : "0";
}
