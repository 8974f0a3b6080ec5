import {compare} from "../../format/amount.ts";
import {addDays, addMonths, shortDay, today} from "../../format/period.ts";
import type {HealthRow} from "./facts.ts";

export type DayState = "present" | "missing" | "fewer" | "more" | "ahead" | "before";

export interface DayOf {
  readonly day: string;
  readonly state: DayState;
}

export const dayWords: Readonly<Record<DayState, string>> = {
  present: "there",
  missing: "missing",
  fewer: "fewer charges than usual",
  more: "more charges than usual",
  ahead: "not delivered yet",
  before: "before the source began"
};

type DayFacts = Pick<HealthRow, "completeness" | "changes" | "delivery">;

/** What is known of each day from `from` until `to`, which is not included. */
export function daysOf(facts: DayFacts, from: string, to: string): readonly DayOf[] {
  const {completeness, changes, delivery} = facts;
  const missing = new Set(completeness.missingDays);
  const without = new Set(completeness.missingPeriods);
  const odd = new Map(
    changes
      .filter(({metric}) => metric === "rows")
      .map(({day, value, expected}) => [day, compare(value, expected) < 0 ? "fewer" : "more"] as const)
  );
  const first = completeness.firstPeriod === null ? null : `${completeness.firstPeriod}-01`;
  const {dataThrough} = delivery;
  const through = dataThrough === null ? null : lastDayOf(dataThrough);
  const stateOf = (day: string): DayState => {
    if (first === null || day < first) return "before";
    if (missing.has(day) || without.has(day.slice(0, 7))) return "missing";
    if (through === null || day > through) return "ahead";
    return odd.get(day) ?? "present";
  };
  const days: DayOf[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push({day, state: stateOf(day)});
  return days;
}

/** The day of the last moment before an instant. */
function lastDayOf(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString().slice(0, 10);
}

/** The last `count` days, today among them. */
export function lastDays(facts: DayFacts, count: number): readonly DayOf[] {
  const to = addDays(today(), 1);
  return daysOf(facts, addDays(to, -count), to);
}

export interface MonthOfDays {
  readonly month: string;
  readonly days: readonly DayOf[];
}

/** The last `count` months, the newest first, each with its days. */
export function lastMonths(facts: DayFacts, count: number): readonly MonthOfDays[] {
  const newest = `${today().slice(0, 7)}-01`;
  return Array.from({length: count}, (_, index) => {
    const month = addMonths(newest, -index);
    return {month, days: daysOf(facts, month, addMonths(month, 1))};
  }).filter(({days}) => days.some(({state}) => state !== "before"));
}

/** `57 days there, 2 missing: 3 Oct, 4 Oct`. */
export function daysSaid(days: readonly DayOf[]): string {
  const of = (state: DayState): readonly DayOf[] => days.filter((each) => each.state === state);
  const some = (state: DayState, noun: string): readonly string[] => {
    const found = of(state);
    if (found.length === 0) return [];
    const named = found
      .slice(0, 5)
      .map(({day}) => shortDay(day))
      .join(", ");
    return [`${found.length} ${noun}: ${named}${found.length > 5 ? " …" : ""}`];
  };
  const there = days.length - of("missing").length - of("ahead").length - of("before").length;
  return [
    there === 1 ? "1 day there" : `${there} days there`,
    ...some("missing", "missing"),
    ...some("fewer", "with fewer charges than usual"),
    ...some("more", "with more charges than usual")
  ].join("; ");
}
