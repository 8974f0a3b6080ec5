import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Filter, Test} from "../../cost/filter/filter.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import {areDisjoint} from "./disjoint.ts";

const disjoint = (a: string, b: string): boolean => areDisjoint(parseFilter(a), parseFilter(b));

describe("two filters", () => {
  test.each([
    ["service = 'A'", "service = 'B'"],
    ["service in ('A', 'B')", "service in ('C') and region = 'x'"],
    ["service = 'A'", "service != 'A'"],
    ["service = 'A'", "not service = 'A'"],
    ["service is null", "service like 'A%'"],
    ["service in ('Azure', 'Aws')", "service not like 'A%'"],
    ["service in ('Bun', 'Bee')", "service like 'A%'"],
    ["service = 'A' or service = 'B'", "service not in ('A', 'B')"],
    ["(service = 'A' or region = 'x') and region = 'y'", "service = 'B'"],
    ["billing-period < '2026-01'", "billing-period >= '2026-01'"],
    ["ChargePeriodStart >= '2026-02-01'", "ChargePeriodStart < '2026-01-15'"]
  ])("are proved apart: %s and %s", (a, b) => {
    expect(disjoint(a, b)).toBe(true);
    expect(disjoint(b, a)).toBe(true);
  });

  test.each([
    ["service = 'A'", "region = 'x'"],
    ["service = 'A'", "service in ('A', 'B')"],
    ["service != 'A'", "service != 'B'"],
    ["service is null", "service != 'A'"],
    ["not service < 'A'", "service is null"],
    ["service ~ '^A'", "service ~ '^B'"],
    ["billing-period <= '2026-01'", "billing-period >= '2026-01'"],
    ["not (service = 'A' and region = 'x')", "service = 'A'"]
  ])("may have charges in common: %s and %s", (a, b) => {
    expect(disjoint(a, b)).toBe(false);
  });
});

const value = fc.constantFrom("a", "b", "ab", "c");
const field = fc.constantFrom("ServiceName", "RegionId");
const pattern = fc.constantFrom("a%", "%b", "_", "%");
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({field, op: fc.constantFrom("=" as const, "!=" as const, "<" as const, ">=" as const), value}),
  fc.record({field, op: fc.constantFrom("like" as const, "not like" as const), value: pattern}),
  fc.record({
    field,
    op: fc.constantFrom("in" as const, "not in" as const),
    values: fc.array(value, {minLength: 1, maxLength: 3})
  }),
  fc.record({field, op: fc.constantFrom("is null" as const, "is not null" as const)})
);
const {filter} = fc.letrec<{filter: Filter}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3},
    leaf,
    fc.record({not: tie("filter")}),
    fc.record({all: fc.array(tie("filter"), {minLength: 2, maxLength: 3})}),
    fc.record({any: fc.array(tie("filter"), {minLength: 2, maxLength: 3})})
  )
}));

type Charge = Readonly<Record<string, string | null>>;

function meets(charge: Charge, filter: Filter): boolean {
  if ("all" in filter) return filter.all.every((part) => meets(charge, part));
  if ("any" in filter) return filter.any.some((part) => meets(charge, part));
  if ("not" in filter) return !meets(charge, filter.not);
  return meetsTest(charge[filter.field] ?? null, filter);
}

function meetsTest(found: string | null, test: Test): boolean {
  const like = (pattern: string): boolean =>
    found !== null && new RegExp(`^${pattern.replaceAll("%", ".*").replaceAll("_", ".")}$`).test(found);
  switch (test.op) {
    case "=":
      return found === test.value;
    case "!=":
      return found !== test.value;
    case "<":
      return found !== null && found < test.value;
    case ">=":
      return found !== null && found >= test.value;
    case "like":
      return like(test.value);
    case "not like":
      return !like(test.value);
    case "in":
      return found !== null && test.values.includes(found);
    case "not in":
      return found === null || !test.values.includes(found);
    case "is null":
      return found === null;
    default:
      return found !== null;
  }
}

test("what is proved apart has no charge in common", () => {
  const values = ["a", "b", "ab", "c", "z", null];
  const charges: readonly Charge[] = values.flatMap((ServiceName) =>
    values.map((RegionId) => ({ServiceName, RegionId}))
  );
  fc.assert(
    fc.property(filter, filter, (a, b) => {
      if (areDisjoint(a, b)) expect(charges.filter((charge) => meets(charge, a) && meets(charge, b))).toEqual([]);
    }),
    {numRuns: 2000}
  );
});
