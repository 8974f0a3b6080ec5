import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {axisCut, stepBelow} from "./axis-cut.ts";

const blockOf = (series: readonly (string | null)[]) => ({
  periods: series.map((_, at) => String(at)),
  groups: [{key: "a", values: ["a"], role: "value" as const, title: "a", series, sums: {}}]
});

describe("where the axis is cut", () => {
  test("a licence of a year does not flatten the days", () => {
    const days = Array.from({length: 30}, (_, at) => (at === 4 ? "1200" : String(90 + (at % 10))));
    expect(axisCut(blockOf(days))).toEqual({top: 150, beyond: [4]});
  });

  test("growth, few periods and many peaks are shown as they are", () => {
    expect(axisCut(blockOf(Array.from({length: 30}, (_, at) => String(10 + at * at))))).toBeNull();
    expect(axisCut(blockOf(["1", "1", "100"]))).toBeNull();
    expect(axisCut(blockOf(Array.from({length: 30}, (_, at) => (at % 5 === 0 ? "900" : "100"))))).toBeNull();
    expect(axisCut(blockOf(Array.from({length: 30}, () => null)))).toBeNull();
  });

  test("the end of the axis is one of its lines, of which there are three to five", () => {
    for (const power of [0.01, 1, 10_000])
      for (const lead of [1, 1.5, 2, 3, 4, 5, 6, 8, 10]) {
        const lines = (lead * power) / stepBelow(lead * power);
        expect(lines).toBeCloseTo(Math.round(lines), 9);
        expect([3, 4, 5]).toContain(Math.round(lines));
      }
    expect(stepBelow(150)).toBe(50);
    expect(stepBelow(10_000)).toBe(2500);
  });

  test("what is not beyond lies below the top, what is beyond above it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -50, max: 100_000}), {minLength: 10, maxLength: 90}), (numbers) => {
        const cut = axisCut(blockOf(numbers.map(String)));
        if (cut === null) return;
        expect(cut.beyond.length).toBeGreaterThan(0);
        numbers.forEach((value, at) => {
          if (!cut.beyond.includes(at)) expect(value).toBeLessThanOrEqual(cut.top);
        });
      })
    );
  });
});
