import {dataThrough, type Snapshot} from "../../../lake/snapshot.ts";
import {divide, exactUnits} from "../../../money/amount.ts";
import type {SourceDay} from "../days.ts";
import {plain} from "../tie/explain.ts";
import {deliveriesOf, hoursBetween} from "./delivery.ts";
import {vendorMinimums} from "./thresholds.data.ts";

export interface Delay {
  readonly p50Hours: number | null;
  readonly p95Hours: number | null;
  readonly maxHours: number | null;
  readonly days: number;
  readonly reason: string | null;
  readonly distribution: {withinHours: number; share: string}[];
}

/** A day of charges with the hours until questions saw it. */
export interface DelayedDay {
  readonly day: string;
  readonly currency: string;
  readonly hours: number;
  /** Exact amount: what the day weighs. */
  readonly weight: string;
}

/**
 * Hours from the end of each day of charges until the first delivery whose usage reaches over it could be seen. What a
 * source delivered first is history that nobody waited for: only its newest days, one cadence long, are measured.
 */
export function delayedDays(
  days: readonly SourceDay[],
  own: readonly Snapshot[],
  everyHours: number | null
): readonly DelayedDay[] {
  const [first] = deliveriesOf(own);
  if (first === undefined) return [];
  const seen = own.filter(({activeFrom}) => activeFrom !== null);
  const historyEnd = endOfHistory(seen, first, everyHours ?? 24);
  return days.flatMap((day): DelayedDay[] => {
    const end = Temporal.PlainDate.from(day.day).add({days: 1}).toZonedDateTime("UTC").toInstant();
    const visible = firstVisible(seen, day.period, end);
    if (visible === null) return [];
    const isHistory = Temporal.Instant.compare(visible, first.add({minutes: 1})) <= 0;
    if (isHistory && (historyEnd === null || Temporal.Instant.compare(end, historyEnd) <= 0)) return [];
    const hours = hoursBetween(end, visible);
    return [{day: day.day, currency: day.currency, hours: Math.max(0, hours), weight: day.size}];
  });
}

export function delayOf(days: readonly DelayedDay[]): Delay {
  if (days.length === 0)
    return {
      p50Hours: null,
      p95Hours: null,
      maxHours: null,
      days: 0,
      reason: "There are no charges of single days that came in since the first delivery.",
      distribution: []
    };
  const byCurrency = [...Map.groupBy(days, ({currency}) => currency).values()];
  // Amounts of currencies cannot be weighed against each other: the slowest currency counts.
  const worst = (share: number): number => Math.max(...byCurrency.map((own) => quantile(own, share)));
  return {
    p50Hours: worst(50),
    p95Hours: worst(95),
    maxHours: Math.max(...days.map(({hours}) => hours)),
    days: new Set(days.map(({day}) => day)).size,
    reason: null,
    distribution: [24, 48, 72, 168, 744].map((withinHours) => ({
      withinHours,
      share: leastShare(byCurrency, withinHours)
    }))
  };
}

/** What the vendor of these providers or issuers makes possible; null where it is not known. */
export function minimumOf(names: readonly string[]): {hours: number; vendor: string; basis: string} | null {
  const found = vendorMinimums.find((each) => names.some((name) => new RegExp(each.names, "i").test(name)));
  return found === undefined ? null : {hours: found.hours, vendor: found.vendor, basis: found.basis};
}

/** Hours within which a share (in percent) of the weight was seen. */
function quantile(days: readonly DelayedDay[], percent: number): number {
  const sorted = days.toSorted((a, b) => a.hours - b.hours);
  const weights = weightsOf(sorted);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let reached = 0n;
  for (const [index, {hours}] of sorted.entries()) {
    reached += weights[index] ?? 0n;
    if (reached * 100n >= total * BigInt(percent)) return hours;
  }
  return sorted.at(-1)?.hours ?? 0;
}

function leastShare(currencies: readonly (readonly DelayedDay[])[], withinHours: number): string {
  const shares = currencies.map((days) => {
    const weights = weightsOf(days);
    const sum = (of: readonly bigint[]): string => of.reduce((total, weight) => total + weight, 0n).toString();
    return divide(sum(weights.filter((_, index) => (days[index]?.hours ?? 0) <= withinHours)), sum(weights), 4);
  });
  return plain(shares.toSorted()[0] ?? "0");
}

/** Amounts as whole numbers; days that cost nothing at all weigh alike. */
function weightsOf(days: readonly DelayedDay[]): readonly bigint[] {
  const weights = days.map(({weight}) => exactUnits(weight, 18));
  return weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
}

/** When the first delivery of a period that reaches to an instant could be seen; the last of its partitions counts. */
function firstVisible(own: readonly Snapshot[], period: string, end: Temporal.Instant): Temporal.Instant | null {
  const firsts = [...Map.groupBy(own, ({manifest}) => manifest.partition).values()].flatMap((partition) => {
    const moments = partition
      .filter(({manifest}) => manifest.billingPeriod === period && reaches(manifest, end))
      .flatMap(({activeFrom}) => (activeFrom === null ? [] : [Temporal.Instant.from(activeFrom)]))
      .toSorted(Temporal.Instant.compare);
    return moments[0] ?? [];
  });
  return firsts.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

function reaches(manifest: Snapshot["manifest"], end: Temporal.Instant): boolean {
  const through = dataThrough(manifest);
  return through !== null && Temporal.Instant.compare(through, end) >= 0;
}

function endOfHistory(own: readonly Snapshot[], first: Temporal.Instant, everyHours: number): Temporal.Instant | null {
  const through = own
    .filter(({activeFrom}) => activeFrom !== null && Temporal.Instant.compare(activeFrom, first.add({minutes: 1})) <= 0)
    .flatMap(({manifest}) => dataThrough(manifest) ?? [])
    .map((text) => Temporal.Instant.from(text))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  return through === undefined ? null : through.subtract({hours: everyHours});
}
