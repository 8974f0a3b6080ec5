import {questionFromUrl} from "../../cost/question-text.ts";
import {costQuestion} from "../../cost/question.ts";
import {UserError} from "../../errors.ts";
import type {Contract} from "../../operation.ts";
import {commaSeparated} from "../cli/input.ts";
import {type Parameter, parametersOf} from "../cli/parameter.ts";

/** What a query says beside the input: the form of the answer and which part of it. */
export interface Presentation {
  readonly format: string | null;
  readonly limit: number | null;
  readonly cursor: string | null;
}

const apart: readonly string[] = ["format", "cursor"];

/** Splits a query into what is the operation's and what is about the answer. Throws `usage.invalid`. */
export function presentationOf(
  search: URLSearchParams,
  contract: Contract
): {presentation: Presentation; own: URLSearchParams} {
  const own = new URLSearchParams([...search].filter(([key]) => !apart.includes(key)));
  const ownLimit = "limit" in contract.input.shape;
  const limit = own.has("limit") ? whole("limit", only(own, "limit")) : null;
  if (!ownLimit) own.delete("limit");
  if (limit !== null && limit < 1) throw invalid("limit must be at least 1");
  return {
    presentation: {
      format: search.has("format") ? only(search, "format") : null,
      limit,
      cursor: search.has("cursor") ? only(search, "cursor") : null
    },
    own
  };
}

/** The input that a query says. Throws `usage.invalid`, for a cost question `question.invalid`. */
export function inputFromQuery(contract: Contract, search: URLSearchParams): Record<string, unknown> {
  if (contract.name !== "cost" && contract.name !== "rows") return generic(contract, search);
  const question = new URLSearchParams();
  const rest = new URLSearchParams();
  for (const [key, value] of search)
    (key in costQuestion.shape || !(key in contract.input.shape) ? question : rest).append(key, value);
  // Defaults are left out, as over a saved view only what was given counts.
  const given = Object.entries(questionFromUrl(question.toString())).filter(([key]) => question.has(key));
  return {...Object.fromEntries(given), ...generic(contract, rest)};
}

function generic(contract: Contract, search: URLSearchParams): Record<string, unknown> {
  const parameters = parametersOf(contract);
  const input: Record<string, unknown> = {};
  for (const key of new Set(search.keys())) {
    const parameter = parameters.find(({field}) => field === key);
    if (parameter === undefined) throw invalid(`there is no parameter ${JSON.stringify(key.slice(0, 40))}`);
    input[key] = valueOf(parameter, search.getAll(key));
  }
  return input;
}

function valueOf(parameter: Parameter, texts: readonly string[]): unknown {
  const {field, kind, element} = parameter;
  if (kind === "list") {
    // Columns may have commas in their names, and are repeated instead.
    const parts = field === "columns" ? texts : texts.flatMap(commaSeparated);
    return parts.map((text) => scalar(field, element, text));
  }
  if (kind === "map") return mapOf(field, texts);
  const [text = "", ...others] = texts;
  if (others.length > 0) throw invalid(`${field} is given ${texts.length} times`);
  return kind === "flag" ? flag(field, text) : scalar(field, kind, text);
}

function mapOf(field: string, texts: readonly string[]): unknown {
  const [first = ""] = texts;
  if (texts.length === 1 && first.trimStart().startsWith("{")) return json(field, first);
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw invalid(`${field} takes key=value, or one JSON object`);
      return [text.slice(0, at), text.slice(at + 1)];
    })
  );
}

function scalar(field: string, kind: "text" | "integer" | "number" | "json", text: string): unknown {
  switch (kind) {
    case "text":
      return text;
    case "json":
      return json(field, text);
    case "integer":
      return whole(field, text);
    case "number":
      if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
      throw invalid(`${field} takes a number`);
  }
}

function flag(field: string, text: string): boolean {
  if (text === "" || text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw invalid(`${field} takes true or false`);
}

function json(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("usage.invalid", `${field} takes JSON`, {at: {column: field}, cause: error});
  }
}

function whole(field: string, text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw invalid(`${field} takes a whole number`);
}

function only(search: URLSearchParams, key: string): string {
  const values = search.getAll(key);
  if (values.length > 1) throw invalid(`${key} is given ${values.length} times`);
  return values[0] ?? "";
}

function invalid(message: string): UserError {
  return new UserError("usage.invalid", message, {remedy: "See /api/docs for what is taken."});
}
