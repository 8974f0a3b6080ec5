import {counted} from "../../../counted.ts";
import {type MeasureValue, unknown} from "../../../kpi/measure.ts";
import {compare, divide, isZero, multiply, sum} from "../../../money/amount.ts";
import {figuresOf} from "../health/source-health.ts";
import type {Incident} from "../incident-contract.ts";
import {keptOf} from "../incidents/clock.ts";
import {plain} from "../tie/explain.ts";
import {categoryNames} from "./categories.data.ts";
import type {Measuring} from "./evaluator.ts";
import {healthEvidence, windowOf} from "./time-measures.ts";

/** A part of a whole in percent with two decimals. */
export function percent(part: string, whole: string): string {
  return plain(divide(multiply(part, "100", 18), whole, 2));
}

/** Cost in the terms of FOCUS, of all cost that is known of: also what is in quarantine or held back. */
export function normalisedMeasure({facts, sources, asked, now}: Measuring): MeasureValue {
  const all = sources.map((source) => {
    const settings = asked.context.settings.sources.find(({id}) => id === source);
    return {source, money: figuresOf(source, settings, facts, now).normalised.money};
  });
  const shares = byCurrency(
    all.flatMap(({money}) => money),
    ({known}) => known,
    ({normalised}) => normalised
  );
  const [worst] = shares.toSorted((a, b) => compare(a.share, b.share));
  if (worst === undefined) return unknown("No charge has a billed cost.");
  return {
    value: worst.share,
    window: null,
    readiness: "measured",
    reason: shares.length > 1 ? `It is that of ${worst.currency}; amounts of other currencies are not added.` : null,
    method:
      "Billed cost, without its signs, of charges with a service category of FOCUS and a provider, of all that is active, in quarantine or held back; the last thirteen billing periods.",
    parts: all.map(({source, money}) => {
      const [own] = byCurrency(
        money,
        ({known}) => known,
        ({normalised}) => normalised
      ).toSorted((a, b) => compare(a.share, b.share));
      return {name: source, value: own?.share ?? null, weight: null};
    }),
    evidence: [healthEvidence("service categories, providers, quarantine and deliveries held back")]
  };
}

/** Shares in percent by currency, without currencies of which nothing is known. */
export function byCurrency<T extends {readonly currency: string}>(
  all: readonly T[],
  whole: (each: T) => string,
  part: (each: T) => string
): {currency: string; share: string}[] {
  return [...Map.groupBy(all, ({currency}) => currency)].flatMap(([currency, own]) => {
    const total = sum(own.map(whole));
    return isZero(total) ? [] : [{currency, share: percent(sum(own.map(part)), total)}];
  });
}

/** Technology categories that there are charges of. */
export function categoriesMeasure(measuring: Measuring): MeasureValue {
  const {sources, facts} = measuring;
  const parts = sources
    .filter((source) => facts.canonical.some((each) => each.source === source))
    .map((source) => ({source, category: categoryOf(source, measuring)}));
  const known = new Set(parts.flatMap(({category}) => category ?? []));
  const nameless = parts.filter(({category}) => category === null).map(({source}) => source);
  if (known.size === 0)
    return unknown("Of no source it is known what kind of technology it is: say category under sources.");
  return {
    value: String(known.size),
    window: null,
    readiness: "measured",
    reason: nameless.length === 0 ? null : `Of what kind these are is not known: ${nameless.join(", ")}.`,
    method: "Kinds of technology of the sources with charges: as the practice says, else by the names of providers.",
    parts: parts.map(({source, category}) => ({
      name: `${source}: ${category ?? "unknown"}`,
      value: null,
      weight: null
    })),
    evidence: [{what: "sources with charges", operation: "sources.list", input: {}, receipt: null}]
  };
}

function categoryOf(source: string, {facts, asked}: Measuring): string | null {
  const settings = asked.context.settings.sources.find(({id}) => id === source);
  if (settings?.category !== undefined) return settings.category;
  const providers = facts.canonical.filter((each) => each.source === source).flatMap((each) => each.providers);
  const names = [...providers, settings?.title ?? "", source.replaceAll(/[._-]+/g, " ")];
  return categoryNames.find((each) => names.some((name) => each.names.test(name)))?.category ?? null;
}

/** Sources with charges, of those that the practice declares or that deliver. */
export function visibilityMeasure({sources, facts}: Measuring): MeasureValue {
  if (sources.length === 0) return unknown("The practice declares no sources, and none delivers.");
  const there = sources.filter((source) => facts.canonical.some((each) => each.source === source));
  return {
    value: percent(String(there.length), String(sources.length)),
    window: null,
    readiness: "measured",
    reason: there.length === sources.length ? null : "Declared, and without charges, are the sources of no value.",
    method: "Sources with charges, of those that the practice declares or that deliver.",
    parts: sources.map((source) => ({name: source, value: there.includes(source) ? "1" : null, weight: null})),
    evidence: [{what: "declared sources and their deliveries", operation: "sources.list", input: {}, receipt: null}]
  };
}

/** Incidents of the last 90 days that were looked at and fixed in time, of those of which that is decided. */
export function incidentsMeasure(measuring: Measuring, all: readonly Incident[]): MeasureValue {
  const window = windowOf(measuring);
  const own = all.filter(
    ({source, openedAt}) => openedAt >= window.from && (source === null || measuring.sources.includes(source))
  );
  const decided = own.flatMap((incident) => {
    const kept = keptOf(incident);
    return kept === null ? [] : [{incident, kept}];
  });
  if (decided.length === 0) {
    return unknown(
      own.length === 0
        ? "No incident was opened in the last 90 days. Look for some with: ashlar incidents scan"
        : `Open, with deadlines still to come: ${counted(own.length, "incident")}.`
    );
  }
  const met = decided.filter(({kept}) => kept).length;
  return {
    value: percent(String(met), String(decided.length)),
    window,
    readiness: "measured",
    reason: decided.length < own.length ? `${own.length - decided.length} more are not decided yet.` : null,
    method: "Incidents that were looked at within one business day and fixed within three, of those closed or late.",
    parts: decided.map(({incident, kept}) => ({
      name: `${incident.work} ${incident.title}`,
      value: kept ? "1" : "0",
      weight: null
    })),
    evidence: [{what: "incidents with their clock", operation: "incidents.list", input: {}, receipt: null}]
  };
}
