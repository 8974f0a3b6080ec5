import {add} from "../../../money/amount.ts";
import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const marks: Readonly<Record<string, string>> = {error: "✗", warning: "!", info: "·"};

/** Each rule once with the deliveries that it fails in, the worst first; JSON has a row for each. */
export function conformanceList(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const failing = rows.filter(({verdict}) => verdict === "fail");
  const others = Map.groupBy(
    rows.filter(({verdict}) => verdict !== "fail"),
    ({verdict}) => text(verdict)
  );
  const parts = [...Map.groupBy(failing, (row) => `${text(row["severity"])} ${text(row["rule"])}`).values()];
  const snapshots = isRows(output["snapshots"]) ? output["snapshots"] : [];
  const looked = [
    `${snapshots.length} ${snapshots.length === 1 ? "delivery" : "deliveries"}`,
    ...[...others].map(([verdict, list]) => `${list.length} × ${verdict.replace("-", " ")}`)
  ];
  return [
    parts.length === 0 ? "No rule fails.\n" : parts.map((list) => ruleText(list, style)).join(""),
    `${wrapped(looked.join(" · "), style.columns)}\n${notesText(output["notes"], style)}`
  ].join("\n");
}

function ruleText(list: readonly Fields[], {columns, colors}: Style): string {
  const [first = {}] = list;
  const severity = text(first["severity"]);
  const head = wrapped(
    `${marks[severity] ?? "·"} ${severity}: ${text(first["rule"])}: ${text(first["title"])}`,
    columns,
    "  "
  );
  const violations = list.reduce((sum, row) => sum + Number(row["violations"]), 0);
  const places = [...Map.groupBy(list, ({source}) => text(source))].map(([source, ofSource]) => {
    const periods = [...new Set(ofSource.map(({billingPeriod}) => text(billingPeriod)))].toSorted();
    const [from = "", to = ""] = [periods[0], periods.at(-1)];
    return `${source} ${from === to ? from : `${from} to ${to} (${periods.length})`}`;
  });
  const facts = [`${cellText(violations, "count")} violations`, ...costs(list), ...places];
  const shown = severity === "error" ? colors.red(head) : severity === "warning" ? colors.yellow(head) : head;
  return `${shown}\n  ${wrapped(facts.join(" · "), columns - 2, "  ")}\n`;
}

function costs(list: readonly Fields[]): readonly string[] {
  const all = list.flatMap(({cost}) => (isRows(cost) ? cost : []));
  const sums = [...Map.groupBy(all, ({currency}) => text(currency))].map(([currency, amounts]) => {
    const sum = amounts.map(({amount}) => text(amount)).reduce(add, "0");
    return `${amountText(sum)} ${currency}`.trim();
  });
  return sums.length === 0 ? [] : [`billed ${sums.join(", ")}`];
}

/** A line for each rule: how binding, what it demands, and what was corrected. */
export function conformanceRulesList(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const lines = rows.map((row) => {
    const marks = [
      text(row["severity"]),
      ...(row["origin"] === "ashlar" ? ["ours"] : []),
      ...(row["decidable"] === true ? [] : ["needs evidence"]),
      ...(typeof row["erratum"] === "string" ? [`corrected: ${row["erratum"]}`] : [])
    ];
    return wrapped(
      `${style.colors.bold(text(row["rule"]))} ${text(row["title"])} (${marks.join("; ")})`,
      style.columns,
      "  "
    );
  });
  return `${style.colors.bold(wrapped(text(output["model"]), style.columns))}\n\n${lines.join("\n")}\n\n${rows.length} rules.\n`;
}

function text(value: unknown): string {
  return cellText(value, "text");
}
