import fc from "fast-check";
import {expect, test} from "vitest";
import {overBase} from "./base-question.ts";
import {costQuestion} from "./question.ts";

test("what is given overrides the base, default values too", () => {
  const base = {metric: ["list" as const], by: ["service"], filter: "service = 'a'"};
  expect(overBase(base, {metric: ["billed", "effective"], top: 3})).toEqual({
    metric: ["billed", "effective"],
    by: ["service"],
    filter: "service = 'a'",
    top: 3
  });
  expect(overBase(base, {by: [], filter: undefined})).toEqual({...base, by: []});
});

const times = fc.constantFrom(
  {},
  {period: "2026-10"},
  {window: "30d"},
  {from: "2026-10-01"},
  {from: "2026-10-01", to: "2026-10-05"}
);

test("a time replaces the whole time of the base, and no time keeps it", () => {
  fc.assert(
    fc.property(times, times, (before, given) => {
      const parts = overBase({...before, by: ["service"]}, given);
      expect(costQuestion.safeParse(parts).success).toBe(true);
      expect(parts).toEqual({by: ["service"], ...(Object.keys(given).length === 0 ? before : given)});
    })
  );
});
