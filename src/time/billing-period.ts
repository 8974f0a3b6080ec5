import {instantsOf, type DayInterval, type InstantInterval} from "./interval.ts";

/** A calendar month as `YYYY-MM`, the way billing periods are kept; text order is time order. */
const pattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export function isBillingPeriod(text: string): boolean {
  return pattern.test(text);
}

/** Reads `YYYY-MM`. Throws a plain `Error`; a question of a user is read by `resolvePeriod`. */
export function parseBillingPeriod(text: string): Temporal.PlainYearMonth {
  if (!isBillingPeriod(text)) throw new Error(`invalid billing period: ${JSON.stringify(text.slice(0, 60))}`);
  return Temporal.PlainYearMonth.from(text);
}

/** The billing period, in UTC, that an instant or a day belongs to. */
export function billingPeriodOf(moment: Temporal.Instant | Temporal.PlainDate): string {
  const day = moment instanceof Temporal.Instant ? moment.toZonedDateTimeISO("UTC").toPlainDate() : moment;
  return asText(day.toPlainYearMonth());
}

/** The days of a billing period. */
export function billingPeriodDays(period: string): DayInterval {
  const from = parseBillingPeriod(period).toPlainDate({day: 1});
  return {from, to: from.add({months: 1})};
}

/** The instants of a billing period, in UTC. */
export function billingPeriodInstants(period: string): InstantInterval {
  return instantsOf(billingPeriodDays(period));
}

export function nextBillingPeriod(period: string): string {
  return asText(parseBillingPeriod(period).add({months: 1}));
}

export function previousBillingPeriod(period: string): string {
  return asText(parseBillingPeriod(period).subtract({months: 1}));
}

/** The billing periods from `first` to `last`, both included; none where `last` is before `first`. */
export function billingPeriodsBetween(first: string, last: string): string[] {
  const begin = parseBillingPeriod(first);
  const {months} = begin.until(parseBillingPeriod(last), {largestUnit: "months"});
  return Array.from({length: Math.max(0, months + 1)}, (_, months) => asText(begin.add({months})));
}

function asText(month: Temporal.PlainYearMonth): string {
  const text = month.toString();
  if (!isBillingPeriod(text)) throw new Error(`billing period out of range: ${text}`);
  return text;
}
