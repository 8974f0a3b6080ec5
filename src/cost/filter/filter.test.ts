import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../../errors.ts";
import {filterOf} from "../fixtures/arbitrary.ts";
import {canonicalFilter} from "./canonical.ts";
import {limits} from "./filter.ts";
import {filterFromJson} from "./json.ts";
import {parseFilter} from "./parse.ts";
import {filterText} from "./text.ts";

function problemOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a filter as text", () => {
  test("becomes tests joined by and, or, not", () => {
    expect(parseFilter("provider = 'AWS' and (tag.team in ('a','b') or not service ~ '^Amazon S3')")).toEqual({
      all: [
        {field: "ServiceProviderName", op: "=", value: "AWS"},
        {
          any: [
            {field: "tag.team", op: "in", values: ["a", "b"]},
            {not: {field: "ServiceName", op: "~", value: "^Amazon S3"}}
          ]
        }
      ]
    });
  });

  test.for([
    ["SERVICENAME = 'x'", "ServiceName = 'x'"],
    ["service = 'it''s'", "ServiceName = 'it''s'"],
    ["Service NOT IN ('b', 'a') OR region IS NOT NULL", "ServiceName not in ('b', 'a') or RegionId is not null"],
    ["not not (service='a')", "not not ServiceName = 'a'"],
    ["a = 1".replace("a", "subaccount"), "SubAccountId = '1'"],
    ["billed>=00100.500", "BilledCost >= 100.5"],
    ["billed != -0", "BilledCost != 0"],
    ["billed in (1, -2.50)", "BilledCost in (1, -2.5)"],
    ['tag."odd key" is null and tag."plain" = \'\'', "tag.\"odd key\" is null and tag.plain = ''"],
    ['tag."a""b" like \'50\\%_\'', 'tag."a""b" like \'50\\%_\''],
    ["tag.k8s.io/name = 'x' and tag.a=1", "tag.k8s.io/name = 'x' and tag.a = '1'"],
    ["x.x_Op = 'run' and x_Other is null", "x.x_Op = 'run' and x.x_Other is null"],
    ["source = 'aws-prod' and billing-period >= '2026-09'", "source = 'aws-prod' and billing-period >= '2026-09'"],
    ["start >= '2026-10-01T00:00:00+02:00'", "ChargePeriodStart >= '2026-09-30T22:00:00Z'"],
    ["start < '2026-10-01T00:00:00Z'", "ChargePeriodStart < '2026-10-01'"],
    ["service = 'a' or region = 'b' and zone = 'c'", "ServiceName = 'a' or RegionId = 'b' and AvailabilityZone = 'c'"],
    [
      "(service = 'a' or region = 'b') and zone = 'c'",
      "(ServiceName = 'a' or RegionId = 'b') and AvailabilityZone = 'c'"
    ],
    ["service ~ '(?i)^amazon (?P<x>s3)'", "ServiceName ~ '(?i)^amazon (?P<x>s3)'"]
  ] as const)("%s", ([text, canonical]) => {
    expect(filterText(parseFilter(text))).toBe(canonical);
  });

  test.for([
    ["", 0, "there is nothing in it"],
    ["service =", 9, "expected a value"],
    ["service = aws", 10, "single quotes"],
    ['service = "aws"', 10, "single quotes"],
    ["service = 'aws", 10, "no closing quote"],
    ["servise = 'x'", 0, 'did you mean "service"?'],
    ["service = 'a' and and", 18, "expected the name of a column"],
    ["service = 'a' region = 'b'", 14, 'expected "and", "or" or the end'],
    ["(service = 'a'", 0, "not closed"],
    ["service = 'a')", 13, "no open parenthesis"],
    ["service in 'a'", 11, 'expected "("'],
    ["service in ()", 12, "expected a value"],
    ["service in ('a' 'b')", 16, 'expected "," or ")"'],
    ["service not 'a'", 12, 'expected "in" or "like"'],
    ["service is 'a'", 11, 'expected "null"'],
    ["service = null", 10, "null is not a value"],
    ["service == 'a'", 8, 'one "=" compares'],
    ["service <> 'a'", 8, "written !="],
    ["billed = 'much'", 9, "holds numbers"],
    ["billed = 1.5.2", 9, "not a number"],
    ["billed = 0.1234567890123456789", 9, "18 after the point"],
    ["billed like '1%'", 12, "compares text"],
    ["start > 'yesterday'", 8, "points in time"],
    ["start > '2026-02-30'", 8, "no such day"],
    ["billing-period = '2026-13'", 17, "a month"],
    ["service ~ '(unclosed'", 10, "not a regular expression"],
    ["service ~ 'a(?=b)'", 10, "look ahead"],
    ["service ~ '(a)\\1'", 10, "refer back"],
    ["service like 'a\\'", 13, "backslash"],
    ["service = 'a\0'", 12, "NUL"],
    ["service = 'a' ; drop table x", 14, "no meaning"],
    ["tag. = 'a'", 3, "a point"]
  ] as const)("%s is refused at the place", ([text, offset, message]) => {
    const error = problemOf(() => parseFilter(text));
    expect(error.code).toBe("filter.invalid");
    expect(error.message).toContain(message);
    expect(error.at).toEqual({offset});
    const [, excerpt = "", caret = ""] = error.message.split("\n");
    expect(caret.trimEnd().endsWith("^")).toBe(true);
    const under = excerpt.charAt(caret.indexOf("^"));
    expect(under === "" ? undefined : under).toBe(
      text.charAt(offset) === "" ? undefined : text.charAt(offset).replace("\0", " ")
    );
  });

  test("shows a window of a long filter, with the caret in its place", () => {
    const text = `${"service = 'a' and ".repeat(50)}servise = 'b'${" and service = 'a'".repeat(50)}`;
    const [, excerpt = "", caret = ""] = problemOf(() => parseFilter(text)).message.split("\n");
    expect(excerpt.slice(caret.indexOf("^")).startsWith("servise")).toBe(true);
    expect(excerpt.length).toBeLessThan(80);
  });

  test.for([
    ["10,000 parentheses", `${"(".repeat(10_000)}service = 'a'${")".repeat(10_000)}`, "levels deep"],
    ["10,000 times not", `${"not ".repeat(8000)}service = 'a'`, "levels deep"],
    ["a megabyte", `service = '${"a".repeat(1_000_000)}'`, "longer than"],
    ["many tests", Array.from({length: limits.tests + 1}, () => "sku = 'a'").join(" or "), "tests"],
    ["many values", `sku in (${Array.from({length: limits.values + 1}, () => "1").join(",")})`, "values"]
  ] as const)("hostile: %s", ([, text, message]) => {
    const error = problemOf(() => parseFilter(text));
    expect(error.message).toContain(message);
    expect(error.message.length).toBeLessThan(300);
  });

  test("of the greatest size is read", () => {
    expect(() => parseFilter(Array.from({length: limits.tests}, () => "sku = 'a'").join(" or "))).not.toThrow();
    expect(() => parseFilter(`${"(".repeat(limits.depth)}sku = 'a'${")".repeat(limits.depth)}`)).not.toThrow();
  });
});

