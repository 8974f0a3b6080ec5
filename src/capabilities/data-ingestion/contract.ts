import {z} from "zod";
import {contract} from "../../operation.ts";
import {checks, explanationKinds, findingLevels, tieStatuses} from "./words.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-10");
const source = z.string().min(1).max(64).optional().describe("only this source");
const verdict = z.enum(["ok", "quality"]).describe("what the command line takes its exit status from");

export const moneySchema = z.object({currency: z.string(), amount: z.string().describe("exact amount")});
export type Money = z.output<typeof moneySchema>;

const explanation = z.object({
  kind: z.enum(explanationKinds),
  amount: z.string().describe("exact part of the difference, with its sign"),
  basis: z
    .enum(["counted", "matched", "estimated", "rest"])
    .describe(
      "counted from rows or stated on the invoice; matched: a sum of rows that leaves nothing open; estimated; rest: nothing explains it"
    ),
  text: z.string(),
  rows: z.int().nullable().describe("charges it is the sum of"),
  filter: z.string().nullable().describe("these charges in the filter language")
});

export const tieRow = z.object({
  issuer: z.string(),
  invoice: z.string().nullable().describe("null for charges that name no invoice"),
  currency: z.string().describe("currency of the invoice"),
  period: z.string().describe("billing period, a month"),
  sources: z.array(z.string()),
  statedBy: z.enum(["typed", "file", "invoice-detail"]).nullable(),
  stated: z.string().nullable().describe("total of the invoice, tax included"),
  billed: z.string().nullable().describe("billed cost of its charges; null where it cannot be had in this currency"),
  billedIn: z.array(moneySchema).describe("the same as delivered, where that is another currency"),
  rows: z.int().describe("charges that name the invoice"),
  difference: z.string().nullable().describe("billed less stated; null where either is unknown"),
  explanations: z.array(explanation).describe("parts of the difference; they sum to it to the last digit"),
  unexplained: z
    .string()
    .nullable()
    .describe("the part that nothing explains; it is the last of the explanations, too"),
  status: z.enum(tieStatuses),
  notes: z.array(z.string())
});
export type TieRow = z.output<typeof tieRow>;

export const invoicesTieOut = contract({
  name: "invoices.tie-out",
  summary:
    "Holds what was billed in the lake against what invoices state, and explains each difference to the last digit.",
  description:
    "For each issuer, invoice, currency and billing period: the stated total, the billed cost of the charges that name " +
    "the invoice, and the difference in parts: rounding, tax, late corrections, missing rows, exchange rate, excluded " +
    "charge types. What is left is unexplained, a line of its own; there is no plug. tied: no difference but rounding; " +
    "explained: nothing is left; open: something is; not stated: nobody said what the invoice states. Charges without an " +
    "invoice are lines of their own.",
  kind: "read",
  input: z.strictObject({
    from: month.optional().describe("first billing period; default: the twelve before the newest"),
    to: month.optional().describe("last billing period, included; default: the newest"),
    source,
    issuer: z.string().min(1).max(200).optional().describe("only of this issuer"),
    invoice: z.string().min(1).max(200).optional().describe("only this invoice"),
    status: z.array(z.enum(tieStatuses)).default([]).describe("only lines with this status"),
    rates: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .describe("rate set for invoices in another currency; default: the practice's"),
    failOn: z
      .enum(["never", "open"])
      .default("never")
      .describe("open: a difference that is not explained gives exit status 4")
  }),
  output: z.object({
    verdict,
    period: z.object({from: z.string(), to: z.string()}).nullable().describe("billing periods, both included"),
    rows: z.array(tieRow),
    totals: z
      .array(
        z.object({
          currency: z.string(),
          stated: z.string().describe("of invoices that are stated"),
          billed: z.string().describe("of the same invoices"),
          difference: z.string(),
          explanations: z.array(z.object({kind: z.enum(explanationKinds), amount: z.string()})),
          notStated: z.string().describe("billed on invoices that nobody stated"),
          withoutInvoice: z.string().describe("billed on no invoice")
        })
      )
      .describe("per currency, of all lines that the filters leave"),
    counts: z.record(z.enum(tieStatuses), z.int()),
    notes: z.array(z.string())
  }),
  examples: [
    {command: "invoices tie-out", remark: "the last thirteen months"},
    {command: "invoices tie-out --from 2026-10 --status open", remark: "what is still to be explained"}
  ]
});

