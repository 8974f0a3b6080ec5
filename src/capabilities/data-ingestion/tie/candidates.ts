import {counted} from "../../../counted.ts";
import {isZero} from "../../../money/amount.ts";
import type {Stated} from "../../../records/invoices/stated.ts";
import {billedOf, less, opposite, rowsOf} from "./amounts.ts";
import {lineKey} from "./charges.ts";
import type {Candidate, ChargeGroup, Difference, RoundingFacts} from "./facts.ts";

/** What is known around an invoice besides its own charges. Amounts are in its currency. */
export interface Around {
  /** Charges of the same issuer, month and currency that name no invoice. */
  readonly unnamed: readonly ChargeGroup[];
  /** Billed cost of rows of the same sources and month that could not be read, and whether only this invoice is of them. */
  readonly quarantined: {readonly amount: string; readonly rows: number; readonly alone: boolean} | null;
  /** Billed cost as questions saw it on the day the invoice was issued; null where there was none, or it is not kept. */
  readonly whenIssued: string | null;
  /** Billed cost by line that charges name; null where the lake has no lines of the invoice. */
  readonly lines: ReadonlyMap<string, string> | null;
  /** Days without charges, and what such days cost by those around; null where none is missing. */
  readonly missingDays: {readonly days: readonly string[]; readonly estimate: string} | null;
  /** Amounts by which other rates would differ. */
  readonly exchange: readonly Candidate[];
}

/** Lines of an invoice that nobody lists are taken to be as many as its services, and no more than these. */
const mostLines = 50;

/** The candidates that may explain why charges and invoice differ. `groups` are charges that name it, in its currency. */
export function differenceOf(
  stated: Stated,
  groups: readonly ChargeGroup[],
  billed: string,
  around: Around
): Difference {
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const named = `invoice = ${quote(stated.invoice)}`;
  const own = groups.filter(({period}) => period <= stated.period);
  const later = groups.filter(({period}) => period > stated.period);
  const of = (
    some: readonly ChargeGroup[],
    kind: Candidate["kind"],
    text: string,
    filter: string | null
  ): Candidate => ({
    kind,
    amount: billedOf(some),
    text,
    rows: rowsOf(some),
    filter
  });
  const tax = own.filter(({category}) => category === "Tax");
  const statedTax = stated.tax;
  const certain =
    statedTax === null || groups.length === 0
      ? []
      : [
          {
            ...of(
              tax,
              "tax",
              `Tax is ${billedOf(tax)} in the charges and ${statedTax} on the invoice.`,
              `${named} and charge = 'Tax'`
            ),
            amount: less(billedOf(tax), statedTax)
          }
        ];
  const possible = [
    ...(statedTax === null
      ? [
          of(
            tax,
            "tax",
            "The charges have tax that the total of the invoice leaves out.",
            `${named} and charge = 'Tax'`
          )
        ]
      : []),
    ...(["Credit", "Adjustment", "Purchase"] as const).map((category) =>
      of(
        own.filter((group) => group.category === category && !group.marketplace),
        "excluded-charges",
        `The invoice leaves out charges of the category ${category}.`,
        `${named} and charge = '${category}'`
      )
    ),
    of(
      own.filter(({marketplace, category}) => marketplace && category !== "Tax"),
      "excluded-charges",
      "The invoice leaves out what others sell on the vendor's marketplace.",
      null
    ),
    of(
      own.filter(({correction}) => correction),
      "late-correction",
      "The charges have corrections that the invoice does not.",
      `${named} and charge-class = 'Correction'`
    ),
    {
      ...of(
        around.unnamed,
        "missing-rows",
        "Charges of the issuer and month that name no invoice stand on this one.",
        null
      ),
      amount: opposite(billedOf(around.unnamed))
    },
    ...(around.quarantined === null || around.quarantined.alone ? [] : [quarantineOf(around.quarantined)])
  ];
  return {
    currency: stated.currency,
    amount: less(billed, stated.total),
    certain,
    counted: [
      of(later, "late-correction", "Charges that name the invoice came in a later billing period.", named),
      ...restatement(own, around.whenIssued, stated.date),
      ...unmatchedLines(stated, around.lines),
      ...(around.quarantined?.alone === true ? [quarantineOf(around.quarantined)] : [])
    ].filter(({amount}) => !isZero(amount)),
    possible: [...possible, ...around.exchange].filter(({amount}) => !isZero(amount)),
    estimated: around.missingDays === null ? [] : [missing(around.missingDays)],
    whole:
      groups.length > 0
        ? null
        : {
            kind: "missing-rows",
            amount: opposite(stated.total),
            text: "No charge names the invoice.",
            rows: 0,
            filter: null
          },
    rounding: roundingFacts(stated, own, billed)
  };
}

function restatement(
  own: readonly ChargeGroup[],
  whenIssued: string | null,
  date: string | null
): readonly Candidate[] {
  if (whenIssued === null || own.length === 0) return [];
  return [
    {
      kind: "late-correction",
      amount: less(billedOf(own), whenIssued),
      text: `The month was delivered again after ${date ?? "the invoice was issued"}; then it was billed ${whenIssued}.`,
      rows: null,
      filter: null
    }
  ];
}

/** Lines of the invoice that no charge names: what they state is missing in the lake. */
function unmatchedLines({lines, currency, invoice}: Stated, known: Around["lines"]): readonly Candidate[] {
  const isKnown = ({line}: Stated["lines"][number]): boolean => known?.has(lineKey(invoice, currency, line)) === true;
  // Where no charge names any line, charges do not name lines at all.
  if (!lines.some(isKnown)) return [];
  return lines
    .filter((line) => !isKnown(line))
    .map(({line, amount, category}) => ({
      kind: "missing-rows",
      amount: opposite(amount),
      text: `No charge names the line ${line} (${category}) of the invoice.`,
      rows: 0,
      filter: null
    }));
}

function quarantineOf({amount, rows}: NonNullable<Around["quarantined"]>): Candidate {
  const text = `${counted(rows, "row")} of the month could not be read and ${rows === 1 ? "is" : "are"} in quarantine.`;
  return {kind: "missing-rows", amount: opposite(amount), text, rows, filter: null};
}

function missing({days, estimate}: NonNullable<Around["missingDays"]>): Candidate {
  const which = days.length > 3 ? `${days.slice(0, 3).join(", ")} and ${days.length - 3} more` : days.join(", ");
  return {
    kind: "missing-rows",
    amount: opposite(estimate),
    text: `There is no charge of ${which}; by the other days of the month they cost ${estimate}.`,
    rows: 0,
    filter: null
  };
}

function roundingFacts({lines}: Stated, own: readonly ChargeGroup[], billed: string): RoundingFacts {
  const services = own.reduce((total, group) => total + group.services, 0);
  const isWhole = own.length > 0 && billedOf(own) === billed;
  const rounded = (of: (group: ChargeGroup) => string): string | null =>
    isWhole ? less(billed, billedOf(own.map((group) => ({...group, billed: of(group)})))) : null;
  return {
    ofRows: rounded(({roundedRows}) => roundedRows),
    ofServices: rounded(({roundedServices}) => roundedServices),
    rows: rowsOf(own),
    lines: Math.max(1, lines.length > 0 ? lines.length : Math.min(services, mostLines))
  };
}
