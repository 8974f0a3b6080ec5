import type {Snapshot} from "../../../lake/snapshot.ts";

export const cadenceHours: Readonly<Record<string, number>> = {hourly: 1, daily: 24, weekly: 168, monthly: 744};

export interface Delivery {
  readonly cadence: string | null;
  readonly everyHours: number | null;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly ageHours: number | null;
  readonly dataThrough: string | null;
  readonly updateHours: number | null;
  readonly loadMinutes: number | null;
}

/** Deliveries that were seen within a minute of each other came together. */
const together = {minutes: 1};

/** When a source delivered, from the moments at which its snapshots were first seen. Hours have one decimal. */
export function deliveryOf(
  own: readonly Snapshot[],
  cadence: string | null,
  dataThrough: string | null,
  now: Temporal.Instant
): Delivery {
  const moments = deliveriesOf(own);
  const [first, last] = [moments[0] ?? null, moments.at(-1) ?? null];
  return {
    cadence,
    everyHours: cadence === null ? null : (cadenceHours[cadence] ?? null),
    count: moments.length,
    first: first?.toString() ?? null,
    last: last?.toString() ?? null,
    ageHours: last === null ? null : hoursBetween(last, now),
    dataThrough,
    updateHours: updateHours(moments, now),
    loadMinutes: median(own.flatMap((snapshot) => loadMinutes(snapshot) ?? []))
  };
}

/** The moments of deliveries, the oldest first. */
export function deliveriesOf(own: readonly Snapshot[]): readonly Temporal.Instant[] {
  const moments = own
    .flatMap(({activeFrom}) => (activeFrom === null ? [] : [Temporal.Instant.from(activeFrom)]))
    .toSorted(Temporal.Instant.compare);
  return moments.filter((moment, index) => {
    const before = moments[index - 1];
    return before === undefined || Temporal.Instant.compare(before.add(together), moment) < 0;
  });
}

/** The mean of the gaps of the last 90 days; the open one counts once it is longer than that. Null below two deliveries. */
function updateHours(moments: readonly Temporal.Instant[], now: Temporal.Instant): number | null {
  const since = now.subtract({hours: 90 * 24});
  const recent = moments.filter((moment) => Temporal.Instant.compare(moment, since) >= 0);
  const window = recent.length >= 2 ? recent : moments.slice(-2);
  const gaps = window.slice(1).map((moment, index) => hoursBetween(window[index] ?? moment, moment));
  if (gaps.length === 0) return null;
  const mean = gaps.reduce((total, gap) => total + gap, 0) / gaps.length;
  const last = window.at(-1);
  const open = last === undefined ? 0 : hoursBetween(last, now);
  return oneDecimal(open > mean ? (gaps.reduce((total, gap) => total + gap, 0) + open) / (gaps.length + 1) : mean);
}

/** Minutes from the start of a load until questions saw it; null where the start is not known. */
function loadMinutes({manifest, activeFrom}: Snapshot): number | null {
  if (manifest.startedAt === undefined || activeFrom === null) return null;
  const minutes = Temporal.Instant.from(manifest.startedAt).until(activeFrom).total("minutes");
  return minutes < 0 ? null : Math.round(minutes * 100) / 100;
}

export function hoursBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return oneDecimal(from.until(to).total("hours"));
}

export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The middle of some numbers; of two in the middle, halfway between them. Null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
