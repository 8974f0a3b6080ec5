import {join, literal, type Query, sql} from "../../../engine/query.ts";
import type {NativeColumn, NativeKind} from "../importer.ts";
import {dateReader} from "./date-format.ts";
import type {DeclaredColumn, DeclaredForm} from "./form.ts";
import {DeclarationError} from "./problem.ts";

/** A declared column as the runtime reads it. Throws `DeclarationError`. */
export function nativeColumn(name: string, column: DeclaredColumn, form: DeclaredForm): NativeColumn {
  const isJson = form.reads.format === "json";
  const values = valuesOf(name, column, form);
  const kinds: Readonly<Record<DeclaredColumn["kind"], NativeKind>> = {
    text: "text",
    decimal: "decimal",
    float: "float",
    date: "instant",
    json: "json",
    map: "map"
  };
  refuseStrangers(name, column);
  return {
    name,
    kind: kinds[column.kind],
    spelled: isJson ? [name] : column.from,
    read: readerOf(name, column),
    ...(column.required ? {required: true as const} : {}),
    ...(column.filled ? {filled: true as const} : {}),
    ...(values === null ? {} : {values})
  };
}

function valuesOf(name: string, {values, kind}: DeclaredColumn, {tables}: DeclaredForm): readonly string[] | null {
  if (values === undefined) return null;
  const path = ["columns", name, "values"];
  if (kind !== "text") throw new DeclarationError(path, "only a text has known values", "Remove values, or kind.");
  if (Array.isArray(values)) return values;
  const table = tables[values.table];
  if (table !== undefined) return Object.keys(table);
  throw new DeclarationError([...path, "table"], `there is no table ${values.table}`, "Tables stand under tables:.");
}

function refuseStrangers(name: string, column: DeclaredColumn): void {
  const isNumber = column.kind === "decimal" || column.kind === "float";
  const wrong = (key: string, kinds: string): never => {
    throw new DeclarationError(["columns", name, key], `${key} is for ${kinds}`, `Remove it, or set kind: of ${name}.`);
  };
  if (column.format !== undefined && column.kind !== "date") wrong("format", "dates");
  if (column.thousands !== undefined && !isNumber) wrong("thousands", "numbers");
  if (column.symbols !== undefined && !isNumber) wrong("symbols", "numbers");
  if (column.scale !== undefined && !isNumber) wrong("scale", "numbers");
  if (column.decimal !== "point" && !isNumber) wrong("decimal", "numbers");
  if (column.thousands === column.decimal)
    throw new DeclarationError(
      ["columns", name, "thousands"],
      "the decimal separator cannot separate thousands, too",
      "Say which of both it is."
    );
}

/** Makes text as it is written into text that is read exactly; what is written otherwise stays unreadable. */
function readerOf(name: string, column: DeclaredColumn): (text: Query) => Query {
  const empty = column.empty ?? [];
  const date = column.kind === "date" ? dateReader(name, column.format) : null;
  return (written) => {
    const trimmed = sql`trim(${written})`;
    const text =
      empty.length === 0
        ? trimmed
        : sql`case when ${trimmed} in (${join(empty.map(literal))}) then null else ${trimmed} end`;
    if (date !== null) return date(sql`(${text})`);
    if ((column.kind === "decimal" || column.kind === "float") && isOwnForm(column))
      return plainNumber(sql`(${text})`, column);
    return text;
  };
}

/** Whether numbers are written in another form than the one that is read anyway. */
function isOwnForm({decimal, thousands, negative, symbols, scale}: DeclaredColumn): boolean {
  return (
    decimal !== "point" ||
    thousands !== undefined ||
    negative !== "minus" ||
    symbols !== undefined ||
    scale !== undefined
  );
}

const groups = {none: "", comma: ",", point: ".", space: " ", apostrophe: "'"} as const;

/** Digits, groups of three where they are separated, and decimals, in the form that was declared and in no other. */
function plainNumber(text: Query, column: DeclaredColumn): Query {
  const point = column.decimal === "comma" ? "," : ".";
  const group = groups[column.thousands ?? (column.decimal === "comma" ? "point" : "none")];
  const bare = unsigned(withoutSymbols(text, column.symbols ?? []), column);
  // Spaces of typographers count as spaces.
  const spaced = group === " " ? sql`regexp_replace(${bare}, '[\\x{00A0}\\x{202F}]', ' ', 'g')` : bare;
  const whole = group === "" ? "[0-9]+" : `([0-9]{1,3}(${escaped(group)}[0-9]{3})+|[0-9]+)`;
  const most = column.scale === undefined ? "*" : `{0,${column.scale}}0*`;
  const exponent = column.kind === "float" && point === "." ? "([eE][+-]?[0-9]+)?" : "";
  const pattern = `[+-]?(${whole}(${escaped(point)}[0-9]${most})?|${escaped(point)}[0-9]+)${exponent}`;
  const ungrouped = group === "" ? sql`n` : sql`replace(n, ${literal(group)}, '')`;
  const plain = point === "." ? ungrouped : sql`replace(${ungrouped}, ${literal(point)}, '.')`;
  // What does not match keeps a sign that no number has, so that it is never taken for one by chance.
  return sql`list_transform([${spaced}], lambda n: case when regexp_full_match(n, ${literal(pattern)}) then ${plain} else (n || ' ?') end)[1]`;
}

function withoutSymbols(text: Query, symbols: readonly string[]): Query {
  return symbols.reduce((query, symbol) => sql`trim(replace(${query}, ${literal(symbol)}, ''))`, text);
}

function unsigned(text: Query, {negative}: DeclaredColumn): Query {
  if (negative === "minus") return text;
  const pattern = negative === "trailing" ? "^([^-]*[^- ]) *-$" : "^\\((.*)\\)$";
  return sql`regexp_replace(${text}, ${literal(pattern)}, '-\\1')`;
}

function escaped(sign: string): string {
  return sign === "." ? "\\." : sign;
}

/** The most decimals of a declared column. */
export function scaleOf({scale}: DeclaredColumn): number {
  return scale === undefined ? 18 : Number.parseInt(scale, 10);
}
