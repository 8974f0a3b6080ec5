import type {Dialect} from "../engine/dialect.ts";
import {type Query, identifier, sql} from "../engine/query.ts";
import {extensionColumn} from "../focus/columns.ts";
import type {Field} from "./field.ts";

/** What the SQL of a field depends on: the dialect and the tag keys that have a column in every file that is read. */
export interface Terms {
  readonly dialect: Dialect;
  readonly promoted: ReadonlySet<string>;
}

/** The column that the value of a field is read from, as the relation of charges names it. */
export function columnOf(field: Field, promoted: ReadonlySet<string>): string {
  switch (field.kind) {
    case "column":
      return field.name;
    case "tag":
      return promoted.has(field.key) ? `tag_${field.key}` : "Tags";
    case "extension":
      return extensionColumn;
    case "source":
      return sourceColumn;
    case "billing-period":
      return "BillingPeriodStart";
  }
}

/** The column with the source's id, which the relation of charges adds to those of the files. */
export const sourceColumn = "source";

/** The value of a field in a charge: text, decimal or instant; a billing period is the instant it begins at. */
export function valueOf(field: Field, {dialect, promoted}: Terms): Query {
  const column = identifier(columnOf(field, promoted));
  if (field.kind === "tag" && !promoted.has(field.key)) return dialect.element(column, textValue(field.key, dialect));
  if (field.kind === "extension") return dialect.element(column, textValue(field.key, dialect));
  return field.kind === "billing-period" ? dialect.bucket("month", column) : column;
}

export function textValue(text: string, dialect: Dialect): Query {
  return sql`cast(${text} as ${dialect.types.text})`;
}

/** An exact decimal, at most 20 digits before and 18 after the point. */
export function decimalValue(text: string, dialect: Dialect): Query {
  return sql`cast(${text} as ${dialect.types.decimal(38, 18)})`;
}

/** A day, a month (`2026-10`) or an instant in UTC as TIMESTAMP. */
export function instantValue(text: string, dialect: Dialect): Query {
  const [day = "", time = "00:00:00Z"] = (text.length === 7 ? `${text}-01` : text).split("T");
  return sql`cast(${`${day} ${time.replace("Z", "")}`} as ${dialect.types.instant})`;
}
