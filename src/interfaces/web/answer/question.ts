import type {CostQuestion} from "../../../cost/question.ts";
import {type Search, many, one} from "../app/search.ts";

/** A cost question as the page holds it: what is not asked for is absent. */
export type Question = CostQuestion;
export type MetricName = Question["metric"][number];

const lists = ["metric", "by", "source", "without"] as const;
const texts = [
  "axis",
  "period",
  "from",
  "to",
  "window",
  "granularity",
  "filter",
  "compare",
  "asOf",
  "currency",
  "rates"
] as const;

/** The keys of a question in a URL. */
export const questionKeys: readonly string[] = [...lists, ...texts, "top"];

/** In the order in which the URL and the command line have them. */
const order = [
  "metric",
  "by",
  "source",
  "axis",
  "period",
  "from",
  "to",
  "window",
  "granularity",
  "filter",
  "compare",
  "top",
  "asOf",
  "currency",
  "rates",
  "without"
] as const satisfies readonly (keyof Question)[];

const defaults: Pick<Question, "metric" | "by" | "source" | "axis" | "without"> = {
  metric: ["billed", "effective"],
  by: [],
  source: [],
  axis: "charge",
  without: []
};

/** The question that a URL says. Values are not checked here: the server does, and says what is wrong. */
export function questionOf(search: Search): Question {
  const question: Record<string, unknown> = {...defaults};
  for (const key of lists) if (search[key] !== undefined) question[key] = many(search, key);
  for (const key of texts) {
    const value = one(search, key);
    if (value !== null && value !== "") question[key] = value;
  }
  const top = Number(one(search, "top") ?? "");
  if (Number.isInteger(top) && top > 0) question["top"] = top;
  return question as Question;
}

/** Only what differs from the defaults, in the order of the URL. */
export function brief(question: Question): Readonly<Record<string, unknown>> {
  const standard: Partial<Question> = defaults;
  return Object.fromEntries(
    order.flatMap((key) => {
      const value = question[key];
      return value === undefined || JSON.stringify(value) === JSON.stringify(standard[key]) ? [] : [[key, value]];
    })
  );
}

/** The question as the search of a URL, for links. */
export function searchOf(question: Question): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(brief(question)).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(String) : String(value)
    ])
  );
}

/** The question as a command for a POSIX shell. */
export function commandOf(question: Question): string {
  const options = Object.entries(brief(question)).map(([key, value]) => {
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const text = Array.isArray(value)
      ? value.map((part) => String(part).replaceAll(",", "\\,")).join(",")
      : String(value);
    return text.startsWith("-") ? `${flag}=${shellText(text)}` : `${flag} ${shellText(text)}`;
  });
  return ["ashlar cost", ...options].join(" ");
}

function shellText(text: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The question with other parts; `undefined` takes a part away. */
export function changed(
  question: Question,
  parts: {readonly [K in keyof Question]?: Question[K] | undefined}
): Question {
  const merged = Object.fromEntries(Object.entries({...question, ...parts}).filter(([, value]) => value !== undefined));
  return merged as Question;
}

/** The question without the time it is about. */
export const noTime = {period: undefined, from: undefined, to: undefined, window: undefined} as const;

/** What is asked of the server: parts that need each other are left out together. */
export function askable(question: Question): Readonly<Record<string, unknown>> {
  const timed = question.period !== undefined || question.from !== undefined || question.window !== undefined;
  return brief(
    changed(question, {
      ...(question.by.length === 0 ? {top: undefined} : {}),
      ...(timed ? {} : {compare: undefined})
    })
  );
}