export const finding = z.object({
  key: z.string().describe("the same finding has the same key"),
  check: z.enum(checks),
  source: z.string(),
  level: z.enum(findingLevels),
  text: z.string(),
  money: z.array(moneySchema).describe("money concerned; empty where none can be named"),
  since: z.string().nullable().describe("day or billing period that it is about"),
  filter: z.string().nullable().describe("the charges it is about")
});
export type Finding = z.output<typeof finding>;

const share = z.string().nullable().describe("a share from 0 to 1; null where there is nothing to be a share of");
const hours = z.number().nullable();

const healthRow = z.object({
  source: z.string(),
  title: z.string().nullable(),
  owner: z.string().nullable(),
  level: z.enum(["ok", ...findingLevels]),
  findings: z.array(finding).describe("the reasons of the level, the gravest first"),
  rows: z.int(),
  billed: z.array(moneySchema).describe("billed cost of the last thirteen billing periods"),
  delivery: z.object({
    cadence: z.string().nullable().describe("how often a delivery is expected, as the practice says"),
    everyHours: hours.describe("the same in hours"),
    count: z.int().describe("deliveries since the source began"),
    first: z.string().nullable(),
    last: z.string().nullable(),
    ageHours: hours.describe("hours since the last one"),
    dataThrough: z.string().nullable(),
    updateHours: hours.describe("hours between two updates: the mean of the last 90 days, an open one included"),
    loadMinutes: hours.describe(
      "minutes from the start of a load until questions see it: the median; null where unknown"
    )
  }),
  delay: z.object({
    p50Hours: hours,
    p95Hours: hours.describe("hours until 95 % of the cost can be seen"),
    maxHours: hours,
    days: z.int().describe("days of charges that were measured"),
    reason: z.string().nullable().describe("why it is unknown"),
    minimum: z
      .object({hours: z.number(), vendor: z.string(), basis: z.string()})
      .nullable()
      .describe("what the vendor makes possible"),
    distribution: z.array(z.object({withinHours: z.number(), share: z.string().describe("of the cost")}))
  }),
  completeness: z.object({
    firstPeriod: z.string().nullable(),
    lastPeriod: z.string().nullable(),
    months: z.int().describe("billing periods without a gap up to the last"),
    missingPeriods: z.array(z.string()),
    missingDays: z.array(z.string()),
    missingAccounts: z.array(z.object({id: z.string(), lastPeriod: z.string(), money: z.array(moneySchema)})),
    missingServices: z.array(z.object({id: z.string(), lastPeriod: z.string(), money: z.array(moneySchema)}))
  }),
  changes: z
    .array(
      z.object({
        day: z.string(),
        metric: z.enum(["rows", "billed"]),
        currency: z.string().nullable(),
        value: z.string(),
        expected: z.string().describe("the median of the days before"),
        ratio: z.string()
      })
    )
    .describe("days whose rows or cost are far from what the days before suggest"),
  duplicates: z.object({
    files: z.array(z.object({name: z.string(), snapshots: z.array(z.string()), money: z.array(moneySchema)})),
    rows: z.int().describe("charges of the last complete period that are there more than once, beyond the first"),
    money: z.array(moneySchema)
  }),
  commitments: z.object({
    withoutPurchase: z.array(
      z.object({id: z.string(), from: z.string(), explained: z.boolean(), money: z.array(moneySchema)})
    ),
    withoutUse: z.array(z.object({id: z.string(), from: z.string(), money: z.array(moneySchema)}))
  }),
  mixedCurrencies: z.array(z.object({subAccount: z.string(), period: z.string(), money: z.array(moneySchema)})),
  canonical: z.object({
    serviceCategory: share.describe("rows whose service category is one of FOCUS"),
    region: share.describe("usage rows that name a region"),
    rows: z.int()
  }),
  normalised: z.object({
    share,
    money: z.array(z.object({currency: z.string(), normalised: z.string(), known: z.string()}))
  }),
  quarantined: z.object({rows: z.int(), money: z.array(moneySchema)}),
  held: z.object({snapshots: z.int(), rows: z.int(), money: z.array(moneySchema)}),
  conformance: z
    .object({errors: z.int(), warnings: z.int()})
    .nullable()
    .describe("different rules that fail in the active deliveries; null where not checked")
});
export type HealthRow = z.output<typeof healthRow>;

