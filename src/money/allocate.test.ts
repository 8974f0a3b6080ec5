import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {allocate, allocateUnits} from "./allocate.ts";
import {compare, sum} from "./amount.ts";

const weights = fc
  .array(fc.bigInt({min: 0n, max: 10n ** 20n}), {minLength: 1, maxLength: 30})
  .filter((list) => list.some((weight) => weight > 0n));
const total = fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n});

const whole = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);
const size = (value: bigint) => (value < 0n ? -value : value);

describe("cases", () => {
  test("the largest remainder gets the cent, the first among equals", () => {
    expect(allocate("100", [1n, 1n, 1n], 2)).toEqual(["33.34", "33.33", "33.33"]);
    expect(allocate("1.00", ["0.5", "0.25", "0.25"], 1)).toEqual(["0.5", "0.3", "0.2"]);
    expect(allocate("0.05", [1n, 2n], 2)).toEqual(["0.02", "0.03"]);
  });

  test("a negative amount mirrors the positive one", () => {
    expect(allocate("-100", [1n, 1n, 1n], 2)).toEqual(["-33.34", "-33.33", "-33.33"]);
  });

  test("a weight of zero gets zero", () => {
    expect(allocate("0.01", [0n, 1n, 1n], 2)).toEqual(["0.00", "0.01", "0.00"]);
    expect(allocate("0.00", [0n, 0n], 2)).toEqual(["0.00", "0.00"]);
    expect(allocate("0", [], 2)).toEqual([]);
  });

  test("what cannot be split is refused", () => {
    expect(() => allocate("1", [0n, 0n], 2)).toThrow("nobody has a weight");
    expect(() => allocate("1", [], 2)).toThrow("nobody has a weight");
    expect(() => allocate("1", [1n, -1n], 2)).toThrow("a weight is negative");
    expect(() => allocate("1.005", [1n], 2)).toThrow("more than 2 decimals");
    expect(() => allocate("1", ["x"], 2)).toThrow("not an amount");
  });
});

describe("invariants", () => {
  test("the pieces sum to the amount", () => {
    fc.assert(
      fc.property(total, weights, (units, list) => {
        expect(whole(allocateUnits(units, list))).toBe(units);
      })
    );
  });

  test("each piece is less than one unit away from its exact share", () => {
    fc.assert(
      fc.property(total, weights, (units, list) => {
        const all = whole(list);
        allocateUnits(units, list).forEach((piece, position) => {
          expect(size(piece * all - units * (list[position] ?? 0n))).toBeLessThan(all);
        });
      })
    );
  });

  test("a greater weight never gets less, and the proportion alone counts", () => {
    fc.assert(
      fc.property(fc.bigInt({min: 0n, max: 10n ** 30n}), weights, (units, list) => {
        const pieces = allocateUnits(units, list);
        for (const [i, a] of list.entries()) {
          for (const [j, b] of list.entries()) if (a > b) expect(pieces[i]).toBeGreaterThanOrEqual(pieces[j] ?? 0n);
        }
        expect(
          allocateUnits(
            units,
            list.map((weight) => weight * 7n)
          )
        ).toEqual(pieces);
      })
    );
  });

  test("the order of the weights does not matter, where no two remainders are equal", () => {
    const distinct = fc.tuple(total, weights).filter(([units, list]) => {
      const remainders = list.map((weight) => (size(units) * weight) % whole(list));
      return new Set(remainders).size === list.length;
    });
    fc.assert(
      fc.property(distinct, fc.nat(), ([units, list], turn) => {
        const by = turn % list.length;
        const rotate = <T>(items: readonly T[]) => [...items.slice(by), ...items.slice(0, by)];
        expect(allocateUnits(units, rotate(list))).toEqual(rotate(allocateUnits(units, list)));
      })
    );
  });

  test("decimal text conserves the amount at its scale", () => {
    fc.assert(
      fc.property(
        fc.bigInt({min: -(10n ** 25n), max: 10n ** 25n}),
        weights,
        fc.integer({min: 2, max: 18}),
        (units, list, scale) => {
          const amount = `${units < 0n ? "-" : ""}${size(units)}e-2`;
          const texts = list.map((weight) => `${weight}e-5`);
          expect(compare(sum(allocate(amount, texts, scale)), amount)).toBe(0);
        }
      )
    );
  });
});
