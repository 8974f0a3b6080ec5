import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {businessDayAfter, businessDaysBetween, isBusinessDay} from "./business-day.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("business days", () => {
  test("pass over weekends and holidays", () => {
    expect(businessDayAfter(day("2026-11-20"), 1, []).toString()).toBe("2026-11-23");
    expect(businessDayAfter(day("2026-11-21"), 1, []).toString()).toBe("2026-11-23");
    expect(businessDayAfter(day("2026-12-23"), 3, ["2026-12-24", "2026-12-25"]).toString()).toBe("2026-12-30");
    expect(isBusinessDay(day("2026-12-25"), ["2026-12-25"])).toBe(false);
    expect(businessDaysBetween(day("2026-11-20"), day("2026-11-23"), [])).toBe(1);
    expect(businessDaysBetween(day("2026-11-20"), day("2026-11-19"), [])).toBe(0);
  });

  test("count back what they count forth", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 800}), fc.integer({min: 0, max: 40}), (start, n) => {
        const from = day("2026-01-01").add({days: start});
        const holidays = [from.add({days: 2}).toString(), from.add({days: 5}).toString()];
        const to = businessDayAfter(from, n, holidays);
        expect(businessDaysBetween(from, to, holidays)).toBe(n);
      }),
      {numRuns: 100}
    );
  });
});
