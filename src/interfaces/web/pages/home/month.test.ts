import {describe, expect, test} from "vitest";
import {homeDays, lastDay, monthFigures} from "./month.ts";
import {movements, movers} from "./movement.ts";

describe("the days of Home", () => {
  test("compare complete days with the same days of the month before", () => {
    expect(homeDays("2026-11-23", "2026-11-23")).toEqual({
      month: "2026-11-01",
      through: "2026-11-23",
      complete: 22,
      days: 30,
      previousMonth: "2026-10-01",
      previousThrough: "2026-10-23",
      chartFrom: "2026-09-25",
      chartTo: "2026-11-24"
    });
  });

  test("a longer month is held against the whole of a shorter one", () => {
    const days = homeDays("2026-03-31", "2026-03-31");
    expect([days.complete, days.previousThrough]).toEqual([30, "2026-03-01"]);
  });

  test("a complete month is held against the whole month before", () => {
    expect(homeDays("2026-09-30", null).previousThrough).toBe("2026-09-01");
    expect(homeDays("2026-02-28", null)).toMatchObject({complete: 28, previousThrough: "2026-02-01"});
  });

  test("no complete day yet", () => {
    const days = homeDays("2026-11-01", "2026-11-01");
    expect(days).toMatchObject({complete: 0, through: "2026-11-01", previousThrough: "2026-10-01"});
    expect(monthFigures([], "billed", days).projected).toBeNull();
  });

  test("old data is shown as of its last month", () => {
    expect(lastDay("2026-11-23", ["2025-03", null, "2025-01"])).toBe("2025-03-31");
    expect(lastDay("2026-11-23", ["2026-11", "2025-01"])).toBe("2026-11-23");
    expect(lastDay("2026-11-23", [])).toBe("2026-11-23");
  });
});

describe("the figures of a month", () => {
  const rows = [
    {period: "2026-10-01", currency: "EUR", billed: "10"},
    {period: "2026-10-23", currency: "EUR", billed: "1"},
    {period: "2026-11-01", currency: "EUR", billed: "20.10"},
    {period: "2026-11-22", currency: "EUR", billed: "1.90"},
    {period: "2026-11-23", currency: "EUR", billed: "7"}
  ];

  test("are exact, and a run-rate counts complete days alone", () => {
    expect(monthFigures(rows, "billed", homeDays("2026-11-23", "2026-11-23"))).toEqual({
      toDate: "29.00",
      completeDays: "22.00",
      sameDaysBefore: "10",
      lastMonth: "11",
      projected: "30.00"
    });
  });
});

describe("movers", () => {
  test("are the greatest changes whichever way, what vanished too", () => {
    const now = [
      {service: "a", currency: "EUR", billed: "10"},
      {service: "b", currency: "EUR", billed: "5"}
    ];
    const before = [
      {service: "b", currency: "EUR", billed: "4.5"},
      {service: "c", currency: "EUR", billed: "20"}
    ];
    const all = movements(now, before, ["service"], "billed");
    expect(movers(all, 2).map(({values, change}) => [values[0], change])).toEqual([
      ["c", "-20"],
      ["a", "10"]
    ]);
  });
});
