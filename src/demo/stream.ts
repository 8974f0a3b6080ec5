import {partsOf, quantityScale} from "./amount.ts";
import type {Day} from "./calendar.ts";
import type {Columns} from "./charge.ts";
import type {Offer} from "./offer.ts";
import {bell} from "./random.ts";
import {dayFactor, type Shape} from "./shape.ts";

/** A change that somebody made to a stream, between two days (indexes, half-open). */
export interface Shift {
  /** The planted event it belongs to. */
  readonly event: string;
  readonly from: number;
  readonly to: number;
  /** Factor on the quantity. */
  readonly factor?: number;
  /** Natural units added after the factor. */
  readonly plus?: number;
  /** Growth of the factor per day after the first. */
  readonly ramp?: number;
  /** Price in parts of a million of the list price before. */
  readonly price?: bigint;
  /** Only on these days. */
  readonly on?: "weekend" | "monday";
}

/** One meter of one resource over time: what becomes one row a day. */
export interface Stream {
  readonly offer: Offer;
  /** Cells that never change. */
  readonly columns: Columns;
  readonly key: number;
  readonly account: string;
  /** Prices in 10⁻⁶ of the billing currency. */
  readonly list: bigint;
  readonly contracted: bigint;
  /** Parts of a million that the contract takes off the list price. */
  readonly discount: bigint;
  /** Units of 10⁻⁴ on a plain day. */
  readonly base: number;
  readonly shape: Shape;
  /** Growth in a year, as a share. */
  readonly growth: number;
  readonly from: number;
  readonly to: number;
  readonly category: "Standard" | "Dynamic";
  /** Commitments that may cover it, in the order in which they are tried. */
  readonly covers: readonly string[];
  readonly shifts: readonly Shift[];
  /** The planted event without which the stream would not exist. */
  readonly event: string | null;
  /** The planted waste that it is. */
  readonly waste: string | null;
  /** How the first delivery of the month that is delivered twice differs. */
  readonly first: "late" | "undiscounted" | null;
}

/** What a stream costs on a day. */
export interface Use {
  /** In 10⁻⁴ units. */
  readonly quantity: bigint;
  readonly list: bigint;
  readonly contracted: bigint;
}

const daysOfYear = 365;

/** Use on a day, with the planted events or without them. */
export function useOn(stream: Stream, day: Day, planted: boolean): Use {
  const idle = {quantity: 0n, list: stream.list, contracted: stream.contracted};
  if (day.index < stream.from || day.index >= stream.to) return idle;
  if (stream.event !== null && !planted) return idle;
  let units = stream.base * dayFactor(stream.shape, day, stream.key) * growthFactor(stream, day);
  let {list, contracted} = stream;
  if (planted) {
    for (const shift of stream.shifts) {
      if (!isActive(shift, day)) continue;
      units *= (shift.factor ?? 1) * (1 + (shift.ramp ?? 0) * (day.index - shift.from + 1));
      units += inUnits(shift.plus ?? 0);
      if (shift.price !== undefined) {
        list = partsOf(stream.list, shift.price);
        contracted = partsOf(list, 1_000_000n - stream.discount);
      }
    }
  }
  return {quantity: BigInt(Math.floor(units)), list, contracted};
}

/** The shift that acts on a day, if any: a stream has at most one at a time. */
export function shiftOn(stream: Stream, day: Day): Shift | undefined {
  return stream.shifts.find((shift) => isActive(shift, day));
}

/** Natural units (hours, gigabytes) as the integer units of a stream. */
export function inUnits(natural: number): number {
  return natural * 10 ** quantityScale;
}

function isActive(shift: Shift, day: Day): boolean {
  if (day.index < shift.from || day.index >= shift.to) return false;
  if (shift.on === "weekend") return day.weekend;
  if (shift.on === "monday") return day.weekday === 1;
  return true;
}

function growthFactor(stream: Stream, day: Day): number {
  if (stream.growth === 0) return 1;
  const wobble = stream.shape === "stored" ? 0.002 * bell(stream.key, 40_000 + day.index) : 0;
  return 1 + (stream.growth * day.index) / daysOfYear + wobble;
}
