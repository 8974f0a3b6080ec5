/** A day of the demo: what patterns need to know of it. */
export interface Day {
  /** Days since the first day of the demo. */
  readonly index: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly weekend: boolean;
  readonly dayOfMonth: number;
  readonly daysInMonth: number;
  readonly monthOfYear: number;
}

export interface Month {
  /** `YYYY-MM`. */
  readonly name: string;
  readonly from: string;
  /** The first day of the next month. */
  readonly to: string;
  /** Whether all its days are in the data; the running month is not complete. */
  readonly complete: boolean;
  readonly days: readonly Day[];
}

export interface Calendar {
  readonly months: readonly Month[];
  readonly days: readonly Day[];
  /** Index of the day after the last complete month; events are placed relative to it. */
  readonly end: number;
}

const monthsOfDemo = 13;

/**
 * Thirteen complete months that end with `end` (`YYYY-MM`), and the following month up to yesterday where it is the
 * running one. `today` is the day of the call in UTC.
 */
export function demoCalendar(end: string, today: Temporal.PlainDate): Calendar {
  const last = Temporal.PlainYearMonth.from(end);
  const running = today.toPlainYearMonth().equals(last.add({months: 1})) && today.day > 1;
  const days: Day[] = [];
  const months: Month[] = [];
  let complete = 0;
  for (let back = monthsOfDemo - 1; back >= (running ? -1 : 0); back -= 1) {
    const month = last.subtract({months: back});
    const count = back < 0 ? today.day - 1 : month.daysInMonth;
    const ofMonth: Day[] = [];
    for (let n = 1; n <= count; n += 1) ofMonth.push(demoDay(month.toPlainDate({day: n}), days.length + n - 1));
    days.push(...ofMonth);
    if (back >= 0) complete = days.length;
    months.push({
      name: month.toString(),
      from: month.toPlainDate({day: 1}).toString(),
      to: month.add({months: 1}).toPlainDate({day: 1}).toString(),
      complete: back >= 0,
      days: ofMonth
    });
  }
  return {months, days, end: complete};
}

/** The date of a day of the demo, also of days before its first and after its last. */
export function dateAt(calendar: Calendar, index: number): string {
  const known = calendar.days[index];
  if (known !== undefined) return known.date;
  const [first] = calendar.days;
  if (first === undefined) throw new Error("a calendar without days");
  return Temporal.PlainDate.from(first.date).add({days: index}).toString();
}

/** A date as the instant at which the day begins. */
export const instantOf = (date: string): string => `${date}T00:00:00Z`;

function demoDay(date: Temporal.PlainDate, index: number): Day {
  return {
    index,
    date: date.toString(),
    weekday: date.dayOfWeek,
    weekend: date.dayOfWeek > 5,
    dayOfMonth: date.day,
    daysInMonth: date.daysInMonth,
    monthOfYear: date.month
  };
}
