import {isZero} from "../../../money/amount.ts";
import {billingPeriodDays, billingPeriodsBetween, previousBillingPeriod} from "../../../time/billing-period.ts";
import {missingDays, type SourceDay} from "../days.ts";
import {byCurrency} from "../tie/amounts.ts";
import type {PartOfPeriod} from "./parts.ts";

export interface Lost {
  readonly id: string;
  readonly lastPeriod: string;
  readonly money: {currency: string; amount: string}[];
}

export interface Complete {
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  readonly months: number;
  readonly missingPeriods: string[];
  readonly missingDays: string[];
  readonly missingAccounts: Lost[];
  readonly missingServices: Lost[];
}

export interface OfSource {
  /** Billing periods with active charges, in any order. */
  readonly periods: readonly string[];
  /** Instant through which there is usage; null where there is none. */
  readonly dataThrough: string | null;
  readonly days: readonly SourceDay[];
  readonly accounts: readonly PartOfPeriod[];
  readonly services: readonly PartOfPeriod[];
  /** Periods in a row after which an account or service is expected. */
  readonly lostPeriods: number;
}

/** What is missing of a source against what its own earlier days and periods let one expect. */
export function completenessOf({periods, dataThrough, days, accounts, services, lostPeriods}: OfSource): Complete {
  const known = [...new Set(periods)].filter((period) => period !== "all").toSorted();
  const [first, last] = [known[0] ?? null, known.at(-1) ?? null];
  const complete = last === null ? null : completePeriod(last, dataThrough);
  const end = endOfDays(dataThrough);
  return {
    firstPeriod: first,
    lastPeriod: last,
    months: unbroken(known),
    missingPeriods:
      first === null || last === null
        ? []
        : billingPeriodsBetween(first, last).filter((period) => !known.includes(period)),
    missingDays:
      end === null
        ? []
        : missingDays(
            days.map(({day}) => day),
            end
          ),
    missingAccounts: complete === null ? [] : lost(accounts, complete, lostPeriods),
    missingServices: complete === null ? [] : lost(services, complete, lostPeriods)
  };
}

/** The newest billing period of which all days are there: the last one, or the one before it. */
export function completePeriod(last: string, dataThrough: string | null): string {
  const {to} = billingPeriodDays(last);
  const isComplete = dataThrough !== null && dataThrough >= `${to.toString()}T00:00:00`;
  return isComplete ? last : previousBillingPeriod(last);
}

/** The day after the last one that usage covers whole. */
export function endOfDays(dataThrough: string | null): string | null {
  return dataThrough === null ? null : dataThrough.slice(0, 10);
}

/** Billing periods without a gap, counted back from the last. */
function unbroken(known: readonly string[]): number {
  let count = 0;
  let wanted = known.at(-1);
  for (const period of known.toReversed()) {
    if (period !== wanted) break;
    count += 1;
    wanted = previousBillingPeriod(period);
  }
  return count;
}

/** What had charges in each of the periods before one, and has none in it. */
function lost(parts: readonly PartOfPeriod[], complete: string, periods: number): Lost[] {
  const wanted: string[] = [];
  for (let n = 0, period = complete; n < periods; n += 1) {
    period = previousBillingPeriod(period);
    wanted.push(period);
  }
  const [lastPeriod] = wanted;
  // Without the period itself nothing in it is missing: it is.
  if (lastPeriod === undefined || !parts.some(({period}) => period === complete)) return [];
  return [...Map.groupBy(parts, ({id}) => id)].flatMap(([id, own]) => {
    const there = new Set(own.filter(({billed}) => !isZero(billed)).map(({period}) => period));
    const seen = own.some(({period}) => period >= complete);
    if (id === "" || seen || !wanted.every((period) => there.has(period))) return [];
    const money = own
      .filter(({period}) => period === lastPeriod)
      .map(({currency, billed}) => ({currency, amount: billed}));
    return [{id, lastPeriod, money: byCurrency(money)}];
  });
}
