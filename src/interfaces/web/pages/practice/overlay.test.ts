import {describe, expect, test} from "vitest";
import {crossings} from "./crossing.ts";
import type {Card, Finding} from "./facts.ts";
import {idOf} from "./id.ts";
import {overlay} from "./overlay.ts";

const card: Card = {
  capability: "allocation",
  code: "ALL",
  title: "Allocation",
  definition: "",
  implemented: "partly",
  state: null,
  strictness: null,
  target: null,
  owner: null,
  cadence: null,
  reason: null,
  readiness: {status: "ready", missing: []},
  valueAtStake: [],
  openWork: 0,
  level: null,
  playbook: null,
  findings: []
};
const change = (path: string, after: unknown) => ({path, label: path, before: null, after});
const nameOf = (person: string): string => `${person}!`;

describe("the board under a draft", () => {
  test("shows a block that is added as a whole, and one of which a part changes", () => {
    const [whole] = overlay(
      [card],
      [change("scopes.a.blocks.allocation", {capability: "allocation", state: "watch"})],
      "a",
      nameOf,
      null
    );
    expect(whole?.card.state).toBe("watch");
    const [part] = overlay([card], [change("scopes.a.blocks.allocation.owner", "ann")], "a", nameOf, null);
    expect(part?.card.owner).toEqual({id: "ann", name: "ann!"});
    expect(part?.drafted).toHaveLength(1);
  });

  test("leaves other scopes and capabilities alone", () => {
    const changes = [
      change("scopes.b.blocks.allocation.state", "active"),
      change("scopes.a.blocks.allocations.state", "active")
    ];
    expect(overlay([card], changes, "a", nameOf, null)).toEqual([{card, drafted: []}]);
  });

  test("has what the check says of the result", () => {
    const finding = {scope: "a", capability: "allocation", severity: "hint"} as Finding;
    const [found] = overlay([card], [], "a", nameOf, [finding, {...finding, scope: "b"}]);
    expect(found?.card.findings).toEqual([finding]);
  });
});

test("a place that both changed is told with all three values", () => {
  const changes = [
    {path: "x", label: "X", before: "theirs", after: "mine"},
    {path: "y", label: "Y", before: null, after: "b"}
  ];
  expect(crossings({x: "old", y: "nothing"}, changes)).toEqual([
    {path: "x", label: "X", was: "old", is: "theirs", mine: "mine"}
  ]);
  expect(crossings({}, changes)).toEqual([]);
});

test("an id is what is left of a name", () => {
  expect(idOf("Zoë & the Checkout, 2nd")).toBe("zoe-the-checkout-2nd");
  expect(idOf("—")).toBe("");
  expect(idOf("x".repeat(63) + " y")).toMatch(/^[a-z0-9][a-z0-9_-]{0,63}$/);
});
