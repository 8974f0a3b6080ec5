import {UserError} from "../../../errors.ts";
import type {RateSource} from "../../../lake/rate-source.ts";
import type {Snapshot} from "../../../lake/snapshot.ts";
import {divide, isZero, multiply, round, sum} from "../../../money/amount.ts";
import {minorUnits} from "../../../money/currency.ts";
import {issuerKey} from "../../../records/invoices/invoice.ts";
import type {Settings} from "../../../settings.ts";
import {billingPeriodDays} from "../../../time/billing-period.ts";
import {missingDays, type SourceDay} from "../days.ts";
import type {LakeReader} from "../lake-reader.ts";
import {billedOf} from "./amounts.ts";
import {type Around, differenceOf} from "./candidates.ts";
import {asOfKey, billedAsOf} from "./charges.ts";
import {exchanged} from "./exchange.ts";
import {explain, type Explained, plain} from "./explain.ts";
import type {ChargeGroup, Difference} from "./facts.ts";
import type {Line} from "./lines.ts";
import {roundingOf} from "./rounding.ts";

/** What all lines are explained from. */
export interface Books {
  readonly reader: LakeReader;
  readonly lines: readonly Line[];
  readonly groups: readonly ChargeGroup[];
  /** Snapshots of CostAndUsage that are active or held. */
  readonly snapshots: readonly Snapshot[];
  readonly days: () => Promise<readonly SourceDay[]>;
  /** Billed cost by line of InvoiceDetail that charges name; null where the lake has no such lines. */
  readonly detail: ReadonlyMap<string, string> | null;
  readonly rates: RateSource | null;
  readonly basis: Settings["rates"]["basis"];
}

export interface TiedLine extends Explained {
  /** Null where it cannot be had in the currency of the invoice. */
  readonly billed: string | null;
  readonly difference: string | null;
}

/** The difference of a stated invoice and its parts. */
export async function tied(line: Line, books: Books, seen: Map<string, Promise<Seen>>): Promise<TiedLine> {
  const {stated, groups, foreign} = line;
  if (stated === null) throw new Error("a line without an invoice has nothing to be held against");
  const converted = foreign.length === 0 ? null : await exchanged(stated, foreign, books.rates, books.basis);
  const billed = converted === null ? billedOf(groups) : converted.billed;
  const notes = converted === null ? [] : [converted.note];
  if (billed === null) return {billed, difference: null, explanations: [], unexplained: "0", status: "open", notes};
  const all = converted === null ? groups : [...groups, ...foreign];
  const bare: Around = {
    unnamed: [],
    quarantined: null,
    whenIssued: null,
    lines: null,
    missingDays: null,
    exchange: converted?.candidates ?? []
  };
  // Charges in another currency explain nothing by their kinds: their amounts are not in that of the invoice.
  const first = differenceOf(stated, converted === null ? groups : [], billed, bare);
  if (isSettled(first)) return {billed, difference: first.amount, ...explain({...first, whole: null}), notes};
  const more = converted === null ? await aroundOf(line, all, books, seen) : {around: bare, notes: []};
  const whole = all.length > 0 ? {whole: null} : {};
  const difference = {...differenceOf(stated, converted === null ? groups : [], billed, more.around), ...whole};
  const explained = explain(difference);
  return {billed, difference: difference.amount, ...explained, notes: [...notes, ...more.notes, ...explained.notes]};
}

/** Whether nothing but rounding is left without looking further. */
function isSettled(difference: Difference): boolean {
  return isZero(difference.amount) || roundingOf(difference.amount, difference) !== null;
}

async function aroundOf(
  line: Line,
  groups: readonly ChargeGroup[],
  books: Books,
  seen: Map<string, Promise<Seen>>
): Promise<{readonly around: Around; readonly notes: readonly string[]}> {
  const {stated, period, currency} = line;
  if (stated === null) throw new Error("a line without an invoice");
  const issuers = new Set([...groups.map(({issuer}) => issuerKey(issuer)), issuerKey(line.issuer)]);
  const ofIssuer = books.groups.filter(
    (group) => issuers.has(issuerKey(group.issuer)) && group.period === period && group.currency === currency
  );
  const sources = sourcesOf(groups.length > 0 ? groups : ofIssuer);
  const alone = isAlone(line, sources, books);
  const known = stated.date === null ? null : await whenIssued(stated.date, line, groups, books, seen);
  return {
    around: {
      unnamed: ofIssuer.filter(({invoice}) => invoice === null),
      quarantined: quarantinedOf(books.snapshots, sources, line, alone),
      whenIssued: known?.billed ?? null,
      lines: books.detail !== null && stated.lines.some(({line: id}) => id !== "") ? books.detail : null,
      missingDays: alone ? await absence(line, sources, books) : null,
      exchange: []
    },
    notes: known?.note === undefined || known.note === null ? [] : [known.note]
  };
}

