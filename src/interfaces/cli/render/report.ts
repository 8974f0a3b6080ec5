import type {Contract} from "../../../operation.ts";
import {cellText, fieldNames, fieldTitle, isFields, isMoney, isRows, tableCell} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import {fieldKinds} from "../../render/fields.ts";
import type {FieldKind} from "../../render/fields.ts";
import {tableColumns} from "./columns.data.ts";
import {footer, notesText} from "./footer.ts";
import {pairsText, tableText} from "./table.ts";
import type {Style, TableRow} from "./table.ts";

const apart: readonly string[] = ["totals", "notes", "completeness", "receipt"];

/**
 * Any answer as text: its scalar fields as a list, each list of objects as a table (with the totals below the rows),
 * objects in it likewise, then notes, completeness and receipt.
 */
export function plainReport(contract: Contract, output: unknown, style: Style, path: readonly string[] = []): string {
  if (isRows(output)) return rowsTable(output, fieldKinds(contract), style) || "Nothing to show.\n";
  if (!isFields(output)) return `${cellText(output, "text")}\n`;
  const parts: string[] = [];
  const named = Object.entries(output).filter(([name]) => path.length > 0 || !apart.includes(name));
  const own = named.filter(([name, value]) => isShown(name, value));
  const scalars = own.filter(([, value]) => !isRows(value) && !isFields(value));
  const kinds = fieldKinds(contract, ...path);
  if (scalars.length > 0) {
    parts.push(
      pairsText(
        scalars.map(([name, value]) => [fieldTitle(name), cellText(value, kinds(name))] as const),
        style
      )
    );
  }
  for (const [name, value] of own) {
    if (isFields(value)) {
      parts.push(`${style.colors.bold(fieldTitle(name))}\n${plainReport(contract, value, style, [...path, name])}`);
    }
  }
  const lists = own.filter(([, value]) => isRows(value));
  for (const [name, value] of lists) {
    if (!isRows(value)) continue;
    const title = lists.length > 1 || scalars.length > 0 ? `${style.colors.bold(fieldTitle(name))}\n` : "";
    const totals = name === "rows" && isRows(output["totals"]) ? output["totals"] : [];
    const shown = name === "rows" && path.length === 0 ? tableColumns[contract.name] : undefined;
    const table = rowsTable(
      value.map((row) => picked(row, shown)),
      fieldKinds(contract, ...path, name),
      style,
      totals
    );
    parts.push(title + (table === "" ? "Nothing to show.\n" : table));
  }
  if (path.length === 0) parts.push(notesText(output["notes"], style), footer(output, style));
  return parts.filter((part) => part !== "").join("\n");
}

/** A list without anything in it is left out, except the rows that were asked for. */
function isShown(name: string, value: unknown): boolean {
  return value !== undefined && (name === "rows" || !Array.isArray(value) || value.length > 0);
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
    align: kinds(name) === "text" && !rows.some((row) => isMoney(row[name])) ? ("left" as const) : ("right" as const)
  }));
  const cells = (row: Fields): readonly string[] => names.map((name) => tableCell(row[name], kinds(name)));
  const lines: TableRow[] = rows.map((row) => ({cells: cells(row), ...(row["other"] === true ? {role: "rest"} : {})}));
  for (const total of totals) {
    const [first = "", ...others] = cells(total);
    lines.push({cells: [first === "" ? "total" : first, ...others], role: "total"});
  }
  return tableText(columns, lines, style);
}
