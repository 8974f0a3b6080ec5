import {didYouMean} from "../../nearest.ts";
import {type Field, fieldNames, findField, unknownFieldRemedy} from "../field.ts";
import {type Filter, limits} from "./filter.ts";
import {filterProblem} from "./problem.ts";
import {type Token, tokensOf} from "./tokens.ts";
import {readValue} from "./value.ts";

/**
 * The filter a text says. Names become canonical (`service` → `ServiceName`), values take their canonical form,
 * parentheses and order stay. Throws `UserError` filter.invalid with `at.offset` and the place in its message.
 *
 *     or  := and ("or" and)*          test := name ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "!~") value
 *     and := not ("and" not)*               | name ["not"] "in" "(" value ("," value)* ")"
 *     not := "not" not | "(" or ")" | test  | name ["not"] "like" text | name "is" ["not"] "null"
 */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text);
  const filter = readOr(reader, 0);
  const rest = reader.peek();
  if (rest.kind === "end") return filter;
  if (rest.kind === ")") throw reader.problem(rest, "there is no open parenthesis for this one");
  throw reader.problem(rest, 'expected "and", "or" or the end');
}

/** A place in the tokens, with the counts that the limits ask for. */
class Reader {
  readonly text: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  private tests = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  peek(): Token {
    const token = this.tokens[this.at] ?? this.tokens.at(-1);
    if (token === undefined) throw new Error("a filter without tokens");
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

  countTest(token: Token): void {
    this.tests += 1;
    if (this.tests > limits.tests)
      throw this.problem(token, `more than ${limits.tests} tests`, "Use in (…) for many values.");
  }

  problem(token: Token, message: string, remedy?: string): Error {
    return filterProblem(this.text, token.offset, message, remedy);
  }
}

function readOr(reader: Reader, depth: number): Filter {
  const any = [readAnd(reader, depth)];
  while (reader.take("keyword", "or") !== null) any.push(readAnd(reader, depth));
  const [only] = any;
  return any.length === 1 && only !== undefined ? only : {any};
}

function readAnd(reader: Reader, depth: number): Filter {
  const all = [readNot(reader, depth)];
  while (reader.take("keyword", "and") !== null) all.push(readNot(reader, depth));
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : {all};
}

function readNot(reader: Reader, depth: number): Filter {
  if (depth > limits.depth) {
    throw reader.problem(reader.peek(), `nested more than ${limits.depth} levels deep`, "Ask with fewer parentheses.");
  }
  if (reader.take("keyword", "not") !== null) return {not: readNot(reader, depth + 1)};
  const open = reader.take("(");
  if (open === null) return readTest(reader);
  const inner = readOr(reader, depth + 1);
  if (reader.take(")") !== null) return inner;
  const here = reader.peek();
  if (here.kind === "end") throw reader.problem(open, "this parenthesis is not closed");
  throw reader.problem(here, 'expected "and", "or" or ")"');
}

function readTest(reader: Reader): Filter {
  const name = reader.next();
  if (name.kind !== "name") throw reader.problem(name, nameExpected(name), unknownFieldRemedy);
  reader.countTest(name);
  const field = findField(name.text);
  if (field === null) {
    throw reader.problem(
      name,
      `there is no column "${name.text}"${didYouMean(name.text, fieldNames())}`,
      unknownFieldRemedy
    );
  }
  if (reader.take("keyword", "is") !== null) {
    const op = reader.take("keyword", "not") === null ? "is null" : "is not null";
    if (reader.take("keyword", "null") === null)
      throw reader.problem(reader.peek(), 'expected "null" or "not null" after "is"');
    return {field: field.name, op};
  }
  return readComparison(reader, field);
}

function readComparison(reader: Reader, field: Field): Filter {
  const not = reader.take("keyword", "not") !== null;
  if (reader.take("keyword", "in") !== null) return readMembership(reader, field, not ? "not in" : "in");
  if (reader.take("keyword", "like") !== null) {
    const op = not ? "not like" : "like";
    return {field: field.name, op, value: readOperand(reader, field, op)};
  }
  if (not) throw reader.problem(reader.peek(), 'expected "in" or "like" after "not"');
  const token = reader.next();
  const op = token.text;
  if (token.kind !== "operator" || !isSymbol(op)) {
    throw reader.problem(
      token,
      `expected a comparison after ${field.name}`,
      "One of = != < <= > >= ~ !~ in, not in, like, is null."
    );
  }
  return {field: field.name, op, value: readOperand(reader, field, op)};
}

function readMembership(reader: Reader, field: Field, op: "in" | "not in"): Filter {
  if (reader.take("(") === null)
    throw reader.problem(reader.peek(), `expected "(" after "${op}"`, "For example: service in ('a', 'b').");
  const values: string[] = [];
  do {
    if (values.length >= limits.values) throw reader.problem(reader.peek(), `more than ${limits.values} values`);
    values.push(readOperand(reader, field, op));
  } while (reader.take(",") !== null);
  if (reader.take(")") === null) throw reader.problem(reader.peek(), 'expected "," or ")" in this list');
  return {field: field.name, op, values};
}

type Operator = Parameters<typeof readValue>[1];

function readOperand(reader: Reader, field: Field, op: Operator): string {
  const token = reader.next();
  if (token.kind === "keyword" && token.text === "null") {
    throw reader.problem(token, "null is not a value", `Write ${field.name} is null, or is not null.`);
  }
  if (token.kind === "name") throw reader.problem(token, "text stands in single quotes", `Write '${token.text}'.`);
  if (token.kind !== "text" && token.kind !== "number") {
    throw reader.problem(token, `expected a value after "${op}"`, "Text in single quotes such as 'AWS', or a number.");
  }
  const reading = readValue(field.type, op, token.text);
  if ("value" in reading) return reading.value;
  throw reader.problem(token, reading.problem, reading.remedy);
}

function nameExpected(token: Token): string {
  if (token.kind === "end") return token.offset === 0 ? "there is nothing in it" : "it ends where a column is expected";
  return `expected the name of a column${token.kind === "keyword" ? `, not "${token.text}"` : ""}`;
}

function isSymbol(op: string): op is "=" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "!~" {
  return ["=", "!=", "<", "<=", ">", ">=", "~", "!~"].includes(op);
}