export function sourcesOf(groups: readonly ChargeGroup[]): string[] {
  return [...new Set(groups.map(({source}) => source))].toSorted();
}

/** Whether no other invoice has charges of the same sources, month and currency. */
function isAlone(line: Line, sources: readonly string[], {lines}: Books): boolean {
  return !lines.some(
    (other) =>
      other !== line &&
      other.invoice !== null &&
      other.period === line.period &&
      other.currency === line.currency &&
      sourcesOf(other.groups).some((source) => sources.includes(source))
  );
}

function quarantinedOf(
  snapshots: readonly Snapshot[],
  sources: readonly string[],
  {period, currency}: Line,
  alone: boolean
): Around["quarantined"] {
  const found = snapshots
    .filter(({manifest}) => sources.includes(manifest.source) && manifest.billingPeriod === period)
    .flatMap(({manifest}) => manifest.quarantine)
    .flatMap(({rows, billed}) => {
      const own = billed.find((each) => each.currency === currency)?.amount ?? null;
      return own === null ? [] : [{rows, amount: own}];
    });
  if (found.length === 0) return null;
  const rows = found.reduce((total, each) => total + each.rows, 0);
  return {amount: plain(sum(found.map(({amount}) => amount))), rows, alone};
}

/** What missing days of a month cost by its other days, rounded; null where none is missing. */
async function absence(
  {period, currency}: Line,
  sources: readonly string[],
  books: Books
): Promise<Around["missingDays"]> {
  const [source] = sources;
  if (source === undefined || sources.length > 1) return null;
  const own = (await books.days()).filter((day) => day.source === source && day.currency === currency);
  const {from, to} = billingPeriodDays(period);
  const absent = missingDays(
    own.map(({day}) => day),
    to.toString()
  ).filter((day) => day >= from.toString());
  const present = own.filter(({day}) => day >= from.toString() && day < to.toString());
  if (absent.length === 0 || present.length === 0) return null;
  const days = new Set(present.map(({day}) => day)).size;
  const daily = divide(sum(present.map(({billed}) => billed)), String(days), 18);
  const estimate = round(multiply(daily, String(absent.length), 18), minorUnits(currency) ?? 2);
  return {days: absent, estimate: plain(estimate)};
}

/** Billed cost by invoice on a day, or why it is not known. */
export type Seen = {readonly billed: ReadonlyMap<string, string>} | {readonly pruned: string};

async function whenIssued(
  date: string,
  {invoice, currency, period}: Line,
  groups: readonly ChargeGroup[],
  {reader, lines}: Books,
  seen: Map<string, Promise<Seen>>
): Promise<{readonly billed: string | null; readonly note: string | null}> {
  const asOf = `${Temporal.PlainDate.from(date).add({days: 1}).toString()}T00:00:00.000Z`;
  const known = seen.get(date);
  // All invoices of one day are asked for at once.
  const periods = [...new Set(lines.filter(({stated}) => stated?.date === date).map((line) => line.period))];
  const asked = known ?? seenAsOf(reader, asOf, periods);
  seen.set(date, asked);
  const answer = await asked;
  if ("pruned" in answer) return {billed: null, note: answer.pruned};
  const own = [...new Set(groups.filter((group) => group.period <= period).map((group) => group.period))];
  const amounts = own.flatMap((each) => answer.billed.get(asOfKey(invoice ?? "", currency, each)) ?? []);
  return {billed: amounts.length === 0 ? null : plain(sum(amounts)), note: null};
}

async function seenAsOf(reader: LakeReader, asOf: string, periods: readonly string[]): Promise<Seen> {
  try {
    return {billed: await billedAsOf(reader, asOf, periods)};
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "snapshot.pruned") throw error;
    return {pruned: `What was billed on ${asOf.slice(0, 10)} is no longer kept: those rows were pruned.`};
  }
}
