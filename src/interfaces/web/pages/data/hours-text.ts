/** Hours as people say them: `40 min`, `7 h`, `3.5 days`. */
export function hoursText(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  if (hours < 48) return `${Math.round(hours)} h`;
  const days = hours / 24;
  return `${days < 10 ? days.toFixed(1).replace(/\.0$/, "") : Math.round(days)} days`;
}

/** How far ahead an instant is: `in 3 h`; `due` where it has come. */
export function until(instant: string, now = Date.now()): string {
  const hours = (Date.parse(instant) - now) / 3_600_000;
  return hours <= 0 ? "due now" : `in ${hoursText(hours)}`;
}
