/** What is wrong with an expression; `offset` counts characters from 0. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  readonly offset: number;
  readonly remedy: string;

  constructor(offset: number, message: string, remedy: string) {
    super(message);
    this.offset = offset;
    this.remedy = remedy;
  }
}

export interface Token {
  readonly kind: "name" | "keyword" | "text" | "number" | "operator" | "(" | ")" | "," | "end";
  /** A keyword in small letters, a text without its quotes, everything else as it stands. */
  readonly text: string;
  readonly offset: number;
}

const keywords = new Set([
  ...["and", "or", "not", "in", "is", "null", "true", "false"],
  ...["case", "when", "then", "else", "end"]
]);
const patterns = {
  name: /[A-Za-z_][A-Za-z0-9_]*/y,
  number: /\d+(?:\.\d+)?(?![\w.])/y,
  text: /'(?:[^']|'')*'/y,
  operator: /<=|>=|!=|[=<>+*/-]/y
} as const;
const longest = 2000;

/** The tokens of an expression, ended by one of kind `end`. Throws `ExpressionError`. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > longest)
    throw new ExpressionError(longest, `longer than ${longest} characters`, "Give parts of it a name under define.");
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const {token, next} = tokenAt(text, at);
    tokens.push(token);
    at = next;
  }
  return [...tokens, {kind: "end", text: "", offset: text.length}];
}

function tokenAt(text: string, offset: number): {readonly token: Token; readonly next: number} {
  const found = (kind: Token["kind"], raw: string, value = raw) => ({
    token: {kind, text: value, offset},
    next: offset + raw.length
  });
  const sign = text.charAt(offset);
  if (sign === "(" || sign === ")" || sign === ",") return found(sign, sign);
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
  if (operator !== null) return found("operator", operator);
  throw stray(text, offset);
}

function stray(text: string, offset: number): ExpressionError {
  const sign = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  if (sign === "'")
    return new ExpressionError(
      offset,
      "this text has no closing quote",
      "Close it with '; a quote inside is written ''."
    );
  if (sign === '"')
    return new ExpressionError(
      offset,
      "text stands in single quotes",
      "Write 'Usage', and the YAML around it in double quotes."
    );
  if (/\d/.test(sign))
    return new ExpressionError(offset, "this is not a number", "Write numbers as 12 or 0.5, with a point.");
  return new ExpressionError(
    offset,
    `"${sign}" has no meaning here`,
    "See docs/importers.md for the language of expressions."
  );
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
