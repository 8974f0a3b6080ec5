import {UserError} from "../../errors.ts";
import {type InputFile, readError} from "../../lake/input/file.ts";
import {readHeader} from "../../lake/input/header.ts";
import {fieldsOf, textRecords} from "../../lake/input/records.ts";
import {isAmount, normalise} from "../../money/amount.ts";

export interface Point {
  /** Empty where the series has no lines. */
  readonly key: string;
  readonly day: string;
  /** Exact decimal text without needless zeros. */
  readonly value: string;
}

/** Bytes of the longest line, and how many points one file may hold. */
const limits = {line: 65_536, points: 1_000_000} as const;

/** Reads a file of points as a whole. Throws `columns.missing`, `input.unreadable` with the line, `input.empty`. */
export async function readPoints(file: InputFile, signal: AbortSignal): Promise<readonly Point[]> {
  const {names, delimiter} = await readHeader(file, file.path);
  const columns = names.map((name) => name.trim().toLowerCase());
  const missing = ["day", "value"].filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new UserError("columns.missing", `${file.name} has no column ${missing.join(", ")}`, {
      at: {file: file.name, line: 1},
      remedy: "A series has the columns day and value and, where it has several lines, key."
    });
  }
  const points = new Map<string, Point>();
  try {
    for await (const {line, bytes} of textRecords(file.path, delimiter, limits.line, signal)) {
      if (line === 1) continue;
      if (points.size >= limits.points) throw fault(file, line, "day", `more than ${limits.points} points`);
      const fields = fieldsOf(bytes?.toString("utf8") ?? "", delimiter);
      const field = (column: string) => (fields[columns.indexOf(column)] ?? "").trim();
      const point = pointOf(file, line, field);
      const id = `${point.day} ${point.key}`;
      if (points.has(id))
        throw fault(file, line, "day", `${point.day}${point.key === "" ? "" : ` of ${point.key}`} is there twice`);
      points.set(id, point);
    }
  } catch (error) {
    throw readError(file, error);
  }
  if (points.size === 0) throw new UserError("input.empty", `${file.name} has no points`, {at: {file: file.name}});
  return [...points.values()];
}

function pointOf(file: InputFile, line: number, field: (column: string) => string): Point {
  const [day, value, key] = [field("day"), field("value"), field("key")];
  if (!isDay(day)) throw fault(file, line, "day", `"${day}" is not a day such as 2026-10-01`);
  if (!/^[+-]?\d+(\.\d+)?$/.test(value) || !isAmount(value) || value.length > 60)
    throw fault(file, line, "value", `"${value}" is not a plain number such as 1250 or 0.5`);
  if (key.length > 200 || /\p{Cc}/u.test(key)) throw fault(file, line, "key", "a key has at most 200 characters");
  return {day, key, value: normalise(value, {trailingZeros: false})};
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function fault(file: InputFile, line: number, column: string, what: string): UserError {
  return new UserError("input.unreadable", `${file.name}: ${what.slice(0, 300)}`, {
    at: {file: file.name, line, column},
    remedy: "Correct the line and import the file again. Nothing was changed."
  });
}
