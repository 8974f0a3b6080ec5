import {nowText} from "../../../effects.ts";
import {UserError} from "../../../errors.ts";
import {didYouMean} from "../../../nearest.ts";
import type {Context, Input, Output} from "../../../operation.ts";
import {operation} from "../../../operation.ts";
import {seesAmounts} from "../../../records/amount-access.ts";
import {type Drift, type Finding, type HealthRow, sourcesHealth as healthContract, type TieRow} from "../contract.ts";
import {invoicesTieOut} from "../tie/tie-out.ts";
import {type Check, findingLevels} from "../words.ts";
import {collect, type Facts} from "./collect.ts";
import {driftsOf} from "./drift.ts";
import {finding, findingsOf} from "./findings.ts";
import {figuresOf} from "./source-health.ts";

export const sourcesHealthOperation = operation(healthContract, sourcesHealth);

type Health = Output<typeof healthContract>;

/** Throws `not-found` for a source that neither delivers nor is declared. */
export async function sourcesHealth(input: Input<typeof healthContract>, context: Context): Promise<Health> {
  const {rows: all, facts} = await healthOf(context);
  if (input.source !== undefined && !all.some(({source}) => source === input.source)) {
    const known = all.map(({source}) => source);
    throw new UserError("not-found", `There is no source ${input.source}${didYouMean(input.source, known)}`, {
      at: {column: "source"},
      remedy: "List them with: ashlar sources list"
    });
  }
  const rows = all.filter(({source}) => input.source === undefined || source === input.source);
  const levels = ["ok", ...findingLevels] as const;
  const counts = Object.fromEntries(
    levels.map((level) => [level, rows.filter((row) => row.level === level).length])
  ) as Health["counts"];
  const isBad = counts.broken > 0 || (input.failOn === "attention" && counts.attention > 0);
  return {
    verdict: input.failOn !== "never" && isBad ? "quality" : "ok",
    at: nowText(context.effects),
    rows,
    counts,
    thresholds: facts.thresholds.list.map((each) => ({...each})),
    notes: [
      ...facts.thresholds.notes,
      ...(rows.length === 0 ? ["There is no data yet. Begin with: ashlar ingest FILE --source NAME"] : []),
      ...undeclared(rows),
      ...(facts.unsearched.length === 0
        ? []
        : [`Not looked through for equal charges, as the month has too many rows: ${facts.unsearched.join(", ")}.`]),
      ...(seesAmounts(context.caller) ? [] : ["Amounts are of all charges, and so are not shown to you."])
    ]
  };
}

function undeclared(rows: readonly HealthRow[]): readonly string[] {
  const silent = rows.filter(({delivery}) => delivery.cadence === null).map(({source}) => source);
  return silent.length === 0
    ? []
    : [`Nobody says how often to expect ${silent.join(", ")}, so lateness is not judged: cadence under sources.`];
}

export interface HealthOfSources {
  /** By the name of the source. */
  readonly rows: readonly HealthRow[];
  readonly facts: Facts;
}

/** The health of every source that delivers or is declared, with the invoices that stay open. */
export async function healthOf(context: Context): Promise<HealthOfSources> {
  const facts = await collect(context);
  const {sources} = context.settings;
  const names = [
    ...new Set([...sources.map(({id}) => id), ...facts.snapshots.map(({manifest}) => manifest.source)])
  ].toSorted();
  const drift = recentDrift(facts, context);
  const open = seesAmounts(context.caller) && facts.snapshots.length > 0 ? await openInvoices(context) : [];
  const rows = names.map((source): HealthRow => {
    const settings = sources.find(({id}) => id === source);
    const figures = figuresOf(source, settings, facts, context.effects.now());
    const findings = [
      ...findingsOf(
        figures,
        drift.filter((each) => each.source === source),
        facts.thresholds
      ),
      ...open.filter((each) => each.source === source)
    ];
    const level = findings.some((each) => each.level === "broken")
      ? "broken"
      : findings.length > 0
        ? "attention"
        : "ok";
    const row = {...figures, level, findings} as const;
    return seesAmounts(context.caller) ? row : withoutAmounts(row);
  });
  return {rows, facts};
}

/** What changed of late, of the newest delivery of each source, dataset and partition. */
function recentDrift({snapshots, thresholds}: Facts, {effects}: Context): readonly Drift[] {
  const since = effects
    .now()
    .subtract({hours: thresholds.number("drift-days") * 24})
    .toString();
  const newest = new Map<string, Drift>();
  for (const each of driftsOf(snapshots).filter(({compared}) => compared === "delivery before")) {
    const key = JSON.stringify([each.source, each.dataset, each.partition]);
    if (!newest.has(key)) newest.set(key, each);
  }
  return [...newest.values()].filter(({at}) => at >= since);
}

async function openInvoices(context: Context): Promise<readonly Finding[]> {
  const {rows} = await invoicesTieOut({status: ["open"], failOn: "never"}, context);
  return rows.flatMap((row) => {
    const [source] = row.sources;
    return source === undefined ? [] : [invoiceFinding(source, row)];
  });
}

function invoiceFinding(source: string, {issuer, invoice, currency, period, unexplained}: TieRow): Finding {
  return finding("invoice", source, {
    level: "attention",
    text: `Invoice ${invoice ?? ""} of ${issuer} for ${period} differs from its charges, and a part of it is not explained.`,
    money: unexplained === null ? [] : [{currency, amount: unexplained}],
    since: period,
    filter: invoice === null ? null : `invoice = '${invoice.replaceAll("'", "''")}'`,
    subject: `${issuer}:${invoice ?? ""}:${currency}:${period}`
  });
}

/** Checks whose findings name parts of the bill that not everybody may see. */
const ofParts: readonly Check[] = [
  "missing-account",
  "missing-service",
  "orphan-commitment",
  "unused-commitment",
  "mixed-currencies",
  "cost-change",
  "invoice"
];

/** A row for somebody who may see only some charges: neither amounts nor names of accounts, services and commitments. */
function withoutAmounts(row: HealthRow): HealthRow {
  return {
    ...row,
    billed: [],
    findings: row.findings
      .filter(({check}) => !ofParts.includes(check))
      .map((each) => ({...each, money: [], filter: null})),
    changes: row.changes.filter(({metric}) => metric === "rows"),
    completeness: {...row.completeness, missingAccounts: [], missingServices: []},
    duplicates: {...row.duplicates, files: row.duplicates.files.map((each) => ({...each, money: []})), money: []},
    commitments: {withoutPurchase: [], withoutUse: []},
    mixedCurrencies: [],
    normalised: {...row.normalised, money: []},
    quarantined: {...row.quarantined, money: []},
    held: {...row.held, money: []}
  };
}
