import type {Calendar} from "./calendar.ts";
import type {Shift} from "./stream.ts";
import type {TruthRecorder} from "./truth.ts";

/** What every part of the generator is given. */
export interface World {
  readonly seed: number;
  /** Size of the fleets, 1 for about 300 000 rows; what is planted does not shrink with it. */
  readonly scale: number;
  /** Whether the events happen; without them the rows are what they would have been. */
  readonly events: boolean;
  readonly calendar: Calendar;
  readonly truth: TruthRecorder;
}

/** Members of a fleet of `count` at the scale of the world, at least one. */
export function membersOf(world: World, count: number): number {
  return Math.max(1, Math.round(count * world.scale));
}

/** A change that lasts as long as the planted event it belongs to. */
export function shiftOf(world: World, event: string, change: Omit<Shift, "event" | "from" | "to">): Shift {
  return {event, ...world.truth.window(event), ...change};
}
