import type {z} from "zod";
import {counted} from "../../counted.ts";
import {didYouMean} from "../../nearest.ts";

/** What is wrong with one value, in words that follow its name: `must be one of day, month`. */
export function issueAsText(issue: z.core.$ZodIssue, value: unknown): string {
  const given = value === undefined ? "" : `, not ${shown(value)}`;
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? "is required" : `must be ${article(issue.expected)}${given}`;
    case "invalid_value": {
      const values = issue.values.map(String);
      if (value === undefined) return `is required: one of ${values.join(", ")}`;
      const guess = typeof value === "string" ? didYouMean(value, values) : "";
      return `must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}${given}${guess}`;
    }
    case "too_small":
      if (issue.origin === "array" || issue.origin === "string")
        return `must have at least ${count(issue.minimum, issue.origin)}`;
      return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${given}`;
    case "too_big":
      if (issue.origin === "array" || issue.origin === "string")
        return `must have at most ${count(issue.maximum, issue.origin)}`;
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${given}`;
    case "invalid_format":
      return format(issue.format, issue.message, given);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}${given}`;
    case "unrecognized_keys":
      return `there is no ${issue.keys.join(", ")}`;
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return own(issue.message) ?? `is not valid${given}`;
  }
}

function format(name: string, message: string, given: string): string {
  if (name === "date") return `must be a date such as 2026-10-01${given}`;
  if (name === "datetime") return `must be an instant such as 2026-10-01T00:00:00Z${given}`;
  const words = own(message);
  if (words !== null)
    return /^(a|an|one|the) /.test(words) ? `must be ${words}${given}` : `is not valid${given}: ${words}`;
  return `must be a valid ${name === "regex" ? "text" : name}${given}`;
}

/** A message that the contract gave; null for the ones that the schema library makes by itself. */
function own(message: string): string | null {
  return /^(Invalid|Too|Unrecognized|Expected)\b/.test(message) ? null : message;
}

const articles: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object"
};

function article(type: string): string {
  return articles[type] ?? `of the kind ${type}`;
}

function count(limit: number | bigint, origin: string): string {
  return counted(limit, origin === "array" ? "value" : "character");
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
