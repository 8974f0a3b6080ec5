const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** The months in full, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
] as const;

const msPerDay = 86_400_000;

/** Days as text, `2026-10-01`, in UTC. All arithmetic of the page on days is here. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
}

/** Days from `from` until `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay);
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month that is `by` months later. */
export function addMonths(day: string, by: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + by;
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

export function daysInMonth(day: string): number {
  const first = firstOfMonth(day);
  return daysBetween(first, addMonths(first, 1));
}

/** `5 Nov 2026`. */
export function dayText(day: string): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
}

/** `5 Nov`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`;
}

/** `November 2026`. */
export function monthText(day: string): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
}

export function shortMonth(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
}

/** A period of an answer, as a heading: a day, a month, a quarter, or the name of a fiscal period. */
export function periodText(period: string, granularity: string | null, brief = false): string {
  if (!/^\d{4}-\d\d-\d\d/.test(period)) return period;
  switch (granularity) {
    case "hour":
      return `${shortDay(period)} ${period.slice(11, 16)}`;
    case "month":
      return brief ? shortMonth(period) : monthText(period);
    case "quarter":
      return `Q${Math.floor((Number(period.slice(5, 7)) - 1) / 3) + 1} ${period.slice(0, 4)}`;
    case "year":
      return period.slice(0, 4);
    case "week":
      return brief ? shortDay(period) : `week of ${dayText(period)}`;
    default:
      return brief ? shortDay(period) : dayText(period);
  }
}

/** The half-open days as people say them: the last day is inside. */
export function daysText(from: string, to: string): string {
  const last = addDays(to, -1);
  if (last === from) return dayText(from);
  if (from === firstOfMonth(from) && to === addMonths(from, 1)) return monthText(from);
  return from.slice(0, 4) === last.slice(0, 4)
    ? `${shortDay(from)} – ${dayText(last)}`
    : `${dayText(from)} – ${dayText(last)}`;
}

/** An instant, to the minute, in UTC. */
export function instantText(instant: string): string {
  return `${dayText(instant)}, ${instant.slice(11, 16)} UTC`;
}

/** How long ago, in words. */
export function ago(instant: string, now = Date.now()): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(instant)) / 60_000));
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.round(hours / 24)} days ago`;
}
