import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";
import {currencies} from "../../money/currency.ts";
import type {Ground} from "./predicate.ts";
import type {ColumnCheck, Reading} from "./rule.ts";

/**
 * Whether the text of a column, where it is not null, has the type or format that a check function names. The odd texts
 * alone reach a regular expression: the rest is recognised by cheaper means.
 */
export function hasForm(
  check: Exclude<ColumnCheck, "ColumnPresent">,
  column: string,
  {reading, facts}: Pick<Ground, "reading" | "facts">
): Query {
  const official = reading === "official";
  const text = identifier(column);
  switch (check) {
    case "TypeString":
      return sql`true`;
    case "TypeDecimal":
    case "CheckDecimalValue":
      return sql`isfinite(${facts.number(column)})`;
    case "TypeDateTime":
      return sql`case when ${plainInstant(text)} then true else try_cast(${text} as timestamptz) is not null end`;
    case "FormatDateTime":
      return official
        ? sql`try_cast(${text} as timestamptz) is not null`
        : sql`case when ${plainInstant(text)} then true
            else regexp_full_match(${text}, ${literal(instantPattern)}) and try_cast(${text} as timestamptz) is not null end`;
    case "FormatNumeric":
      return facts.plain(column);
    case "FormatString":
      return official ? sql`strlen(${text}) = length(${text})` : sql`not contains(${text}, chr(65533))`;
    case "FormatUnit":
      return sql`case when ${text} in (${texts(frequentUnits)}) then true
        else regexp_full_match(${text}, ${literal(official ? officialUnit : unitPattern)}) end`;
    case "FormatCurrency":
      // A longer name is that of a virtual currency, such as tokens.
      return official
        ? sql`regexp_full_match(${text}, '[A-Z]{3}')`
        : sql`length(${text}) > 3 or regexp_full_match(${text}, '[A-Z]{3}')`;
    case "CheckNationalCurrency":
      return sql`${text} in (${texts(Object.keys(currencies))})`;
    case "FormatJSON":
      return sql`json_valid(${text})`;
    case "FormatKeyValue":
      return official ? sql`json_valid(${text})` : keyValue(text);
  }
}

/** Values as a list of text constants. */
export function texts(values: readonly string[]): Query {
  return join(values.map((value) => literal(value)));
}

/** Whether a column has one of the placeholders that stand for nothing. */
export function isPlaceholder(name: string): Query {
  const text = identifier(name);
  // One by one: the engine makes a join of a longer list, which every row would go through.
  const same = placeholders.map((value) => sql`${text} = ${literal(value)}`);
  return sql`coalesce(case when strlen(${text}) in (3, 4, 9, 14) then ${join(same, " or ")} else false end, false)`;
}

/** Of the lengths that `isPlaceholder` looks at. */
const placeholders = ["NULL", "null", "Null", "N/A", "n/a", "Not Applicable", "not applicable", "NaN", "undefined"];

/** Words that the reference takes for null while it loads. */
export const officialNulls = ["NULL", "INVALID", "INVALID_COST", "BAD_DATE", "INVALID_DECIMAL", "INVALID_INT"];

/** Whether a text is an instant in the one form that is asked for, to the second. */
export function plainInstant(text: Query): Query {
  return sql`strlen(${text}) = 20 and ${text}[11] = 'T' and ${text}[20] = 'Z' and ${text}[5] = '-'
    and try_cast(${text} as timestamp) is not null`;
}

const instantPattern =
  "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?Z";
/** Whether a text, where it is not null, is a number as rules want it written. */
export function plainNumber(text: Query, reading: Reading): Query {
  return sql`regexp_full_match(${text}, ${literal(reading === "official" ? officialNumber : numberPattern)})`;
}

const numberPattern = "-?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)(E-?[0-9]+)?";
const officialNumber = "[+-]?([0-9]*[.])?[0-9]+([eE][+-]?[0-9]+)?";

const times = "Year|Month|Day|Hour|Minute|Second";
// Count units are free words that begin with a capital, with a small letter before it as in vCPU; bits and bytes are not.
const unit = "(b|([KMGTPE]i?|k)b|[a-z]?[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*)";
const unitPattern = `([0-9]+ )?${unit}(-(${times})s)?|${unit}/(${times})|${unit}/[0-9]+ (${times})s`;
const officialUnit = "([0-9]+ )?[A-Za-z][A-Za-z0-9_ ]*([-/]([0-9]+ )?[A-Za-z]+)?";
const frequentUnits = ["Hours", "GB", "GB-Hours", "GB-Months", "Requests", "Units", "Seconds", "GB-Seconds"];

/** A JSON object without objects or lists in it and without a key twice. */
function keyValue(text: Query): Query {
  const keys = sql`json_keys(${text})`;
  return sql`case when not json_valid(${text}) then false
    when json_type(${text}) <> 'OBJECT' then false
    when len(list_distinct(${keys})) <> len(${keys}) then false
    when contains(substr(${text}, 2), '{') or contains(${text}, '[')
    then not list_has_any(list_transform(json_extract(${text}, '$.*'), lambda v: json_type(v)), ['OBJECT', 'ARRAY'])
    else true end`;
}
