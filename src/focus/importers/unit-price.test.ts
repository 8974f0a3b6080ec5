import {tmpdir} from "node:os";
import {join as joinPath} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {DuckdbEngine} from "../../engine/duckdb/duckdb.ts";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {join, literal, sql} from "../../engine/query.ts";
import {amountText, compare, multiply, negate, subtract} from "../../money/amount.ts";
import {pricedQuantity, unitPrice} from "./unit-price.ts";

let engine: DuckdbEngine;
beforeAll(async () => {
  engine = await openDuckdb({
    memory: "500MB",
    threads: 1,
    spillFolder: joinPath(tmpdir(), "ashlar-unit-price-spill"),
    spill: "100MB",
    parallel: 1,
    allowedDirectories: []
  });
});
afterAll(async () => engine.close());

type Line = readonly [cost: string, quantity: string | null, stated: string | null];

async function priced(lines: readonly Line[]) {
  const values = lines.map(
    ([cost, quantity, stated], n) =>
      sql`(${literal(String(n))}::int, ${literal(cost)}::decimal(38, 18), ${literal(quantity ?? "")}, ${literal(stated ?? "")})`
  );
  return engine.rows(sql`select quantity, ${unitPrice(sql`cost`, sql`quantity`, sql`stated`)} as price from (
      select n, cost, nullif(stated, '')::decimal(38, 18) as stated,
        ${pricedQuantity(sql`cost`, sql`nullif(quantity, '')::decimal(38, 18)`)} as quantity
      from (values ${join(values)}) as lines(n, cost, quantity, stated)
    ) order by n`);
}

function size(amount: string): string {
  return compare(amount, "0") < 0 ? negate(amount) : amount;
}

const amount = (max: bigint, scale: number) => fc.bigInt({min: -max, max}).map((units) => amountText({units, scale}));

describe("a unit price", () => {
  test("times its quantity is the cost, and neither it is negative nor the cost lost", async () => {
    const line = fc.tuple(
      amount(10n ** 12n, 6),
      fc.option(amount(10n ** 13n, 7)),
      fc.option(fc.bigInt({min: 0n, max: 10n ** 9n}).map((units) => amountText({units, scale: 6})))
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 60}), async (lines) => {
        const rows = await priced(lines);
        rows.forEach((row, n) => {
          const [cost = "0"] = lines[n] ?? [];
          const [quantity, price] = [String(row["quantity"]), String(row["price"])];
          expect(compare(price, "0")).not.toBe(-1);
          // A price has 18 decimals, so that a large quantity multiplies what is cut off; a stated one may be rounded.
          const off = size(subtract(multiply(price, quantity, 18), cost));
          const allowed = compare(size(cost), "0.01") < 0 ? "0.000000002" : multiply(size(cost), "0.00000011", 18);
          expect({cost, quantity, price, fits: compare(off, allowed) <= 0}).toMatchObject({fits: true});
        });
      }),
      {numRuns: 40}
    );
  });

  test.each<[Line, string, string]>([
    [["1", "3", null], "3.000000000000000000", "0.333333333333333333"],
    [["1", "3", "0.3333333333"], "3.000000000000000000", "0.333333333300000000"],
    [["1", "3", "9"], "3.000000000000000000", "0.333333333333333333"],
    [["5", null, null], "1.000000000000000000", "5.000000000000000000"],
    [["5", "0", "7"], "1.000000000000000000", "5.000000000000000000"],
    [["-5", "2", null], "-2.000000000000000000", "2.500000000000000000"],
    [["0", "4", null], "4.000000000000000000", "0.000000000000000000"],
    [["0", "0", "7"], "0.000000000000000000", "7.000000000000000000"]
  ])("of %j", async (line, quantity, price) => {
    expect(await priced([line])).toEqual([{quantity, price}]);
  });
});
