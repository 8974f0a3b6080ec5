import {describe, expect, test} from "vitest";
import {parseTrino} from "../../../test/trino-grammar.ts";
import {duckdbDialect} from "../duckdb/dialect.ts";
import {render, sql} from "../query.ts";
import {trinoDialect} from "./dialect.ts";

const trino = trinoDialect({prefix: ["hive", "lake"]});
const text = (query: Parameters<typeof render>[0]): string => render(query, trino.placeholder);

describe("the grammar of Trino", () => {
  test.each([
    "select 1 group by all",
    "select * exclude (a) from t",
    "select a from t qualify row_number() over () = 1",
    "select a, from t",
    "select x::varchar from t",
    "select $1",
    "select [1, 2]",
    "from t select a"
  ])("refuses what only DuckDB understands: %s", (statement) => {
    expect(parseTrino(statement)).not.toEqual([]);
  });

  test("refuses the hooks of DuckDB, and takes those of Trino", () => {
    const ask = (dialect: typeof trino): string =>
      render(
        sql`select ${dialect.ratio(sql`a`, sql`b`, 6)} from ${dialect.scan("X", [{path: "/p", snapshot: "s"}])}`,
        dialect.placeholder
      );
    expect(parseTrino(ask(duckdbDialect))).not.toEqual([]);
    expect(parseTrino(ask(trino))).toEqual([]);
  });
});

describe("the dialect of Trino", () => {
  test("scans the table of a dataset, and in it the snapshots, each once", () => {
    const files = [
      {path: "/lake/1.parquet", snapshot: "01A"},
      {path: "/lake/2.parquet", snapshot: "01A"},
      {path: "/lake/3.parquet", snapshot: "01'B"}
    ];
    const scan = trino.scan("CostAndUsage", files);
    expect(text(scan)).toBe('(select * from "hive"."lake"."cost_and_usage" where "snapshot" in (?, ?))');
    expect(scan.values).toEqual(["01A", "01'B"]);
    expect(() => trino.scan("CostAndUsage", [])).toThrow("a scan needs a file");
  });

  test("quotes what the tables are in", () => {
    const odd = trinoDialect({prefix: ['my"catalog', "select"]});
    expect(text(odd.scan("InvoiceDetail", [{path: "p", snapshot: "s"}]))).toContain(
      'from "my""catalog"."select"."invoice_detail" where'
    );
  });

  test.each([trino, duckdbDialect])("refuses a scale that the lake does not have: $name", (dialect) => {
    for (const scale of [-1, 19, 1.5, Number.NaN]) {
      expect(() => dialect.ratio(sql`a`, sql`b`, scale)).toThrow(`invalid scale: ${scale}`);
      expect(() => dialect.product(sql`a`, sql`b`, scale)).toThrow(`invalid scale: ${scale}`);
    }
  });

  test("reads whatever scale it divides and multiplies with", () => {
    for (const scale of [0, 1, 18]) {
      expect(
        parseTrino(
          text(
            sql`select ${trino.ratio(sql`sum(a)`, sql`sum(b)`, scale)}, ${trino.product(sql`a`, sql`${"2"}`, scale)}`
          )
        )
      ).toEqual([]);
    }
  });
});
