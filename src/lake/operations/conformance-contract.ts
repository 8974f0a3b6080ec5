import {z} from "zod";
import {focusVersions} from "../../focus/column.ts";
import {severities, verdicts} from "../../focus/conformance/rule.ts";
import {datasets} from "../../focus/dataset.ts";
import {contract} from "../../operation.ts";
import {sourceId} from "../../settings.ts";
import {amount, billingPeriod} from "../snapshot.ts";

const counts = z.object({pass: z.int(), fail: z.int(), skipped: z.int(), "needs-evidence": z.int()});
const failed = z.object({error: z.int(), warning: z.int(), info: z.int()});

const shownRule = z.object({
  rule: z.string(),
  title: z.string().describe("what the rule demands, in words of ours"),
  column: z.string().describe("the column, attribute or dataset that the rule is about"),
  source: z.string(),
  dataset: z.string(),
  partition: z.string(),
  billingPeriod,
  snapshot: z.string(),
  verdict: z.enum(verdicts),
  severity: z.enum(severities).describe("MUST is an error, SHOULD a warning, MAY an info"),
  violations: z.int().describe("rows that violate it; groups or columns where it is not of rows"),
  cost: z
    .array(z.object({currency: z.string().nullable(), amount}))
    .describe("billed cost of the rows that violate it, by currency; empty for callers who may not see it"),
  origin: z.enum(["official", "ashlar"]).describe("whose rule it is"),
  erratum: z.string().nullable().describe("why the rule differs from the official model; null where it does not")
});

const shownSnapshot = z.object({
  snapshot: z.string(),
  source: z.string(),
  dataset: z.string(),
  partition: z.string(),
  billingPeriod,
  createdAt: z.string(),
  rows: z.int(),
  focusVersion: z.string().nullable().describe("the version whose rules it was held against; null where it was not"),
  model: z.string().nullable(),
  counts: counts.nullable(),
  failed: failed.nullable().describe("rules that fail, without those that only fail for others below them")
});

export const conformanceShow = contract({
  name: "conformance.show",
  summary: "How the deliveries that questions see stand to the rules of FOCUS, rule by rule.",
  description:
    "Every delivery is held against the rules of its FOCUS version as it is taken in, in the corrected reading; this shows what came of it. " +
    "Rules that only hold others together are left out. What refers from one dataset to another is looked at now, where the lake has both.",
  kind: "read",
  input: z.strictObject({
    source: sourceId.optional().describe("only this source"),
    dataset: z.enum(datasets).optional().describe("only this dataset"),
    period: billingPeriod.optional().describe("only this billing period, such as 2026-10"),
    rule: z.string().min(1).optional().describe("only rules whose id or column contains this text"),
    severity: z.array(z.enum(severities)).optional().describe("only these severities; default: all"),
    all: z.boolean().default(false).describe("also the rules that pass, do not apply or need evidence"),
    limit: z.int().min(1).max(100_000).default(2000).describe("most rows; the worst come first")
  }),
  output: z.object({
    rows: z.array(shownRule),
    total: z.int().describe("rows there are, shown or not"),
    failed: failed.describe("rows that fail by severity, shown or not"),
    snapshots: z.array(shownSnapshot).describe("the deliveries that were looked at, each with its counts"),
    notes: z.array(z.string())
  }),
  examples: [
    {command: "conformance show", remark: "what fails"},
    {command: "conformance show --source aws-prod --period 2026-10 --severity error", remark: "errors of one month"},
    {command: "conformance show --rule SkuPriceId --all", remark: "all rules of a column"}
  ]
});

export const conformanceRules = contract({
  name: "conformance.rules",
  summary: "The rules of FOCUS that data is held against: what each demands, whose it is, and what was corrected.",
  kind: "read",
  input: z.strictObject({
    focus: z.enum(focusVersions).default("1.2").describe("FOCUS version"),
    dataset: z.enum(datasets).default("CostAndUsage").describe("FOCUS dataset"),
    rule: z.string().min(1).optional().describe("only rules whose id or column contains this text")
  }),
  output: z.object({
    model: z.string(),
    rows: z.array(
      z.object({
        rule: z.string(),
        title: z.string(),
        column: z.string(),
        kind: z.string(),
        severity: z.enum(severities),
        origin: z.enum(["official", "ashlar"]),
        decidable: z.boolean().describe("whether rows alone can decide it"),
        criteria: z.array(z.string()).describe("what the vendor must support for it to apply"),
        erratum: z.string().nullable().describe("why it differs from the official model; null where it does not")
      })
    )
  }),
  examples: [{command: "conformance rules --rule SkuPriceId", remark: "the rules of a column"}]
});
