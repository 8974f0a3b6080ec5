import {expect, test} from "vitest";
import {summaryLine, testCounts} from "./counts.ts";

function report(...files: readonly (readonly [status: string, tests: Readonly<Record<string, string>>])[]): unknown {
  return {
    testResults: files.map(([status, tests], index) => ({
      name: `file-${index}`,
      status,
      assertionResults: Object.entries(tests).map(([fullName, result]) => ({fullName, status: result}))
    }))
  };
}

test("passed, failed and skipped tests are counted", () => {
  const counts = testCounts(report(["failed", {a: "passed", b: "failed", c: "skipped", d: "todo"}]), false, true);
  expect(counts).toEqual({passed: 1, failed: 1, skipped: 2, complaints: []});
  expect(summaryLine(counts)).toBe("1 passed, 1 failed, 2 skipped");
  expect(summaryLine({passed: 3, failed: 0, skipped: 0})).toBe("3 passed, 0 failed");
});

test("a file that cannot be loaded is a failure", () => {
  expect(testCounts(report(["passed", {a: "passed"}], ["failed", {}]), false, false)).toMatchObject({
    passed: 1,
    failed: 1
  });
});

test("a run that fails although no test does is a failure", () => {
  expect(testCounts(report(["passed", {a: "passed"}]), false, false)).toMatchObject({passed: 1, failed: 1});
});

test("a skipped test in a browser is a failure on continuous integration only", () => {
  // The tag is put together here, so that these tests are not taken for browser tests themselves.
  const tag = "browser";
  const tests = report(["passed", {[`[${tag}] first screen`]: "skipped"}]);
  expect(testCounts(tests, true, false)).toMatchObject({failed: 0, skipped: 1});
  expect(testCounts(tests, true, true)).toMatchObject({failed: 1, skipped: 0});
});
