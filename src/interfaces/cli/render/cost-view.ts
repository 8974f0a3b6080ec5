import {add} from "../../../money/amount.ts";
import {amountText, percentText} from "../../render/amount-text.ts";
import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import {isOfMetric, metricsAsked} from "../../render/kinds.ts";
import {footer, notesText} from "./footer.ts";
import {periodTitle} from "./period-text.ts";
import {tableText} from "./table.ts";
import type {Column, Style, TableRow} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** The parts of an answer to a cost question that its table needs. */
interface Answer {
  readonly rows: readonly Fields[];
  readonly totals: readonly Fields[];
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly granularity: string | null;
  readonly compared: boolean;
}

const apart: readonly string[] = ["period", "currency", "unit", "other"];
const unknown = "–";

/** A cost answer as text: a block for each currency (and unit), totals below, what a reader must know after them. */
export function costTable(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const answer = answerOf(fields);
  const body = answerBlocks(answer, style);
  return [titleOf(fields, style), body, explained(fields["plan"]), after(fields, style)]
    .filter((part) => part !== "")
    .join("\n");
}

/** The rows of an answer with their totals, a block for each currency (and unit). */
export function answerBlocks(answer: Answer, style: Style): string {
  const blocks = [...Map.groupBy(answer.totals, blockKey)].map(([key, totals]) => {
    const rows = answer.rows.filter((row) => blockKey(row) === key);
    // A comparison has four columns for each metric: each gets a table of its own.
    const metrics = answer.compared ? answer.metrics.map((metric) => [metric]) : [answer.metrics];
    return metrics.map((some) => block({...answer, rows, totals, metrics: some}, style)).join("\n");
  });
  return blocks.length === 0 ? "No charges match.\n" : blocks.join("\n");
}

function answerOf(output: Fields): Answer {
  const question = isFields(output["question"]) ? output["question"] : {};
  const metrics = metricsAsked(output);
  const granularity = typeof question["granularity"] === "string" ? question["granularity"] : null;
  return answerWith(output, {metrics, granularity, compared: isFields(question["compare"])});
}

/** An answer without its question, where it is known what was asked. */
export function answerWith(output: Fields, asked: Pick<Answer, "metrics" | "granularity" | "compared">): Answer {
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const {metrics} = asked;
  const own = (name: string): boolean => isOfMetric(name, metrics);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const dimensions = names.filter((name) => !apart.includes(name) && !own(name));
  return {...asked, rows, totals: isRows(output["totals"]) ? output["totals"] : [], dimensions};
}

function blockKey(row: Fields): string {
  return JSON.stringify([row["currency"] ?? null, row["unit"] ?? null]);
}

/** What was asked, as the first line: `billed, effective · October 2026 … · by charge period`. */
export function titleOf(output: Fields, style: Style): string {
  const question = isFields(output["question"]) ? output["question"] : {};
  const {from, to, axis, filter, asOf, compare} = question;
  const metrics = Array.isArray(question["metric"]) ? question["metric"].join(", ") : "";
  const facts = [
    metrics,
    typeof from === "string" && typeof to === "string" ? daysText(from, to) : "all data",
    axis === "billing" ? "by billing period" : "by charge period",
    ...(isFields(compare) ? [`against ${daysText(String(compare["from"]), String(compare["to"]))}`] : []),
    ...(typeof filter === "string" ? [filter] : []),
    ...(typeof asOf === "string" ? [`as of ${asOf}`] : [])
  ];
  return `${style.colors.bold(wrapped(facts.filter((fact) => fact !== "").join(" · "), style.columns))}\n`;
}

/** Half-open days as people say them: the last day is inside. */
function daysText(from: string, to: string): string {
  const last = Temporal.PlainDate.from(to).subtract({days: 1}).toString();
  return last === from ? from : `${from} to ${last}`;
}

function block(answer: Answer, style: Style): string {
  const pivot = pivoted(answer, style);
  if (pivot !== null) return pivot;
  const {rows, totals, metrics, dimensions, granularity, compared} = answer;
  const money = unitOf(totals[0] ?? {});
  const columns: Column[] = [
    ...(granularity === null ? [] : [{title: granularity, align: "left" as const}]),
    ...dimensions.map((title) => ({title, align: "left" as const})),
    ...metrics.flatMap((metric): Column[] => [
      {title: `${metric} ${money}`, align: "right"},
      ...(compared
        ? [
            {title: "before", align: "right" as const},
            {title: "change", align: "right" as const},
            {title: "", align: "left" as const}
          ]
        : [])
    ])
  ];
  const lead = (granularity === null ? 0 : 1) + dimensions.length;
  const amounts = (row: Fields): readonly string[] => metrics.flatMap((metric) => amountCells(row, metric, compared));
  const lines: TableRow[] = rows.map((row) => ({
    cells: [
      ...(granularity === null ? [] : [periodTitle(granularity, row["period"])]),
      ...dimensions.map((name) => valueText(row, name)),
      ...amounts(row)
    ],
    ...(row["other"] === true ? {role: "rest" as const} : {})
  }));
  if (lead === 0)
    return tableText(
      columns,
      totals.map((total) => ({cells: amounts(total)})),
      style
    );
  const label = ["total", ...Array.from({length: lead - 1}, () => "")];
  for (const total of totals) lines.push({cells: [...label, ...amounts(total)], role: "total"});
  return tableText(columns, lines, style);
}

