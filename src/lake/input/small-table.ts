import {isUtf8} from "node:buffer";
import {UserError} from "../../errors.ts";
import {type InputFile, readError} from "./file.ts";
import {readHeader} from "./header.ts";
import {fieldsOf, textRecords} from "./records.ts";

export interface TableShape {
  readonly required: readonly string[];
  /** Columns that may be there, too; any others are refused. Null where others do not matter. */
  readonly optional: readonly string[] | null;
  /** What its rows are, in the plural. */
  readonly things: string;
  /** The most rows that one file may hold. */
  readonly most: number;
}

export interface TableLine {
  readonly line: number;
  /** What stands in a column, without spaces around it; empty where nothing does. */
  field(column: string): string;
  /** Refuses the file for what stands in a column of this line. */
  fault(column: string, what: string): UserError;
}

/** Bytes of the longest line. */
const longest = 65_536;

/**
 * Goes through a small CSV file that people write by hand, such as rates or invoices, line by line: nothing is guessed.
 * Column names may be in any case. Throws `columns.missing`, `columns.duplicate`, `input.unreadable` with the line,
 * `input.empty`.
 */
export async function* tableLines(file: InputFile, shape: TableShape, signal: AbortSignal): AsyncGenerator<TableLine> {
  const {names, delimiter} = await readHeader(file, file.path);
  const columns = names.map((name) => name.trim().toLowerCase());
  requireColumns(file, columns, shape);
  let count = 0;
  try {
    for await (const {line, bytes} of textRecords(file.path, delimiter, longest, signal)) {
      if (line === 1) continue;
      const fault = (column: string, what: string): UserError => faultAt(file, line, column, what);
      const first = shape.required[0] ?? "";
      if (++count > shape.most) throw fault(first, `more than ${shape.most} ${shape.things}`);
      if (bytes === null) throw fault(first, `a line of more than ${longest} bytes`);
      if (!isUtf8(bytes)) throw fault(first, "the line is not UTF-8 text");
      const fields = fieldsOf(bytes.toString("utf8"), delimiter);
      if (fields.length > columns.length)
        throw fault(columns.at(-1) ?? "", `${fields.length} fields, but the header names ${columns.length}`);
      yield {line, fault, field: (column) => (fields[columns.indexOf(column)] ?? "").trim()};
    }
  } catch (error) {
    throw readError(file, error);
  }
  if (count === 0) throw new UserError("input.empty", `${file.name} has no ${shape.things}`, {at: {file: file.name}});
}

function requireColumns(file: InputFile, columns: readonly string[], {required, optional, things}: TableShape): void {
  const also = optional === null || optional.length === 0 ? "" : `, and may have ${optional.join(", ")}`;
  const options = {
    at: {file: file.name, line: 1},
    remedy: `A file of ${things} has the columns ${required.join(", ")}${also}.`
  };
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new UserError("columns.missing", `${file.name} has no column ${missing.join(", ")}`, options);
  const known = [...required, ...(optional ?? [])];
  const twice = columns.find((column, index) => known.includes(column) && columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new UserError("columns.duplicate", `${file.name} has the column ${twice} twice`, options);
  const odd = optional === null ? undefined : columns.find((column) => !known.includes(column));
  if (odd !== undefined)
    throw new UserError("input.unreadable", `${file.name} has a column ${odd} that means nothing here`, options);
}

function faultAt(file: InputFile, line: number, column: string, what: string): UserError {
  return new UserError("input.unreadable", `${file.name}: ${what.slice(0, 300)}`, {
    at: {file: file.name, line, column},
    remedy: "Correct the line and import the file again. Nothing was changed."
  });
}
