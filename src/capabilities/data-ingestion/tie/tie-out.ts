import {findSnapshots} from "../../../lake/catalog.ts";
import {rateSourceOf} from "../../../lake/rates.ts";
import type {Snapshot} from "../../../lake/snapshot.ts";
import {sum} from "../../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../../operation.ts";
import {hasStore} from "../../../practice/check/present-data.ts";
import {issuerKey} from "../../../records/invoices/invoice.ts";
import {requireAllCharges} from "../../../records/invoices/list.ts";
import {statedInvoices} from "../../../records/invoices/stated.ts";
import {parseBillingPeriod} from "../../../time/billing-period.ts";
import {invoicesTieOut as tieOutContract, type TieRow} from "../contract.ts";
import {sourceDays} from "../days.ts";
import {lakeReader} from "../lake-reader.ts";
import {tieStatuses} from "../words.ts";
import {billedOf, byCurrency, rowsOf} from "./amounts.ts";
import {chargeGroups, chargeLines} from "./charges.ts";
import {plain} from "./explain.ts";
import {type Books, type Seen, sourcesOf, tied} from "./gather.ts";
import {type Line, linesOf} from "./lines.ts";

export const invoicesTieOutOperation = operation(tieOutContract, invoicesTieOut);

type TieInput = Input<typeof tieOutContract>;
type TieOut = Output<typeof tieOutContract>;

/** Throws `caller.refused` for somebody who may see only some charges, `not-found` for an unknown rate set. */
export async function invoicesTieOut(input: TieInput, context: Context): Promise<TieOut> {
  requireAllCharges(context.caller);
  if (!hasStore(context)) return empty(["There is no data yet. Begin with: ashlar ingest FILE --source NAME"]);
  const reader = await lakeReader(context);
  const snapshots = await findSnapshots(reader.lake.store.db, reader.lake.organisation, {
    dataset: "CostAndUsage",
    states: ["active", "held"]
  });
  const stated = await statedInvoices(context);
  const months = monthsOf(input, snapshots, stated);
  if (months === null) return empty(["There are neither charges nor stated invoices."]);
  const groups = await chargeGroups(reader, months);
  const hasLines = stated.some(({lines}) => lines.length > 0);
  const lines = linesOf(stated, groups);
  let days: ReturnType<Books["days"]> | undefined;
  const set = input.rates ?? context.settings.rates.set;
  const books: Books = {
    reader,
    lines,
    groups,
    snapshots,
    days: () => (days ??= sourceDays(reader, months.from)),
    detail: hasLines ? await chargeLines(reader, months) : null,
    rates: set === undefined ? null : await (await rateSourceOf(context))(set),
    basis: context.settings.rates.basis
  };
  const seen = new Map<string, Promise<Seen>>();
  const all: TieRow[] = [];
  for (const line of lines) {
    if (line.period < months.from || line.period > months.to || !isAsked(line, input, books)) continue;
    all.push(await rowOf(line, books, seen));
  }
  const rows = all.filter(({status}) => input.status.length === 0 || input.status.includes(status));
  const counts = Object.fromEntries(
    tieStatuses.map((status) => [status, all.filter((row) => row.status === status).length])
  ) as TieOut["counts"];
  return {
    verdict: input.failOn === "open" && counts.open > 0 ? "quality" : "ok",
    period: months,
    rows,
    totals: totalsOf(all),
    counts,
    notes:
      stated.length === 0
        ? ["No invoice is stated. Type one with: ashlar invoices record, or import a file with: ashlar invoices import"]
        : []
  };
}

function empty(notes: readonly string[]): TieOut {
  const counts = {tied: 0, explained: 0, open: 0, "not stated": 0};
  return {verdict: "ok", period: null, rows: [], totals: [], counts, notes: [...notes]};
}

/** Months asked about: to the newest with charges, thirteen of them where nothing else is said. */
function monthsOf(
  {from, to}: TieInput,
  snapshots: readonly Snapshot[],
  stated: readonly {readonly period: string}[]
): {from: string; to: string} | null {
  const known = [
    ...snapshots.map(({manifest}) => manifest.billingPeriod).filter((period) => period !== "all"),
    ...stated.map(({period}) => period)
  ].toSorted();
  const last = to ?? known.at(-1);
  if (last === undefined) return null;
  return {from: from ?? parseBillingPeriod(last).subtract({months: 12}).toString(), to: last};
}

function isAsked(line: Line, {issuer, invoice, source}: TieInput, {groups}: Books): boolean {
  const own = line.groups.length > 0 ? line.groups : line.foreign;
  const near = own.length > 0 ? own : groups.filter((group) => issuerKey(group.issuer) === issuerKey(line.issuer));
  return (
    (issuer === undefined || issuerKey(line.issuer) === issuerKey(issuer)) &&
    (invoice === undefined || line.invoice === invoice) &&
    (source === undefined || sourcesOf(near).includes(source))
  );
}

async function rowOf(line: Line, books: Books, seen: Map<string, Promise<Seen>>): Promise<TieRow> {
  const {issuer, invoice, currency, period, stated, groups, foreign} = line;
  const all = [...groups, ...foreign];
  const shared = {
    issuer,
    invoice,
    currency,
    period,
    sources: sourcesOf(all),
    billedIn: foreign.length === 0 ? [] : byCurrency(foreign.map((each) => ({...each, amount: each.billed}))),
    rows: rowsOf(all)
  };
  if (stated === null) {
    const notes = invoice === null ? ["These charges name no invoice."] : [];
    const bare = {statedBy: null, stated: null, difference: null, explanations: [], unexplained: null};
    return {...shared, ...bare, billed: billedOf(groups), status: "not stated", notes};
  }
  const {billed, difference, explanations, unexplained, status, notes} = await tied(line, books, seen);
  const {contradicted} = stated;
  return {
    ...shared,
    statedBy: stated.from,
    stated: stated.total,
    billed,
    difference,
    explanations,
    unexplained: difference === null ? null : unexplained,
    status,
    notes: [
      ...line.notes,
      ...(contradicted === null
        ? []
        : [`${contradicted.by} states ${contradicted.total}, the record ${stated.total}.`]),
      ...notes
    ]
  };
}

function totalsOf(rows: readonly TieRow[]): TieOut["totals"] {
  return [...Map.groupBy(rows, ({currency}) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => {
      const compared = own.filter(({difference}) => difference !== null);
      const bare = own.filter(({stated}) => stated === null);
      const total = (amounts: readonly (string | null)[]): string =>
        plain(sum(amounts.filter((each) => each !== null)));
      const parts = Map.groupBy(
        compared.flatMap(({explanations}) => explanations),
        ({kind}) => kind
      );
      return {
        currency,
        stated: total(compared.map(({stated}) => stated)),
        billed: total(compared.map(({billed}) => billed)),
        difference: total(compared.map(({difference}) => difference)),
        explanations: [...parts].map(([kind, each]) => ({kind, amount: total(each.map(({amount}) => amount))})),
        notStated: total(bare.filter(({invoice}) => invoice !== null).map(({billed}) => billed)),
        withoutInvoice: total(bare.filter(({invoice}) => invoice === null).map(({billed}) => billed))
      };
    });
}
