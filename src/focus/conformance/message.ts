import {columnsIn, type Check, type JsonPart, type RuleFacts} from "./rule.ts";

/** What a rule demands, in our words. */
export function messageOf({check, when, on}: RuleFacts): string {
  if (check === undefined) return `${on} needs evidence`;
  return `${demand(check)}${when === undefined ? "" : ` where ${condition(when)}`}`;
}

function demand(check: Check): string {
  switch (check[0]) {
    case "AND":
    case "bare-and":
    case "OR":
      return check[1].map(demand).join(check[0] === "OR" ? ", or " : ", and ");
    case "Not":
      return `not: ${condition(check[1])}`;
    case "Rule":
      return check[1];
    case "ColumnPresent":
      return `${check[1]} is not in the file`;
    case "TypeString":
      return `${check[1]} must be text`;
    case "TypeDecimal":
    case "CheckDecimalValue":
      return `${check[1]} must be a number`;
    case "TypeDateTime":
      return `${check[1]} must be a date and time`;
    case "FormatString":
      return `${check[1]} must be valid text`;
    case "FormatNumeric":
      return `${check[1]} must be written as a plain number`;
    case "FormatDateTime":
      return `${check[1]} must be written as 2026-10-01T00:00:00Z`;
    case "FormatUnit":
      return `${check[1]} must be a unit with capitals, as GB-Hours`;
    case "FormatCurrency":
      return `${check[1]} must be a code of three capitals or the name of a virtual currency`;
    case "CheckNationalCurrency":
      return `${check[1]} must be a currency of ISO 4217`;
    case "FormatKeyValue":
      return `${check[1]} must be a flat JSON object with each key once`;
    case "FormatJSON":
      return `${check[1]} must be JSON`;
    case "CheckValue":
      return check[2] === null ? `${check[1]} must be null` : `${check[1]} must be ${check[2]}`;
    case "CheckNotValue":
      return check[2] === null ? `${check[1]} must not be null` : `${check[1]} must not be ${check[2]}`;
    case "OneOf":
      return check[2].length > 8
        ? `${check[1]} must be one of the ${check[2].length} allowed values`
        : `${check[1]} must be one of ${check[2].join(", ")}`;
    case "CheckGreaterOrEqualThanValue":
      return `${check[1]} must not be less than ${check[2]}`;
    case "CheckLessOrEqualThanValue":
      return `${check[1]} must not be more than ${check[2]}`;
    case "CheckSameValue":
      return `${check[1]} must equal ${check[2]}`;
    case "CheckNotSameValue":
      return `${check[1]} must differ from ${check[2]}`;
    case "CheckBefore":
      return `${check[1]} must be before ${check[2]}`;
    case "CheckDistinctCount":
      return `each ${check[1]} must have one ${check[2]}`;
    case "CheckNoDuplicates":
      return `${check[1]} must not stand in two rows`;
    case "JsonElements":
      return `${check[1]} ${jsonDemands[check[2]]}`;
    case "Pairs":
      return `${check[1]} must stand below its ${check[2]}`;
    case "ColumnByColumnEqualsColumnValue":
      return `${check[1]} × ${check[2]} must be ${check[3]}`;
    case "NoPlaceholder":
      return "a text such as NULL or N/A stands for nothing";
    case "NotBlank":
      return "a text that may not be null is only spaces";
    case "CustomColumns":
      return "columns that FOCUS does not name must begin with x_";
    case "WholeRecords":
      return "records that cannot be read as rows";
  }
}

const jsonDemands: Readonly<Record<JsonPart, string>> = {
  List: "must be an object with a list of objects, and other keys must begin with x_",
  Keys: "must have the keys that each of its objects needs, and other keys must begin with x_",
  Types: "must have text and numbers where they belong",
  Alternatives: "must have either a cost or a quantity with its unit in each of its objects"
};

function condition(check: Check): string {
  switch (check[0]) {
    case "AND":
    case "bare-and":
      return check[1].map(condition).join(" and ");
    case "OR":
      return `(${check[1].map(condition).join(" or ")})`;
    case "Not":
      return `not (${condition(check[1])})`;
    case "CheckValue":
      return `${check[1]} is ${check[2] ?? "null"}`;
    case "CheckNotValue":
      return `${check[1]} is not ${check[2] ?? "null"}`;
    case "OneOf":
      return `${check[1]} is ${check[2].length > 8 ? "of a list" : check[2].join(" or ")}`;
    case "CheckNotSameValue":
      return `${check[1]} differs from ${check[2]}`;
    default:
      return columnsIn(check).join(", ");
  }
}
