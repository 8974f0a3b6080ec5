import {type Query, sql} from "../../../engine/query.ts";
import {didYouMean} from "../../../nearest.ts";
import type {ColumnType} from "../../column.ts";
import {compileExpression, type Scope} from "./expression/compile.ts";
import {ExpressionError} from "./expression/tokens.ts";
import {asType, decimalOf, type ExpressionType, instantOf, nouns, textOf, type Typed} from "./expression/typed.ts";
import type {DeclaredSource} from "./form.ts";
import {DeclarationError, type Path} from "./problem.ts";

/** What the SQL of a column of FOCUS must give. */
export const typeOfColumn: Readonly<Record<ColumnType, ExpressionType>> = {
  string: "text",
  decimal: "decimal",
  datetime: "instant",
  json: "text",
  keyvalue: "text"
};

/** The value that a source gives, of the type that is asked for. Throws `DeclarationError`. */
export function sourceValue(source: DeclaredSource, type: ExpressionType, scope: Scope, path: Path): Typed {
  if ("constant" in source) return constantValue(source.constant, type, [...path, "constant"]);
  if ("expression" in source) return expressionValue(source.expression, type, scope, [...path, "expression"]);
  const found = scope.names.get(source.column);
  const at = [...path, "column"];
  if (found === undefined)
    throw new DeclarationError(
      at,
      `there is no column ${source.column}${didYouMean(source.column, [...scope.names.keys()])}`,
      "Name one of those under columns."
    );
  if (found.type !== type && !(type === "text" && found.type !== "boolean"))
    throw new DeclarationError(
      at,
      `${source.column} is ${nouns[found.type]}, and ${nouns[type]} is needed here`,
      "Set the kind of the column, or make it with an expression."
    );
  return type === "text" && found.type !== "text" ? textual(found) : found;
}

/** Numbers and instants as the text that people write. */
function textual({type, query}: Typed): Typed {
  if (type === "decimal") return textOf(sql`regexp_replace(cast(${query} as varchar), '\\.?0+$', '')`);
  return textOf(sql`strftime(${query}, '%Y-%m-%dT%H:%M:%SZ')`);
}

/** An expression of the type that is asked for. Throws `DeclarationError` with the place in its text. */
export function expressionValue(text: string, type: ExpressionType | null, scope: Scope, path: Path): Typed {
  try {
    const typed = compileExpression(text, scope);
    return type === null ? typed : asType(typed, type, 0, "this");
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new DeclarationError(path, error.message, error.remedy, error.offset);
  }
}

/** A constant as a value of the type that is asked for; an empty one is null. Throws `DeclarationError`. */
function constantValue(text: string, type: ExpressionType, path: Path): Typed {
  const refuse = (form: string): DeclarationError =>
    new DeclarationError(path, `${JSON.stringify(text)} is not ${nouns[type]}`, `Write it as ${form}.`);
  if (type === "decimal") {
    if (!/^-?\d{1,20}(\.\d{1,18})?$/.test(text)) throw refuse("12.50");
    return decimalOf(sql`cast(${text} as decimal(38, 18))`, (text.split(".")[1] ?? "").length, text);
  }
  if (type === "instant") {
    if (!isInstant(text)) throw refuse("2026-10-01 or 2026-10-01T00:00:00Z");
    return instantOf(sql`cast(${text.replace(/Z$/, "")} as timestamp)`);
  }
  if (type === "boolean") throw refuse("an expression");
  return textOf(text === "" ? sql`cast(null as varchar)` : sql`cast(${text} as varchar)`, text);
}

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text.replace(/Z$/, ""));
    return true;
  } catch {
    return false;
  }
}

/** SQL of a text column, null where it would be empty. */
export function filled(query: Query): Query {
  return sql`nullif(${query}, '')`;
}
