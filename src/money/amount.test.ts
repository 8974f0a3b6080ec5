import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  add,
  amountText,
  compare,
  divide,
  exactUnits,
  isAmount,
  isZero,
  multiply,
  negate,
  normalise,
  parseAmount,
  round,
  subtract,
  sum
} from "./amount.ts";

const decimal = fc
  .tuple(fc.bigInt({min: -(10n ** 38n), max: 10n ** 38n}), fc.nat({max: 18}))
  .map(([units, scale]) => amountText({units, scale}));

describe("reading", () => {
  test.each([
    ["12.50", "12.50"],
    ["-.5", "-0.5"],
    ["5.", "5"],
    ["+007.10", "7.10"],
    ["-0", "0"],
    ["-0.00", "0.00"],
    ["1.5E-7", "0.00000015"],
    ["1.5e3", "1500"],
    ["-2E+2", "-200"],
    ["9007199254740993.12", "9007199254740993.12"]
  ])("%s is %s", (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  test.each([
    "",
    ".",
    "-",
    "1,000.00",
    "$5",
    "1 000",
    "NaN",
    "Infinity",
    "0x10",
    "1e",
    "1.2.3",
    "1e99999",
    "1e999",
    "٣"
  ])("%s is no amount", (text) => {
    expect(isAmount(text)).toBe(false);
    expect(() => parseAmount(text)).toThrow(/^not an amount/);
  });

  test("a text of a million digits is refused, quickly and shortly", () => {
    const text = "9".repeat(1_000_000);
    expect(() => parseAmount(text)).toThrow(/^not an amount: "9{60}"$/);
  });

  test("zeros behind go on request", () => {
    expect(normalise("1.500", {trailingZeros: false})).toBe("1.5");
    expect(normalise("100.00", {trailingZeros: false})).toBe("100");
    expect(normalise("100", {trailingZeros: false})).toBe("100");
    expect(normalise("-0.000", {trailingZeros: false})).toBe("0");
  });

  test("text and amount are one", () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(amountText(parseAmount(text))).toBe(text);
      })
    );
  });
});

describe("arithmetic", () => {
  test("a million tenths are a hundred thousand", () => {
    expect(sum(Array.from({length: 1_000_000}, () => "0.1"))).toBe("100000.0");
  });

  test("the greater scale is kept", () => {
    expect(add("1.50", "1")).toBe("2.50");
    expect(subtract("1", "0.999")).toBe("0.001");
    expect(sum([])).toBe("0");
  });

  test("products and quotients round half away from zero", () => {
    expect(multiply("1.05", "0.5", 2)).toBe("0.53");
    expect(multiply("-1.05", "0.5", 2)).toBe("-0.53");
    expect(multiply("3", "2", 4)).toBe("6.0000");
    expect(divide("2", "3", 4)).toBe("0.6667");
    expect(divide("-1", "8", 2)).toBe("-0.13");
    expect(divide("1", "-8", 2)).toBe("-0.13");
    expect(() => divide("1", "0.00", 2)).toThrow("division of 1 by zero");
    expect(round("2.345", 2)).toBe("2.35");
    expect(round("-2.345", 2)).toBe("-2.35");
    expect(round("2", 2)).toBe("2.00");
  });

  test("exact units lose nothing", () => {
    expect(exactUnits("12.5", 2)).toBe(1250n);
    expect(exactUnits("12.5000", 2)).toBe(1250n);
    expect(() => exactUnits("12.505", 2)).toThrow("12.505 has more than 2 decimals");
  });

  test("adding is associative, commutative, and undone by subtracting", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(compare(add(add(a, b), c), sum([c, b, a]))).toBe(0);
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(add(a, negate(a)), "0")).toBe(0);
      })
    );
  });

  test("the order is that of the difference", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtract(a, b);
        expect(compare(a, b)).toBe(isZero(difference) ? 0 : difference.startsWith("-") ? -1 : 1);
        expect(compare(a, b) + compare(b, a)).toBe(0);
      })
    );
  });

  test("a product is exact at the sum of the scales, and a rounded one at most half a unit away", () => {
    fc.assert(
      fc.property(decimal, decimal, fc.nat({max: 10}), (a, b, scale) => {
        const exact = multiply(a, b, 36);
        const [left, right] = [parseAmount(a), parseAmount(b)];
        expect(compare(exact, amountText({units: left.units * right.units, scale: left.scale + right.scale}))).toBe(0);
        const error = subtract(multiply(a, b, scale), exact).replace("-", "");
        expect(compare(multiply(error, "2", 36), amountText({units: 1n, scale}))).toBeLessThanOrEqual(0);
      })
    );
  });
});
