import {expect, test} from "vitest";
import {noDraft} from "./draft.ts";
import type {Scope} from "./facts.ts";
import {draftScope, valuesOf} from "./scope-draft.ts";

const filed = {
  id: "cloud",
  title: "Cloud",
  question: "What for?",
  status: "active",
  review: "monthly",
  kpiTargets: [{kpi: "cost-visibility-delay", target: "48"}],
  overlaps: [{scope: "ai", rule: "exclude"}]
} as unknown as Scope;
const other = {id: "ai", title: "AI", question: "Why?", status: "active"} as unknown as Scope;

test("a scope that is left as it is drafts nothing", () => {
  expect(draftScope(noDraft, "cloud", valuesOf(filed, [other], ""), filed)).toEqual(noDraft);
});

test("only what differs from the file is drafted, and what is emptied is taken out", () => {
  const values = {
    ...valuesOf(filed, [other], ""),
    title: "Clouds",
    review: "",
    overlaps: {ai: ""},
    kpiTargets: {"forecast-accuracy": "85"}
  };
  const draft = draftScope(noDraft, "cloud", values, filed);
  expect(draft.set).toEqual(["scopes.cloud.title=Clouds", "scopes.cloud.kpiTargets.forecast-accuracy.target=85"]);
  expect(draft.unset).toEqual([
    "scopes.cloud.review",
    "scopes.cloud.kpiTargets.cost-visibility-delay",
    "scopes.cloud.overlaps.ai"
  ]);
});

test("a new scope counts in those that run, too, until it is said otherwise", () => {
  const values = valuesOf(null, [other, {...other, id: "old", status: "retired"}], "ann");
  expect(values).toMatchObject({overlaps: {ai: "include-and-explain"}, decisionOwner: "ann", status: "active"});
  expect(draftScope(noDraft, "new", {...values, title: "New", question: "Whether?"}, null).set).toContain(
    "scopes.new.overlaps.ai.rule=include-and-explain"
  );
});
