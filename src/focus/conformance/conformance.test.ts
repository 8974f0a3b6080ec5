import {describe, expect, test} from "vitest";
import {focusVersions} from "../column.ts";
import {columnsOf} from "../columns.ts";
import {datasets} from "../dataset.ts";
import {errata12, published12} from "./errata.data.ts";
import {messageOf} from "./message.ts";
import {model12} from "./model-1.2.data.ts";
import {errataReference} from "./reference.ts";
import {ruleSet} from "./rule-set.ts";
import {columnsIn, rulesIn} from "./rule.ts";

const ids = new Set(model12.map(({id}) => id));

// `npx vitest run src/focus/conformance -u` writes the page anew.
test("docs/conformance-errata.md is what the data says", async () => {
  await expect(errataReference()).toMatchFileSnapshot("../../../docs/conformance-errata.md");
});

describe("the model of 1.2", () => {
  test("has 621 rules, of which 420 have a check, and names no rule and no column that is not there", () => {
    expect([ids.size, model12.length, model12.filter(({check}) => check !== undefined).length]).toEqual([
      621, 621, 420
    ]);
    const columns = new Set(columnsOf("CostAndUsage", "1.2").map(({name}) => name));
    for (const rule of model12) {
      expect([...rulesIn(rule.check), ...(rule.needs ?? [])].filter((id) => !ids.has(id))).toEqual([]);
      expect([...columnsIn(rule.check), ...columnsIn(rule.when)].filter((name) => !columns.has(name))).toEqual([]);
    }
  });

  test("has the counts of its kinds and keywords", () => {
    const counted = (of: "kind" | "keyword") => {
      const counts: Record<string, number> = {};
      for (const rule of model12) counts[rule[of]] = (counts[rule[of]] ?? 0) + 1;
      return counts;
    };
    expect(counted("kind")).toEqual({
      Composite: 143,
      Format: 84,
      Nullability: 103,
      Presence: 63,
      Type: 56,
      Validation: 172
    });
    expect(counted("keyword")).toEqual({
      MAY: 35,
      MUST: 472,
      "MUST NOT": 67,
      RECOMMENDED: 7,
      SHOULD: 33,
      "SHOULD NOT": 7
    });
  });

  test("578 rules are reached from its root", () => {
    expect(ruleSet("1.2", "CostAndUsage", "official").rules.size).toBe(578);
    expect(ruleSet("1.2", "CostAndUsage", "corrected").rules.size).toBe(621 + 3);
  });
});

test("every erratum is of a rule of the model, has a reason and changes something, and no two are of one rule", () => {
  const errata = [...published12, ...errata12];
  expect(new Set(errata.map(({rule}) => rule)).size).toBe(errata.length);
  for (const {rule, reason, patch} of errata) {
    const found = model12.find(({id}) => id === rule);
    expect(reason).toMatch(/^[A-Z].*\.$/);
    expect({...found, ...patch}).not.toEqual(found);
  }
});

test.for(datasets)(
  "rules of ours for every version of %s have ids of their own, columns that exist and a message",
  (dataset) => {
    for (const version of focusVersions) {
      const {rules} = ruleSet(version, dataset, "corrected");
      const columns = new Set(columnsOf(dataset, version).map(({name}) => name));
      for (const [id, rule] of rules) {
        expect(rule.id).toBe(id);
        if (rule.origin === "ashlar") expect(id).toMatch(/^Ashlar-/);
        expect([...columnsIn(rule.check), ...columnsIn(rule.when)].filter((name) => !columns.has(name))).toEqual([]);
        expect(messageOf(rule)).not.toBe("");
      }
    }
  }
);
