/** Whether a text is a day that there is, such as 2026-10-01. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, {overflow: "reject"}).toString() === text;
  } catch {
    return false;
  }
}
