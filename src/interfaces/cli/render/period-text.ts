/** The period of a row, given by its start, as short as its length allows: `2026-10`, `2026-Q4`, `2026-10-05`. */
export function periodTitle(granularity: string, start: unknown): string {
  if (typeof start !== "string") return "–";
  if (granularity === "hour") return start.slice(0, 16).replace("T", " ");
  if (granularity === "year") return start.slice(0, 4);
  if (granularity === "month") return start.slice(0, 7);
  if (granularity !== "quarter") return start;
  return `${start.slice(0, 4)}-Q${Math.floor((Number(start.slice(5, 7)) + 2) / 3)}`;
}
