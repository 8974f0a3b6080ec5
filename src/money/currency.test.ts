import {expect, test} from "vitest";
import {currencies, isCurrency, minorUnits} from "./currency.ts";

test("codes are three capitals, in order, none twice", () => {
  const codes = Object.keys(currencies);
  expect(codes).toHaveLength(179);
  expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(codes).toEqual([...codes].sort());
});

test("minor units", () => {
  expect(minorUnits("EUR")).toBe(2);
  expect(minorUnits("JPY")).toBe(0);
  expect(minorUnits("KWD")).toBe(3);
  expect(minorUnits("CLF")).toBe(4);
  expect(minorUnits("XAU")).toBeNull();
  expect(minorUnits("credits")).toBeNull();
});

test("what is a currency", () => {
  expect(isCurrency("USD")).toBe(true);
  for (const text of ["usd", "", "US", "USDT", "toString", "__proto__"]) expect(isCurrency(text)).toBe(false);
});
