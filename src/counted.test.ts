import {expect, test} from "vitest";
import {counted} from "./counted.ts";

test("one is one and all others are many", () => {
  const counts = [0, 1, 2, 155, 1n, 10n].map((value) => counted(value, "snapshot"));
  expect(counts).toEqual(["0 snapshots", "1 snapshot", "2 snapshots", "155 snapshots", "1 snapshot", "10 snapshots"]);
});
