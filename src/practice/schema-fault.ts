import {z} from "zod";
import {nearest} from "../nearest.ts";
import {addressOf, isFields} from "./address.ts";
import type {Remark} from "./finding.ts";
import {practiceFileSchema} from "./practice-file.ts";
import type {Path} from "./yaml-text.ts";

interface Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly prefixItems?: readonly Json[];
  readonly anyOf?: readonly Json[];
  readonly allOf?: readonly Json[];
}

/** What the schema says against a practice file, in words of its own; the path of an unknown key is that of the key. */
export function remarksOf(error: z.ZodError, value: unknown): readonly Remark[] {
  return error.issues.flatMap((issue) => remarksOfIssue(issue, value));
}

function remarksOfIssue(issue: z.core.$ZodIssue, value: unknown): readonly Remark[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, value));
  const found = valueAt(value, path);
  const place = path.length === 0 ? "the file" : addressOf(value, path);
  const {text, remedy} = said(issue, found);
  return [{severity: "error", rule: "file-value", message: `${place}: ${text}`, remedy, path}];
}

function unknownKey(path: Path, key: string, value: unknown): Remark {
  const known = keysAt(path);
  const [near] = nearest(key.slice(0, 64), known);
  const place = path.length === 0 ? "" : `${addressOf(value, path)} has `;
  return {
    severity: "error",
    rule: "file-key",
    message: `${place}unknown key ${key.slice(0, 80)}${near === undefined ? "" : `; did you mean "${near}"?`}`,
    remedy: known.length === 0 ? "Remove it." : `Remove it, or use one of: ${known.join(", ")}.`,
    path: [...path, key]
  };
}

/** The keys that a map at this place may have. */
function keysAt(path: Path): readonly string[] {
  let here: Json | undefined = z.toJSONSchema(practiceFileSchema, {
    io: "input",
    unrepresentable: "any",
    reused: "inline"
  }) as Json;
  for (const step of path) {
    if (here === undefined) return [];
    const forms: readonly Json[] = [here, ...(here.anyOf ?? []), ...(here.allOf ?? [])];
    here =
      typeof step === "number"
        ? forms.map((form) => form.prefixItems?.[step] ?? form.items).find((form) => form !== undefined)
        : forms.map((form) => form.properties?.[step]).find((form) => form !== undefined);
  }
  return Object.keys(here?.properties ?? {});
}

function said(issue: z.core.$ZodIssue, found: unknown): {readonly text: string; readonly remedy: string} {
  switch (issue.code) {
    case "invalid_type":
      if (found === undefined)
        return {text: "is missing", remedy: `Give it: ${nouns[issue.expected] ?? issue.expected}.`};
      return {
        text: `must be ${nouns[issue.expected] ?? issue.expected}, not ${nounOf(found)}`,
        remedy:
          typeof found === "number"
            ? "Put it in quotes, if the text is meant."
            : "Write it in the form that is asked for."
      };
    case "invalid_value": {
      const values = issue.values.map(String);
      const [near] = typeof found === "string" ? nearest(found.slice(0, 64), values) : [];
      return {
        text:
          found === undefined
            ? "is missing"
            : `must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}, not ${shown(found)}`,
        remedy: near === undefined ? `Use one of: ${values.join(", ")}.` : `Write ${near}.`
      };
    }
    case "too_big":
      return {text: `has more than ${String(issue.maximum)}${unitOf(issue.origin)}`, remedy: "Make it smaller."};
    case "too_small":
      if (found === "") return {text: "is empty", remedy: "Say something, or remove it."};
      return {text: `has less than ${String(issue.minimum)}${unitOf(issue.origin)}`, remedy: "Add what is missing."};
    case "invalid_union":
      return {
        text: `${shown(found)} is not of a kind that is taken here`,
        remedy: "See the schema: ashlar practice schema"
      };
    case "invalid_format":
      if (found === undefined) return {text: "is missing", remedy: "Give it."};
      return {text: `${plain(issue.message)} (found ${shown(found)})`, remedy: "Write it in that form."};
    default:
      return {text: issue.message, remedy: "Correct the value."};
  }
}

function plain(message: string): string {
  return message.replace(/^Invalid /, "a valid ");
}

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two",
  object: "a map of keys and values"
};

function nounOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isFields(value)) return "a map";
  return typeof value === "string" ? "a text" : `the ${typeof value} ${shown(value)}`;
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " items" : "";
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function valueAt(value: unknown, path: Path): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}
