import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {addressParts, splitAssignment} from "../address.ts";
import {practiceText} from "../fixtures/practice-text.ts";
import {type Edit, edited, valueFromText} from "./edit.ts";

function set(assignment: string): Edit {
  const {parts, value} = splitAssignment(assignment);
  return {kind: "set", parts, value: valueFromText(value, parts)};
}

const unset = (address: string): Edit => ({kind: "unset", parts: addressParts(address)});

/** Lines that are not the same, as a reader of a diff sees them. */
function difference(before: string, after: string): readonly string[] {
  const old = before.split("\n");
  const now = after.split("\n");
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)
  ];
}

describe("a change of a practice file", () => {
  test.each([
    [
      "scopes.cloud.blocks.anomaly-management.state=active",
      [
        "-      - {capability: anomaly-management, state: watch}",
        "+      - {capability: anomaly-management, state: active}"
      ]
    ],
    [
      "scopes.cloud.blocks.allocation.target=run",
      [
        "-      - {capability: allocation, state: active, owner: ann, target: walk, cadence: monthly}   # the base",
        "+      - {capability: allocation, state: active, owner: ann, target: run, cadence: monthly}   # the base"
      ]
    ],
    [
      'scopes.cloud.blocks.allocation.valueCase="saves, mostly: time"',
      [
        "-      - {capability: allocation, state: active, owner: ann, target: walk, cadence: monthly}   # the base",
        '+      - {capability: allocation, state: active, owner: ann, target: walk, cadence: monthly, valueCase: "saves, mostly: time"}   # the base'
      ]
    ],
    ["scopes.cloud.blocks.reporting-analytics.target=walk", ["+        target: walk"]],
    ["scopes.cloud.blocks.budgeting.state=watch", ["+      - {capability: budgeting, state: watch}"]],
    ["people.di={name: Di, personas: [finance]}", ["+  - id: di", "+    name: Di", "+    personas: [finance]"]],
    ["scopes.ai.status=active", ["-    status: draft", "+    status: active"]],
    ["scopes.ai.blocks.budgeting.state=watch", ["+      - capability: budgeting", "+        state: watch"]],
    [
      "scopes.cloud.kpiTargets.x.target=80",
      ["-    kpiTargets: []", "+    kpiTargets:", "+      - kpi: x", "+        target: 80"]
    ],
    ["organisation.units.payments@2025-06-01.owner=ann", ["+      owner: ann"]],
    ["organisation.costCentres.cc-300.title=New", ["+  - id: cc-300", "+    title: New"]],
    ["scopes.ai.categories=[ai]", ["-    categories:", "-      - ai", "-      - saas", "+    categories: [ai]"]],
    ["planned=[carbon]", ["+planned: [carbon]"]],
    ["duties.close.title=Month end", ["+duties:", "+  - id: close", "+    title: Month end"]]
  ])("touches only its place: %s", (assignment, lines) => {
    const after = edited(practiceText, set(assignment));
    expect(difference(practiceText, after)).toEqual(lines);
  });

  test("keeps the comments within what it replaces", () => {
    const after = edited(practiceText, set("scopes.cloud.blocks=[{capability: allocation, state: watch}]"));
    expect(after).toContain("      # Finance asked for it.\n".replace("      ", "    "));
    expect(after).toContain("    # First what is looked at.\n");
    expect(after).toContain("    blocks:\n      - capability: allocation\n        state: watch\n    kpiTargets: []\n");
  });

  test("takes items and fields out", () => {
    expect(difference(practiceText, edited(practiceText, unset("scopes.ai.filter")))).toEqual([
      "-    filter: \"service = 'Models'\""
    ]);
    expect(difference(practiceText, edited(practiceText, unset("people.bo")))).toEqual([
      "-  - {id: bo, name: 'Bo Chan', personas: [finance, leadership], variant: cfo}"
    ]);
    expect(edited(practiceText, unset("scopes.cloud.overlaps.ai"))).toContain("    overlaps: []\n");
    expect(edited(practiceText, unset("scopes.cloud.blocks.allocation.owner"))).toContain(
      "{capability: allocation, state: active, target: walk, cadence: monthly}   # the base"
    );
    expect(edited(practiceText, unset("people.cy.personas.product"))).not.toContain("- product");
    expect(() => edited(practiceText, unset("people.nobody"))).toThrow("nothing stands at people.nobody");
  });

  test("of an empty file, of one of comments, of one without a last line break", () => {
    expect(edited("", set("edition=2026"))).toBe("edition: 2026\n");
    expect(edited("# nothing yet\n", set("people.ann.name=Ann"))).toBe(
      "# nothing yet\npeople:\n  - id: ann\n    name: Ann\n"
    );
    expect(edited("tags: [a]", set("edition='2026'"))).toBe('tags: [a]\nedition: "2026"\n');
    expect(edited("people:\n", set("people.ann.name=Ann"))).toBe("people:\n  - id: ann\n    name: Ann\n");
    expect(edited("tags: []\r\npeople:\r\n- id: a\r\n  name: A\r\n", set("people.b.name=B"))).toBe(
      "tags: []\r\npeople:\r\n- id: a\r\n  name: A\r\n- id: b\r\n  name: B\r\n"
    );
  });

  test("through an anchor is made where it can be, and refused where it cannot", () => {
    const text = "people:\n  - &a {id: ann, name: Ann}\nscopes:\n  - {id: x, title: T, who: *a}\n";
    expect(edited(text, set("scopes.x.title=U"))).toContain("title: U, who: *a");
    expect(() => edited(text, set("people=[]"))).toThrow("cannot be changed here");
  });

  test.each([
    ["no path", "not path=value"],
    ["=x", "not a path"],
    ["a..b=x", "not a path"],
    ["scopes.cloud.title.more=x", "scopes.cloud.title is a plain value"],
    ["organisation.units.payments.owner=ann", "units has 2 entries payments"],
    ["people.ann={id: bo}", 'the item says id "bo"'],
    ["people.ann.name=[a", "the value is not YAML"],
    ["people.new=3", "people takes items with fields"]
  ])("that cannot be read is refused: %s", (assignment, message) => {
    expect(() => edited(practiceText, set(assignment))).toThrow(message);
  });
});

