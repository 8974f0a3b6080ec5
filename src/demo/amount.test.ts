import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {costText, decimalText, partsOf, scaled, wholeCents} from "./amount.ts";

describe("exact amounts", () => {
  test("are read back from their text", () => {
    fc.assert(
      fc.property(fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n}), fc.integer({min: 0, max: 18}), (value, scale) => {
        expect(scaled(decimalText(value, scale), scale)).toBe(value);
      })
    );
  });

  test("have no trailing zeros and no sign of nothing", () => {
    expect(decimalText(0n, 10)).toBe("0");
    expect(decimalText(-50n, 2)).toBe("-0.5");
    expect(decimalText(120_000n, 4)).toBe("12");
  });

  test("that do not fit their scale are refused, not rounded", () => {
    expect(() => scaled("0.1234567", 6)).toThrow("not a decimal of scale 6");
    expect(() => scaled("1e3", 6)).toThrow("not a decimal");
  });

  test("are rounded to cents away from zero, by at most half a cent", () => {
    expect(costText(wholeCents(scaled("1.005", 10)))).toBe("1.01");
    expect(costText(wholeCents(scaled("-1.005", 10)))).toBe("-1.01");
    fc.assert(
      fc.property(fc.bigInt({min: -(10n ** 20n), max: 10n ** 20n}), (cost) => {
        const difference = wholeCents(cost) - cost;
        expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(50_000_000n);
        expect(wholeCents(cost) % 100_000_000n).toBe(0n);
      })
    );
  });

  test("take a share in parts of a million", () => {
    expect(partsOf(107_000n, 960_000n)).toBe(102_720n);
  });
});
