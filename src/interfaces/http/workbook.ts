import writeExcelFile, {type SheetData} from "write-excel-file/node";
import type {Contract} from "../../operation.ts";
import {rowsOf} from "../cli/render/answer.ts";
import {type Fields, fieldNames, plainText} from "../cli/render/cells.ts";
import {type FieldKind, fieldKinds} from "../cli/render/fields.ts";
import {viewOf} from "../cli/render/views.ts";

/** Spreadsheets calculate in binary floating point, with some fifteen digits; the note says where the exact ones are. */
const note = "Amounts are numbers of a spreadsheet, with 15 digits; CSV, JSON and Parquet have them exactly.";

type Cell = {readonly value?: string | number | boolean; readonly type?: unknown; readonly format?: string};

/** The rows of any answer as an XLSX workbook: a note, a header, then typed cells. */
export function workbook(contract: Contract, output: unknown): Promise<Buffer> {
  const {rows, name} = rowsOf(output);
  const own = viewOf(contract.name).kindOf;
  const declared = name === null ? fieldKinds(contract) : fieldKinds(contract, name);
  return sheet(rows, fieldNames(rows), (field) => own?.(field, output) ?? declared(field));
}

/** Charges as a workbook, by the kinds of their columns. */
export function workbookOfRows(
  rows: readonly Fields[],
  columns: readonly {readonly key: string; readonly kind: string}[]
): Promise<Buffer> {
  const amounts = new Set(columns.filter(({kind}) => kind === "amount").map(({key}) => key));
  return sheet(
    rows,
    columns.map(({key}) => key),
    (field) => (amounts.has(field) ? "amount" : "text")
  );
}

async function sheet(
  rows: readonly Fields[],
  names: readonly string[],
  kindOf: (field: string) => FieldKind
): Promise<Buffer> {
  const kinds = names.map(kindOf);
  const header = names.map((value) => ({value, fontWeight: "bold" as const}));
  const lines = rows.map((row) => names.map((name, index) => cell(row[name], kinds[index] ?? "text")));
  const width = Math.max(1, names.length);
  const top = [{value: note, fontStyle: "italic" as const}, ...Array.from({length: width - 1}, () => null)];
  const data = [top, header.length === 0 ? [null] : header, ...lines];
  return writeExcelFile(data as SheetData, {
    columns: names.map((_, index) => ({width: (kinds[index] ?? "text") === "text" ? 24 : 16})),
    stickyRowsCount: 2
  }).toBuffer();
}

// XML has no place for control characters.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const longest = 32_767;

function cell(value: unknown, kind: FieldKind): Cell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return {value, type: Boolean};
  const text = plainText(value);
  if (kind !== "text" && /^-?\d+(\.\d+)?$/.test(text)) {
    return {value: Number(text), type: Number, format: kind === "count" ? "#,##0" : "#,##0.00########"};
  }
  return {value: text.replaceAll(unprintable, "").slice(0, longest), type: String};
}
