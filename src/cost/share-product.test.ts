import fc from "fast-check";
import {expect, test} from "vitest";
import {parseTrino} from "../../test/trino-grammar.ts";
import {identifier, join, raw, render, sql} from "../engine/query.ts";
import {trinoDialect} from "../engine/trino/dialect.ts";
import {amountText, multiply} from "../money/amount.ts";
import {openBench} from "./fixtures/bench.ts";
import {shareProduct} from "./share-product.ts";

const bench = await openBench();
const edge = 10n ** 25n;
const unitsOf = fc.oneof(
  fc.bigInt({min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n}),
  fc.bigInt({min: -(10n ** 19n), max: 10n ** 19n}),
  fc.constantFrom(0n, 1n, -1n, edge, edge - 1n, edge + 1n, -edge, 1n - edge, 10n ** 38n - 1n)
);
const shareOf = fc.oneof(
  fc.bigInt({min: 0n, max: 10n ** 12n}),
  fc.constantFrom(0n, 1n, 5n * 10n ** 11n, 10n ** 12n - 1n, 10n ** 12n)
);

test("an amount by a share is the exact product, rounded half away from zero", async () => {
  const {dialect} = bench.engine;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(unitsOf, shareOf), {minLength: 1, maxLength: 50}), async (pairs) => {
      const texts = pairs.map(
        ([units, share]) => [amountText({units, scale: 18}), amountText({units: share, scale: 12})] as const
      );
      const rows = texts.map(
        ([amount, share], index) =>
          sql`(${raw(String(index))}, cast(${amount} as decimal(38, 18)), cast(${share} as decimal(18, 12)))`
      );
      const product = shareProduct(identifier("amount"), identifier("share"), dialect);
      const found = await bench.engine.rows(
        sql`select ${product} as p from (values ${join(rows)}) as t (n, amount, share) order by n`
      );
      expect(found.map((row) => row["p"])).toEqual(texts.map(([amount, share]) => multiply(amount, share, 18)));
    }),
    {numRuns: 60}
  );
});

test("is written in the grammar of the other engine", () => {
  const dialect = trinoDialect({prefix: ["lake", "finops"]});
  const query = sql`select ${shareProduct(identifier("a"), identifier("b"), dialect)} from t`;
  expect(parseTrino(render(query, dialect.placeholder))).toEqual([]);
});
