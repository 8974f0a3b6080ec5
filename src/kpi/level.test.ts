import {describe, expect, test} from "vitest";
import {parseThreshold} from "../framework/threshold.ts";
import {levelOf, levelOfCapability, meets, nextOf} from "./level.ts";

const thresholds = (crawl: string, walk: string, run: string) => ({
  crawl: parseThreshold(crawl),
  walk: parseThreshold(walk),
  run: parseThreshold(run)
});

describe("a level", () => {
  test("is the highest whose threshold is met, with every one below it", () => {
    const hours = thresholds("<=744", "<=72", "<=48");
    expect(["800", "744", "72.0", "48", "0"].map((value) => levelOf(value, hours))).toEqual([
      "pre-crawl",
      "crawl",
      "walk",
      "run",
      "run"
    ]);
    const share = thresholds(">=50", ">=90", ">=99");
    expect(["49.999999", "50", "98.999", "99"].map((value) => levelOf(value, share))).toEqual([
      "pre-crawl",
      "crawl",
      "walk",
      "run"
    ]);
    expect(levelOf("60", thresholds(">=50", "<=10", ">=60"))).toBe("crawl");
  });

  test("of an unknown value is unknown, not the lowest", () => {
    const hours = thresholds("<=744", "<=72", "<=48");
    expect(levelOf(null, hours)).toBeNull();
    expect(nextOf(null, hours)).toBeNull();
    expect([nextOf("pre-crawl", hours), nextOf("crawl", hours), nextOf("run", hours)]).toEqual([
      "crawl: <=744",
      "walk: <=72",
      null
    ]);
  });

  test("is told from yes and no, too, and compares exactly", () => {
    expect([meets("yes", parseThreshold("yes")), meets("no", parseThreshold("yes"))]).toEqual([true, false]);
    expect(meets("0.50000000000000000001", parseThreshold("<=0.5"))).toBe(false);
    expect(meets("0.5", parseThreshold("<=0.5"))).toBe(true);
  });

  test("of a capability is its weakest indicator's, once half of them are measured", () => {
    const of = (...levels: Parameters<typeof levelOfCapability>[0][number]["level"][]) =>
      levelOfCapability(levels.map((level, n) => ({title: `T${n}`, level})));
    expect(of("run", "walk", null)).toEqual({
      level: "walk",
      measured: 2,
      total: 3,
      reason: "It is held there by: T1."
    });
    expect(of("run", null, null)).toMatchObject({level: null, measured: 1});
    expect(of("run", "run")).toEqual({level: "run", measured: 2, total: 2, reason: null});
    expect(of()).toMatchObject({level: null, total: 0});
  });
});
