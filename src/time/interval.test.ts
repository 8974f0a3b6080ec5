import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {
  contains,
  dayCount,
  dayOf,
  days,
  instantsOf,
  intersects,
  parseDay,
  parseInstant,
  startOfDay
} from "./interval.ts";

const day = fc.integer({min: -200_000, max: 200_000}).map((days) => Temporal.PlainDate.from("2026-01-01").add({days}));
const interval = fc.tuple(day, fc.nat({max: 400})).map(([from, days]) => ({from, to: from.add({days})}));

describe("reading", () => {
  test("a day is its first instant in UTC", () => {
    expect(parseInstant("2026-10-01").toString()).toBe("2026-10-01T00:00:00Z");
    expect(parseInstant("2026-10-01T12:00:00Z").toString()).toBe("2026-10-01T12:00:00Z");
    expect(parseInstant("2026-10-01T12:00+02:00").toString()).toBe("2026-10-01T10:00:00Z");
    expect(parseInstant("2026-10-01T12:00:00.123456Z").toString()).toBe("2026-10-01T12:00:00.123456Z");
  });

  test.each([
    "2026-02-30",
    "2026-13-01",
    "20261001",
    "01/10/2026",
    "2026-10-01T12:00:00",
    "2026-10-01T25:00Z",
    "",
    "now"
  ])("%j is refused with what would be right", (text) => {
    expect(() => parseInstant(text)).toThrow(UserError);
    expect(() => parseInstant(text)).toThrow(
      expect.objectContaining({code: "question.invalid", remedy: expect.any(String)})
    );
    expect(() => parseDay(text)).toThrow(UserError);
  });
});

describe("half-open", () => {
  const october = {from: parseDay("2026-10-01"), to: parseDay("2026-11-01")};

  test("the first belongs to it, the end does not", () => {
    expect(contains(october, october.from)).toBe(true);
    expect(contains(october, parseDay("2026-10-31"))).toBe(true);
    expect(contains(october, october.to)).toBe(false);
    expect(contains(instantsOf(october), parseInstant("2026-10-31T23:59:59.999999Z"))).toBe(true);
    expect(contains(instantsOf(october), parseInstant("2026-11-01"))).toBe(false);
  });

  test("neighbours have nothing in common, nor has an empty interval", () => {
    expect(intersects(october, {from: october.to, to: parseDay("2026-12-01")})).toBe(false);
    expect(intersects(october, {from: parseDay("2026-10-31"), to: parseDay("2026-12-01")})).toBe(true);
    expect(intersects(october, {from: parseDay("2026-10-05"), to: parseDay("2026-10-05")})).toBe(false);
  });

  test("days are listed in order, none in an inverted interval", () => {
    expect(dayCount(october)).toBe(31);
    expect(days(october).map(String)).toEqual(
      Array.from({length: 31}, (_, i) => `2026-10-${String(i + 1).padStart(2, "0")}`)
    );
    expect(days({from: october.to, to: october.from})).toEqual([]);
  });

  test("two intervals intersect where a day of one is in the other", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(intersects(a, b)).toBe(days(a).some((one) => contains(b, one)));
        expect(intersects(a, b)).toBe(intersects(b, a));
        expect(intersects(a, b)).toBe(intersects(instantsOf(a), instantsOf(b)));
      }),
      {numRuns: 50}
    );
  });

  test("a day and its instants are one", () => {
    fc.assert(
      fc.property(day, fc.nat({max: 86_399}), (one, seconds) => {
        expect(dayOf(startOfDay(one).add({seconds})).equals(one)).toBe(true);
      })
    );
  });
});
