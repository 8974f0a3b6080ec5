import fc from "fast-check";
import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {z} from "zod";
import {contract} from "../../../operation.ts";
import {renderAnswer} from "./answer.ts";
import {tableText} from "./table.ts";
import {shortened, textWidth} from "./text-width.ts";

const style = {columns: 40, colors: picocolors.createColors(false)};

describe("width", () => {
  test("wide characters take two columns, marks none", () => {
    expect([textWidth("abc"), textWidth("東京"), textWidth("e\u0301"), textWidth("👩‍💻"), textWidth("é—")]).toEqual([
      3, 4, 1, 2, 2
    ]);
  });

  test("a shortened text fits and keeps both ends", () => {
    expect(shortened("arn:aws:ec2:eu-west-1:1234:instance/i-0abc", 20)).toBe("arn:aws:ec…ce/i-0abc");
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), fc.integer({min: 1, max: 40}), (text, width) => {
        expect(textWidth(shortened(text, width))).toBeLessThanOrEqual(width);
      })
    );
  });
});

describe("tables", () => {
  const columns = [
    {title: "service", align: "left"},
    {title: "billed USD", align: "right"}
  ] as const;

  test("fit the terminal, whatever is in them", () => {
    const cells = fc.tuple(fc.string({unit: "grapheme", maxLength: 90}), fc.integer().map(String));
    fc.assert(
      fc.property(fc.array(cells, {maxLength: 8}), fc.integer({min: 30, max: 100}), (rows, width) => {
        const text = tableText(
          columns,
          rows.map((row) => ({cells: row})),
          {...style, columns: width}
        );
        for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(width);
      })
    );
  });

  test("control characters of data never reach the terminal", () => {
    const text = tableText(columns, [{cells: ["a\u001b[31mred\nnew\rline", "1"]}], style);
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test("a title is broken into lines before a text is shortened", () => {
    const three = [
      {title: "first billing period", align: "left"},
      {title: "service", align: "left"},
      {title: "rows of it", align: "right"}
    ] as const;
    expect(tableText(three, [{cells: ["2026-10", "Amazon Elastic", "12"]}], {...style, columns: 32})).toBe(
      [
        "first",
        "billing                  rows of",
        "period   service              it",
        "────────────────────────────────",
        "2026-10  Amazon Elastic       12",
        ""
      ].join("\n")
    );
  });

  test("numbers are never shortened: what is too wide becomes a block for each row", () => {
    const wide = Array.from({length: 5}, (_, index) => ({title: `metric ${index}`, align: "right" as const}));
    const text = tableText(wide, [{cells: ["1", "2", "3", "4", "123,456,789.00"]}], style);
    expect(text).toBe("metric 0  1\nmetric 1  2\nmetric 2  3\nmetric 3  4\nmetric 4  123,456,789.00\n");
  });
});

describe("forms of an answer", () => {
  const quarry = contract({
    name: "quarries.list",
    summary: "",
    kind: "read",
    input: z.object({}),
    output: z.object({
      rows: z.array(z.object({name: z.string(), tons: z.int(), cost: z.string().regex(/^-?\d+(\.\d+)?$/)})),
      totals: z.array(z.object({cost: z.string()})),
      notes: z.array(z.string())
    })
  });
  const output = {
    rows: [
      {name: "a|b", tons: 1200, cost: "10.5"},
      {name: "rest", tons: 3, cost: "-0.001", other: true}
    ],
    totals: [{cost: "10.499"}],
    notes: ["weighed twice"]
  };
  const shown = (format: "table" | "json" | "ndjson" | "csv" | "md"): string =>
    [...renderAnswer(format, quarry, output, style)].join("");

  test("json is the answer itself", () => expect(JSON.parse(shown("json"))).toEqual(output));

  test("ndjson is a row a line, then what stands beside them", () => {
    const lines = shown("ndjson")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([...output.rows, {totals: output.totals, notes: output.notes}]);
  });

  test("csv has the rows with full precision", () => {
    expect(shown("csv")).toBe("name,tons,cost,other\r\na|b,1200,10.5,\r\nrest,3,-0.001,true\r\n");
  });

  test("markdown escapes what would break the table", () => {
    expect(shown("md")).toBe(
      "| name | tons | cost | other |\n| --- | ---: | ---: | --- |\n| a\\|b | 1200 | 10.5 |  |\n| rest | 3 | -0.001 | true |\n"
    );
  });

  test("a table has totals and notes", () => {
    expect(shown("table")).toBe(
      [
        "name    tons    cost  other",
        "───────────────────────────",
        "a|b    1,200   10.50",
        "rest       3  >-0.01  true",
        "───────────────────────────",
        "total          10.50",
        "",
        "note: weighed twice",
        ""
      ].join("\n")
    );
  });

  test("no rows are said to be none", () => {
    expect([...renderAnswer("table", quarry, {rows: [], totals: [], notes: []}, style)].join("")).toBe(
      "Nothing to show.\n"
    );
    expect([...renderAnswer("csv", quarry, {rows: [], totals: [], notes: []}, style)].join("")).toBe("");
  });
});
