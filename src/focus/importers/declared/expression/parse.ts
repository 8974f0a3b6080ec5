import {ExpressionError, type Token, tokensOf} from "./tokens.ts";

export const comparisons = ["=", "!=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/** An expression as it was written; `at` is the place of what it is about, from 0. */
export type Expression = {readonly at: number} & (
  | {readonly kind: "text" | "number" | "name"; readonly text: string}
  | {readonly kind: "boolean"; readonly value: boolean}
  | {readonly kind: "null"}
  | {readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[]}
  | {readonly kind: "arithmetic"; readonly op: "+" | "-" | "*"; readonly left: Expression; readonly right: Expression}
  | {readonly kind: "comparison"; readonly op: Comparison; readonly left: Expression; readonly right: Expression}
  | {readonly kind: "and" | "or"; readonly parts: readonly Expression[]}
  | {readonly kind: "not" | "negative"; readonly of: Expression}
  | {
      readonly kind: "in";
      readonly of: Expression;
      readonly list: readonly Expression[];
      readonly negated: boolean;
    }
  | {readonly kind: "is null"; readonly of: Expression; readonly negated: boolean}
  | {readonly kind: "case"; readonly branches: readonly Branch[]; readonly otherwise: Expression | null}
);

export interface Branch {
  readonly when: Expression;
  readonly then: Expression;
}

const deepest = 40;

/**
 * The expression that a text says. Throws `ExpressionError` with the place.
 *
 *     or  := and ("or" and)*        sum     := product (("+" | "-") product)*
 *     and := not ("and" not)*       product := sign ("*" sign)*
 *     not := "not" not | test       sign    := "-" sign | value
 *     test  := sum [comparison sum | ["not"] "in" "(" or ("," or)* ")" | "is" ["not"] "null"]
 *     value := number | text | "true" | "false" | "null" | name | name "(" [or ("," or)*] ")" | "(" or ")"
 *            | "case" ("when" or "then" or)+ ["else" or] "end"
 */
export function parseExpression(text: string): Expression {
  const reader = new Reader(text);
  const expression = readOr(reader, 0);
  const rest = reader.peek();
  if (rest.kind === "end") return expression;
  if (rest.kind === ")") throw reader.problem(rest, "there is no open parenthesis for this one");
  if (rest.text === "/")
    throw reader.problem(
      rest,
      "a quotient needs its decimals",
      "Write divide(a, b, 18): both sides, and the decimals."
    );
  throw reader.problem(rest, `"${rest.text}" is not expected here`);
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  peek(): Token {
    const token = this.tokens[this.at] ?? this.tokens.at(-1);
    if (token === undefined) throw new Error("an expression without tokens");
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  take(kind: Token["kind"], text?: string): Token | null {
    const token = this.peek();
    return token.kind === kind && (text === undefined || token.text === text) ? this.next() : null;
  }

  expect(kind: Token["kind"], text: string): Token {
    return (
      this.take(kind, kind === "keyword" ? text : undefined) ?? raise(this.problem(this.peek(), `expected "${text}"`))
    );
  }

  problem(token: Token, message: string, remedy = "See docs/importers.md for the language of expressions.") {
    const said =
      token.kind === "end" && message.includes("not expected") ? "it ends where a value is expected" : message;
    return new ExpressionError(token.offset, said, remedy);
  }
}

function raise(error: Error): never {
  throw error;
}

function readOr(reader: Reader, depth: number): Expression {
  return chain(reader, "or", () => chain(reader, "and", () => readNot(reader, depth)));
}

function chain(reader: Reader, word: "and" | "or", read: () => Expression): Expression {
  const first = read();
  const parts = [first];
  while (reader.take("keyword", word) !== null) parts.push(read());
  return parts.length === 1 ? first : {kind: word, parts, at: first.at};
}

function readNot(reader: Reader, depth: number): Expression {
  if (depth > deepest)
    throw reader.problem(
      reader.peek(),
      `nested more than ${deepest} levels deep`,
      "Give parts of it a name under define."
    );
  const not = reader.take("keyword", "not");
  if (not !== null) return {kind: "not", of: readNot(reader, depth + 1), at: not.offset};
  return readTest(reader, depth);
}

function readTest(reader: Reader, depth: number): Expression {
  const left = readSum(reader, depth);
  const token = reader.peek();
  if (token.kind === "operator" && isComparison(token.text)) {
    reader.next();
    return {kind: "comparison", op: token.text, left, right: readSum(reader, depth), at: token.offset};
  }
  if (reader.take("keyword", "is") !== null) {
    const negated = reader.take("keyword", "not") !== null;
    reader.expect("keyword", "null");
    return {kind: "is null", of: left, negated, at: token.offset};
  }
  const negated = reader.take("keyword", "not") !== null;
  if (negated || reader.peek().text === "in") {
    reader.expect("keyword", "in");
    reader.expect("(", "(");
    const list = readList(reader, depth);
    if (list.length === 0) throw reader.problem(reader.peek(), "a list of nothing", "Name at least one value.");
    return {kind: "in", of: left, list, negated, at: token.offset};
  }
  return left;
}

function isComparison(text: string): text is Comparison {
  return (comparisons as readonly string[]).includes(text);
}

function readSum(reader: Reader, depth: number): Expression {
  let left = readProduct(reader, depth);
  for (;;) {
    const token = reader.take("operator", "+") ?? reader.take("operator", "-");
    if (token === null) return left;
    const op = token.text === "+" ? "+" : "-";
    left = {kind: "arithmetic", op, left, right: readProduct(reader, depth), at: token.offset};
  }
}

function readProduct(reader: Reader, depth: number): Expression {
  let left = readSign(reader, depth);
  for (let token = reader.take("operator", "*"); token !== null; token = reader.take("operator", "*"))
    left = {kind: "arithmetic", op: "*", left, right: readSign(reader, depth), at: token.offset};
  return left;
}

function readSign(reader: Reader, depth: number): Expression {
  const minus = reader.take("operator", "-");
  if (minus === null) return readValue(reader, depth);
  if (depth > deepest) throw reader.problem(minus, "too many signs", "Write one.");
  return {kind: "negative", of: readSign(reader, depth + 1), at: minus.offset};
}

function readValue(reader: Reader, depth: number): Expression {
  const token = reader.next();
  const at = token.offset;
  if (token.kind === "number" || token.kind === "text") return {kind: token.kind, text: token.text, at};
  if (token.kind === "(") {
    const inner = readOr(reader, depth + 1);
    reader.expect(")", ")");
    return inner;
  }
  if (token.kind === "name") {
    if (reader.take("(") === null) return {kind: "name", text: token.text, at};
    return {kind: "call", name: token.text.toLowerCase(), arguments: readList(reader, depth), at};
  }
  if (token.text === "true" || token.text === "false") return {kind: "boolean", value: token.text === "true", at};
  if (token.kind === "keyword" && token.text === "null") return {kind: "null", at};
  if (token.kind === "keyword" && token.text === "case") return readCase(reader, depth, at);
  throw reader.problem(
    token,
    token.kind === "end" ? "it ends where a value is expected" : `expected a value, not "${token.text}"`
  );
}

/** What stands between parentheses, after the opening one. */
function readList(reader: Reader, depth: number): readonly Expression[] {
  if (reader.take(")") !== null) return [];
  const list = [readOr(reader, depth + 1)];
  while (reader.take(",") !== null) list.push(readOr(reader, depth + 1));
  reader.expect(")", ")");
  return list;
}

function readCase(reader: Reader, depth: number, at: number): Expression {
  const branches: Branch[] = [];
  while (reader.take("keyword", "when") !== null) {
    const when = readOr(reader, depth + 1);
    reader.expect("keyword", "then");
    branches.push({when, then: readOr(reader, depth + 1)});
  }
  if (branches.length === 0) throw reader.problem(reader.peek(), 'expected "when" after "case"');
  const otherwise = reader.take("keyword", "else") === null ? null : readOr(reader, depth + 1);
  reader.expect("keyword", "end");
  return {kind: "case", branches, otherwise, at};
}