export const threshold = z.object({
  id: z.string(),
  value: z.string(),
  unit: z.string(),
  about: z.string(),
  basis: z.string(),
  changed: z.boolean().describe("whether the practice says otherwise than usual")
});

export const sourcesHealth = contract({
  name: "sources.health",
  summary: "How each source does: on time, complete, plausible, proved; with reasons and the money concerned.",
  description:
    "Cadence, freshness, the delay until cost can be seen beside what the vendor makes possible, missing days, accounts " +
    "and services, sudden changes, duplicates, commitments without purchase or use, currencies, canonical names, and what " +
    "is not counted. What is expected of a source comes from its own earlier periods. Thresholds are data with a stated " +
    "basis; the practice changes them under health in ashlar.yaml.",
  kind: "read",
  input: z.strictObject({
    source,
    failOn: z
      .enum(["never", "attention", "broken"])
      .default("never")
      .describe("from which level on the exit status is 4")
  }),
  output: z.object({
    verdict,
    at: z.string(),
    rows: z.array(healthRow),
    counts: z.record(z.enum(["ok", ...findingLevels]), z.int()),
    thresholds: z.array(threshold),
    notes: z.array(z.string())
  }),
  examples: [{command: "sources health", remark: "every source, with what is wrong"}]
});

const drift = z.object({
  source: z.string(),
  dataset: z.string(),
  partition: z.string(),
  period: z.string(),
  at: z.string().describe("when questions first saw it"),
  snapshot: z.string(),
  before: z.string().describe("the snapshot it is compared with"),
  compared: z.enum(["delivery before", "same period"]).describe("same period: the months were restated"),
  added: z.array(z.string()).describe("columns that came"),
  removed: z.array(z.string()).describe("columns that went"),
  changed: z.array(z.object({what: z.enum(["focusVersion", "flavour", "importer"]), from: z.string(), to: z.string()})),
  rows: z.object({before: z.int(), after: z.int()}),
  money: z.array(z.object({currency: z.string(), before: z.string(), after: z.string(), change: z.string()}))
});
export type Drift = z.output<typeof drift>;

export const sourcesDrift = contract({
  name: "sources.drift",
  summary: "How the form of deliveries changed: columns, versions, rows and cost, delivery by delivery.",
  description:
    "Each delivery is held against the one before it of the same source, dataset and partition. Deliveries in which " +
    "nothing of the form changed are left out unless --all is given; restated months are always there.",
  kind: "read",
  input: z.strictObject({
    source,
    dataset: z.string().min(1).max(40).optional().describe("only this dataset, such as CostAndUsage"),
    all: z.boolean().default(false).describe("also deliveries of the same form"),
    limit: z.int().min(1).max(10_000).default(200).describe("how many to show, the newest first")
  }),
  output: z.object({rows: z.array(drift), count: z.int(), notes: z.array(z.string())}),
  examples: [{command: "sources drift --source aws-prod", remark: "what changed in one vendor's files"}]
});
