import {UserError} from "../errors.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import {type CostQuestion, type CostQuestionInput, costQuestion} from "./question.ts";

/** A question with only what differs from the defaults, in the order of the schema. */
export function briefQuestion(question: CostQuestion): CostQuestionInput {
  const defaults = costQuestion.parse({});
  const entries = Object.keys(costQuestion.shape).flatMap((key): [string, unknown][] => {
    const name = key as keyof CostQuestion;
    const value = question[name];
    return value === undefined || JSON.stringify(value) === JSON.stringify(defaults[name]) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** The question that a canonical one is the canonical form of. */
export function questionOf(canonical: CanonicalQuestion): CostQuestion {
  const {metric, by, source, axis, without} = canonical;
  const given = {
    from: canonical.from,
    to: canonical.to,
    granularity: canonical.granularity,
    filter: canonical.filter,
    compare: canonical.compare?.with ?? null,
    top: canonical.top,
    asOf: canonical.asOf,
    currency: canonical.currency,
    rates: canonical.rates?.set ?? null
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return costQuestion.parse({metric, by, source, axis, without, ...present});
}

/** The question as the query part of a URL, without `?`: lists repeat their key, defaults are left out. */
export function questionToUrl(question: CostQuestion): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(briefQuestion(question))) {
    for (const text of Array.isArray(value) ? value : [value]) search.append(key, String(text));
  }
  return search.toString();
}

/** The question that the query part of a URL says. Throws `UserError` question.invalid. */
export function questionFromUrl(text: string): CostQuestion {
  const search = new URLSearchParams(text);
  const input: Record<string, unknown> = {};
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key);
    if (isList(key)) input[key] = values;
    else if (values.length > 1) throw invalid(`${key} is given ${values.length} times`);
    else input[key] = key === "top" ? integer(key, values[0] ?? "") : values[0];
  }
  const parsed = costQuestion.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
}

/** The question as a command for a POSIX shell. */
export function questionToCommand(question: CostQuestion): string {
  const options = Object.entries(briefQuestion(question)).map(([key, value]) => {
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    // The command line splits lists at commas; a comma in a value stands behind a backslash.
    const text = Array.isArray(value) ? value.map((part) => part.replaceAll(",", "\\,")).join(",") : String(value);
    return text.startsWith("-") ? `${flag}=${shellText(text)}` : `${flag} ${shellText(text)}`;
  });
  return ["ashlar cost", ...options].join(" ");
}

function shellText(text: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function isList(key: string): boolean {
  return key === "metric" || key === "by" || key === "source" || key === "without";
}

function integer(key: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number.parseInt(text, 10);
  throw invalid(`${key} is a whole number, not ${JSON.stringify(text.slice(0, 40))}`);
}

function invalid(message: string): UserError {
  return new UserError("question.invalid", message, {remedy: "See ashlar cost --help for the parts of a question."});
}
