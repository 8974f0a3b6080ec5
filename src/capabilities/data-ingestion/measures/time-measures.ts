import {type MeasureValue, unknown} from "../../../kpi/measure.ts";
import {divide, isZero, sum} from "../../../money/amount.ts";
import {dayOf} from "../../../time/interval.ts";
import {completenessOf} from "../health/completeness.ts";
import {delayedDays, delayOf} from "../health/delay.ts";
import {cadenceHours, deliveryOf, median, oneDecimal} from "../health/delivery.ts";
import {plain} from "../tie/explain.ts";
import type {Measuring} from "./evaluator.ts";
import {metBy, type Weighed} from "./weighing.ts";

/** Days that measures of time look back over. */
const daysBack = 90;

/** Hours from the end of a charge until 95 % of the cost can be seen, over the days of the last 90. */
export function delayMeasure(measuring: Measuring): MeasureValue {
  const {facts, sources, asked} = measuring;
  const window = windowOf(measuring);
  const bySource = sources.map((source) => {
    const cadence = asked.context.settings.sources.find(({id}) => id === source)?.cadence;
    const own = facts.snapshots.filter(
      ({manifest}) => manifest.source === source && manifest.dataset === "CostAndUsage"
    );
    const days = facts.days.filter((day) => day.source === source && day.day >= window.from);
    return {source, days: delayedDays(days, own, cadence === undefined ? null : (cadenceHours[cadence] ?? null))};
  });
  const delay = delayOf(bySource.flatMap(({days}) => days));
  if (delay.p95Hours === null) return unknown(delay.reason ?? "Nothing came in since the first delivery.");
  return {
    value: String(delay.p95Hours),
    window,
    readiness: "measured",
    reason: `P50 is ${delay.p50Hours ?? ""} hours, the longest ${delay.maxHours ?? ""}. A source's first delivery counts by its newest days alone.`,
    method:
      "Hours from the end of each day of charges until the first delivery that reaches over it could be seen, weighed by billed cost; the slowest currency counts.",
    parts: bySource.map(({source, days}) => ({
      name: source,
      value: days.length === 0 ? null : String(delayOf(days).p95Hours ?? ""),
      weight: null
    })),
    evidence: [healthEvidence("when deliveries could first be seen, from the history of snapshots")]
  };
}

/** Hours between two updates that sources with 95 % of the cost keep. */
export function intervalMeasure(measuring: Measuring): MeasureValue {
  const values = measuring.sources.flatMap((source) => {
    const hours = deliveryIn(measuring, source).updateHours;
    return hours === null ? [] : [{source, value: hours, weights: weightsOf(measuring, source)}];
  });
  const value = metBy(values, 95, "lower");
  if (value === null) return unknown("No source delivered more than once yet.");
  return {
    ...weighed(values, value, measuring),
    window: windowOf(measuring),
    reason: silent(measuring, values),
    method:
      "The mean of the hours between deliveries of a source, an open gap included once it is longer; the value that sources with 95 % of the cost keep."
  };
}

/** Months without a gap that sources with 95 % of the cost have. */
export function historyMeasure(measuring: Measuring): MeasureValue {
  const {facts} = measuring;
  const values = measuring.sources.flatMap((source) => {
    const active = facts.snapshots.filter(
      ({manifest, state}) => state === "active" && manifest.dataset === "CostAndUsage" && manifest.source === source
    );
    const {months} = completenessOf({
      periods: active.map(({manifest}) => manifest.billingPeriod),
      dataThrough: null,
      days: [],
      accounts: [],
      services: [],
      lostPeriods: 0
    });
    return months === 0 ? [] : [{source, value: months, weights: weightsOf(measuring, source)}];
  });
  const value = metBy(values, 95, "higher");
  if (value === null) return unknown("No source has charges of a billing period.");
  return {
    ...weighed(values, value, measuring),
    window: null,
    reason: silent(measuring, values),
    method: "Billing periods without a gap, counted back from the newest; what sources with 95 % of the cost have."
  };
}

/** Minutes from the start of a load until questions see it: the median over deliveries of the last 90 days. */
export function loadMeasure(measuring: Measuring): MeasureValue {
  const window = windowOf(measuring);
  const parts = measuring.sources.map((source) => ({source, minutes: deliveryIn(measuring, source).loadMinutes}));
  const known = parts.flatMap(({minutes}) => minutes ?? []);
  const value = median(known);
  if (value === null) return unknown("No delivery says when its load began.");
  return {
    value: String(Math.round(value * 100) / 100),
    window,
    readiness: "measured",
    reason: null,
    method: "From the start of an ingest until its deliveries could be seen: the median over sources of their medians.",
    parts: parts.map(({source, minutes}) => ({
      name: source,
      value: minutes === null ? null : String(minutes),
      weight: null
    })),
    evidence: [healthEvidence("when loads began and could be seen, from manifests and the catalog")]
  };
}

export function deliveryIn({facts, asked, now}: Measuring, source: string) {
  const own = facts.snapshots.filter(({manifest}) => manifest.source === source);
  const cadence = asked.context.settings.sources.find(({id}) => id === source)?.cadence ?? null;
  return deliveryOf(own, cadence, facts.through.get(source) ?? null, now);
}

export function windowOf({now}: Pick<Measuring, "now">): {from: string; to: string} {
  const today = dayOf(now);
  return {from: today.subtract({days: daysBack}).toString(), to: today.add({days: 1}).toString()};
}

export function weightsOf({facts}: Pick<Measuring, "facts">, source: string): Weighed["weights"] {
  return facts.canonical.filter((each) => each.source === source).map(({currency, size}) => ({currency, amount: size}));
}

export function healthEvidence(what: string) {
  return {what, operation: "sources.health", input: {}, receipt: null};
}

function weighed(
  values: readonly Weighed[],
  value: number,
  measuring: Measuring
): Pick<MeasureValue, "value" | "readiness" | "parts" | "evidence"> {
  const currencies = [...new Set(values.flatMap(({weights}) => weights.map(({currency}) => currency)))];
  const total = (of: readonly Weighed[]): string =>
    plain(sum(of.flatMap(({weights}) => weights.map(({amount}) => amount))));
  return {
    value: String(oneDecimal(value)),
    readiness: "measured",
    parts: values.map((each) => ({
      name: each.source,
      value: String(each.value),
      // Shares can only be had where all is of one currency.
      weight: currencies.length !== 1 || isZero(total(values)) ? null : plain(divide(total([each]), total(values), 6))
    })),
    evidence: [healthEvidence(`deliveries of ${measuring.sources.length} sources`)]
  };
}

function silent({sources}: Measuring, values: readonly Weighed[]): string | null {
  const unmeasured = sources.filter((source) => !values.some((each) => each.source === source));
  return unmeasured.length === 0 ? null : `Not known of: ${unmeasured.join(", ")}.`;
}
