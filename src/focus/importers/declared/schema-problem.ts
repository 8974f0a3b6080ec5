import {z} from "zod";
import {didYouMean} from "../../../nearest.ts";
import {declaredForm} from "./form.ts";
import type {Path} from "./problem.ts";

export interface SchemaProblem {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** What the form says against a declaration, in words of its own; of an unknown key the path is that of the key. */
export function schemaProblems(error: z.ZodError, value: unknown): readonly SchemaProblem[] {
  const isKey = (issue: z.core.$ZodIssue): boolean => issue.code === "unrecognized_keys";
  // A key that is misspelt is missing, too: what is there tells more than what is not.
  const issues = [...error.issues.filter(isKey), ...error.issues.filter((issue) => !isKey(issue))];
  return issues.flatMap((issue) => problemsOf(issue, [], value));
}

function problemsOf(issue: z.core.$ZodIssue, above: Path, value: unknown): readonly SchemaProblem[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== "symbol")];
  const place = path.length === 0 ? "the file" : path.join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const known = keysAt(path);
      return {
        path: [...path, key],
        message: `${path.length === 0 ? "" : `${place} has `}unknown key ${key.slice(0, 80)}${didYouMean(key, known)}`,
        remedy: known.length === 0 ? "Remove it." : `Remove it, or use one of: ${known.join(", ")}.`
      };
    });
  if (issue.code === "invalid_union") return unionProblems(issue, path, place, value);
  if (issue.code === "invalid_key")
    return [
      {path, message: `${place}: the name must be ${issue.issues[0]?.message ?? "another"}`, remedy: "Rename it."}
    ];
  return [{path, ...said(issue, place, valueAt(value, path))}];
}

/** Of several forms the one that comes nearest tells most; for values and the like their list tells it. */
function unionProblems(
  issue: Extract<z.core.$ZodIssue, {code: "invalid_union"}>,
  path: Path,
  place: string,
  value: unknown
): readonly SchemaProblem[] {
  const found = valueAt(value, path);
  if (found === undefined) return [{path, ...said(issue, place, found)}];
  const deeper = issue.errors.find(
    (errors) => errors.some((each) => each.path.length > 0) && typeof found === "object"
  );
  const isSource = issue.errors.length === 3 && typeof found === "object";
  if (deeper !== undefined && !isSource) return deeper.flatMap((each) => problemsOf(each, path, value));
  return [
    {
      path,
      message: `${place}: ${shown(found)} is not of a form that is taken here`,
      remedy:
        issue.errors.length === 3
          ? "Write {column: name}, {constant: text} or {expression: …}."
          : "See docs/importers.md for the forms."
    }
  ];
}

function said(
  issue: z.core.$ZodIssue,
  place: string,
  found: unknown
): {readonly message: string; readonly remedy: string} {
  if (found === undefined) return {message: `${place} is missing`, remedy: "Give it; see docs/importers.md."};
  switch (issue.code) {
    case "invalid_type":
      return {message: `${place} must be ${nouns[issue.expected] ?? issue.expected}`, remedy: "Write it in that form."};
    case "invalid_value":
      return {
        message: `${place} must be one of ${issue.values.map(String).join(", ")}, not ${shown(found)}`,
        remedy: `Use one of: ${issue.values.map(String).join(", ")}.`
      };
    case "too_small":
      return {message: `${place} is empty or too short`, remedy: "Say something, or remove it."};
    case "too_big":
      return {message: `${place} is longer than ${String(issue.maximum)}`, remedy: "Make it shorter."};
    case "invalid_format":
      return {message: `${place} must be ${issue.message}, not ${shown(found)}`, remedy: "Write it in that form."};
    default:
      return {message: `${place}: ${issue.message}`, remedy: "Correct it; see docs/importers.md."};
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  record: "a map of keys and values",
  object: "a map of keys and values"
};

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
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

interface Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
}

/** The keys that a map at this place may have. */
function keysAt(path: Path): readonly string[] {
  let forms: readonly Json[] = [
    z.toJSONSchema(declaredForm, {io: "input", unrepresentable: "any", reused: "inline"}) as Json
  ];
  for (const step of path)
    forms = forms
      .flatMap((form) => [form, ...(form.anyOf ?? [])])
      .flatMap((form) => {
        const next = typeof step === "number" ? form.items : (form.properties?.[step] ?? form.additionalProperties);
        return typeof next === "object" ? [next] : [];
      });
  return [
    ...new Set(
      forms.flatMap((form) => [form, ...(form.anyOf ?? [])]).flatMap(({properties}) => Object.keys(properties ?? {}))
    )
  ];
}