const name = fc.constantFrom("ann", "bo", "cy", "dora");
const capability = fc.constantFrom(
  "data-ingestion",
  "allocation",
  "reporting-analytics",
  "budgeting",
  "unit-economics"
);
const scope = fc.constantFrom("cloud", "ai", "checkout");
const words = fc.string({
  minLength: 1,
  maxLength: 30,
  unit: fc.constantFrom(...Array.from("abc XYZ09'\":#,[]{}&*!|>%@`-?é→\n\\"))
});
const scalar = fc.oneof(words, fc.integer({min: -9, max: 99}), fc.boolean());
const assignments: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(scope, capability, fc.constantFrom("state", "reason", "owner", "valueCase"), words)
    .map(([id, block, field, value]) => ({
      kind: "set" as const,
      parts: ["scopes", id, "blocks", block, field],
      value
    })),
  fc.tuple(name, fc.constantFrom("name", "email", "unit"), scalar).map(([id, field, value]) => ({
    kind: "set" as const,
    parts: ["people", id, field],
    value
  })),
  fc.tuple(name, fc.array(words, {maxLength: 3})).map(([id, value]) => ({
    kind: "set" as const,
    parts: ["people", id, "personas"],
    value
  })),
  fc
    .tuple(
      scope,
      fc.constantFrom("title", "question", "filter", "categories", "blocks", "overlaps"),
      fc.oneof(words, fc.constant([]), fc.array(fc.record({scope, rule: words}), {minLength: 1, maxLength: 2}))
    )
    .map(([id, field, value]) => ({kind: "set" as const, parts: ["scopes", id, field], value})),
  fc
    .tuple(
      fc.constantFrom("edition", "planned", "library", "engine"),
      fc.oneof(words, fc.constant({memory: "8GB", threads: 2}))
    )
    .map(([field, value]) => ({kind: "set" as const, parts: [field], value}))
);

/** Applies what can be applied: a change below what an earlier one made a plain text is refused. */
function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, edit) => {
    try {
      return edited(before, edit);
    } catch (error) {
      if (error instanceof Error && error.name === "UserError") return before;
      throw error;
    }
  }, text);
}

const comments = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("# "));

test("a text of several lines with quotes is written on one line, and the comments around it stay", () => {
  const after = edited(practiceText, {kind: "set", parts: ["scopes", "cloud", "blocks"], value: '\n"a'});
  expect(comments(after)).toEqual(expect.arrayContaining([...comments(practiceText)]));
  expect(after).toContain(String.raw`blocks: "\n\"a"`);
});

describe("any changes", () => {
  test("keep every line of comments", () => {
    fc.assert(
      fc.property(fc.array(assignments, {maxLength: 6}), (edits) => {
        const after = comments(applied(practiceText, edits));
        expect(comments(practiceText).filter((line) => !after.includes(line))).toEqual([]);
      }),
      {numRuns: 150}
    );
  });

  test("to what stands there already change nothing", () => {
    fc.assert(
      fc.property(fc.array(assignments, {minLength: 1, maxLength: 3}), (edits) => {
        const once = applied(practiceText, edits);
        const last = edits.at(-1);
        if (last !== undefined) expect(applied(once, [last])).toBe(once);
      }),
      {numRuns: 100}
    );
  });

  test("set and unset again leave what the file said", () => {
    const fresh = fc.oneof(
      fc
        .tuple(
          scope.filter((id) => id !== "checkout"),
          fc.constantFrom("priority", "to", "note"),
          scalar
        )
        .map(([id, field, value]) => ({
          parts: ["scopes", id, field],
          value: value as unknown
        })),
      fc.record({
        parts: fc.constantFrom(
          ["people", "zed"],
          ["policies", "zed"],
          ["duties", "zed"],
          ["scopes", "cloud", "blocks", "zed"],
          ["scopes", "cloud", "kpiTargets", "zed"]
        ),
        value: fc.record({title: words, n: fc.integer()})
      })
    );
    fc.assert(
      fc.property(fresh, ({parts, value}) => {
        const made = edited(practiceText, {kind: "set", parts, value});
        const back = edited(made, {kind: "unset", parts});
        const {duties, ...rest} = parse(back) as Record<string, unknown>;
        expect(duties ?? []).toEqual([]);
        expect(rest).toEqual(parse(practiceText));
      }),
      {numRuns: 100}
    );
  });
});
