import {describe, expect, test} from "vitest";
import {dateAt, demoCalendar} from "./calendar.ts";

const on = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

describe("the calendar of the demo", () => {
  test("has thirteen complete months and the running one up to yesterday", () => {
    const calendar = demoCalendar("2026-10", on("2026-11-23"));
    expect(calendar.months.filter((month) => month.complete)).toHaveLength(13);
    expect(calendar.months[0]?.name).toBe("2025-10");
    expect(calendar.months.at(-1)).toMatchObject({name: "2026-11", complete: false});
    expect(calendar.days.at(-1)?.date).toBe("2026-11-22");
    expect(dateAt(calendar, calendar.end)).toBe("2026-11-01");
    expect(calendar.days.map((day) => day.index)).toEqual(calendar.days.map((_, n) => n));
  });

  test("has no running month on the first of one, nor for a month long past", () => {
    expect(demoCalendar("2026-10", on("2026-11-01")).months).toHaveLength(13);
    expect(demoCalendar("2024-02", on("2026-11-23")).days.at(-1)?.date).toBe("2024-02-29");
  });

  test("knows dates outside its days", () => {
    const calendar = demoCalendar("2026-10", on("2026-11-01"));
    expect(dateAt(calendar, -1)).toBe("2025-09-30");
    expect(dateAt(calendar, calendar.days.length)).toBe("2026-11-01");
  });
});
