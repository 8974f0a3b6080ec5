import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parseTrino} from "../../test/trino-grammar.ts";
import type {Value} from "./query.ts";
import {Query, identifier, join, literal, raw, render, sql} from "./query.ts";

const dollar = (n: number): string => `$${n}`;
const mark = (): string => "?";

const hostile = [
  "'; drop table charges; --",
  'a"b',
  "a''b",
  "/* */ or 1 = 1",
  "-- comment",
  "$1 ? :name @x {0} %s ${x}",
  "back\\slash \\' \\\"",
  "line\nbreak\ttab\r",
  "\u2019\u02bc\uff07",
  "日本語 😀 \u202e",
  ""
];

describe("a value", () => {
  test.each(hostile)("never becomes SQL text: %j", (text) => {
    const query = sql`select * from t where a = ${text} and b in (${join([sql`${text}`, sql`${text}`])})`;
    expect(render(query, dollar)).toBe("select * from t where a = $1 and b in ($2, $3)");
    expect(query.values).toEqual([text, text, text]);
  });

  test("may hold NUL, as it is bound", () => {
    expect(sql`select ${"a\0b"}`).toEqual(new Query(["select ", ""], ["a\0b"]));
  });

  test.each([true, false, null, 5n, -(2n ** 64n)])("is bound as it is: %s", (value) => {
    expect(sql`${value}`).toEqual(new Query(["", ""], [value]));
  });

  test("that looks like a query is a value", () => {
    const lookalike = {texts: ["drop table t"], values: []} as unknown as Value;
    expect(render(sql`select ${lookalike}`, dollar)).toBe("select $1");
  });
});

describe("a query in a query", () => {
  test("is spliced as text, its values in their places", () => {
    const inner = sql`b = ${"x"} or c = ${2n}`;
    const outer = sql`select ${"first"} from t where (${inner}) and d = ${"last"}`;
    expect(render(outer, dollar)).toBe("select $1 from t where (b = $2 or c = $3) and d = $4");
    expect(outer.values).toEqual(["first", "x", 2n, "last"]);
    expect(render(outer, mark)).toBe("select ? from t where (b = ? or c = ?) and d = ?");
  });

  test("is not changed by it", () => {
    const inner = sql`a = ${"x"}`;
    expect([sql`${inner} and ${inner}`, sql`not ${inner}`].map((query) => query.values.length)).toEqual([2, 1]);
    expect(inner).toEqual(new Query(["a = ", ""], ["x"]));
  });

  test("may be empty, first, last, or next to a value", () => {
    expect(sql`${raw("")}${"a"}${raw("x")}${"b"}`).toEqual(new Query(["", "x", ""], ["a", "b"]));
  });

  // A tree of templates, and what a plain walk over it says that it must become.
  type Tree = {readonly texts: readonly string[]; readonly parts: readonly (Tree | Value)[]};
  const isTree = (part: Tree | Value): part is Tree => typeof part === "object" && part !== null;
  const value = fc.oneof(
    fc.string({unit: "grapheme"}),
    fc.bigInt(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(...hostile)
  );
  const text = fc.constantFrom("", "a", " or ", "(", ")", "'quoted'");
  const {tree} = fc.letrec<{tree: Tree; part: Tree | Value}>((tie) => ({
    part: fc.oneof({maxDepth: 4}, value, tie("tree")),
    tree: fc
      .array(fc.tuple(tie("part"), text), {maxLength: 4})
      .chain((pairs) =>
        text.map((first) => ({texts: [first, ...pairs.map(([, after]) => after)], parts: pairs.map(([part]) => part)}))
      )
  }));

  const build = ({texts, parts}: Tree): Query =>
    sql(Object.assign([...texts], {raw: texts}), ...parts.map((part) => (isTree(part) ? build(part) : part)));

  function* walk({texts, parts}: Tree): Generator<{readonly text: string} | {readonly value: Value}> {
    yield {text: texts[0] ?? ""};
    for (const [index, part] of parts.entries()) {
      if (isTree(part)) yield* walk(part);
      else yield {value: part};
      yield {text: texts[index + 1] ?? ""};
    }
  }

  test("keeps text and order of values whatever the nesting", () => {
    fc.assert(
      fc.property(tree, (tree) => {
        const pieces = [...walk(tree)];
        const values = pieces.flatMap((piece) => ("value" in piece ? [piece.value] : []));
        let n = 0;
        const expected = pieces.map((piece) => ("text" in piece ? piece.text : `<${(n += 1)}>`)).join("");
        const query = build(tree);
        expect(query.values).toEqual(values);
        expect(query.texts).toHaveLength(values.length + 1);
        expect(render(query, (n) => `<${n}>`)).toBe(expected);
        expect(join([query, sql`${"z"}`], " and ").values).toEqual([...values, "z"]);
      })
    );
  });
});

describe("an identifier", () => {
  test("is quoted, its quotes doubled, path by path", () => {
    expect(render(identifier("lake", 'a"b', "select"), dollar)).toBe('"lake"."a""b"."select"');
  });

  test.each(["", "a\0b"])("cannot be %j", (name) => {
    expect(() => identifier("t", name)).toThrow("invalid SQL name");
  });

  test.each(hostile.filter((text) => text !== ""))("holds %j in one token", (name) => {
    expect(parseTrino(render(sql`select 1 as ${identifier(name)}`, mark))).toEqual([]);
  });
});

describe("a literal", () => {
  test("doubles its quotes", () => {
    expect(render(literal("it's; --"), dollar)).toBe("'it''s; --'");
  });

  test("cannot hold NUL", () => {
    expect(() => literal("a\0")).toThrow("invalid SQL text: NUL");
  });
});

describe("join", () => {
  test("of nothing is nothing, of one is that one", () => {
    expect(join([])).toEqual(new Query([""], []));
    expect(join([sql`a = ${1n}`], " and ")).toEqual(sql`a = ${1n}`);
  });
});
