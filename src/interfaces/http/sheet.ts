import writeExcelFile, {type SheetData} from "write-excel-file/node";
import {type Fields, plainText} from "../render/cells.ts";
import type {FieldKind} from "../render/fields.ts";

/** Spreadsheets calculate in binary floating point, with some fifteen digits; the note says where the exact ones are. */
const note = "Amounts are numbers of a spreadsheet, with 15 digits; CSV, JSON and Parquet have them exactly.";

type Cell = {readonly value?: string | number | boolean; readonly type?: unknown; readonly format?: string};

export interface SheetParts {
  readonly rows: readonly Fields[];
  readonly names: readonly string[];
  /** Of each column. */
  readonly kinds: readonly FieldKind[];
}

/** A workbook with one sheet: a note, a header, then typed cells. */
export async function sheet({rows, names, kinds}: SheetParts): Promise<Buffer> {
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
const unprintable = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;
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
