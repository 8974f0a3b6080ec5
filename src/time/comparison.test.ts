import fc from "fast-check";
import {expect, test} from "vitest";
import {comparedWith, previous, yearBefore} from "./comparison.ts";
import {dayCount, parseDay} from "./interval.ts";

const interval = (from: string, to: string) => ({from: parseDay(from), to: parseDay(to)});
const asText = ({from, to}: {from: Temporal.PlainDate; to: Temporal.PlainDate}) => `${from} ${to}`;

test.each([
  ["a month", "2026-03-01", "2026-04-01", "2026-02-01 2026-03-01"],
  ["a quarter", "2026-01-01", "2026-04-01", "2025-10-01 2026-01-01"],
  ["a year", "2025-01-01", "2026-01-01", "2024-01-01 2025-01-01"],
  ["a fiscal quarter", "2026-02-01", "2026-05-01", "2025-11-01 2026-02-01"],
  ["two months", "2026-01-01", "2026-03-01", "2025-11-01 2026-01-01"],
  ["a part of a month", "2026-03-01", "2026-03-24", "2026-02-06 2026-03-01"],
  ["thirty days", "2026-10-25", "2026-11-24", "2026-09-25 2026-10-25"],
  ["one day", "2026-01-01", "2026-01-02", "2025-12-31 2026-01-01"]
])("%s and the one before", (_, from, to, before) => {
  expect(asText(previous(interval(from, to)))).toBe(before);
});

test.each([
  ["a month", "2026-03-01", "2026-04-01", "2025-03-01 2025-04-01"],
  ["a February after a leap year", "2025-02-01", "2025-03-01", "2024-02-01 2024-03-01"],
  ["a leap February", "2024-02-01", "2024-03-01", "2023-02-01 2023-03-01"],
  ["the leap day", "2024-02-29", "2024-03-01", "2023-02-28 2023-03-01"],
  ["up to the leap day", "2024-02-10", "2024-02-29", "2023-02-10 2023-03-01"],
  ["from the leap day", "2024-02-29", "2024-03-15", "2023-02-28 2023-03-15"],
  ["a fortnight", "2026-10-10", "2026-10-24", "2025-10-10 2025-10-24"]
])("%s and a year before", (_, from, to, before) => {
  expect(asText(yearBefore(interval(from, to)))).toBe(before);
});

const day = fc.integer({min: -50_000, max: 50_000}).map((days) => Temporal.PlainDate.from("2026-01-01").add({days}));
const any = fc.tuple(day, fc.integer({min: 1, max: 800})).map(([from, days]) => ({from, to: from.add({days})}));
const months = fc.tuple(day, fc.integer({min: 1, max: 36})).map(([date, count]) => {
  const from = date.with({day: 1});
  return {from, to: from.add({months: count})};
});

test("what comes before ends where the interval begins, is not empty, and is as long", () => {
  fc.assert(
    fc.property(any, (days) => {
      const before = previous(days);
      expect(before.to.equals(days.from)).toBe(true);
      expect(dayCount(before)).toBeGreaterThan(0);
      if (days.from.day !== 1) expect(dayCount(before)).toBe(dayCount(days));
    })
  );
});

test("whole months stay whole months, as many", () => {
  fc.assert(
    fc.property(months, (days) => {
      const count = days.from.until(days.to, {largestUnit: "months"}).months;
      for (const compared of [previous(days), yearBefore(days)]) {
        expect([compared.from.day, compared.to.day]).toEqual([1, 1]);
        expect(compared.from.until(compared.to, {largestUnit: "months"}).months).toBe(count);
      }
    })
  );
});

test("a year before begins on the same date, or 28 February, and is as long but for leap days", () => {
  fc.assert(
    fc.property(any, (days) => {
      const before = comparedWith(days, "year");
      expect(before.from.year).toBe(days.from.year - 1);
      expect(before.from.month).toBe(days.from.month);
      expect(before.from.day).toBe(days.from.month === 2 && days.from.day === 29 ? 28 : days.from.day);
      expect(Math.abs(dayCount(before) - dayCount(days))).toBeLessThanOrEqual(2);
    })
  );
});
