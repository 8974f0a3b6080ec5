import {divide, isZero, sum} from "../../../money/amount.ts";
import type {SourceSettings} from "../../../settings.ts";
import type {HealthRow} from "../contract.ts";
import {byCurrency, less} from "../tie/amounts.ts";
import {plain} from "../tie/explain.ts";
import {suddenChanges} from "./changes.ts";
import type {Facts} from "./collect.ts";
import {completenessOf, endOfDays} from "./completeness.ts";
import {delayedDays, delayOf, minimumOf} from "./delay.ts";
import {deliveryOf} from "./delivery.ts";
import {repeatedFiles} from "./duplicates.ts";

/** The figures of a source, without what is to be found in them. */
export type Figures = Omit<HealthRow, "level" | "findings">;

/** A commitment whose first use is so near to the beginning of the data was bought before it. */
const daysOfOlderCommitment = 31;
/** A purchase so near to the end of the data may not have been used yet. */
const daysUntilUse = 7;

export function figuresOf(
  source: string,
  settings: SourceSettings | undefined,
  facts: Facts,
  now: Temporal.Instant
): Figures {
  const own = <T extends {readonly source: string}>(of: readonly T[]): readonly T[] =>
    of.filter((each) => each.source === source);
  const snapshots = facts.snapshots.filter(({manifest}) => manifest.source === source);
  const active = snapshots.filter(({state}) => state === "active");
  const costs = active.filter(({manifest}) => manifest.dataset === "CostAndUsage");
  const through = facts.through.get(source) ?? null;
  const days = own(facts.days);
  const canonical = own(facts.canonical);
  const delivery = deliveryOf(snapshots, settings?.cadence ?? null, through, now);
  const costHistory = snapshots.filter(({manifest}) => manifest.dataset === "CostAndUsage");
  const end = endOfDays(through);
  return {
    source,
    title: settings?.title ?? null,
    owner: settings?.owner ?? null,
    rows: active.reduce((total, {manifest}) => total + manifest.rows, 0),
    billed: byCurrency(canonical.map(({currency, billed}) => ({currency, amount: billed}))),
    delivery,
    delay: {
      ...delayOf(delayedDays(days, costHistory, delivery.everyHours)),
      minimum: minimumOf([...canonical.flatMap(({providers}) => providers), settings?.title ?? "", source])
    },
    completeness: completenessOf({
      periods: costs.map(({manifest}) => manifest.billingPeriod),
      dataThrough: through,
      days,
      accounts: own(facts.accounts),
      services: own(facts.services),
      lostPeriods: facts.thresholds.number("lost-periods")
    }),
    changes: end === null ? [] : suddenChanges(days, end, facts.thresholds),
    duplicates: duplicatesOf(source, facts),
    commitments: commitmentsOf(source, facts, end),
    mixedCurrencies: mixedOf(source, facts),
    canonical: {
      serviceCategory: share(canonical, "categorised", "rows"),
      region: share(canonical, "usageWithRegion", "usageRows"),
      rows: canonical.reduce((total, each) => total + each.rows, 0)
    },
    ...uncounted(source, facts),
    conformance: conformanceOf(costs)
  };
}

type Snapshots = Facts["snapshots"];

function share(
  all: readonly Facts["canonical"][number][],
  part: "categorised" | "usageWithRegion",
  whole: "rows" | "usageRows"
): string | null {
  const count = (of: typeof part | typeof whole): number => all.reduce((total, each) => total + each[of], 0);
  return count(whole) === 0 ? null : plain(divide(String(count(part)), String(count(whole)), 6));
}

function duplicatesOf(source: string, {snapshots, repeated}: Facts): Figures["duplicates"] {
  const rows = repeated.filter((each) => each.source === source);
  return {
    files: repeatedFiles(snapshots.filter(({state}) => state === "active"))
      .filter(({sources}) => sources.includes(source))
      .map(({name, snapshots: ids, money}) => ({name, snapshots: ids, money})),
    rows: rows.reduce((total, each) => total + each.rows, 0),
    money: byCurrency(rows.map(({currency, billed}) => ({currency, amount: billed})))
  };
}