function unitOf({currency, unit}: Fields): string {
  return [unit, unit === undefined ? currency : null].map((part) => cellText(part, "text")).join("") || "";
}

function valueText(row: Fields, name: string): string {
  if (row["other"] === true) return "other";
  const value = row[name];
  return value === null || value === undefined || value === "" ? "(none)" : cellText(value, "text");
}

function amountCells(row: Fields, metric: string, compared: boolean): readonly string[] {
  const shown = (name: string): string => {
    const value = row[name];
    return typeof value === "string" ? amountText(value) : unknown;
  };
  if (!compared) return [shown(metric)];
  const change = row[`${metric}_change`];
  return [
    shown(metric),
    shown(`${metric}_previous`),
    signed(change),
    changeText(change, row[`${metric}_change_ratio`])
  ];
}

function signed(change: unknown): string {
  if (typeof change !== "string") return unknown;
  const text = amountText(change);
  return direction(change) > 0 ? `+${text}` : text;
}

/** A change with arrow, share and word, so that it is never told by a sign or a colour alone. */
export function changeText(change: unknown, ratio: unknown): string {
  if (typeof change !== "string") return "";
  const way = direction(change);
  if (way === 0) return "= same";
  const word = way > 0 ? "more" : "less";
  const share = typeof ratio === "string" ? `${percentText(ratio.replace("-", ""))} ` : "";
  return `${way > 0 ? "▲" : "▼"} ${share}${share === "" && way > 0 ? "new" : word}`;
}

function direction(change: string): number {
  if (/^-?[0.]*$/.test(change)) return 0;
  return change.startsWith("-") ? -1 : 1;
}

/** One metric over time with dimensions reads best with a column for each period; null where that does not fit. */
function pivoted({rows, totals, metrics, dimensions, granularity, compared}: Answer, style: Style): string | null {
  const [metric] = metrics;
  if (metric === undefined || metrics.length > 1 || granularity === null || dimensions.length === 0 || compared)
    return null;
  const periods = [...new Set(rows.map((row) => cellText(row["period"], "text")))].toSorted();
  const columns: Column[] = [
    ...dimensions.map((title) => ({title, align: "left" as const})),
    ...periods.map((period) => ({title: periodTitle(granularity, period), align: "right" as const})),
    {title: `${metric} ${unitOf(totals[0] ?? {})}`, align: "right"}
  ];
  const line = (label: readonly string[], group: readonly Fields[], role?: "total" | "rest"): TableRow => ({
    cells: [
      ...label,
      ...periods.map((period) =>
        sumText(
          metric,
          group.filter((row) => row["period"] === period)
        )
      ),
      sumText(metric, group)
    ],
    ...(role === undefined ? {} : {role})
  });
  const groups = Map.groupBy(rows, (row) =>
    JSON.stringify([row["other"] ?? false, ...dimensions.map((name) => row[name])])
  );
  const ordered = [...groups.values()].toSorted(
    (a, b) => Number(a[0]?.["other"] === true) - Number(b[0]?.["other"] === true)
  );
  const lines = ordered.map((group) => {
    const first = group[0] ?? {};
    return line(
      dimensions.map((name) => valueText(first, name)),
      group,
      first["other"] === true ? "rest" : undefined
    );
  });
  lines.push(line(["total", ...dimensions.slice(1).map(() => "")], rows, "total"));
  const least = dimensions.length * 10;
  const numbers = columns
    .slice(dimensions.length)
    .map((column, index) =>
      Math.max(column.title.length, ...lines.map(({cells}) => cells[dimensions.length + index]?.length ?? 0))
    );
  const width = least + numbers.reduce((sum, each) => sum + each + 2, 0);
  return width > style.columns ? null : tableText(columns, lines, style);
}

function sumText(metric: string, rows: readonly Fields[]): string {
  if (rows.length === 0) return "";
  const amounts = rows.map((row) => row[metric]);
  const known = amounts.filter((amount) => typeof amount === "string");
  return known.length < amounts.length ? unknown : amountText(known.reduce(add, "0"));
}

/** Notes, what is missing in the data, and the receipt. */
export function after(output: Fields, style: Style): string {
  const completeness = isFields(output["completeness"]) ? output["completeness"]["notes"] : [];
  return notesText(output["notes"], style) + notesText(completeness, style) + footer(output, style);
}

/** The plan of an explained answer: what is read, and the statement with its values. */
export function explained(plan: unknown): string {
  if (!isFields(plan)) return "";
  const {kind, files, rows, sql, parameters} = plan;
  const values = Array.isArray(parameters)
    ? parameters.map((value, index) => `  $${index + 1} = ${JSON.stringify(value)}\n`)
    : [];
  const statement = typeof sql === "string" ? `${sql}\n${values.join("")}` : "Nothing had to be read.\n";
  return `plan: ${cellText(kind, "text")}, ${cellText(files, "count")} files, ${cellText(rows, "count")} rows\n${statement}`;
}
