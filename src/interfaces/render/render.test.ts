import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {amountText, countText, percentText} from "./amount-text.ts";
import {csvCell} from "./delimited.ts";

describe("amounts for people", () => {
  test.each([
    ["0", "0.00"],
    ["1234567.891", "1,234,567.89"],
    ["-1234.995", "-1,235.00"],
    ["999.995", "1,000.00"],
    ["0.004", "<0.01"],
    ["-0.004", ">-0.01"],
    ["-0.005", "-0.01"],
    ["0.000", "0.00"],
    ["12345678901234567890.12", "12,345,678,901,234,567,890.12"],
    ["no amount", "no amount"]
  ])("%s is %s", (text, shown) => expect(amountText(text)).toBe(shown));

  test("differ from the exact amount by at most half a cent", () => {
    fc.assert(
      fc.property(fc.bigInt({min: -(10n ** 22n), max: 10n ** 22n}), (units) => {
        const digits = (units < 0n ? -units : units).toString().padStart(7, "0");
        const text = `${units < 0n ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`;
        const shown = amountText(text);
        if (/[<>]/.test(shown)) return units !== 0n && units > -5000n && units < 5000n;
        const cents = BigInt(shown.replaceAll(/[,.]/g, ""));
        const off = cents * 10_000n - units;
        return off <= 5000n && off >= -5000n;
      })
    );
  });

  test("counts and ratios", () => {
    expect([countText(1234567), countText(-12n), countText("1000")]).toEqual(["1,234,567", "-12", "1,000"]);
    expect([percentText("0.031249"), percentText("-1.5"), percentText("0"), percentText("12")]).toEqual([
      "3.1 %",
      "-150.0 %",
      "0.0 %",
      "1,200.0 %"
    ]);
  });
});

describe("csv", () => {
  test.each([
    ["plain", "plain"],
    ['a "b", c', '"a ""b"", c"'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+49", "'+49"],
    ["-cmd", "'-cmd"],
    ["-12.5", "-12.5"],
    ["@x,y", '"\'@x,y"'],
    [" padded ", '" padded "']
  ])("%j", (text, cell) => expect(csvCell(text)).toBe(cell));
});
