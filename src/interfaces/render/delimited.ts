import {isDecimal} from "./amount-text.ts";
import {fieldNames, plainText} from "./cells.ts";
import type {Fields} from "./cells.ts";

const chunk = 1000;

/**
 * Rows as RFC 4180: CRLF, quotes where they are needed, full precision. A text that a spreadsheet would run as a
 * formula (it begins with = + - @, a tab or a return) gets an apostrophe before it; exact numbers do not.
 */
export function* csv(rows: readonly Fields[]): Iterable<string> {
  const names = fieldNames(rows);
  if (names.length === 0) return;
  yield `${names.map(csvCell).join(",")}\r\n`;
  for (let at = 0; at < rows.length; at += chunk) {
    yield rows
      .slice(at, at + chunk)
      .map((row) => `${names.map((name) => csvCell(plainText(row[name]))).join(",")}\r\n`)
      .join("");
  }
}

export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isDecimal(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as one JSON text a line; `last` follows them where there is anything to say. */
export function* ndjson(rows: readonly Fields[], last: Fields): Iterable<string> {
  for (let at = 0; at < rows.length; at += chunk) {
    yield rows
      .slice(at, at + chunk)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join("");
  }
  if (Object.keys(last).length > 0) yield `${JSON.stringify(last)}\n`;
}

/** A table in Markdown with full precision; numbers stand on the right. */
export function markdown(rows: readonly Fields[], isNumeric: (name: string) => boolean): string {
  const names = fieldNames(rows);
  if (names.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [
    line(names.map(markdownCell)),
    line(names.map((name) => (isNumeric(name) ? "---:" : "---"))),
    ...rows.map((row) => line(names.map((name) => markdownCell(plainText(row[name])))))
  ].join("");
}

function markdownCell(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/g, (sign) => `\\${sign}`).replace(/\s*[\r\n]+\s*/g, " ");
}
