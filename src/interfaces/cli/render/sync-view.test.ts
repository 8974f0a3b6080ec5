import picocolors from "picocolors";
import {expect, test} from "vitest";
import {policiesText, syncText} from "./sync-view.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};
const source = {deliveries: 2, changed: 2, fetched: 1, bytes: 1_234_567, gone: 0, error: null};

test("what was fetched, and what went wrong with what to do about it", () => {
  const text = syncText(
    {
      dryRun: false,
      rows: [
        {
          source: "aws",
          status: "failed",
          ...source,
          error: {code: "x", message: "a.csv is empty", remedy: "Look at it."}
        },
        {source: "gcp", status: "unchanged", ...source}
      ],
      deliveries: [
        {source: "aws", delivery: "2026-09 a.csv", files: 1, bytes: 0, status: "failed", error: "a.csv is empty"},
        {
          source: "aws",
          delivery: "2026-10 b.csv",
          files: 1,
          bytes: 0,
          status: "failed",
          error: "aws: b.csv is cut short"
        }
      ],
      notes: ["gcp: nothing is there yet"]
    },
    style
  );
  expect(text).toMatch(/aws +failed +2 +2 +1 +1,234,567 +0/);
  expect(text.slice(text.indexOf("error:"))).toBe(
    "error: aws: a.csv is empty\n→ Look at it.\nerror: aws: b.csv is cut short\nnote: gcp: nothing is there yet\n"
  );
});

test("a policy is printed so that it can be copied, whatever its width", () => {
  const text = `{"Resource": "${"x".repeat(200)}"}\nsecond line`;
  const rows = [{vendor: "aws", source: null, title: "IAM policy", text, notes: ["remark"]}];
  expect(policiesText({rows}, style)).toBe(`# aws: IAM policy\n${text}\n# remark\n`);
  expect(policiesText({rows: []}, style)).toContain("folder of this machine");
});
