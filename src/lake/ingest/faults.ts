import type {Session} from "../../engine/duckdb/duckdb.ts";
import {raw, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {Delimiter} from "../input/header.ts";
import {fieldsOf, textRecords} from "../input/records.ts";
import {type Conversion, type SpoiledRow, spoiledRows} from "./convert.ts";
import {asText, longestRecord} from "./relation.ts";

/** A row that could not be taken exactly, as it is kept in quarantine. */
export interface Quarantined {
  readonly file: string;
  /** Line of a text file on which the row begins; null where the format has no lines. */
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
  /** The text that could not be taken, shortened. */
  readonly text: string | null;
  /** All faults beyond the first, in words. */
  readonly more: readonly string[];
  /** The row as delivered: its fields by column, or the raw text of a record that is none. */
  readonly row: Readonly<Record<string, string | null>> | string | null;
  readonly period: string | null;
  readonly currency: string | null;
  readonly billed: string | null;
}

/** Above this many the file is wrong as a whole, and its rows are not worth keeping one by one. */
export const mostQuarantined = 100_000;

export interface TextPlace {
  readonly path: string;
  readonly delimiter: Delimiter;
  /** Lines of records that are longer than any that is read, and not in the file at `path`. */
  readonly tooLong: readonly number[];
}

/**
 * Finds every row that was not written, after the rows of a file were: those that the reader rejected and those with a
 * value that cannot be taken. Throws `input.unreadable` where written and quarantined rows are not all rows.
 */
export async function findFaults(
  session: Session,
  name: string,
  plan: Conversion,
  written: number,
  text: TextPlace | null,
  signal: AbortSignal
): Promise<readonly Quarantined[]> {
  const rejected = text === null ? [] : await rejects(session, name, signal);
  const tooLong = (text?.tooLong ?? []).map((line) => noRecord(name, line, "LINE SIZE OVER MAXIMUM", null));
  refuseTooMany(name, tooLong.length);
  const spoiled = await spoiledOf(session, name, plan, signal);
  const columns = plan.relation.columns.map((column) => column.name);
  const faults = spoiled.map((row) => quarantined(name, row, columns));
  if (text === null) return faults;
  const {records, lines} = await locate(text, spoiled, columns.length, signal);
  const total = written + spoiled.length + rejected.length;
  if (records !== total && !swallowsRecords(rejected))
    throw new UserError(
      "input.unreadable",
      `${name} has ${records} records, of which only ${total} could be accounted for`,
      {at: {file: name}, remedy: "Look for quotes that do not match, and export the file again. Nothing was changed."}
    );
  return [
    ...tooLong,
    ...rejected,
    ...faults.map((fault, index) => ({...fault, line: lines.get(index) ?? null}))
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** A quote that never ends makes one record of all that follows, which the reader gives back as it stands. */
function swallowsRecords(rejected: readonly Quarantined[]): boolean {
  return rejected.some((fault) => typeof fault.row === "string" && /[\r\n]./.test(fault.row));
}

const rejectReasons: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": "has too few fields",
  "TOO MANY COLUMNS": "has too many fields",
  "UNQUOTED VALUE": "has a quote that does not end",
  "LINE SIZE OVER MAXIMUM": `is longer than ${longestRecord / 1024 / 1024} MiB`,
  "INVALID ENCODING": "has bytes that are not UTF-8"
};

async function rejects(session: Session, name: string, signal: AbortSignal): Promise<readonly Quarantined[]> {
  const rows = await session.rows(
    sql`select line, min(error_type::varchar) as kind, any_value(left(csv_line, 65536)) as raw
        from rejects group by scan_id, line order by line limit ${raw(String(mostQuarantined))}`,
    {signal}
  );
  refuseTooMany(name, rows.length);
  return rows.map((row) =>
    // a line number
    noRecord(name, Number(row["line"]), String(row["kind"]), row["raw"] === null ? null : String(row["raw"]))
  );
}

function noRecord(file: string, line: number, kind: string, row: string | null): Quarantined {
  const reason = rejectReasons[kind] ?? "is no record";
  return {file, line, column: null, reason, text: null, more: [], row, period: null, currency: null, billed: null};
}

async function spoiledOf(
  session: Session,
  name: string,
  plan: Conversion,
  signal: AbortSignal
): Promise<readonly SpoiledRow[]> {
  const found: SpoiledRow[] = [];
  for await (const batch of spoiledRows(session, plan, plan.relation.columns.map(asText), signal)) {
    found.push(...batch);
    refuseTooMany(name, found.length, batch[0]);
  }
  return found;
}

function refuseTooMany(name: string, count: number, example?: SpoiledRow): void {
  if (count < mostQuarantined) return;
  const fault = example?.faults[0];
  const shown = fault === undefined ? "" : `, such as: ${fault.column} ${fault.reason} (${fault.text ?? "empty"})`;
  throw new UserError("quarantine.threshold", `More than ${mostQuarantined} rows of ${name} cannot be read${shown}`, {
    at: {file: name},
    remedy: "The file as a whole is not what it should be; check how it was exported. Nothing was changed."
  });
}

function quarantined(name: string, row: SpoiledRow, columns: readonly string[]): Quarantined {
  const [first, ...more] = row.faults;
  return {
    file: name,
    line: null,
    column: first?.column ?? null,
    reason: first?.reason ?? "cannot be read",
    text: first?.text ?? null,
    more: more.map(({column, reason}) => `${column} ${reason}`),
    row: Object.fromEntries(columns.map((column, index) => [column, row.fields[index] ?? null])),
    period: row.period,
    currency: row.currency,
    billed: row.billed
  };
}

/** Counts the records and finds the lines of the spoiled ones by what stands in them. */
async function locate(
  {path, delimiter}: TextPlace,
  spoiled: readonly SpoiledRow[],
  width: number,
  signal: AbortSignal
): Promise<{records: number; lines: ReadonlyMap<number, number>}> {
  const wanted = new Map<string, number[]>();
  spoiled.forEach(({fields}, index) => {
    const key = JSON.stringify(fields);
    wanted.set(key, [...(wanted.get(key) ?? []), index]);
  });
  const lines = new Map<number, number>();
  let records = -1; // the header is a record, too
  for await (const {line, bytes} of textRecords(path, delimiter, longestRecord, signal)) {
    records++;
    if (wanted.size === 0 || bytes === null || records === 0) continue;
    const fields = fieldsOf(bytes.toString("utf8"), delimiter).slice(0, width);
    const key = JSON.stringify(fields.map((field) => (field === "" ? null : field)));
    const index = wanted.get(key)?.shift();
    if (index !== undefined) lines.set(index, line);
  }
  return {records, lines};
}
