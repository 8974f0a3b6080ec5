/** Days on which nobody works besides weekends, as `2026-12-25`. */
export type Holidays = readonly string[];

export function isBusinessDay(day: Temporal.PlainDate, holidays: Holidays): boolean {
  return day.dayOfWeek <= 5 && !holidays.includes(day.toString());
}

/** The nth business day after a day, which itself does not count, business day or not. */
export function businessDayAfter(day: Temporal.PlainDate, n: number, holidays: Holidays): Temporal.PlainDate {
  let found = day;
  for (let left = n; left > 0;) {
    found = found.add({days: 1});
    if (isBusinessDay(found, holidays)) left -= 1;
  }
  return found;
}

/** Business days after `from` up to and with `to`; none where `to` is not later. */
export function businessDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, holidays: Holidays): number {
  let count = 0;
  for (let day = from.add({days: 1}); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({days: 1}))
    if (isBusinessDay(day, holidays)) count += 1;
  return count;
}
