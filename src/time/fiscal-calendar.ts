import type {DayInterval} from "./interval.ts";

/** A fiscal year of twelve calendar months that begins in month 1 to 12; days stay UTC days. */
export interface FiscalCalendar {
  readonly fiscalYearStart: number;
}

export const calendarYear: FiscalCalendar = {fiscalYearStart: 1};

export type FiscalUnit = "fiscal-month" | "fiscal-quarter" | "fiscal-year";

const months: Record<FiscalUnit, number> = {"fiscal-month": 1, "fiscal-quarter": 3, "fiscal-year": 12};

/** A fiscal period with the name it is asked for by: `FY2027`, `FY2027-Q1`, `FY2027-M01`. */
export interface FiscalPeriod extends DayInterval {
  readonly name: string;
}

/** The fiscal month, quarter or year of a day. A fiscal year is named after the calendar year it ends in. */
export function fiscalPeriodOf(day: Temporal.PlainDate, unit: FiscalUnit, calendar: FiscalCalendar): FiscalPeriod {
  const shift = shiftOf(calendar);
  const shifted = day.with({day: 1}).add({months: shift});
  const index = Math.floor((shifted.month - 1) / months[unit]);
  return period(shifted.year, unit, index, calendar);
}

/** The fiscal period of this name, or null where the text is no such name. */
export function fiscalPeriodNamed(name: string, calendar: FiscalCalendar): FiscalPeriod | null {
  const match = /^FY(\d{4})(?:-(?:Q([1-4])|M(0[1-9]|1[0-2])))?$/.exec(name);
  if (match === null) return null;
  const [, year = "", quarter, month] = match;
  const named = Number.parseInt(year, 10);
  if (quarter !== undefined) return period(named, "fiscal-quarter", Number.parseInt(quarter, 10) - 1, calendar);
  if (month !== undefined) return period(named, "fiscal-month", Number.parseInt(month, 10) - 1, calendar);
  return period(named, "fiscal-year", 0, calendar);
}

function period(year: number, unit: FiscalUnit, index: number, calendar: FiscalCalendar): FiscalPeriod {
  const from = Temporal.PlainDate.from({year, month: 1, day: 1})
    .subtract({months: shiftOf(calendar)})
    .add({months: index * months[unit]});
  return {name: name(year, unit, index), from, to: from.add({months: months[unit]})};
}

function name(year: number, unit: FiscalUnit, index: number): string {
  const base = `FY${String(year).padStart(4, "0")}`;
  if (unit === "fiscal-year") return base;
  return unit === "fiscal-quarter" ? `${base}-Q${index + 1}` : `${base}-M${String(index + 1).padStart(2, "0")}`;
}

/** How many months the fiscal year begins before the calendar year whose name it has. */
function shiftOf({fiscalYearStart}: FiscalCalendar): number {
  if (!Number.isInteger(fiscalYearStart) || fiscalYearStart < 1 || fiscalYearStart > 12) {
    throw new Error(`invalid month of the fiscal year start: ${fiscalYearStart}`);
  }
  return (13 - fiscalYearStart) % 12;
}
