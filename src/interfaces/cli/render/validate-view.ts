import {amountText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

const order = ["error", "warning", "info"];
const marks: Readonly<Record<string, string>> = {error: "✗", warning: "!", info: "·"};

/** The rules that fail, the worst first, without those that only fail for others below them; JSON has all rules. */
export function validateList(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const shown = rows
    .filter((row) => row["verdict"] === "fail" && !text(row["message"]).startsWith("below it fail"))
    .toSorted((a, b) => order.indexOf(text(a["severity"])) - order.indexOf(text(b["severity"])));
  const title = [text(output["file"]), text(output["dataset"]), text(output["model"])];
  const counts = isFields(output["counts"]) ? output["counts"] : {};
  const numbers = Object.entries(counts).map(([name, n]) => `${cellText(n, "count")} ${name.replace("-", " ")}`);
  const read = `${cellText(output["rowsRead"], "count")} rows. Rules: ${numbers.join(", ")}.`;
  return [
    `${style.colors.bold(wrapped(title.join(" · "), style.columns))}\n`,
    shown.length === 0 ? "No rule fails.\n" : shown.map((row) => failure(row, style)).join(""),
    `${wrapped(read, style.columns)}\n${notesText(output["notes"], style)}`
  ].join("\n");
}

function failure(row: Fields, {columns, colors}: Style): string {
  const severity = text(row["severity"]);
  const head = wrapped(
    `${marks[severity] ?? "·"} ${severity}: ${text(row["rule"])}: ${text(row["message"])}`,
    columns,
    "  "
  );
  const facts = [
    `${cellText(row["violations"], "count")} violations`,
    ...costs(row["cost"]),
    ...places(row["samples"])
  ];
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
  const rows = (isRows(samples) ? samples : []).map(({row}) => cellText(row, "count"));
  return rows.length === 0 ? [] : [`first in rows ${rows.join(", ")}`];
}

function text(value: unknown): string {
  return cellText(value, "text");
}
