import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import {answerBlocks, answerWith} from "./cost-view.ts";
import {notesText} from "./footer.ts";
import {rowsTable} from "./report.ts";
import type {Style} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** The demo as text: what was ingested, then its first answers, each under the command that asks it. */
export function demoText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const deliveries = isRows(fields["deliveries"]) ? fields["deliveries"] : [];
  const headlines = isRows(fields["headlines"]) ? fields["headlines"] : [];
  const title = wrapped(
    `${cellText(fields["company"], "text")} · ${cellText(fields["folder"], "text")}`,
    style.columns
  );
  const parts = [
    `${style.colors.bold(title)}\n`,
    rowsTable(deliveries, (name) => (name === "rows" ? "count" : "text"), style),
    ...headlines.map((headline) => headlineText(headline, style)),
    notesText(fields["notes"], style)
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function headlineText(headline: Fields, style: Style): string {
  const totals = isRows(headline["totals"]) ? headline["totals"] : [];
  const rows = isRows(headline["rows"]) ? headline["rows"] : [];
  const names = Object.keys(totals[0] ?? {}).filter((name) => name !== "currency" && name !== "unit");
  const answer = answerWith(headline, {
    metrics: names.filter((name) => !/_(previous|change|change_ratio)$/.test(name)),
    granularity: granularityOf(rows),
    compared: names.some((name) => name.endsWith("_change"))
  });
  const command = wrapped(`$ ${cellText(headline["command"], "text")}`, style.columns, "    ");
  return `${style.colors.bold(cellText(headline["title"], "text"))}\n${style.colors.dim(command)}\n${answerBlocks(answer, style)}`;
}

function granularityOf(rows: readonly Fields[]): string | null {
  const periods = rows.map((row) => row["period"]).filter((period) => typeof period === "string");
  if (periods.length === 0) return null;
  return periods.every((period) => period.endsWith("-01")) ? "month" : "day";
}

/** What `init` wrote; where it wrote nothing, the file as it would be. */
export function initText(output: unknown, style: Style): string {
  const {file, written, text, notes} = isFields(output) ? output : {};
  const name = cellText(file, "text");
  const head =
    written === true
      ? `Written: ${name}\n`
      : `Not written: ${name}\n\n${typeof text === "string" ? text.trimEnd() : ""}\n`;
  return [head, notesText(notes, style)].filter((part) => part !== "").join("\n");
}
