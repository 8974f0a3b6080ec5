import fc from "fast-check";
import {expect, test} from "vitest";
import {fiscalPeriodNamed, fiscalPeriodOf, type FiscalUnit} from "./fiscal-calendar.ts";
import {contains, dayCount, parseDay} from "./interval.ts";

const units = ["fiscal-month", "fiscal-quarter", "fiscal-year"] as const satisfies FiscalUnit[];
const day = fc.integer({min: -50_000, max: 50_000}).map((days) => Temporal.PlainDate.from("2026-01-01").add({days}));
const calendar = fc.integer({min: 1, max: 12}).map((fiscalYearStart) => ({fiscalYearStart}));

const asText = (date: string, unit: FiscalUnit, fiscalYearStart: number) => {
  const {name, from, to} = fiscalPeriodOf(parseDay(date), unit, {fiscalYearStart});
  return `${name} ${from} ${to}`;
};

test("a fiscal year has the name of the year it ends in", () => {
  expect(asText("2026-10-01", "fiscal-year", 10)).toBe("FY2027 2026-10-01 2027-10-01");
  expect(asText("2026-09-30", "fiscal-year", 10)).toBe("FY2026 2025-10-01 2026-10-01");
  expect(asText("2026-09-30", "fiscal-year", 1)).toBe("FY2026 2026-01-01 2027-01-01");
  expect(asText("2026-01-31", "fiscal-year", 2)).toBe("FY2026 2025-02-01 2026-02-01");
  expect(asText("2026-12-31", "fiscal-year", 12)).toBe("FY2027 2026-12-01 2027-12-01");
});

test("quarters and months are counted from its beginning", () => {
  expect(asText("2026-10-31", "fiscal-quarter", 10)).toBe("FY2027-Q1 2026-10-01 2027-01-01");
  expect(asText("2026-08-31", "fiscal-quarter", 10)).toBe("FY2026-Q4 2026-07-01 2026-10-01");
  expect(asText("2026-08-31", "fiscal-month", 10)).toBe("FY2026-M11 2026-08-01 2026-09-01");
  expect(asText("2026-05-31", "fiscal-month", 6)).toBe("FY2026-M12 2026-05-01 2026-06-01");
});

test("a day lies in the period that its name finds again, and the next day in the same or the next", () => {
  fc.assert(
    fc.property(day, calendar, fc.constantFrom(...units), (date, fiscal, unit) => {
      const period = fiscalPeriodOf(date, unit, fiscal);
      expect(contains(period, date)).toBe(true);
      expect(String(fiscalPeriodNamed(period.name, fiscal)?.from)).toBe(String(period.from));
      expect(String(fiscalPeriodNamed(period.name, fiscal)?.to)).toBe(String(period.to));
      const after = fiscalPeriodOf(period.to, unit, fiscal);
      expect(after.from.equals(period.to)).toBe(true);
      expect(after.name > period.name).toBe(true);
    })
  );
});

test("four quarters and twelve months make the year", () => {
  fc.assert(
    fc.property(day, calendar, (date, fiscal) => {
      const year = fiscalPeriodOf(date, "fiscal-year", fiscal);
      const parts = (names: string[]) =>
        names
          .map((name) => fiscalPeriodNamed(`${year.name}-${name}`, fiscal))
          .reduce((sum, part) => sum + dayCount(part!), 0);
      expect(parts(["Q1", "Q2", "Q3", "Q4"])).toBe(dayCount(year));
      expect(parts(Array.from({length: 12}, (_, i) => `M${String(i + 1).padStart(2, "0")}`))).toBe(dayCount(year));
      expect(year.to.subtract({days: 1}).year).toBe(Number(year.name.slice(2)));
    })
  );
});

test.each(["FY27", "FY2027-Q5", "FY2027-M13", "FY2027-M1", "2027", "fy2027", "FY2027 "])(
  "%j is no fiscal period",
  (text) => {
    expect(fiscalPeriodNamed(text, {fiscalYearStart: 1})).toBeNull();
  }
);

test.each([0, 13, 1.5, Number.NaN])("a year does not begin in month %d", (fiscalYearStart) => {
  expect(() => fiscalPeriodNamed("FY2027", {fiscalYearStart})).toThrow("fiscal year start");
});
