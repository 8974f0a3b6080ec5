/** How binding a rule is, in the words of the specification. */
export type Keyword = "MUST" | "MUST NOT" | "SHOULD" | "SHOULD NOT" | "RECOMMENDED" | "MAY" | "OPTIONAL";

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export const verdicts = ["pass", "fail", "skipped", "needs-evidence"] as const;
export type Verdict = (typeof verdicts)[number];

/** `official`: what the reference validator says of the official model; `corrected`: what the specification means. */
export const readings = ["official", "corrected"] as const;
export type Reading = (typeof readings)[number];

/**
 * What a rule demands of a row, a column or other rules, by the check functions of the requirements model and a few of
 * ours: `OneOf` is an `OR` over values of one column, `Pairs` one over subcategories with their categories, `Not` turns
 * a condition round, `NoPlaceholder`, `NotBlank` and `CustomColumns` look at all columns, `JsonElements` at what a JSON column holds.
 */
export type Check =
  | readonly ["AND" | "OR" | "bare-and", readonly Check[]]
  | readonly ["Not", Check]
  | readonly ["Rule", string]
  | readonly [ColumnCheck, string]
  | readonly ["CheckValue" | "CheckNotValue", string, string | null]
  | readonly ["CheckGreaterOrEqualThanValue" | "CheckLessOrEqualThanValue", string, string]
  | readonly ["OneOf", string, readonly string[]]
  | readonly ["CheckSameValue" | "CheckNotSameValue" | "CheckBefore" | "CheckDistinctCount" | "Pairs", string, string]
  | readonly ["ColumnByColumnEqualsColumnValue", string, string, string]
  | readonly ["CheckNoDuplicates", string]
  | readonly ["JsonElements", string, JsonPart]
  | readonly ["NoPlaceholder" | "NotBlank" | "CustomColumns" | "WholeRecords"];

/**
 * What is looked at in a JSON column that holds a list of objects: that there is the list, the keys of its objects, the
 * types of their values, and that of cost and quantity either is given.
 */
export type JsonPart = "List" | "Keys" | "Types" | "Alternatives";

export type ColumnCheck =
  | "ColumnPresent"
  | "TypeString"
  | "TypeDecimal"
  | "TypeDateTime"
  | "FormatString"
  | "FormatNumeric"
  | "FormatDateTime"
  | "FormatUnit"
  | "FormatCurrency"
  | "FormatKeyValue"
  | "FormatJSON"
  | "CheckDecimalValue"
  | "CheckNationalCurrency";

/** A rule as the data files have it. */
export interface RuleFacts {
  readonly id: string;
  /** The column, attribute or dataset that it is about. */
  readonly on: string;
  readonly kind: "Composite" | "Presence" | "Type" | "Format" | "Nullability" | "Validation";
  readonly keyword: Keyword;
  /** Applicability criteria: what the vendor supports. */
  readonly criteria?: readonly string[];
  /** Absent where rows alone cannot decide. */
  readonly check?: Check;
  /** Only rows that meet it are looked at. */
  readonly when?: Check;
  /** Rules that are to be had before, besides those that `check` names. */
  readonly needs?: readonly string[];
}

export function severityOf(keyword: Keyword): Severity {
  if (keyword === "MUST" || keyword === "MUST NOT") return "error";
  return keyword === "MAY" || keyword === "OPTIONAL" ? "info" : "warning";
}

/** Whether the rule only permits something, so that nothing can violate it. */
export function permits({keyword}: RuleFacts): boolean {
  return keyword === "MAY" || keyword === "OPTIONAL";
}

/** The rules that a check names. */
export function rulesIn(check: Check | undefined): readonly string[] {
  if (check === undefined) return [];
  switch (check[0]) {
    case "Rule":
      return [check[1]];
    case "AND":
    case "OR":
    case "bare-and":
      return check[1].flatMap(rulesIn);
    default:
      return [];
  }
}

/** The columns that a check reads, each once. */
export function columnsIn(check: Check | undefined): readonly string[] {
  if (check === undefined) return [];
  switch (check[0]) {
    case "Rule":
    case "NoPlaceholder":
    case "NotBlank":
    case "CustomColumns":
    case "WholeRecords":
      return [];
    case "AND":
    case "OR":
    case "bare-and":
      return [...new Set(check[1].flatMap(columnsIn))];
    case "Not":
      return columnsIn(check[1]);
    case "CheckSameValue":
    case "CheckNotSameValue":
    case "CheckBefore":
    case "CheckDistinctCount":
    case "Pairs":
      return [check[1], check[2]];
    case "ColumnByColumnEqualsColumnValue":
      return [check[1], check[2], check[3]];
    default:
      return [check[1]];
  }
}
