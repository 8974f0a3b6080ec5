import {type Question, questionKeys, questionOf, searchOf} from "../../answer/question.ts";
import {type Search, one} from "../../app/search.ts";

export const chartKinds = ["stacked", "bar", "area", "line", "treemap", "waterfall", "calendar", "table"] as const;
export type ChartKind = (typeof chartKinds)[number];

export const chartWords: Readonly<Record<ChartKind, string>> = {
  stacked: "Stacked bars",
  bar: "Bars",
  area: "Area",
  line: "Line",
  treemap: "Treemap",
  waterfall: "Waterfall",
  calendar: "Calendar",
  table: "Table only"
};

/** Everything that Explore shows, as its URL says it. */
export interface ExploreState {
  readonly question: Question;
  readonly chart: ChartKind;
  /** A column of the table and its direction, `-effective`; null for the order of the answer. */
  readonly sort: string | null;
  /** Whether the table has a column for each period. */
  readonly periods: boolean;
  /** The saved view that this began as: `folder/name`. */
  readonly view: string | null;
}

export function stateOf(search: Search): ExploreState {
  const chart = one(search, "chart");
  return {
    question: questionOf(search),
    chart: chartKinds.find((kind) => kind === chart) ?? "stacked",
    sort: one(search, "sort"),
    periods: one(search, "columns") === "periods",
    view: one(search, "view")
  };
}

/** The part of a URL that says how an answer is drawn. */
export function drawingOf({chart, sort, periods}: ExploreState): Record<string, string> {
  return {
    ...(chart === "stacked" ? {} : {chart}),
    ...(sort === null ? {} : {sort}),
    ...(periods ? {columns: "periods"} : {})
  };
}

export function searchOfState(state: ExploreState): Record<string, string | string[]> {
  return {...searchOf(state.question), ...drawingOf(state), ...(state.view === null ? {} : {view: state.view})};
}

/** Whether a URL says anything of a question. */
export function asksSomething(search: Search): boolean {
  return questionKeys.some((key) => search[key] !== undefined);
}

/** What Explore begins with. */
export const firstQuestion: Question = {
  metric: ["effective"],
  by: ["provider"],
  source: [],
  axis: "charge",
  window: "30d",
  granularity: "day",
  top: 10,
  without: []
};

/** The parts of a question that a kind of chart needs. */
export function suitedTo(
  kind: ChartKind,
  question: Question
): {readonly [K in keyof Question]?: Question[K] | undefined} {
  if (kind === "calendar") return {granularity: "day", axis: "charge"};
  if (kind === "waterfall")
    return {compare: question.compare ?? "previous", ...(question.by.length === 0 ? {by: ["service"]} : {})};
  if (kind === "treemap" && question.by.length === 0) return {by: ["provider", "service"]};
  if (kind === "treemap" || kind === "table") return {};
  return question.granularity === undefined ? {granularity: "day"} : {};
}
