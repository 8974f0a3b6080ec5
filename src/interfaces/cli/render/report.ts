import type {Contract} from "../../../operation.ts";
import {cellText, fieldNames, fieldTitle, isFields, isRows} from "./cells.ts";
import type {Fields} from "./cells.ts";
import {tableColumns} from "./columns.data.ts";
import {fieldKinds} from "./fields.ts";
import type {FieldKind} from "./fields.ts";
import {footer, notesText} from "./footer.ts";
import {pairsText, tableText} from "./table.ts";
import type {Style, TableRow} from "./table.ts";

const apart: readonly string[] = ["totals", "notes", "completeness", "receipt"];

/**
 * Any answer as text: its scalar fields as a list, each list of objects as a table (with the totals below the rows),
 * then notes, completeness and receipt.
 */
export function plainReport(contract: Contract, output: unknown, style: Style): string {
  if (isRows(output)) return rowsTable(output, fieldKinds(contract), style) || "Nothing to show.\n";
  if (!isFields(output)) return `${cellText(output, "text")}\n`;
  const parts: string[] = [];
  const scalars = Object.entries(output).filter(([name, value]) => !apart.includes(name) && !isRows(value));
  const kinds = fieldKinds(contract);
  if (scalars.length > 0) {
    parts.push(
      pairsText(
        scalars.map(([name, value]) => [fieldTitle(name), cellText(value, kinds(name))] as const),
        style
      )
    );
  }
  const lists = Object.entries(output).filter(([name, value]) => !apart.includes(name) && isRows(value));
  for (const [name, value] of lists) {
    if (!isRows(value)) continue;
    const title = lists.length > 1 || scalars.length > 0 ? `${style.colors.bold(fieldTitle(name))}\n` : "";
    const totals = name === "rows" && isRows(output["totals"]) ? output["totals"] : [];
    const shown = name === "rows" ? tableColumns[contract.name] : undefined;
    const table = rowsTable(
      value.map((row) => picked(row, shown)),
      fieldKinds(contract, name),
      style,
      totals
    );
    parts.push(title + (table === "" ? "Nothing to show.\n" : table));
  }
  parts.push(notesText(output["notes"], style), footer(output, style));
  return parts.filter((part) => part !== "").join("\n");
}

function picked(row: Fields, names: readonly string[] | undefined): Fields {
  return names === undefined ? row : Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** Objects as a table, a column for each field that any of them has. */
export function rowsTable(
  rows: readonly Fields[],
  kinds: (field: string) => FieldKind,
  style: Style,
  totals: readonly Fields[] = []
): string {
  const names = fieldNames(rows);
  if (names.length === 0) return "";
  const columns = names.map((name) => ({
    title: fieldTitle(name),
    align: kinds(name) === "text" ? ("left" as const) : ("right" as const)
  }));
  const cells = (row: Fields): readonly string[] => names.map((name) => cellText(row[name], kinds(name)));
  const lines: TableRow[] = rows.map((row) => ({cells: cells(row), ...(row["other"] === true ? {role: "rest"} : {})}));
  for (const total of totals) {
    const [first = "", ...others] = cells(total);
    lines.push({cells: [first === "" ? "total" : first, ...others], role: "total"});
  }
  return tableText(columns, lines, style);
}
