import fc from "fast-check";
import {expect, test} from "vitest";
import {
  billingPeriodDays,
  billingPeriodInstants,
  billingPeriodOf,
  billingPeriodsBetween,
  isBillingPeriod,
  nextBillingPeriod,
  parseBillingPeriod,
  previousBillingPeriod
} from "./billing-period.ts";
import {contains, parseInstant} from "./interval.ts";

const period = fc
  .tuple(fc.integer({min: 1000, max: 9990}), fc.integer({min: 1, max: 12}))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

test("a month and its instants", () => {
  const {from, to} = billingPeriodInstants("2024-02");
  expect([from.toString(), to.toString()]).toEqual(["2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"]);
  expect(billingPeriodOf(parseInstant("2024-02-29T23:59:59.999Z"))).toBe("2024-02");
  expect(billingPeriodOf(parseInstant("2024-03-01T00:30:00+01:00"))).toBe("2024-02");
});

test.each(["2026-13", "2026-00", "2026", "2026-1", "26-10", "2026-10-01", "all", ""])(
  "%j is no billing period",
  (text) => {
    expect(isBillingPeriod(text)).toBe(false);
    expect(() => parseBillingPeriod(text)).toThrow(/^invalid billing period/);
  }
);

test("a list has both ends", () => {
  expect(billingPeriodsBetween("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(billingPeriodsBetween("2026-02", "2026-02")).toEqual(["2026-02"]);
  expect(billingPeriodsBetween("2026-02", "2026-01")).toEqual([]);
});

test("next and previous undo each other, keep the order of text, and leave no gap", () => {
  fc.assert(
    fc.property(period, (month) => {
      const next = nextBillingPeriod(month);
      expect(previousBillingPeriod(next)).toBe(month);
      expect(next > month).toBe(true);
      expect(billingPeriodDays(month).to.equals(billingPeriodDays(next).from)).toBe(true);
    })
  );
});

test("an instant lies in its billing period and in no other", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 4_000_000_000}), (seconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
      const month = billingPeriodOf(instant);
      expect(contains(billingPeriodInstants(month), instant)).toBe(true);
      expect(contains(billingPeriodInstants(nextBillingPeriod(month)), instant)).toBe(false);
    })
  );
});

test("the last month of the calendar has no next", () => {
  expect(() => nextBillingPeriod("9999-12")).toThrow("out of range");
});
