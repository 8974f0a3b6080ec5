import type {FieldType} from "../field.ts";
import type {comparisons, memberships} from "./filter.ts";

type Operator = (typeof comparisons)[number] | (typeof memberships)[number];

const patternOperators: ReadonlySet<string> = new Set(["like", "not like", "~", "!~"]);

/** A value in its one canonical form, or what is wrong with it in words. */
export type Reading = {readonly value: string} | {readonly problem: string; readonly remedy?: string};

/** Reads the value of a test as the type of its field asks. */
export function readValue(type: FieldType, operator: Operator, text: string): Reading {
  if (patternOperators.has(operator)) {
    if (type !== "text") return {problem: `"${operator}" compares text, and this column holds ${nouns[type]}`};
    return operator.endsWith("like") ? likeValue(text) : patternValue(text);
  }
  if (type === "decimal") return decimalValue(text);
  if (type === "instant") return instantValue(text);
  return type === "month" ? monthValue(text) : {value: text};
}

const nouns: Readonly<Record<FieldType, string>> = {
  text: "text",
  decimal: "numbers",
  instant: "points in time",
  month: "months"
};

function decimalValue(text: string): Reading {
  const [, sign, digits, decimals = ""] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (digits === undefined) return {problem: "this column holds numbers", remedy: "Write a number such as 12 or -0.5."};
  if (digits.length > 20 || decimals.length > 18) {
    return {problem: "this number has more than 20 digits before or 18 after the point"};
  }
  const plain = decimals === "" ? digits : `${digits}.${decimals}`;
  return {value: plain === "0" ? plain : `${sign}${plain}`};
}

/** A day or an instant with its offset; the canonical form is in UTC. */
function instantValue(text: string): Reading {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    try {
      return {value: Temporal.PlainDate.from(text).toString()};
    } catch {
      return {problem: "there is no such day"};
    }
  }
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) {
    try {
      const instant = Temporal.Instant.from(text);
      const day = instant.toString().slice(0, 10);
      return {value: instant.toString() === `${day}T00:00:00Z` ? day : instant.toString()};
    } catch {
      return {problem: "there is no such point in time"};
    }
  }
  return {
    problem: "this column holds points in time",
    remedy: "Write a day as '2026-10-01' or an instant as '2026-10-01T12:00:00Z'."
  };
}

function monthValue(text: string): Reading {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return {value: text};
  return {problem: "a billing period is a month", remedy: "Write it as '2026-10'."};
}

function likeValue(text: string): Reading {
  const rest = text.replaceAll(/\\[%_\\]/g, "");
  if (!rest.includes("\\")) return {value: text};
  return {
    problem: "a backslash in a like pattern stands before %, _ or another backslash",
    remedy: "Write \\\\ for a backslash."
  };
}

/** Refuses what the engines' linear-time expressions (RE2) do not have, and what no expression could be. */
function patternValue(text: string): Reading {
  const bare = text.replaceAll(/\\\\/g, "");
  if (/\(\?(<?[=!]|>)/.test(bare)) return {problem: "a regular expression cannot look ahead or behind here (RE2)"};
  if (/\\[1-9]/.test(bare)) return {problem: "a regular expression cannot refer back to a group here (RE2)"};
  try {
    // Only the syntax is checked: nothing is ever matched with this expression.
    new RegExp(text.replaceAll(/\(\?[imsU]+\)/g, "").replaceAll("(?P<", "(?<"));
    return {value: text};
  } catch {
    return {problem: "this is not a regular expression (RE2 syntax)"};
  }
}
