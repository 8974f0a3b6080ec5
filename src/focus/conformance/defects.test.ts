import {describe, expect, test} from "vitest";
import {correctRows} from "./fixtures/correct-rows.ts";
import {defects} from "./fixtures/defects.data.ts";
import {ruleSet} from "./rule-set.ts";

const rules = ruleSet("1.2", "CostAndUsage", "corrected").rules;

/** Checks that no defect of a row can show: they are of the header, of Parquet types, of groups, or of the file. */
const notOfOneRow = new Set(["ColumnPresent", "CustomColumns", "WholeRecords", "CheckDistinctCount", "TypeString"]);

test("there are sixty planted defects and more, each once, of columns and rules that there are", () => {
  expect(defects.length).toBeGreaterThanOrEqual(60);
  expect(new Set(defects.map(({name}) => name)).size).toBe(defects.length);
  for (const {fields, rules: violated} of defects) {
    for (const column of Object.keys(fields)) expect(Object.keys(correctRows.usage)).toContain(column);
    for (const rule of violated) expect(rules.has(rule)).toBe(true);
  }
});

test("every check function that rows decide has a defect that it finds", () => {
  const functions = (ids: Iterable<string>) =>
    new Set([...ids].flatMap((id) => rules.get(id)?.check?.[0] ?? []).filter((name) => !notOfOneRow.has(name)));
  const leaves = [...rules.values()].filter(({kind, keyword}) => kind !== "Composite" && !keyword.startsWith("MAY"));
  const found = functions(defects.flatMap((defect) => defect.rules));
  expect([...functions(leaves.map(({id}) => id))].filter((name) => !found.has(name))).toEqual([]);
});

describe("a study of the reference validator found these defects missed", () => {
  test.each([
    ["a null list price on use", "no list price on use"],
    ["a null pricing category on use", "no pricing category on use"],
    ["a pricing category of no list", "a pricing category of no list"],
    ["a commitment category of no list", "a commitment category of no list"],
    ["a list cost that is not price times quantity", "a list cost that is not price times quantity"],
    ["a contracted cost that is not price times quantity", "a contracted cost that is not price times quantity"],
    ["a charge period that ends before it begins", "a period that ends before it begins"],
    ["a date with an offset", "an offset"],
    ["tags as a list", "tags as a list"],
    ["nested tags", "tags in tags"],
    ["a tag key twice", "a tag twice"],
    ["a commitment status without commitment", "a status without a commitment"],
    ["covered use without commitment status", "no status on covered use"],
    ["committed pricing on the purchase of a commitment", "committed pricing on a commitment's purchase"],
    ["the unit hours", "a small unit"]
  ])("%s", (_, name) => {
    expect(defects.find((defect) => defect.name === name)?.rules.length).toBeGreaterThan(0);
  });
});
