import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {findField} from "../cost/field.ts";
import type {Scope} from "../practice/practice-file.ts";
import {declarations} from "./declarations.ts";
import {meaningsIn, tagKeyFor, withTags} from "./tag-key.ts";
import {tileQuestion} from "./tile.ts";

const texts = declarations.flatMap(({tiles}) =>
  tiles.flatMap(({shows}) => ("question" in shows ? [shows.question] : []))
);

describe("the tag key of a meaning", () => {
  test.for([
    ["owner", ["env", "Cost_Owner", "team"], "Cost_Owner"],
    ["owner", ["team", "owner"], "team"],
    ["cost-centre", ["CostCenter"], "CostCenter"],
    ["cost-centre", ["cost center"], "cost center"],
    ["environment", ["ENV"], "ENV"],
    ["product", ["colour"], null]
  ] as const)("%s among %j is %s", ([meaning, keys, found]) => {
    expect(tagKeyFor(meaning, keys)).toBe(found);
  });

  test("stays as it is spelt, whatever separates its words", () => {
    const separator = fc.string({
      unit: fc.constantFrom(" ", "-", "_", ".", "/", ":", "&", "=", "+", "%", '"', "'", "#"),
      maxLength: 3
    });
    fc.assert(
      fc.property(separator, separator, fc.boolean(), (before, between, upper) => {
        const spelt = `${before}cost${between}owner`;
        const key = upper ? spelt.toUpperCase() : spelt;
        expect(tagKeyFor("owner", ["x", key])).toBe(key);
        for (const text of texts.filter((each) => meaningsIn(each).includes("owner"))) {
          const {by, filter} = tileQuestion(text, null, ["x", key]);
          const named = by.map(findField).flatMap((field) => (field?.kind === "tag" ? [field.key] : []));
          expect(filter === undefined ? named : [...named, key]).toContain(key);
          expect(by.every((name) => findField(name) !== null)).toBe(true);
        }
      })
    );
  });

  test("that there is not leaves its place open", () => {
    expect(withTags("by=tag.{owner}&filter=tag.{owner} is null", ["colour"])).toContain("tag.{owner}");
    expect(() => withTags("by=tag.{colour}", ["colour"])).toThrow("no tag key means colour");
  });
});

test("a scope narrows every question, and only narrows it", () => {
  const scope = {id: "s", filter: "provider = 'A' or provider = 'B'"} as Scope;
  for (const text of texts) {
    const keys = ["owner", "product", "env", "cc"];
    const [plain, narrowed] = [tileQuestion(text, null, keys), tileQuestion(text, scope, keys)];
    expect({...narrowed, filter: plain.filter}).toEqual(plain);
    const both = "(provider = 'A' or provider = 'B')";
    expect(narrowed.filter?.replaceAll("ServiceProviderName", "provider")).toContain(
      plain.filter === undefined ? both.slice(1, -1) : both
    );
  }
});
