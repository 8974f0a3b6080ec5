import type {z} from "zod";
import {UserError} from "../../errors.ts";
import type {Contract} from "../../operation.ts";
import {issueAsText} from "./issue.ts";
import type {Parameter} from "./parameter.ts";

/** Values as typed: a list of texts for everything but a flag. */
export type Typed = Readonly<Record<string, readonly string[] | boolean>>;

/** The input object that the typed values mean, checked. Throws `usage.invalid` that names the option as typed. */
export function inputOf(contract: Contract, parameters: readonly Parameter[], typed: Typed): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = typed[parameter.field];
    if (value !== undefined) input[parameter.field] = typeof value === "boolean" ? value : parsed(parameter, value);
  }
  const result = contract.input.safeParse(input);
  if (result.success) return input;
  const messages = result.error.issues.map((issue) => issueMessage(parameters, issue, input));
  throw new UserError("usage.invalid", [...new Set(messages)].join("; "), {
    remedy: `See ashlar ${contract.name.replaceAll(".", " ")} --help.`
  });
}

/** The name of a parameter as a person types it. */
export function typedName(parameter: Parameter): string {
  return parameter.position === null ? parameter.flag : `<${parameter.field}>`;
}

function issueMessage(parameters: readonly Parameter[], issue: z.core.$ZodIssue, input: unknown): string {
  const parameter = parameters.find(({field}) => field === issue.path[0]);
  const text = issueAsText(issue, valueAt(input, issue.path));
  return parameter === undefined ? text : `${typedName(parameter)} ${text}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}

function parsed(parameter: Parameter, texts: readonly string[]): unknown {
  if (parameter.kind === "list") {
    const elements =
      parameter.position === null && parameter.element !== "json" ? texts.flatMap(commaSeparated) : texts;
    return elements.map((text) => scalar(parameter, parameter.element, text));
  }
  if (parameter.kind === "map") return Object.fromEntries(texts.map((text) => entry(parameter, text)));
  if (texts.length > 1) throw new UserError("usage.invalid", `${typedName(parameter)} is given ${texts.length} times`);
  return scalar(parameter, parameter.kind === "flag" ? "text" : parameter.kind, texts[0] ?? "");
}

function entry(parameter: Parameter, text: string): readonly [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new UserError("usage.invalid", `${typedName(parameter)} takes key=value, not ${quoted(text)}`, {
      remedy: "Give the option once for each key."
    });
  }
  return [text.slice(0, at), scalar(parameter, parameter.element, text.slice(at + 1))];
}

function scalar(parameter: Parameter, kind: Parameter["element"], text: string): unknown {
  if (kind === "text") return text;
  if (kind === "json") {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new UserError("usage.invalid", `${typedName(parameter)} takes JSON, and ${quoted(text)} is none`, {
        cause: error
      });
    }
  }
  const pattern = kind === "integer" ? /^[-+]?\d+$/ : /^[-+]?\d+(\.\d+)?$/;
  if (pattern.test(text)) return Number(text);
  const wanted = kind === "integer" ? "a whole number" : "a number";
  throw new UserError("usage.invalid", `${typedName(parameter)} takes ${wanted}, not ${quoted(text)}`);
}

/** Splits at commas; `\,` is a comma in a value, and empty parts are left out. */
export function commaSeparated(text: string): readonly string[] {
  return text
    .split(/(?<!\\),/)
    .map((part) => part.replaceAll("\\,", ",").trim())
    .filter((part) => part !== "");
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
