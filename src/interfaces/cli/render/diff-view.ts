import {amountText} from "../../render/amount-text.ts";
import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import {changeText} from "./cost-view.ts";
import {notesText} from "./footer.ts";
import {tableText} from "./table.ts";
import type {Column, Style, TableRow} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** A restatement as text: billed cost before and after by service and account, a block for each currency. */
export function diffTable(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const rows = isRows(fields["rows"]) ? fields["rows"] : [];
  const totals = isRows(fields["totals"]) ? fields["totals"] : [];
  const before = Array.isArray(fields["before"]) ? fields["before"].map(String).join(", ") : "";
  const title = wrapped(
    `${cellText(fields["after"], "text")} against ${before === "" ? "nothing" : before}`,
    style.columns
  );
  const blocks = totals.map((total) =>
    block(
      rows.filter(({currency}) => currency === total["currency"]),
      total,
      style
    )
  );
  const body = rows.length === 0 ? ["Nothing changed in billed or effective cost.\n"] : blocks;
  return [`${style.colors.bold(title)}\n`, ...body, notesText(fields["notes"], style)]
    .filter((part) => part !== "")
    .join("\n");
}

function block(rows: readonly Fields[], total: Fields, style: Style): string {
  const currency = cellText(total["currency"], "text");
  const columns: Column[] = [
    {title: "service", align: "left"},
    {title: "account", align: "left"},
    {title: `billed ${currency} before`, align: "right"},
    {title: "after", align: "right"},
    {title: "change", align: "right"},
    {title: "", align: "left"}
  ];
  const cells = (row: Fields): readonly string[] => [
    ...["billedBefore", "billedAfter", "billedChange"].map((name) => signed(row[name], name === "billedChange")),
    changeText(row["billedChange"], null).replace("new", "more")
  ];
  const lines: TableRow[] = rows.map((row) => ({
    cells: [cellText(row["service"], "text") || "(none)", cellText(row["account"], "text") || "(none)", ...cells(row)]
  }));
  return tableText(columns, [...lines, {cells: ["total", "", ...cells(total)], role: "total"}], style);
}

function signed(value: unknown, withSign: boolean): string {
  if (typeof value !== "string") return "–";
  const text = amountText(value);
  return withSign && !text.startsWith("-") && !/^>-|^0\.00$/.test(text) ? `+${text}` : text;
}