function commitmentsOf(source: string, {commitments, snapshots}: Facts, end: string | null): Figures["commitments"] {
  const own = commitments.filter((each) => each.source === source);
  const begin = snapshots
    .filter(({manifest}) => manifest.source === source)
    .flatMap(({manifest}) => manifest.chargeFrom ?? [])
    .toSorted(Temporal.Instant.compare)[0];
  const older =
    begin === undefined
      ? ""
      : Temporal.PlainDate.from(begin.slice(0, 10)).add({days: daysOfOlderCommitment}).toString();
  const recent = end === null ? "" : Temporal.PlainDate.from(end).subtract({days: daysUntilUse}).toString();
  return {
    withoutPurchase: own
      .filter(({purchases, uses}) => purchases === 0 && uses > 0)
      .map(({id, from, currency, used}) => ({id, from, explained: from <= older, money: [{currency, amount: used}]})),
    withoutUse: own
      .filter(({purchases, uses, from}) => purchases > 0 && uses === 0 && from < recent)
      .map(({id, from, currency, bought}) => ({id, from, money: [{currency, amount: bought}]}))
  };
}

function mixedOf(source: string, {accounts}: Facts): Figures["mixedCurrencies"] {
  const own = accounts.filter((each) => each.source === source);
  return [...Map.groupBy(own, ({id, period}) => JSON.stringify([period, id])).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || new Set(same.map(({currency}) => currency)).size < 2) return [];
    const money = byCurrency(same.map(({currency, billed}) => ({currency, amount: billed})));
    return [{subAccount: first.id, period: first.period, money}];
  });
}

/** What is there and is not counted, and how much of what is known is in the terms of FOCUS. */
function uncounted(
  source: string,
  {snapshots, canonical}: Facts
): Pick<Figures, "normalised" | "quarantined" | "held"> {
  const own = snapshots.filter(({manifest}) => manifest.source === source && manifest.dataset === "CostAndUsage");
  const active = own.filter(({state}) => state === "active");
  const units = new Set(active.map(({manifest}) => unitKey(manifest)));
  // Of a month that is there, a held delivery is another state of the same money.
  const held = own.filter(({state}) => state === "held");
  const heldAlone = held.filter(({manifest}) => !units.has(unitKey(manifest)));
  const quarantined = quarantinedMoney([...active, ...heldAlone]);
  const heldMoney = heldAlone.flatMap(({manifest}) =>
    manifest.totals.map(({currency, billed}) => ({currency, amount: billed ?? "0"}))
  );
  const shares = canonical.filter((each) => each.source === source);
  const money = [...new Set([...shares, ...quarantined, ...heldMoney].map(({currency}) => currency))]
    .toSorted()
    .map((currency) => {
      const of = (all: readonly {currency: string; amount: string}[]): readonly string[] =>
        all.filter((each) => each.currency === currency).map(({amount}) => size(amount));
      const ours = shares.filter((each) => each.currency === currency);
      return {
        currency,
        normalised: plain(sum(ours.map(({normalised}) => normalised))),
        known: plain(sum([...ours.map((each) => each.size), ...of(quarantined), ...of(heldMoney)]))
      };
    });
  const parts = money.filter(({known}) => !isZero(known)).map(({normalised, known}) => divide(normalised, known, 6));
  return {
    normalised: {share: parts.length === 0 ? null : plain(parts.toSorted()[0] ?? "0"), money},
    quarantined: {
      rows: own
        .filter(({state}) => state === "active" || state === "held")
        .reduce((total, {manifest}) => total + manifest.quarantined, 0),
      money: byCurrency(quarantinedMoney(own.filter(({state}) => state === "active" || state === "held")))
    },
    held: {
      snapshots: held.length,
      rows: held.reduce((total, {manifest}) => total + manifest.rows, 0),
      money: byCurrency(
        held.flatMap(({manifest}) => manifest.totals.map(({currency, billed}) => ({currency, amount: billed ?? "0"})))
      )
    }
  };
}

function quarantinedMoney(snapshots: Snapshots): {currency: string; amount: string}[] {
  return snapshots
    .flatMap(({manifest}) => manifest.quarantine)
    .flatMap(({billed}) => billed)
    .flatMap(({currency, amount}) => (amount === null || currency === "" ? [] : [{currency, amount}]));
}

function conformanceOf(active: Snapshots): Figures["conformance"] {
  const checked = active.flatMap(({manifest}) => manifest.conformance ?? []);
  if (checked.length === 0) return null;
  // A rule that fails in every month is one rule; of a delivery with very many the rest is only counted.
  const different = (severity: "error" | "warning"): number => {
    const named = checked.flatMap(({rules}) => rules.filter((each) => each.severity === severity));
    const most = checked.reduce((found, {failed}) => Math.max(found, failed[severity]), 0);
    return Math.max(new Set(named.map(({rule}) => rule)).size, most);
  };
  return {errors: different("error"), warnings: different("warning")};
}

function unitKey({source, partition, billingPeriod}: Snapshots[number]["manifest"]): string {
  return JSON.stringify([source, partition, billingPeriod]);
}

function size(amount: string): string {
  return amount.startsWith("-") ? less("0", amount) : amount;
}
