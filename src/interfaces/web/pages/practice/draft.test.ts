import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {parseSearch, searchText} from "../../app/search.ts";
import {
  type Draft,
  commandOfDraft,
  draftOf,
  isEmpty,
  noDraft,
  pathOf,
  planInput,
  searchOfDraft,
  withValue,
  withoutValue,
  yamlText
} from "./draft.ts";

const path = fc.constantFrom("scopes.a.title", "scopes.a.blocks.allocation.state", "people.ann.name");

describe("a draft", () => {
  test("is the same after its way through a URL", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, fc.string()), {minLength: 1}),
        fc.option(fc.string({minLength: 1})),
        (values, into) => {
          const draft = values.reduce<Draft>((sofar, [at, value]) => withValue(sofar, at, value), {
            ...noDraft,
            starter: into === null ? null : "new-to-finops",
            into,
            base: "0".repeat(64)
          });
          expect(draftOf(parseSearch(searchText(searchOfDraft(draft)).slice(1)))).toEqual(draft);
        }
      )
    );
  });

  test("has one value for a path, the last", () => {
    const draft = withValue(withValue(noDraft, "scopes.a.title", "One"), "scopes.a.title", "Two");
    expect(draft.set).toEqual(["scopes.a.title=Two"]);
    expect(isEmpty(withValue(draft, "scopes.a.title", null))).toBe(true);
  });

  test("that removes a thing says nothing of its parts any more", () => {
    const draft = withoutValue(
      withValue(withValue(noDraft, "scopes.a.blocks.allocation.state", "active"), "scopes.ab.title", "Other"),
      "scopes.a"
    );
    expect(draft).toMatchObject({set: ["scopes.ab.title=Other"], unset: ["scopes.a"]});
    expect(withValue(draft, "scopes.a", "x").unset).toEqual([]);
  });

  test("asks for a scope only where a starter or a preset fills one", () => {
    expect(planInput({...noDraft, into: "a", set: ["x=1"]})).toEqual({set: ["x=1"]});
    expect(planInput({...noDraft, into: "a", starter: "s"})).toEqual({starter: "s", scope: "a"});
  });

  test("is a command that a shell takes as one", () => {
    const draft = withValue({...noDraft, base: "0".repeat(64)}, "scopes.a.question", "Isn't it, then?");
    expect(commandOfDraft(draft)).toBe(`ashlar practice plan --set 'scopes.a.question="Isn'\\''t it\\, then?"'`);
  });

  test("has values that YAML reads as they were", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(parse(yamlText(value))).toBe(value);
      })
    );
    for (const word of ["yes", "null", "1.5", "2026-01-01", "- a", "a: b", "#x", "", " a"])
      expect(parse(yamlText(word))).toBe(word);
    expect(parse(yamlText(["a", "b, c"]))).toEqual(["a", "b, c"]);
  });

  test("keeps the path of an entry apart from its value", () => {
    expect(pathOf("scopes.a.filter=service = 'x'")).toBe("scopes.a.filter");
  });
});
