import picocolors from "picocolors";
import {expect, test} from "vitest";
import {boardText} from "./board-view.ts";
import {coverageText} from "./coverage-view.ts";
import {homesTable, homeText} from "./home-view.ts";
import {textWidth} from "./text-width.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};
const source =
  "Facts derived from the FinOps Framework by the FinOps Foundation, CC BY 4.0; wording ours, changes were made.";

function requireFit(text: string): void {
  for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(80);
  expect(text).toContain("wording ours, changes were made.");
}

test("a home says under each ask how it is answered, or what is missing and what to do", () => {
  const text = homeText(
    {
      persona: {title: "Finance", goal: "Plan, book and foresee."},
      variant: null,
      scope: {title: "Shop"},
      people: [{name: "Ben Slate"}],
      tiles: [
        {id: "a/b", why: "Who pays.", question: "metric=effective&by=tag.cc&window=last-month", operation: null},
        {
          id: "a/c",
          why: "What is open.",
          question: null,
          operation: {name: "work.list", input: {sort: "due", stage: ["option"]}}
        }
      ],
      asks: [
        {ask: "Which cost centre carries it?", tile: "a/b", missing: null, next: null},
        {ask: "What is open?", tile: "a/c", missing: null, next: null},
        {
          ask: "Are we within budget?",
          tile: null,
          missing: "There are no budgets.",
          next: {text: "Read", path: null, command: "library show budgeting"}
        },
        {
          ask: "And the ledger?",
          tile: null,
          missing: "It is not taken in.",
          next: {text: "Ask for it", path: null, command: null}
        }
      ],
      notes: [],
      source
    },
    style
  );
  requireFit(text);
  expect(text).toContain("Finance · Shop\nPlan, book and foresee. Held by Ben Slate.\n");
  expect(text).toContain("  $ ashlar cost --metric effective --by tag.cc --window last-month\n");
  expect(text).toContain("  $ ashlar work list --sort due --stage option\n");
  expect(text).toContain("  There are no budgets.\n  → Read: ashlar library show budgeting\n");
  expect(text).toContain("  It is not taken in.\n  → Ask for it\n");
});

test("homes are listed with who holds them", () => {
  const rows = [
    {persona: "leadership", group: "core", asks: 5, variants: [{id: "ceo"}, {id: "cfo"}], people: [{name: "Cem Marl"}]}
  ];
  const text = homesTable({rows, source}, style);
  requireFit(text);
  expect(text).toMatch(/leadership +core +5 +ceo, cfo +Cem Marl/);
});

test("coverage has a line for each capability, and of one what is missing, with the whole note", () => {
  const note =
    "Findings that people enter stand in a list by value; nothing finds waste by itself, makes tickets or cleans up.";
  const row = {code: "USE", title: "Usage Optimization", status: "partly", done: 0, partly: 1, requirements: 2};
  const missing = [
    {id: "USE-C1", title: "Sensors", done: "not yet", note: null},
    {id: "USE-O1", title: "A ranked backlog", done: "in part", note}
  ];
  const totals = {capabilities: 1, works: 0, partly: 1, notYet: 0, requirements: 2, done: 0};
  const text = coverageText({edition: "2026", totals, rows: [{...row, missing}], platform: {}, source}, style);
  requireFit(text);
  expect(text).toContain("Of 1 capability of edition 2026: 0 in whole, 1 in part, 0 not yet");
  expect(text).toMatch(/USE +Usage Optimization +partly +0 +1 +2\n/);
  expect(text.replaceAll(/\n */g, " ")).toContain(
    `USE-O1 A ranked backlog: in part ${note}`.replace("USE-O1 ", "USE-O1  ")
  );
});

test("a board has a line for each capability, and says how many findings there are", () => {
  const card = {
    title: "Reporting & Analytics",
    state: "active",
    target: "walk",
    owner: {id: "ada", name: "Ada Stone"},
    readiness: {status: "partly", missing: []},
    valueAtStake: [{amount: "1234.5", currency: "USD", per: "month"}],
    findings: [{}]
  };
  const domains = [{title: "Understand Usage & Cost", cards: [card]}];
  const scopes = [{id: "shop", title: "Shop", question: "Does it earn what it costs?"}];
  const text = boardText({scope: "shop", scopes, domains, findings: [], source}, style);
  requireFit(text);
  expect(text).toContain("Shop: Does it earn what it costs?\n");
  expect(text).toContain("1 finding about it: ashlar practice check --scope shop\n");
  expect(text).toContain("1,234.50 USD");
  expect(boardText({scope: null, scopes: [], domains: [], findings: [], source}, style)).toContain("has no scope yet");
});
