import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {missingPlatforms} from "../bin/lock.ts";

test("the lock file names the optional packages of every platform, without which npm ci refuses it", () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8")) as Parameters<
    typeof missingPlatforms
  >[0];
  expect(Object.keys(missingPlatforms(lock))).toEqual([]);
});

test("a package that another one only wants on its platform is missed", () => {
  const packages = {
    "": {},
    "node_modules/tool": {optionalDependencies: {"@tool/linux-x64-gnu": "1.0.0", "@tool/darwin-arm64": "^1.0.0"}},
    "node_modules/@tool/linux-x64-gnu": {version: "1.0.0"}
  };
  expect(missingPlatforms({packages})).toEqual({
    "node_modules/@tool/darwin-arm64": {version: "1.0.0", optional: true, os: ["darwin"], cpu: ["arm64"]}
  });
});
