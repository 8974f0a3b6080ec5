import type {DuckDBDataChunk, DuckDBType, DuckDBValue} from "@duckdb/node-api";
import type {Cell, Row} from "../engine.ts";
import {overflow} from "./failure.ts";

type Api = typeof import("@duckdb/node-api");
type Convert = (value: DuckDBValue) => Cell;

/** A function that makes rows of a chunk whose columns have these names and types. */
export function rowsOf(
  api: Api,
  names: readonly string[],
  types: readonly DuckDBType[]
): (chunk: DuckDBDataChunk) => readonly Row[] {
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) throw new Error(`two columns of an answer are named ${name}`);
  });
  const converts = types.map((type) => cellOf(api, type));
  return (chunk) => {
    const rows: Record<string, Cell>[] = Array.from({length: chunk.rowCount}, () => ({}));
    converts.forEach((convert, index) => {
      const name = names[index] ?? "";
      const values = chunk.getColumnValues(index);
      rows.forEach((row, n) => {
        const value = values[n] ?? null;
        set(row, name, value === null ? null : convert(value));
      });
    });
    return rows;
  };
}

// Assigning to `__proto__` would set the prototype and lose the value.
function set(object: Record<string, Cell>, name: string, cell: Cell): void {
  if (name === "__proto__")
    Object.defineProperty(object, name, {value: cell, enumerable: true, configurable: true, writable: true});
  else object[name] = cell;
}

/** How a value of a type, not null, becomes a cell. */
function cellOf(api: Api, type: DuckDBType): Convert {
  const instant = instantCell();
  if (type instanceof api.DuckDBBooleanType) return (value) => value === true;
  if (type instanceof api.DuckDBDecimalType) {
    return (value) => (value instanceof api.DuckDBDecimalValue ? decimalText(value.value, value.scale) : String(value));
  }
  if (type instanceof api.DuckDBTimestampType || type instanceof api.DuckDBTimestampTZType) {
    return (value) =>
      value instanceof api.DuckDBTimestampValue || value instanceof api.DuckDBTimestampTZValue
        ? instant(value.micros)
        : String(value);
  }
  if (type instanceof api.DuckDBListType || type instanceof api.DuckDBArrayType) {
    const item = nullable(cellOf(api, type.valueType));
    return (value) =>
      value instanceof api.DuckDBListValue || value instanceof api.DuckDBArrayValue ? value.items.map(item) : [];
  }
  if (type instanceof api.DuckDBMapType) {
    const key = cellOf(api, type.keyType);
    const item = nullable(cellOf(api, type.valueType));
    return (value) =>
      value instanceof api.DuckDBMapValue
        ? Object.fromEntries(value.entries.map((entry) => [String(key(entry.key)), item(entry.value)]))
        : {};
  }
  if (type instanceof api.DuckDBStructType) {
    const fields = type.entryNames.map(
      (name, n) => [name, nullable(cellOf(api, type.entryTypes[n] ?? api.VARCHAR))] as const
    );
    return (value) =>
      value instanceof api.DuckDBStructValue
        ? Object.fromEntries(fields.map(([name, field]) => [name, field(value.entries[name] ?? null)]))
        : {};
  }
  return String;
}

function nullable(convert: Convert): Convert {
  return (value) => (value === null ? null : convert(value));
}

const tooMany = 10n ** 38n;

/**
 * A scaled integer as plain decimal text with all its declared decimals.
 * DuckDB sums in 128 bits and reports an overflow only beyond 1.7e38, so the 38 digits are held here.
 */
export function decimalText(value: bigint, scale: number): string {
  if (value >= tooMany || value <= -tooMany) throw overflow();
  const text = value.toString();
  if (scale === 0) return text;
  const negative = value < 0n;
  const digits = (negative ? text.slice(1) : text).padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${negative ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const microsPerDay = 86_400_000_000n;
const endless = 2n ** 63n - 1n;

/** A function that writes microseconds since 1970 as ISO text in UTC, remembering the days it has seen. */
export function instantCell(): (micros: bigint) => string {
  const days = new Map<bigint, string>();
  return (micros) => {
    if (micros === endless) return "infinity";
    if (micros === -endless) return "-infinity";
    const time = ((micros % microsPerDay) + microsPerDay) % microsPerDay;
    const start = micros - time;
    let day = days.get(start);
    if (day === undefined) {
      day = Temporal.Instant.fromEpochNanoseconds(start * 1000n)
        .toString()
        .slice(0, -"T00:00:00Z".length);
      days.set(start, day);
    }
    return time === 0n ? `${day}T00:00:00Z` : `${day}T${timeText(time)}Z`;
  };
}

function timeText(time: bigint): string {
  const seconds = time / 1_000_000n;
  const fraction = time % 1_000_000n;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, "0"));
  const decimals = fraction === 0n ? "" : `.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
  return clock.join(":") + decimals;
}
