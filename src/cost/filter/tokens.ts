import {limits} from "./filter.ts";
import {filterProblem} from "./problem.ts";

export interface Token {
  readonly kind: "name" | "keyword" | "text" | "number" | "operator" | "(" | ")" | "," | "end";
  /** A keyword in small letters, a text without its quotes, everything else as it stands. */
  readonly text: string;
  readonly offset: number;
}

const keywords = new Set(["and", "or", "not", "in", "like", "is", "null"]);
const patterns = {
  space: /\s+/y,
  keyed: /(?:tag|x)\.(?:"(?:[^"]|"")*"|[A-Za-z0-9_][A-Za-z0-9_.:/@-]*)/iy,
  name: /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/y,
  number: /-?\d+(?:\.\d+)?(?![\w.])/y,
  text: /'(?:[^']|'')*'/y,
  operator: /<=|>=|!=|!~|<>|==|=|<|>|~/y
} as const;

/** The tokens of a filter, ended by one of kind `end`. Throws `UserError` filter.invalid. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > limits.characters) {
    throw filterProblem(
      text,
      limits.characters,
      `longer than ${limits.characters} characters`,
      "Ask a shorter question."
    );
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) throw filterProblem(text, nul, "the character NUL cannot stand in a filter");
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(patterns.space, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token.token);
    at = token.next;
  }
  return [...tokens, {kind: "end", text: "", offset: text.length}];
}

function tokenAt(text: string, offset: number): {readonly token: Token; readonly next: number} {
  const found = (kind: Token["kind"], raw: string, value = raw) => ({
    token: {kind, text: value, offset},
    next: offset + raw.length
  });
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === "(" || character === ")" || character === ",") return found(character, character);
  const keyed = match(patterns.keyed, text, offset);
  if (keyed !== null) return found("name", keyed);
  const name = match(patterns.name, text, offset);
  if (name !== null) {
    const lower = name.toLowerCase();
    return keywords.has(lower) ? found("keyword", name, lower) : found("name", name);
  }
  const number = match(patterns.number, text, offset);
  if (number !== null) return found("number", number);
  const quoted = match(patterns.text, text, offset);
  if (quoted !== null) return found("text", quoted, quoted.slice(1, -1).replaceAll("''", "'"));
  const operator = match(patterns.operator, text, offset);
  if (operator === "==") throw filterProblem(text, offset, 'one "=" compares', "Write = instead of ==.");
  if (operator === "<>") throw filterProblem(text, offset, '"<>" is written !=', "Write != instead of <>.");
  if (operator !== null) return found("operator", operator);
  throw strayCharacter(text, offset, character);
}

function strayCharacter(text: string, offset: number, character: string): Error {
  if (character === "'") {
    return filterProblem(
      text,
      offset,
      "this text has no closing quote",
      "Close it with '; a quote inside is written ''."
    );
  }
  if (character === '"') {
    const remedy = "Put text in single quotes: 'AWS'; double quotes are for tag keys: tag.\"cost center\".";
    return filterProblem(text, offset, "text stands in single quotes", remedy);
  }
  if (character === ".") {
    return filterProblem(
      text,
      offset,
      "a point stands in numbers and after tag and x",
      "Write tag.team, x.x_Name or 0.5."
    );
  }
  if (/[-\d]/.test(character)) {
    return filterProblem(
      text,
      offset,
      "this is not a number",
      "Write numbers as 12 or -0.5, other values as text in quotes."
    );
  }
  return filterProblem(text, offset, `"${character}" has no meaning here`);
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