describe("a filter as JSON", () => {
  test("is closed, checked, and takes canonical names and values", () => {
    expect(
      filterFromJson({
        all: [{field: "service", op: "=", value: "a"}, {not: {field: "billed", op: ">", value: "01.50"}}]
      })
    ).toEqual({
      all: [{field: "ServiceName", op: "=", value: "a"}, {not: {field: "BilledCost", op: ">", value: "1.5"}}]
    });
  });

  test.for([
    [{field: "service", op: "=", value: "a", extra: 1}, "not a filter"],
    [{field: "service", op: "==", value: "a"}, "not a filter"],
    [{field: "service", op: "in", values: []}, "not a filter"],
    [{all: [{field: "service", op: "is null"}]}, "not a filter"],
    [{field: "nope", op: "is null"}, "no column"],
    [{field: "billed", op: "~", value: "1"}, "compares text"],
    [{field: "service", op: "=", value: "a\0"}, "NUL"],
    [null, "not a filter"],
    ["service = 'a'", "not a filter"]
  ] as const)("%j is refused", ([json, message]) => {
    expect(problemOf(() => filterFromJson(json)).message).toContain(message);
  });

  test("of any depth is refused without exhausting the stack", () => {
    let json: unknown = {field: "service", op: "is null"};
    for (let depth = 0; depth < 100_000; depth++) json = {not: json};
    expect(problemOf(() => filterFromJson(json)).message).toContain("levels deep");
    const wide = {any: Array.from({length: 100_000}, () => ({field: "service", op: "is null"}))};
    expect(problemOf(() => filterFromJson(wide)).message).toContain("tests");
  });
});

describe("text and JSON", () => {
  test("say the same filter, both ways", () => {
    fc.assert(
      fc.property(filterOf(), (filter) => {
        const text = filterText(filter);
        expect(parseFilter(text)).toEqual(filter);
        expect(filterText(parseFilter(text))).toBe(text);
        expect(filterFromJson(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
      }),
      {numRuns: 500}
    );
  });

  test("have one canonical form whatever the order", () => {
    fc.assert(
      fc.property(filterOf(), (filter) => {
        const canonical = canonicalFilter(filter);
        expect(canonicalFilter(canonical)).toEqual(canonical);
        expect(canonicalFilter(parseFilter(filterText(canonical)))).toEqual(canonical);
        expect(canonicalFilter(reversed(filter))).toEqual(canonical);
      }),
      {numRuns: 300}
    );
  });
});

function reversed(filter: ReturnType<typeof parseFilter>): ReturnType<typeof parseFilter> {
  if ("all" in filter) return {all: filter.all.map(reversed).toReversed()};
  if ("any" in filter) return {any: filter.any.map(reversed).toReversed()};
  if ("not" in filter) return {not: reversed(filter.not)};
  return "values" in filter ? {...filter, values: filter.values.toReversed()} : filter;
}
