import {scanSteps} from "../../../records/incidents/incident.ts";
import {stageOf} from "../../../records/work/item.ts";
import {isOpen} from "../../../records/work/way.ts";
import {businessDayAfter, businessDaysBetween, type Holidays} from "../../../time/business-day.ts";
import {dayOf} from "../../../time/interval.ts";
import type {Money} from "../contract.ts";
import type {Incident} from "../incident-contract.ts";
import type {IncidentRow, Trace} from "./rows.ts";

/** Deadlines in business days after the day an incident was opened; the day itself does not count. */
export interface Deadlines {
  readonly look: number;
  readonly fix: number;
  readonly holidays: Holidays;
}

type Clock = Incident["looked"]["clock"];

export interface Clocked {
  readonly openedAt: string;
  readonly reopened: number;
  readonly looked: Incident["looked"];
  readonly fixed: Incident["fixed"];
  readonly businessDays: number;
  readonly open: boolean;
  readonly money: Money[];
}

/**
 * The clock of an incident, from its last opening: looked at when somebody first did something about it, fixed when it
 * was closed or said to be done. Days are those of UTC.
 */
export function clockOf({row, traces}: IncidentRow, {look, fix, holidays}: Deadlines, now: Temporal.Instant): Clocked {
  const openings = traces.filter(
    ({kind}) => kind === scanSteps.opened || kind === scanSteps.reopened || kind === "reopened"
  );
  const opening = openings.at(-1);
  const openedAt = opening?.at ?? row.created_at;
  const opened = dayOf(Temporal.Instant.from(openedAt));
  const since = traces.slice(opening === undefined ? 0 : traces.indexOf(opening) + 1);
  const closed = since.find(isClosing) ?? null;
  const open = isOpen(stageOf(row)) && row.done_on === null;
  const fixedAt = open ? null : (closed?.at ?? row.updated_at);
  const lookedAt = since.find((trace) => isOfPerson(trace)) ?? closed;
  const lookDue = businessDayAfter(opened, look, holidays);
  const fixDue = businessDayAfter(opened, fix, holidays);
  const end = fixedAt === null ? now : Temporal.Instant.from(fixedAt);
  return {
    openedAt,
    reopened: Math.max(0, openings.length - 1),
    looked: {
      due: lookDue.toString(),
      at: lookedAt?.at ?? null,
      by: lookedAt?.by ?? null,
      clock: clock(lookDue, lookedAt?.at ?? null, now)
    },
    fixed: {due: fixDue.toString(), at: fixedAt, clock: clock(fixDue, fixedAt, now)},
    businessDays: businessDaysBetween(opened, dayOf(end), holidays),
    open,
    money: moneyOf(traces)
  };
}

/** Whether an incident was looked at and fixed in time; null while that is not decided. */
export function keptOf({looked, fixed}: Pick<Clocked, "looked" | "fixed">): boolean | null {
  const clocks = [looked.clock, fixed.clock];
  if (clocks.some((each) => each === "missed" || each === "overdue")) return false;
  return clocks.every((each) => each === "met") ? true : null;
}

function clock(due: Temporal.PlainDate, at: string | null, now: Temporal.Instant): Clock {
  const order = Temporal.PlainDate.compare(dayOf(at === null ? now : Temporal.Instant.from(at)), due);
  if (at !== null) return order <= 0 ? "met" : "missed";
  return order < 0 ? "within" : order === 0 ? "due today" : "overdue";
}

function isOfPerson({kind}: Trace): boolean {
  return !(Object.values(scanSteps) as string[]).includes(kind);
}

/** The step after which nothing was left to be done: gone by a scan, done, dismissed or excepted by a person. */
function isClosing({kind}: Trace): boolean {
  return kind === scanSteps.closed || ["done", "dismissed", "excepted", "verified"].includes(kind);
}

/** The money concerned when it was last seen. */
function moneyOf(traces: readonly Trace[]): Money[] {
  const seen = traces.findLast(({after}) => Array.isArray(after["money"]));
  const money = seen?.after["money"];
  return Array.isArray(money) ? (money as Money[]) : [];
}
