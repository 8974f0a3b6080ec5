/**
 * SQL as a value: a tagged template in which a query interpolates as text and everything else as a bound parameter.
 * Nothing that a user wrote ever becomes SQL text.
 */

export type Value = string | bigint | boolean | null;

export class Query {
  /** One more text than values; a value stands between two texts. */
  readonly texts: readonly string[];
  readonly values: readonly Value[];

  constructor(texts: readonly string[], values: readonly Value[]) {
    this.texts = texts;
    this.values = values;
  }
}

/** The template tag: queries are spliced in, other values are bound. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Query | Value)[]): Query {
  const texts = [strings[0] ?? ""];
  const values: Value[] = [];
  parts.forEach((part, index) => {
    const after = strings[index + 1] ?? "";
    if (part instanceof Query) {
      splice(texts, values, part);
      texts[texts.length - 1] += after;
    } else {
      values.push(part);
      texts.push(after);
    }
  });
  return new Query(texts, values);
}

function splice(texts: string[], values: Value[], query: Query): void {
  const [first = "", ...rest] = query.texts;
  texts[texts.length - 1] += first;
  texts.push(...rest);
  values.push(...query.values);
}

/** A name as SQL: double-quoted, quotes doubled, as standard SQL, DuckDB and Trino read it. */
export function identifier(...path: readonly string[]): Query {
  for (const name of path) if (name === "" || name.includes("\0")) throw new Error(`invalid SQL name: ${name}`);
  return new Query([path.map((name) => `"${name.replaceAll('"', '""')}"`).join(".")], []);
}

/** A text constant in the SQL itself, where a parameter cannot stand (options, paths of table functions). */
export function literal(text: string): Query {
  if (text.includes("\0")) throw new Error("invalid SQL text: NUL");
  return new Query([`'${text.replaceAll("'", "''")}'`], []);
}

/** SQL text of our own making: a keyword, a type, a function name. Never anything that came from outside. */
export function raw(text: string): Query {
  return new Query([text], []);
}

/** Queries in a row with `separator` between them. */
export function join(queries: readonly Query[], separator = ", "): Query {
  const texts = [""];
  const values: Value[] = [];
  queries.forEach((query, index) => {
    if (index > 0) texts[texts.length - 1] += separator;
    splice(texts, values, query);
  });
  return new Query(texts, values);
}

/** The SQL text with `placeholder(n)` (n from 1) for each value. */
export function render(query: Query, placeholder: (n: number) => string): string {
  return query.texts.map((text, index) => (index === 0 ? text : placeholder(index) + text)).join("");
}
