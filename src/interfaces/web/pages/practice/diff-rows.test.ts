import {expect, test} from "vitest";
import {unifiedDiff} from "../../../../practice/change/diff.ts";
import {diffRows} from "./diff-rows.ts";

test("a unified diff has the lines of both sides under their numbers", () => {
  const before = Array.from({length: 30}, (_, index) => `line ${index + 1}`);
  const after = before.toSpliced(4, 1, "five", "five and a half").toSpliced(25, 1);
  const rows = diffRows(unifiedDiff(`${before.join("\n")}\n`, `${after.join("\n")}\n`, "a.yaml"));
  expect(rows.filter(({kind}) => kind === "jump").length).toBeGreaterThan(1);
  for (const {kind, text, before: old, after: now} of rows) {
    if (kind === "jump") continue;
    expect(old === null ? null : before[old - 1]).toBe(kind === "add" ? null : text);
    expect(now === null ? null : after[now - 1]).toBe(kind === "drop" ? null : text);
  }
  expect(rows.flatMap(({kind, text}) => (kind === "add" ? [text] : []))).toEqual(["five", "five and a half"]);
});

test("no difference has no rows", () => {
  expect(diffRows("")).toEqual([]);
});
