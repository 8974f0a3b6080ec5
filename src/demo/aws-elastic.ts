import {costText} from "./amount.ts";
import {dateAt, instantOf, type Calendar, type Day} from "./calendar.ts";
import {coveredRow, usageRow, type Columns, type Period} from "./charge.ts";
import {canCover, namedBy, openBalance, takeCover, unusedRow, type Balance, type Commitment} from "./commitment.ts";
import {isInTerm, rowsOfUse} from "./plan.ts";
import {hash} from "./random.ts";
import {hourFactor} from "./shape.ts";
import type {Stream, Use} from "./stream.ts";
import type {World} from "./world.ts";

/** Days before the end of the last complete month from which this family is delivered by the hour. */
export const hourlyDays = 61;

const oneHour = 10_000n;
const hoursOfDay = 24;

/**
 * A group of machines that follows demand hour by hour, with a commitment of its own whose unused hours are those of
 * the night. Delivered by the day at first and by the hour in the last two months; both come from the same hours.
 */
export function elasticRows(world: World, slots: readonly Stream[], own: Commitment, day: Day): readonly Columns[] {
  const hourly = day.index >= world.calendar.end - hourlyDays;
  const rows: Columns[] = [];
  const sums = slots.map((): DaySum => ({open: 0n, quantity: 0n, effective: 0n}));
  let unused = 0n;
  for (let hour = 0; hour < hoursOfDay; hour += 1) {
    const balance = isInTerm(own, day) ? openBalance(own, 1n) : null;
    const period = hourPeriod(world.calendar, day, hour);
    const running = runningSlots(world, slots.length, day, hour);
    slots.slice(0, running).forEach((slot, n) => {
      const use = {quantity: oneHour, list: slot.list, contracted: slot.contracted};
      if (hourly) rows.push(...rowsOfUse(slot, use, balance === null ? [] : [balance], period));
      else addHour(sums[n], slot, use, balance);
    });
    if (balance === null) continue;
    if (!hourly) unused += balance.left;
    const row = hourly ? unusedRow(balance, period) : null;
    if (row !== null) rows.push(row);
  }
  return hourly ? rows : daySums(world.calendar, slots, sums, own, unused, day);
}

interface DaySum {
  open: bigint;
  quantity: bigint;
  effective: bigint;
}

function addHour(sum: DaySum | undefined, slot: Stream, use: Use, balance: Balance | null): void {
  if (sum === undefined) return;
  const cover = balance !== null && canCover(slot, balance.commitment) ? takeCover(balance, use) : null;
  sum.quantity += cover?.quantity ?? 0n;
  sum.effective += cover?.effective ?? 0n;
  sum.open += use.quantity - (cover?.quantity ?? 0n);
}

function daySums(
  calendar: Calendar,
  slots: readonly Stream[],
  sums: readonly DaySum[],
  own: Commitment,
  unused: bigint,
  day: Day
): readonly Columns[] {
  const period = {start: instantOf(day.date), end: instantOf(dateAt(calendar, day.index + 1))};
  const rows: Columns[] = [];
  slots.forEach((slot, n) => {
    const {open, quantity, effective} = sums[n] ?? {open: 0n, quantity: 0n, effective: 0n};
    const price = {list: slot.list, contracted: slot.contracted};
    if (quantity > 0n) {
      const cover = {quantity, effective, columns: namedBy(own, costText(effective))};
      rows.push(coveredRow(slot, {...price, quantity}, cover, period));
    }
    if (open > 0n) rows.push(usageRow(slot, {...price, quantity: open}, period));
  });
  const row = unusedRow({commitment: own, hours: BigInt(hoursOfDay), left: unused}, period);
  if (row !== null) rows.push(row);
  return rows;
}

/** Machines that run in an hour: between a quarter of the slots and all of them. */
function runningSlots(world: World, slots: number, day: Day, hour: number): number {
  const demand = hourFactor(day, hour, hash("elastic", world.seed)) / 2.2;
  return Math.max(Math.ceil(slots / 4), Math.min(slots, Math.round(slots * demand)));
}

function hourPeriod(calendar: Calendar, day: Day, hour: number): Period {
  const at = (n: number): string => `${day.date}T${n.toString().padStart(2, "0")}:00:00Z`;
  return {start: at(hour), end: hour === hoursOfDay - 1 ? instantOf(dateAt(calendar, day.index + 1)) : at(hour + 1)};
}
