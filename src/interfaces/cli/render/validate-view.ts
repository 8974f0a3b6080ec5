import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const order = ["error", "warning", "info"];
const marks: Readonly<Record<string, string>> = {error: "✗", warning: "!", info: "·"};

/** The rules that fail in each file, the worst first, without those that only fail for others below them; JSON has all rules. */
export function validateList(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const files = isRows(output["files"]) ? output["files"] : [];
  const parts = files.map((file) => fileList(file, rows, style));
  const all = `${files.length} files, ${rulesText(output)}`;
  return [
    ...parts,
    ...(files.length > 1 ? [`${wrapped(all, style.columns)}\n`] : []),
    notesText(output["notes"], style)
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function fileList(file: Fields, rows: readonly Fields[], style: Style): string {
  const shown = rows
    .filter((row) => row["file"] === file["file"] && row["verdict"] === "fail")
    .filter((row) => !text(row["message"]).startsWith("below it fail"))
    .toSorted((a, b) => order.indexOf(text(a["severity"])) - order.indexOf(text(b["severity"])));
  if (file["fault"] !== null)
    return `${style.colors.bold(text(file["file"]))}\n${style.colors.red(wrapped(text(file["fault"]), style.columns))}\n`;
  const title = [text(file["file"]), text(file["dataset"]), text(file["model"])];
  return [
    `${style.colors.bold(wrapped(title.join(" · "), style.columns))}\n`,
    shown.length === 0 ? "No rule fails.\n" : shown.map((row) => failure(row, style)).join(""),
    `${wrapped(rulesText(file), style.columns)}\n`
  ].join("\n");
}

function rulesText(of: Fields): string {
  const counts = isFields(of["counts"]) ? of["counts"] : {};
  const numbers = Object.entries(counts).map(([name, n]) => `${cellText(n, "count")} ${name.replace("-", " ")}`);
  return `${cellText(of["rowsRead"], "count")} rows. Rules: ${numbers.join(", ")}.`;
}

function failure(row: Fields, {columns, colors}: Style): string {
  const severity = text(row["severity"]);
  const head = wrapped(
    `${marks[severity] ?? "·"} ${severity}: ${text(row["rule"])}: ${text(row["message"])}`,
    columns,
    "  "
  );
  const facts = [violations(row), ...costs(row["cost"]), ...places(row["samples"])];
  const shown = severity === "error" ? colors.red(head) : severity === "warning" ? colors.yellow(head) : head;
  return `${shown}\n  ${wrapped(facts.join(" · "), columns - 2, "  ")}\n`;
}

function costs(cost: unknown): readonly string[] {
  const amounts = (isRows(cost) ? cost : []).map(({amount, currency}) =>
    `${amountText(text(amount))} ${text(currency)}`.trim()
  );
  return amounts.length === 0 ? [] : [`billed ${amounts.join(", ")}`];
}

function places(samples: unknown): readonly string[] {
  const shown = isRows(samples) ? samples : [];
  const hasLines = shown.every(({line}) => typeof line === "number");
  const places = shown.map(({row, line}) => cellText(hasLines ? line : row, "count"));
  return places.length === 0 ? [] : [`first in ${hasLines ? "lines" : "rows"} ${places.join(", ")}`];
}

function violations(row: Fields): string {
  const number = cellText(row["violations"], "count");
  return `${number} violation${number === "1" ? "" : "s"}`;
}

function text(value: unknown): string {
  return cellText(value, "text");
}
