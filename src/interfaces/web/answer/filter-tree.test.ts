import {expect, test} from "vitest";
import {parseFilter} from "../../../cost/filter/parse.ts";
import {filterText} from "../../../cost/filter/text.ts";
import {groupOf, narrowed, textOf} from "./filter-tree.ts";

test.for([
  "provider = 'AWS'",
  "provider = 'AWS' and (tag.team in ('a', 'b') or not service ~ '^Amazon S3')",
  "not (service = 'a' and tag.team is null)",
  "not not service = 'it''s'",
  "billed > 100 and start >= '2026-10-01'",
  `tag."cost center" is not null or x.x_Thing like 'a%'`
])("builder and text say the same: %s", (text) => {
  const canonical = filterText(parseFilter(text));
  expect(textOf(groupOf(text))).toBe(canonical);
  expect(textOf(groupOf(canonical))).toBe(canonical);
});

test("conditions that are not finished say nothing", () => {
  const test = {kind: "test", field: "ServiceName", op: "=", values: [""]} as const;
  expect(textOf({kind: "group", match: "all", not: false, items: [test]})).toBe("");
});

test("a filter is narrowed to values, once", () => {
  const only = narrowed(undefined, [{dimension: "service", value: "it's"}], "only");
  expect(only).toBe("ServiceName = 'it''s'");
  expect(narrowed(only, [{dimension: "service", value: "it's"}], "only")).toBe(only);
  expect(narrowed("provider = 'a' or provider = 'b'", [{dimension: "tag.team", value: null}], "without")).toBe(
    "(ServiceProviderName = 'a' or ServiceProviderName = 'b') and tag.team is not null"
  );
  expect(
    narrowed(
      undefined,
      [
        {dimension: "provider", value: "a"},
        {dimension: "service", value: "b"}
      ],
      "without"
    )
  ).toBe("not (ServiceProviderName = 'a' and ServiceName = 'b')");
});
