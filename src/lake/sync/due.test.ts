import fc from "fast-check";
import {expect, test} from "vitest";
import {nextDue} from "./due.ts";
import {retryAfter} from "./remote-failure.ts";
import {pauseAfter} from "./retry.ts";
import {bytesIn} from "./size.ts";

const now = Temporal.Instant.from("2026-11-24T00:00:00Z");
const chance = fc.double({min: 0, max: 0.999, noNaN: true});

test("a source is due after its cadence, and not all at once", () => {
  expect(nextDue("daily", now, 0, 0)).toBe("2026-11-25T00:00:00.000Z");
  expect(nextDue("daily", now, 0, 0.5)).toBe("2026-11-25T01:12:00.000Z");
  expect(nextDue("hourly", now, 0, 0)).toBe("2026-11-24T01:00:00.000Z");
  expect(nextDue("weekly", now, 0, 0)).toBe("2026-12-01T00:00:00.000Z");
  expect(nextDue("monthly", now, 0, 0)).toBe("2026-11-25T00:00:00.000Z");
  expect(nextDue(undefined, now, 0, 0)).toBeNull();
});

test("failures bring it back sooner, with growing pauses that end", () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50].map((failures) =>
    Temporal.Instant.from(nextDue("weekly", now, failures, 0) ?? "")
      .since(now)
      .total("minutes")
  );
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
  fc.assert(
    fc.property(
      fc.constantFrom("hourly", "daily", "weekly", "monthly"),
      fc.nat(1000),
      chance,
      (cadence, failures, luck) => {
        const due = Temporal.Instant.from(nextDue(cadence, now, failures, luck) ?? "");
        const most = failures > 0 || cadence !== "weekly" ? 24 * 1.1 : 168 * 1.1;
        expect(due.since(now).total("hours")).toBeGreaterThan(0);
        expect(due.since(now).total("hours")).toBeLessThanOrEqual(most);
      }
    )
  );
});

test("a pause grows, varies, honours what the store asks for, and has an end", () => {
  const pace = {tries: 6, base: 500, most: 60_000};
  fc.assert(
    fc.property(fc.integer({min: 1, max: 60}), fc.option(fc.nat(10_000_000)), chance, (failures, wait, luck) => {
      const pause = pauseAfter(failures, wait, pace, luck);
      const whole = Math.min(pace.most, pace.base * 2 ** (failures - 1));
      expect(pause).toBeGreaterThanOrEqual(Math.max(Math.min(wait ?? 0, 900_000), Math.floor(whole / 2)));
      expect(pause).toBeLessThanOrEqual(Math.max(pace.most, Math.min(wait ?? 0, 900_000)));
    })
  );
  expect(retryAfter("7")).toBe(7000);
  expect(retryAfter("99999999")).toBe(86_400_000);
  expect(retryAfter("soon")).toBeNull();
});

test("a size is bytes", () => {
  expect(["20GB", "1.5 MB", "2GiB", "10kb"].map(bytesIn)).toEqual([20e9, 1.5e6, 2 ** 31, 1e4]);
});
