import {describe, expect, test} from "vitest";
import {demoCalendar} from "./calendar.ts";
import {rateRows} from "./rates.ts";

describe("the rates of the demo", () => {
  const calendar = demoCalendar("2026-10", Temporal.PlainDate.from("2026-11-23"));
  const rows = rateRows(calendar, 1);

  test("are there for six pairs on every working day and on no other", () => {
    const working = calendar.days.filter((day) => !day.weekend);
    expect(rows).toHaveLength(working.length * 6);
    expect(new Set(rows.map((row) => row.day))).toEqual(new Set(working.map((day) => day.date)));
  });

  test("stay near their levels and move", () => {
    const dollars = rows.filter((row) => row.base === "EUR" && row.quote === "USD").map((row) => row.rate);
    expect(new Set(dollars).size).toBeGreaterThan(200);
    for (const rate of dollars) expect(rate).toMatch(/^1\.(0[5-9]|1\d)\d*$/);
  });

  test("follow the seed", () => {
    expect(rateRows(calendar, 1)).toEqual(rows);
    expect(rateRows(calendar, 2)).not.toEqual(rows);
  });
});
