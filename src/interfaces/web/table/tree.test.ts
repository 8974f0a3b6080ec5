import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type AnswerRow, blocksOf} from "../answer/pivot.ts";
import {coloursOf} from "../charts/palette.ts";
import {add, isZero, subtract} from "../format/amount.ts";
import {type TreeRow, treeOf} from "./tree.ts";

const cents = fc.bigInt({min: -10_000n, max: 10_000_000n}).map((units) => `${units}.05`);
const row = fc.record({
  provider: fc.constantFrom("a", "b", null),
  service: fc.constantFrom("x", "y", "z", null),
  period: fc.constantFrom("2026-10-01", "2026-10-02"),
  currency: fc.constantFrom("EUR", "USD"),
  effective: cents
});

function totalsOf(rows: readonly AnswerRow[]): AnswerRow[] {
  return [...Map.groupBy(rows, ({currency}) => currency)].map(([currency, own]) => ({
    currency: currency ?? null,
    effective: own.reduce((sum, {effective}) => add(sum, String(effective)), "0")
  }));
}

const asked = {dimensions: ["provider", "service"], metrics: ["effective"], granularity: "day"};

test("rows, periods and nested sums come to the totals, to the last digit", () => {
  fc.assert(
    fc.property(fc.array(row, {maxLength: 30}), (rows) => {
      for (const block of blocksOf(rows, totalsOf(rows), asked)) {
        const total = block.totals["effective"] ?? "0";
        const sum = (parts: readonly (string | null | undefined)[]): string =>
          parts.reduce<string>((before, part) => add(before, part ?? "0"), "0");
        const agrees = (parts: readonly (string | null | undefined)[]): void => {
          expect(isZero(subtract(sum(parts), total))).toBe(true);
        };
        const tree = treeOf(block, 2, "effective");
        agrees(block.groups.map(({sums}) => sums["effective"]));
        agrees(block.periodTotals);
        agrees(tree.map(({sums}) => sums["effective"]));
        agrees(tree.flatMap(({children = []}: TreeRow) => children.map(({sums}) => sums["effective"])));
      }
    })
  );
});

describe("colours", () => {
  test("a value has its own wherever it is alone or first, and none twice in a chart", () => {
    const names = ["AWS", "Azure", "Google", "Data centre", "Licences"];
    const all = coloursOf(
      names.map((key) => ({key, role: "value" as const})),
      "light"
    );
    expect(new Set(all).size).toBe(names.length);
    expect(coloursOf([{key: "AWS", role: "value"}], "light")[0]).toBe(all[0]);
    expect(coloursOf([{key: "other", role: "other"}], "dark")).not.toContain(all[0]);
  });
});
