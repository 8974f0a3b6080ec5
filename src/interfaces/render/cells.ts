import {amountText, countText, exactText} from "./amount-text.ts";
import type {FieldKind} from "./fields.ts";
import {printable} from "./printable.ts";

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isRows(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields);
}

/** The names of all fields in the order in which they first come. */
export function fieldNames(rows: readonly Fields[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** A value for people. */
export function cellText(value: unknown, kind: FieldKind): string {
  if (value === null || value === undefined) return "";
  if (kind === "amount" && typeof value === "string") return amountText(value);
  if (kind === "exact" && typeof value === "string") return exactText(value);
  if (typeof value === "number" || typeof value === "bigint")
    return Number.isInteger(value) ? countText(value) : String(value);
  if (isRows(value)) return value.map(pairs).join("; ");
  return printable(isFields(value) ? pairs(value) : plainText(value));
}

/** An object inside a cell: `rows 3, state held`, or money: `12.30 USD`. */
function pairs(fields: Fields): string {
  const {currency, amount, ...others} = fields;
  if (typeof currency === "string" && amount !== undefined && Object.keys(others).length === 0) {
    return `${typeof amount === "string" ? amountText(amount) : "?"} ${currency}`;
  }
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${fieldTitle(name)} ${cellText(value, "text")}`)
    .join(", ");
}

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?Z$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A value in a table, where room is scarce: instants to the minute (UTC), ids by their last eight characters. */
export function tableCell(value: unknown, kind: FieldKind): string {
  if (typeof value === "string" && ulid.test(value)) return value.slice(-8);
  const parts = typeof value === "string" ? instant.exec(value) : null;
  if (parts === null) return cellText(value, kind);
  return parts[2] === "00:00" ? (parts[1] ?? "") : `${parts[1]} ${parts[2]}`;
}

/** Amounts with their currencies: `[{currency, amount}]`. */
export function isMoney(value: unknown): boolean {
  return isRows(value) && value.length > 0 && value.every((each) => "currency" in each && "amount" in each);
}

/** A value for machines: exact, lists by commas, objects as JSON. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) return value.map(plainText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A field's name as words: `createdAt` is `created at`. */
export function fieldTitle(field: string): string {
  if (field.includes(".") || /^[A-Z]/.test(field)) return field;
  return field
    .replaceAll("_", " ")
    .replace(/[a-z][A-Z]/g, (pair) => `${pair[0] ?? ""} ${(pair[1] ?? "").toLowerCase()}`);
}
