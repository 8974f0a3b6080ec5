import {amountText, countText} from "../../render/amount-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {type Column, type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** The rules that fail, the worst first, without the composites above them; JSON has all rules. */
export function validateTable(output: unknown, style: Style): string {
  if (!isFields(output)) return "";
  const rows = isRows(output["rows"]) ? output["rows"] : [];
  const failed = rows.filter(({verdict}) => verdict === "fail");
  const shown = failed.filter(({message}) => !cellText(message, "text").startsWith("below it fail"));
  const counts = isFields(output["counts"]) ? output["counts"] : {};
  const numbers = Object.entries(counts).map(([name, n]) => `${countText(cellText(n, "count"))} ${name}`);
  const title = [
    cellText(output["file"], "text"),
    cellText(output["dataset"], "text"),
    cellText(output["model"], "text"),
    `${cellText(output["rowsRead"], "count")} rows`
  ];
  return [
    `${style.colors.bold(wrapped(title.join(" · "), style.columns))}\n`,
    shown.length === 0 ? "No rule fails.\n" : failures(shown, style),
    `${wrapped(`Rules: ${numbers.join(", ")}.`, style.columns)}\n${notesText(output["notes"], style)}`
  ].join("\n");
}

const columns: readonly Column[] = [
  {title: "severity", align: "left"},
  {title: "rule", align: "left"},
  {title: "violations", align: "right"},
  {title: "billed cost", align: "right"},
  {title: "row", align: "right"},
  {title: "what", align: "left"}
];

function failures(shown: readonly Fields[], style: Style): string {
  const order = ["error", "warning", "info"];
  const rank = (row: Fields): number => order.indexOf(cellText(row["severity"], "text"));
  const lines = shown
    .toSorted((a, b) => rank(a) - rank(b))
    .map((row) => ({
      cells: [
        cellText(row["severity"], "text"),
        cellText(row["rule"], "text"),
        cellText(row["violations"], "count"),
        costText(row["cost"]),
        firstRow(row["samples"]),
        cellText(row["message"], "text")
      ]
    }));
  return tableText([...columns], lines, style);
}

function costText(cost: unknown): string {
  const [first, ...more] = isRows(cost) ? cost : [];
  if (first === undefined) return "";
  const text = `${amountText(cellText(first["amount"], "text"))} ${cellText(first["currency"], "text")}`;
  return more.length === 0 ? text : `${text} and ${more.length} more`;
}

function firstRow(samples: unknown): string {
  const [first] = isRows(samples) ? samples : [];
  return first === undefined ? "" : cellText(first["row"], "count");
}
