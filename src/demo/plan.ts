import {instantOf, type Calendar, type Day, type Month, dateAt} from "./calendar.ts";
import {periodColumns, type Columns, type Period, usageRow, coveredRow, type Cover} from "./charge.ts";
import {
  canCover,
  hoursPaid,
  openBalance,
  purchaseRow,
  takeCover,
  unusedRow,
  type Balance,
  type Commitment
} from "./commitment.ts";
import {shiftOn, useOn, type Stream, type Use} from "./stream.ts";
import type {World} from "./world.ts";

/** Sums of a month, in 10⁻¹⁰ of the currency. */
export interface MonthTotals {
  billed: bigint;
  list: bigint;
  contracted: bigint;
  effective: bigint;
}

/** Which delivery of a month is written; only one month is delivered twice. */
export type Delivery = "first" | "final";

/** The rows of one source: what runs, what is committed, and what happens once a month. */
export interface Plan {
  readonly source: string;
  readonly currency: string;
  readonly header: readonly string[];
  readonly streams: readonly Stream[];
  readonly commitments: readonly Commitment[];
  /** Commitments whose rows `daily` makes. */
  readonly elsewhere?: readonly Commitment[];
  /** Rows besides use, made at the end of a month from its sums. */
  readonly monthly: (month: Month, totals: MonthTotals, delivery: Delivery) => readonly Columns[];
  /** Rows of a day that are not made from streams. */
  readonly daily?: (day: Day) => readonly Columns[];
  /** Cells that depend on the month, such as the invoice. */
  readonly ofMonth: (month: Month, row: Columns) => Columns;
}

/** All rows of a month, day by day, without the cells that `Plan.ofMonth` adds. */
export function* daysOfMonth(
  plan: Plan,
  month: Month,
  world: World,
  delivery: Delivery
): Generator<readonly Columns[]> {
  for (const day of month.days) yield rowsOfDay(plan, month, day, world, delivery);
}

function rowsOfDay(plan: Plan, month: Month, day: Day, world: World, delivery: Delivery): readonly Columns[] {
  const period = dayPeriod(world.calendar, day);
  const rows: Columns[] = purchasesOn(plan.commitments, world.calendar, day);
  const balances = plan.commitments.filter((one) => isInTerm(one, day)).map((one) => openBalance(one, 24n));
  for (const stream of plan.streams) {
    if (delivery === "first" && stream.first === "late" && day.dayOfMonth > month.days.length - 3) continue;
    const use = useOn(stream, day, world.events);
    record(stream, day, use, world);
    if (use.quantity === 0n) continue;
    const priced = delivery === "first" && stream.first === "undiscounted" ? {...use, contracted: use.list} : use;
    rows.push(...rowsOfUse(stream, priced, balances, period));
  }
  for (const balance of balances) recordUnused(balance, day, plan.currency, world, rows, period);
  if (plan.daily !== undefined) rows.push(...plan.daily(day));
  return rows;
}

/** The rows of one use: what commitments cover, and the rest at the contracted price. */
export function rowsOfUse(stream: Stream, use: Use, balances: readonly Balance[], period: Period): Columns[] {
  if (stream.covers.length === 0) return [usageRow(stream, use, period)];
  const rows: Columns[] = [];
  let rest = use.quantity;
  for (const balance of balances) {
    if (rest === 0n || !canCover(stream, balance.commitment)) continue;
    const cover: Cover | null = takeCover(balance, {...use, quantity: rest});
    if (cover === null) continue;
    rest -= cover.quantity;
    rows.push(coveredRow(stream, use, cover, period));
  }
  if (rest > 0n) rows.push(usageRow(stream, {...use, quantity: rest}, period));
  return rows;
}

/** Payments that fall on a day. */
export function purchasesOn(commitments: readonly Commitment[], calendar: Calendar, day: Day): Columns[] {
  return commitments
    .filter((one) => isInTerm(one, day) && isPaidOn(one, day))
    .map((one) => purchaseRow(one, paidPeriod(one, calendar, day), hoursPaid(one)));
}

function isPaidOn(one: Commitment, day: Day): boolean {
  if (one.payment === "hourly") return true;
  if (one.payment === "upfront") return day.index === one.from;
  return day.dayOfMonth === 1;
}

function paidPeriod(one: Commitment, calendar: Calendar, day: Day): Period {
  if (one.payment === "hourly") return dayPeriod(calendar, day);
  const to = one.payment === "upfront" ? one.to : day.index + day.daysInMonth;
  return {start: instantOf(day.date), end: instantOf(dateAt(calendar, to))};
}

export function isInTerm(one: Commitment, day: Day): boolean {
  return day.index >= one.from && day.index < one.to;
}

export function dayPeriod(calendar: Calendar, day: Day): Period {
  return {start: instantOf(day.date), end: instantOf(dateAt(calendar, day.index + 1))};
}

/** Cells of a month that every row has. */
export function billingColumns(month: Month): Columns {
  return {BillingPeriodStart: instantOf(month.from), BillingPeriodEnd: instantOf(month.to)};
}

/** The days of a month as one charge period. */
export function monthPeriod(month: Month): Columns {
  return periodColumns({start: instantOf(month.from), end: instantOf(month.to)});
}

function record(stream: Stream, day: Day, use: Use, world: World): void {
  const cost = use.quantity * use.contracted;
  if (stream.waste !== null) world.truth.add(stream.waste, day, cost, 0n);
  const event = stream.event ?? eventOf(stream, day, world);
  if (event === null) return;
  const usual = useOn(stream, day, false);
  world.truth.add(event, day, cost, usual.quantity * usual.contracted);
}

/** The event whose window holds the day, also on days on which it does not act (a weekend leak on a Tuesday). */
function eventOf(stream: Stream, day: Day, world: World): string | null {
  const active = shiftOn(stream, day)?.event;
  if (active !== undefined) return active;
  return stream.shifts.find((shift) => world.truth.isInWindow(shift.event, day))?.event ?? null;
}

function recordUnused(
  balance: Balance,
  day: Day,
  currency: string,
  world: World,
  rows: Columns[],
  period: Period
): void {
  const {commitment} = balance;
  const row = unusedRow(balance, period);
  if (row !== null) rows.push(row);
  if (commitment.waste === null) return;
  const cost = commitment.category === "Spend" ? balance.left : balance.left * commitment.hourly;
  world.truth.place(commitment.waste, currency, {
    CommitmentDiscountId: commitment.id,
    CommitmentDiscountStatus: "Unused"
  });
  world.truth.add(commitment.waste, day, cost, 0n);
}
