import type {InputFile} from "../../lake/input/file.ts";
import {type TableLine, tableLines} from "../../lake/input/small-table.ts";
import {isAmount, normalise} from "../../money/amount.ts";
import {isDay} from "../../time/day.ts";

export interface Point {
  /** Empty where the series has no lines. */
  readonly key: string;
  readonly day: string;
  /** Exact decimal text without needless zeros. */
  readonly value: string;
}

const shape = {required: ["day", "value"], optional: null, things: "points", most: 1_000_000} as const;

/**
 * Reads a file of points as a whole: columns day and value and, where it has several lines, key. Throws
 * `columns.missing`, `input.unreadable` with the line, `input.empty`.
 */
export async function readPoints(file: InputFile, signal: AbortSignal): Promise<readonly Point[]> {
  const points = new Map<string, Point>();
  for await (const line of tableLines(file, shape, signal)) {
    const point = pointOf(line);
    const id = `${point.day} ${point.key}`;
    if (points.has(id))
      throw line.fault("day", `${point.day}${point.key === "" ? "" : ` of ${point.key}`} is there twice`);
    points.set(id, point);
  }
  return [...points.values()];
}

function pointOf({field, fault}: TableLine): Point {
  const [day, value, key] = [field("day"), field("value"), field("key")];
  if (!isDay(day)) throw fault("day", `"${day}" is not a day such as 2026-10-01`);
  if (!/^[+-]?\d+(\.\d+)?$/.test(value) || !isAmount(value) || value.length > 60)
    throw fault("value", `"${value}" is not a plain number such as 1250 or 0.5`);
  if (key.length > 200 || /\p{Cc}/u.test(key)) throw fault("key", "a key has at most 200 characters");
  return {day, key, value: normalise(value, {trailingZeros: false})};
}
