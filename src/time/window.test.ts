import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {dayCount, dayOf, parseInstant} from "./interval.ts";
import {namedWindows, resolvePeriod, type PeriodQuestion} from "./window.ts";

const now = parseInstant("2026-11-23T17:30:00Z");
const asText = (question: PeriodQuestion, at = now, fiscalYearStart = 1) => {
  const days = resolvePeriod(question, at, {fiscalYearStart});
  return days === null ? null : `${days.from} ${days.to}`;
};

test("no time is all data", () => {
  expect(asText({})).toBeNull();
  expect(asText({period: undefined, from: undefined, to: undefined, window: undefined})).toBeNull();
});

test.each([
  ["2026-10-05", "2026-10-05 2026-10-06"],
  ["2026-10", "2026-10-01 2026-11-01"],
  ["2026-12", "2026-12-01 2027-01-01"],
  ["2026-Q3", "2026-07-01 2026-10-01"],
  ["2026", "2026-01-01 2027-01-01"],
  ["FY2027", "2026-10-01 2027-10-01"],
  ["FY2027-Q1", "2026-10-01 2027-01-01"],
  ["FY2027-M02", "2026-11-01 2026-12-01"]
])("period %s", (period, days) => {
  expect(asText({period}, now, 10)).toBe(days);
});

test.each([
  ["1d", "2026-11-23 2026-11-24"],
  ["30d", "2026-10-25 2026-11-24"],
  ["12w", "2026-09-01 2026-11-24"],
  ["6m", "2026-05-24 2026-11-24"],
  ["1y", "2025-11-24 2026-11-24"],
  ["month", "2026-11-01 2026-12-01"],
  ["last-month", "2026-10-01 2026-11-01"],
  ["month-to-date", "2026-11-01 2026-11-24"],
  ["quarter-to-date", "2026-10-01 2026-11-24"],
  ["year-to-date", "2026-01-01 2026-11-24"]
])("window %s", (window, days) => {
  expect(asText({window})).toBe(days);
});

describe("from and to", () => {
  test("days, or instants that begin one", () => {
    expect(asText({from: "2026-10-01", to: "2026-10-15"})).toBe("2026-10-01 2026-10-15");
    expect(asText({from: "2026-10-01T00:00:00Z", to: "2026-10-15T02:00:00+02:00"})).toBe("2026-10-01 2026-10-15");
  });

  test("without an end it ends with today", () => {
    expect(asText({from: "2026-11-01"})).toBe("2026-11-01 2026-11-24");
    expect(asText({from: "2026-11-23"})).toBe("2026-11-23 2026-11-24");
  });
});

describe("what cannot be asked", () => {
  test.each<[string, PeriodQuestion, RegExp]>([
    ["inverted", {from: "2026-10-15", to: "2026-10-01"}, /from 2026-10-15 to 2026-10-01 is empty/],
    ["empty", {from: "2026-10-15", to: "2026-10-15"}, /is empty/],
    ["from tomorrow", {from: "2026-11-24"}, /is empty/],
    ["no beginning", {to: "2026-10-15"}, /to 2026-10-15 without from/],
    ["a cut day", {from: "2026-10-01T12:00:00Z"}, /not the beginning of a day/],
    ["no day", {from: "2026-02-30"}, /not a day: "2026-02-30"/],
    ["two times", {period: "2026-10", window: "30d"}, /one time/],
    ["two times again", {period: "2026-10", to: "2026-11-01"}, /one time/],
    ["month 13", {period: "2026-13"}, /not a period or window: "2026-13"/],
    ["quarter 5", {period: "2026-Q5"}, /not a period/],
    ["nothing", {period: ""}, /not a period/],
    ["past the calendar", {period: "9999"}, /not a period/],
    ["zero days", {window: "0d"}, /not a period or window: "0d"/],
    ["no unit", {window: "30"}, /not a period/],
    ["an unknown name", {window: "fortnight"}, /fortnight.*month-to-date/],
    ["before the calendar", {window: "99999y"}, /not a period/],
    ["a name of objects", {window: "toString"}, /not a period/]
  ])("%s", (_, question, message) => {
    const ask = () => resolvePeriod(question, now);
    expect(ask).toThrow(UserError);
    expect(ask).toThrow(expect.objectContaining({code: "question.invalid", remedy: expect.any(String)}));
    try {
      ask();
    } catch (error) {
      expect(error instanceof UserError && `${error.message} ${error.remedy}`).toMatch(message);
    }
  });
});

test("every window is a time that has begun, and all but the last month reach today", () => {
  const counted = fc
    .tuple(fc.integer({min: 1, max: 500}), fc.constantFrom("d", "w", "m", "y"))
    .map((parts) => parts.join(""));
  const instant = fc
    .integer({min: 1, max: 4_000_000_000})
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
  fc.assert(
    fc.property(fc.oneof(counted, fc.constantFrom(...namedWindows)), instant, (window, at) => {
      const days = resolvePeriod({window}, at);
      expect(days).not.toBeNull();
      if (days === null) return;
      const today = dayOf(at);
      expect(dayCount(days)).toBeGreaterThan(0);
      expect(Temporal.PlainDate.compare(days.from, today)).toBeLessThanOrEqual(0);
      expect(Temporal.PlainDate.compare(days.to, today) > 0).toBe(window !== "last-month");
      if (window.endsWith("d")) expect(dayCount(days)).toBe(Number(window.slice(0, -1)));
    })
  );
});
