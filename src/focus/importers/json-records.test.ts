import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sql} from "../../engine/query.ts";
import {type Bench, bench} from "./declared/fixtures/bench.ts";
import {jsonRecords} from "./json-records.ts";

let engine: Bench;
beforeAll(async () => {
  engine = await bench();
});
afterAll(() => engine.close());

function records(
  text: string,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  exact: readonly string[] = []
) {
  const documents = sql`(select cast(${text} as json) as document)`;
  return engine.rows(sql`${jsonRecords(documents, path, new Map(Object.entries(fields)), new Set(exact))}`);
}

describe("records of JSON", () => {
  const text = `{"page": 1, "days": [{"day": "a", "uses": [{"cost": {"in euro": 1.50}, "of": {"x": [1]}}, {"cost": {"in euro": "2"}, "day": "own"}]},
    {"day": "b", "uses": []}, {"day": "c"}]}`;

  test("are the elements of a list within lists, with what stands above them", async () => {
    const rows = await records(text, "days[].uses[]", {
      page: "page",
      day: ["days[].uses[].day", "days[].day"],
      cost: "days[].uses[].cost.in euro",
      of: "days[].uses[].of",
      none: "days[].uses[].none"
    });
    expect(rows).toEqual([
      {page: "1", day: "a", cost: "1.5", of: `{"x":[1]}`, none: null},
      {page: "1", day: "own", cost: "2", of: null, none: null}
    ]);
  });

  test("are the documents themselves without a path, also where the way begins with a list of documents", async () => {
    expect(await records(text, "", {page: "page"})).toEqual([{page: "1"}]);
    expect(await records(text, "[].days[]", {day: "[].days[].day"})).toEqual([{day: "a"}, {day: "b"}, {day: "c"}]);
  });

  test("of a place in another list are a mistake of who asks", () => {
    expect(() => jsonRecords(sql`d`, "days[]", new Map([["x", "other[].x"]]))).toThrow("another list");
    expect(() => jsonRecords(sql`d`, "days", new Map([["x", "x"]]))).toThrow("does not end with []");
  });

  test("with a number whose digits are lost say so", async () => {
    const amounts = `[0.1234567890123456789, "0.1234567890123456789", 123456789012.345, 1e-9, 12345678901234567]`;
    const rows = await records(
      `{"d": [${amounts
        .slice(1, -1)
        .split(", ")
        .map((each) => `{"a": ${each}}`)
        .join(",")}]}`,
      "d[]",
      {a: "d[].a"},
      ["a"]
    );
    expect(rows.map(({a}) => a)).toEqual([
      "0.12345678901234568 ?",
      "0.1234567890123456789",
      "123456789012.345",
      "1e-9",
      "12345678901234567"
    ]);
  });
});
