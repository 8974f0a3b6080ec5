import {countText} from "../../render/amount-text.ts";
import {isFields, isRows} from "../../render/cells.ts";
import {chargeKind} from "../../render/kinds.ts";
import {after, explained, titleOf} from "./cost-view.ts";
import {rowsTable} from "./report.ts";
import type {Style} from "./table.ts";

/** Charge rows as text: how many of how many, the rows, and their sums. */
export function chargesTable(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const rows = isRows(fields["rows"]) ? fields["rows"] : [];
  const totals = isRows(fields["totals"]) ? fields["totals"] : [];
  const {count, next} = fields;
  const shown = `${countText(rows.length)} of ${countText(typeof count === "number" ? count : rows.length)} charges`;
  const more = typeof next === "number" ? `; the next with --offset ${next}` : "";
  const parts = [
    titleOf(fields, style),
    rowsTable(rows, chargeKind, style),
    `${shown}${more}\n`,
    totals.length === 0
      ? ""
      : `${style.colors.bold("Sums of all of them")}\n${rowsTable(totals, (name) => (name === "currency" || name === "unit" ? "text" : "amount"), style)}`,
    explained(fields["plan"]),
    after(fields, style)
  ];
  return parts.filter((part) => part !== "").join("\n");
}
