import {instantText} from "../../effects.ts";
import type {SourceSettings} from "../../settings.ts";

type Cadence = NonNullable<SourceSettings["cadence"]>;

const hours = {hourly: 1, daily: 24, weekly: 168, monthly: 24} as const satisfies Record<Cadence, number>;

/** Milliseconds before the first repetition after a failure; twice as long after each further one. */
const firstBackOff = 5 * 60_000;

/**
 * When a source is looked at again after a look at `now`: after its cadence, a tenth of it later at most so that sources
 * do not come together; after failures sooner, with growing pauses up to the cadence, a day at most. A monthly delivery has no known day,
 * so that it is looked for every day. `chance` is in [0, 1). Null without a cadence.
 */
export function nextDue(
  cadence: Cadence | undefined,
  now: Temporal.Instant,
  failures: number,
  chance: number
): string | null {
  if (cadence === undefined) return null;
  const whole = hours[cadence] * 3_600_000;
  const most = Math.min(whole, 86_400_000);
  const pause = failures === 0 ? whole : Math.min(most, firstBackOff * 2 ** Math.min(failures - 1, 20));
  return instantText(now.add({milliseconds: Math.round(pause * (1 + chance / 10))}));
}
