import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sql} from "../../../engine/query.ts";
import {type Bench, bench} from "./fixtures/bench.ts";
import {parseDeclaration} from "./load.ts";

let engine: Bench;
beforeAll(async () => {
  engine = await bench();
});
afterAll(() => engine.close());

/** The text that a column of a declaration makes of what a file says. */
async function read(column: string, written: string | null) {
  const text = `
id: of-columns
title: Columns
reads: {format: csv, recognise: [C]}
columns:
  c: {from: C, ${column}}
  amount: {from: A, kind: decimal}
  day: {from: D, kind: date}
common:
  set:
    BillingAccountId: {constant: a}
    BillingCurrency: {constant: EUR}
    ProviderName: {constant: p}
    ServiceName: {constant: s}
    ServiceCategory: {constant: Other}
    ChargeCategory: {constant: Usage}
    ChargePeriodStart: {column: day}
    ChargePeriodEnd: {column: day}
rows: [{set: {BilledCost: {column: amount}}}]
total: {billed: {column: amount}, period: {column: day}, currency: {constant: EUR}}
`;
  const parsed = parseDeclaration(text, "x.yaml");
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const [native] = parsed.importer.columns;
  return engine.value(native?.read?.(sql`cast(${written} as varchar)`) ?? sql`null`);
}

describe("numbers", () => {
  test.for([
    ["kind: decimal, decimal: comma", "1.234,50", "1234.50"],
    ["kind: decimal, decimal: comma", "-1.234.567,5", "-1234567.5"],
    ["kind: decimal, decimal: comma", "12,5", "12.5"],
    ["kind: decimal, decimal: comma", "1234,5", "1234.5"],
    ["kind: decimal, decimal: comma", "1.234", "1234"],
    ["kind: decimal, decimal: comma", "12.34", "12.34 ?"],
    ["kind: decimal, decimal: comma", "1,234.50", "1,234.50 ?"],
    ["kind: decimal, decimal: comma", "not-a-number", "not-a-number ?"],
    ["kind: decimal, decimal: comma", null, null],
    ["kind: decimal, decimal: comma, thousands: space", "1 234 567,8", "1234567.8"],
    ["kind: decimal, decimal: comma, thousands: space", "1\u00a0234,8", "1234.8"],
    ["kind: decimal, decimal: comma, thousands: space", "1\u202f234,8", "1234.8"],
    ["kind: decimal, decimal: comma, thousands: none", "1.234,5", "1.234,5 ?"],
    ["kind: decimal, thousands: comma", "1,234.50", "1234.50"],
    ["kind: decimal, thousands: comma", "1,23.50", "1,23.50 ?"],
    ["kind: decimal, thousands: apostrophe", "1'234.50", "1234.50"],
    ["kind: decimal, symbols: [€, EUR]", "€ 12.5", "12.5"],
    ["kind: decimal, symbols: [€, EUR]", "-12.5 EUR", "-12.5"],
    ["kind: decimal, negative: trailing", "12.50-", "-12.50"],
    ["kind: decimal, negative: trailing", "12.50 -", "-12.50"],
    ["kind: decimal, negative: parentheses", "(12.50)", "-12.50"],
    ["kind: decimal, negative: parentheses", "12.50", "12.50"],
    ["kind: decimal, scale: 2", "1.25", "1.25"],
    ["kind: decimal, scale: 2", "1.2500", "1.2500"],
    ["kind: decimal, scale: 2", "1.255", "1.255 ?"],
    ["kind: decimal, scale: 0", "7", "7"],
    ["kind: decimal, empty: [N/A, '-']", " N/A ", null],
    ["kind: decimal, empty: [N/A, '-']", "-", null],
    ["kind: float, scale: 6", "1.5e-3", "1.5e-3"]
  ] as const)("%s: %s is read as %s", async ([column, written, expected]) => {
    expect(await read(column, written)).toBe(expected);
  });
});

describe("dates", () => {
  test.for([
    ["kind: date, format: DD.MM.YYYY", "31.10.2026", "2026-10-31"],
    ["kind: date, format: DD.MM.YYYY", "1.2.2026", "2026-02-01"],
    ["kind: date, format: MM/DD/YYYY", "10/31/2026", "2026-10-31"],
    ["kind: date, format: MM/DD/YYYY", "2026-10-31", "2026-10-31"],
    ["kind: date, format: MM/DD/YYYY", "31.10.2026", "31.10.2026"],
    ["kind: date, format: YYYY-MM", "2026-10", "2026-10-01"],
    ["kind: date, format: MM/YYYY", "10/2026", "2026-10-01"],
    ["kind: date, format: YYYYMMDD", "20261031", "2026-10-31"],
    ["kind: date, format: YYYYMM", "202610", "2026-10-01"],
    ["kind: date, format: DD MMM YYYY", "5 October 2026", "2026-10-05"],
    ["kind: date, format: DD MMM YYYY", "05 Oct 2026", "2026-10-05"],
    ["kind: date, format: DD MMM YYYY", "05 Foo 2026", "2026-??-05"],
    ["kind: date, format: 'DD.MM.YYYY hh:mm'", "31.10.2026 08:30", "2026-10-31T08:30:00Z"],
    ["kind: date, format: unix", "1730419200", "2024-11-01T00:00:00.000000Z"],
    ["kind: date, format: unix-ms", "1730419200500", "2024-11-01T00:00:00.500000Z"],
    ["kind: date, format: unix", "soon", "soon ?"],
    ["kind: date, format: unix", null, null],
    ["kind: date, format: DD.MM.YYYY", null, null]
  ] as const)("%s: %s is read as %s", async ([column, written, expected]) => {
    expect(await read(column, written)).toBe(expected);
  });
});
