import {resolve, sep} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {stagedNames} from "./staged-name.ts";

const hostile = [
  "../../etc/passwd",
  "/etc/passwd",
  "..\\..\\windows\\system.ini",
  "a/../../b.csv",
  "a/./b.csv",
  "C:\\x.csv",
  "//server/share.csv",
  "a\u0000b.csv",
  "a\nb\u001b[31m.csv",
  `${"x".repeat(5000)}.csv.gz`,
  Array.from({length: 500}, () => "deep").join("/"),
  "..",
  ".",
  "",
  "/",
  ".hidden/x.csv",
  "_SUCCESS",
  "NUL.csv",
  "con",
  "trailing. ",
  "ünïcode/ü.csv",
  "a%2Fb.csv",
  "a/b.csv",
  "a",
  "a/b.csv/c.csv",
  "manifest.json",
  "Manifest.json/x.csv",
  "A/B.csv",
  "\ud800.csv"
];

test("no key leaves the folder, and no two are one file", () => {
  const key = fc.oneof(
    fc.constantFrom(...hostile),
    fc
      .array(fc.oneof(fc.constantFrom("..", ".", "", "a", "\\", "\u0000", "x".repeat(300)), fc.string()), {
        maxLength: 12
      })
      .map((parts) => parts.join("/")),
    fc.string({unit: "binary"})
  );
  fc.assert(
    fc.property(fc.uniqueArray(key, {maxLength: 30}), (keys) => {
      const names = stagedNames(keys, ["manifest.json"]);
      const all = new Set([...names.map((name) => name.toLowerCase()), "manifest.json"]);
      for (const name of all) for (const other of all) expect(other.startsWith(`${name}/`)).toBe(false);
      expect(all.size).toBe(names.length + 1);
      expect(names).toHaveLength(keys.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(keys.length);
      for (const name of names) {
        expect(resolve("/stage", name).startsWith(`${resolve("/stage")}${sep}`)).toBe(true);
        expect(name).toMatch(/^[A-Za-z0-9._=+@,()% /-]+$/);
        const parts = name.split("/");
        expect(parts.length).toBeLessThanOrEqual(9);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(160);
          expect(part).not.toMatch(/^[._]|[. ]$/);
        }
      }
    }),
    {numRuns: 400}
  );
});

test("usual keys keep their names", () => {
  const usual = [
    "focus/data/BILLING_PERIOD=2026-10/focus-00001.csv.gz",
    "costs/20261001-20261031/0f/part_0 (1).parquet"
  ];
  expect(stagedNames(usual)).toEqual(usual);
});
