import {z} from "zod";
import {focusVersions} from "../../focus/column.ts";
import {datasets} from "../../focus/dataset.ts";
import {contract} from "../../operation.ts";
import {sourceId} from "../../settings.ts";
import {amount, billingPeriod, checkResult, quarantineSummary} from "../snapshot.ts";

const signedAmount = amount.describe("new less old, exact decimal");

/** What became of one billing period of a delivery. */
export const ingestedPeriod = z.object({
  source: z.string(),
  dataset: z.string(),
  partition: z.string(),
  billingPeriod,
  status: z.enum(["published", "held", "unchanged"]).describe("held: kept, but questions do not see it"),
  snapshot: z.string(),
  focusVersion: z.string(),
  flavour: z.string(),
  files: z.int(),
  rows: z.int(),
  rowsChange: z.int().describe("rows more or fewer than what it replaces"),
  superseded: z.array(z.string()),
  money: z.array(
    z.object({
      currency: z.string(),
      billed: amount.nullable(),
      effective: amount.nullable(),
      contracted: amount.nullable(),
      list: amount.nullable(),
      billedChange: signedAmount,
      effectiveChange: signedAmount
    })
  ),
  accountsGone: z.array(z.string()),
  quarantined: z.int(),
  quarantine: z.array(quarantineSummary),
  checks: z.array(checkResult)
});

export const ingest = contract({
  name: "ingest",
  summary: "Takes FOCUS exports into the lake: checked, exact, and complete or not at all.",
  description:
    "Reads CSV (plain, .gz, .zst), Parquet, folders with billing_period= partitions, and the folders of AWS Data Exports and Azure Cost Management by their manifests. " +
    "Version and vendor are detected. A delivery replaces the billing periods it covers; the same bytes twice change nothing. " +
    "Rows that cannot be read exactly are kept in quarantine and never guessed.",
  kind: "write",
  input: z.strictObject({
    paths: z.array(z.string().min(1)).min(1).describe("files and folders; all of them are one delivery"),
    source: sourceId.describe("the source that the data comes from; it is made where it is new"),
    focus: z.enum(focusVersions).optional().describe("FOCUS version, where detection is wrong"),
    dataset: z.enum(datasets).optional().describe("FOCUS dataset, where detection is wrong"),
    format: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, "the id of an importer")
      .max(60)
      .optional()
      .describe("importer that reads the files, where it is not recognised; focus for none; see importer list"),
    asDelivered: z.boolean().default(false).describe("leave known faults of a vendor's FOCUS export as they are"),
    partition: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe("the part of the source that this delivery is complete for, such as a subscription"),
    append: z.boolean().default(false).describe("add to the billing periods instead of replacing them"),
    replace: z.boolean().default(false).describe("replace even where much less would be left"),
    repeats: z.boolean().default(false).describe("take files that repeat each other's rows"),
    maxQuarantined: z
      .int()
      .min(0)
      .optional()
      .describe("publish with up to this many quarantined rows; default: practice"),
    failOn: z
      .enum(["error", "warning", "never"])
      .default("never")
      .describe("hold back a billing period for which a rule of FOCUS of this severity or worse fails"),
    dryRun: z.boolean().default(false).describe("say what would change, and change nothing")
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]).describe("quality: a billing period was held back"),
    dryRun: z.boolean(),
    rows: z.array(ingestedPeriod),
    notes: z.array(z.string()),
    stages: z.array(z.object({stage: z.string(), milliseconds: z.int()}))
  }),
  positional: ["paths"],
  examples: [
    {command: "ingest ./exports --source aws-prod", remark: "a folder, with its manifests or partitions"},
    {command: "ingest october.csv.gz --source saas --dry-run", remark: "what would change"},
    {command: "ingest part-1.csv part-2.csv --source azure", remark: "several files as one delivery"},
    {command: "ingest late.csv --source gcp --append", remark: "add rows to what is there"}
  ]
});
