import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {raw} from "../query.ts";
import {decimalText, instantCell} from "./cell.ts";
import type {DuckdbEngine} from "./duckdb.ts";
import {openDuckdb} from "./duckdb.ts";

describe("a scaled integer as text", () => {
  test("shows all its decimals and reads back as what it was", () => {
    fc.assert(
      fc.property(
        fc.bigInt({min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n}),
        fc.integer({min: 0, max: 38}),
        (value, scale) => {
          const text = decimalText(value, scale);
          expect(text).toMatch(scale === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${scale}}$`));
          expect(BigInt(text.replace(".", ""))).toBe(value);
          expect(text).not.toMatch(/^-?0\d/);
        }
      )
    );
  });

  test.each([10n ** 38n, -(10n ** 38n), 10n ** 38n + 5n])("beyond 38 digits is an overflow: %s", (value) => {
    expect(() => decimalText(value, 18)).toThrow(expect.objectContaining({code: "amount.overflow"}));
  });
});

describe("microseconds as an instant", () => {
  test("are what Temporal makes of them", () => {
    const instant = instantCell();
    const edge = Temporal.Instant.from("9999-12-31T23:59:59Z").epochMilliseconds;
    fc.assert(
      fc.property(fc.bigInt({min: -BigInt(edge) * 1000n, max: BigInt(edge) * 1000n}), (micros) => {
        expect(instant(micros)).toBe(Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toString());
      })
    );
  });
});

describe("cells of other types", () => {
  let engine: DuckdbEngine;
  beforeAll(async () => {
    engine = await openDuckdb({
      memory: "200MB",
      threads: 1,
      spillFolder: join(tmpdir(), "ashlar-cell-spill"),
      spill: "100MB",
      parallel: 1,
      allowedDirectories: []
    });
  });
  afterAll(async () => engine.close());

  test.each<[string, unknown]>([
    ["1.5::double", "1.5"],
    ["1e300::double", "1e+300"],
    ["'nan'::double", "NaN"],
    ["0.1::float", expect.stringMatching(/^0\.1/)],
    ["170141183460469231731687303715884105727::hugeint", "170141183460469231731687303715884105727"],
    ["200::utinyint", "200"],
    ["date '2026-10-01'", "2026-10-01"],
    ["timestamptz '2026-10-01 02:00:00+02'", "2026-10-01T00:00:00Z"],
    ["timestamp 'infinity'", "infinity"],
    ["timestamp '-infinity'", "-infinity"],
    ["null", null],
    ["[1.50, null]", ["1.50", null]],
    ["[[1], []]", [["1"], []]],
    ["{'a': timestamp '2026-10-01 00:00:00', 'b': [true, null]}", {a: "2026-10-01T00:00:00Z", b: [true, null]}],
    ["map {'k': {'n': 1}}", {k: {n: "1"}}],
    ["map {date '2026-10-01': 1}", {"2026-10-01": "1"}],
    ["map {}", {}],
    ["array_value('a', null)", ["a", null]],
    ["'x'::enum('x', 'y')", "x"],
    ["'84492129-84a0-4e63-8371-b6218818f425'::uuid", "84492129-84a0-4e63-8371-b6218818f425"]
  ])("%s", async (expression, cell) => {
    expect(await engine.rows(raw(`select ${expression} as c`))).toEqual([{c: cell}]);
  });

  test("are refused where two columns have one name", async () => {
    await expect(engine.rows(raw("select 1 as a, 2 as a"))).rejects.toMatchObject({
      code: "engine.failed",
      cause: new Error("two columns of an answer are named a")
    });
  });
});
