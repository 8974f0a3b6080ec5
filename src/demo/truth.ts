import {costText, partsOf} from "./amount.ts";
import {dateAt, type Calendar, type Day} from "./calendar.ts";
import {windowOf, type Planted, type PlantedWindow} from "./planted.ts";

/** The rows that a planted thing consists of, as FOCUS columns and the values they have. */
export interface Match {
  readonly SubAccountId?: readonly string[];
  readonly ServiceName?: readonly string[];
  readonly ResourceId?: readonly string[];
  readonly SkuMeter?: readonly string[];
  readonly CommitmentDiscountId?: readonly string[];
  readonly CommitmentDiscountStatus?: readonly string[];
  readonly CapacityReservationId?: readonly string[];
}

/** One entry of `truth.json`; amounts are effective cost as exact decimals in `currency`. */
export interface TruthEntry {
  readonly id: string;
  readonly nature: Planted["nature"];
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly owner: string;
  readonly seen: string;
  readonly evidence: string;
  /** First day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** Rows with one of the values in every column, with ChargeCategory Usage, that begin between the days. */
  readonly match: Match;
  /** Cost of these rows. */
  readonly observed: string;
  /** Anomaly: what they would have cost without the event. */
  readonly expected?: string;
  /** Anomaly: observed less expected; the rows that rose, and those that fell, summed apart. */
  readonly impact?: string;
  readonly increase?: string;
  readonly decrease?: string;
  /** Waste: cost of these rows in the last complete month, the share that could be saved, and their product. */
  readonly month?: string;
  readonly avoidable?: string;
  readonly saving?: string;
}

interface Tally {
  observed: bigint;
  increase: bigint;
  decrease: bigint;
  month: bigint;
  currency: string;
  readonly values: Map<keyof Match, Set<string>>;
}

/** Where a stream's rows are found. */
export type Place = {readonly [K in keyof Match]?: string};

/** Keeps the account of what was planted while rows are made. */
export interface TruthRecorder {
  /** Names rows that belong to a planted thing. */
  place(id: string, currency: string, place: Place): void;
  /** Adds rows of a day: what they cost and what they would have cost. Days outside the window do not count. */
  add(id: string, day: Day, cost: bigint, expected: bigint): void;
  entries(): readonly TruthEntry[];
  isInWindow(id: string, day: Day): boolean;
  /** Its days as indexes. */
  window(id: string): PlantedWindow;
}

export function truthRecorder(planted: readonly Planted[], calendar: Calendar): TruthRecorder {
  const known = new Map(planted.map((one) => [one.id, one]));
  const tallies = new Map<string, Tally>();
  const lastMonth = calendar.months.filter((month) => month.complete).at(-1)?.name ?? "";

  const find = (id: string): Planted => {
    const one = known.get(id);
    if (one === undefined) throw new Error(`nothing is planted under ${id}`);
    return one;
  };
  const tally = (id: string): Tally => {
    const present = tallies.get(id) ?? {
      observed: 0n,
      increase: 0n,
      decrease: 0n,
      month: 0n,
      currency: "",
      values: new Map()
    };
    tallies.set(id, present);
    return present;
  };
  const windows = new Map(planted.map((one) => [one.id, windowOf(one, calendar.end, calendar.days.length)]));
  const window = (id: string): PlantedWindow =>
    windows.get(id) ?? windowOf(find(id), calendar.end, calendar.days.length);
  const isInWindow = (id: string, day: Day): boolean => {
    const {from, to} = window(id);
    return day.index >= from && day.index < to;
  };
  return {
    place(id, currency, place) {
      find(id);
      const of = tally(id);
      of.currency = currency;
      for (const [column, value] of Object.entries(place)) {
        if (value === "") continue;
        const name = column as keyof Match;
        of.values.set(name, (of.values.get(name) ?? new Set()).add(value));
      }
    },
    add(id, day, cost, expected) {
      if (!isInWindow(id, day)) return;
      const of = tally(id);
      of.observed += cost;
      if (cost > expected) of.increase += cost - expected;
      else of.decrease += expected - cost;
      if (day.date.startsWith(lastMonth)) of.month += cost;
    },
    isInWindow,
    window,
    entries: () =>
      planted.map((one) => {
        const of = tallies.get(one.id);
        if (of === undefined) throw new Error(`${one.id} was never planted`);
        return entryOf(one, of, calendar);
      })
  };
}

function entryOf(planted: Planted, of: Tally, calendar: Calendar): TruthEntry {
  const {from, to} = windowOf(planted, calendar.end, calendar.days.length);
  const match = Object.fromEntries([...of.values].map(([column, values]) => [column, [...values].toSorted()]));
  const entry = {
    id: planted.id,
    nature: planted.nature,
    kind: planted.kind,
    title: planted.title,
    source: planted.source,
    owner: planted.owner,
    seen: planted.seen,
    evidence: planted.evidence ?? "billing",
    from: dateAt(calendar, from),
    to: dateAt(calendar, to),
    currency: of.currency,
    match,
    observed: costText(of.observed)
  };
  if (planted.nature === "waste") {
    const share = planted.avoidable ?? 1_000_000n;
    return {
      ...entry,
      month: costText(of.month),
      avoidable: costText(share * 10_000n),
      saving: costText(partsOf(of.month, share))
    };
  }
  const impact = of.increase - of.decrease;
  return {
    ...entry,
    expected: costText(of.observed - impact),
    impact: costText(impact),
    increase: costText(of.increase),
    decrease: costText(of.decrease)
  };
}
