import {z} from "zod";
import {datasets} from "../../focus/dataset.ts";
import {exportedVersions} from "../../focus/downgrade-version.ts";
import {amount} from "../../lake/snapshot.ts";
import {contract} from "../../operation.ts";
import {axes, costQuestion} from "../question.ts";

export const exportFormats = ["csv", "csv.gz", "parquet"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const {source, period, from, to, window, filter, asOf, without} = costQuestion.shape;

/** Sums of the columns of one currency, exact; null where the column is not in the export. */
export const exportedMoney = z.object({
  currency: z.string(),
  rows: z.int(),
  billed: amount.nullable(),
  effective: amount.nullable(),
  contracted: amount.nullable(),
  list: amount.nullable()
});

/** A column that the version requires and the rows do not have, or not all of them. */
export const lackingColumn = z.object({
  column: z.string(),
  nulls: z.int().describe("rows without a value"),
  nullable: z.boolean().describe("whether the version allows that")
});

const conformance = z.object({
  model: z.string(),
  pass: z.int(),
  fail: z.int(),
  skipped: z.int(),
  "needs-evidence": z.int(),
  errors: z.int().describe("rules that fail and are a MUST"),
  warnings: z.int(),
  infos: z.int()
});

export const exportedDataset = z.object({
  dataset: z.enum(datasets),
  rows: z.int(),
  columns: z.array(z.string()).describe("as the files have them, in their order"),
  kept: z.array(z.string()).describe("columns that the version does not have, written as x_Kept_<name>"),
  lacking: z.array(lackingColumn),
  totals: z.array(exportedMoney),
  snapshots: z.array(z.string()),
  conformance: conformance.nullable()
});

export const exportContract = contract({
  name: "export",
  summary: "Writes charges as FOCUS 1.0, 1.2, 1.3 or 1.4 to a folder, with a manifest and a conformance report.",
  description:
    "The folder has data files by billing period, manifest.json (what was asked, totals, hashes, receipt) and conformance.json. " +
    "Ashlar ingests it as a delivery, and no total changes on the way. Without a time everything is exported. A month counts by " +
    "billing period unless --axis charge is given. Columns of other versions are kept as x_Kept_<name>; what the version requires " +
    "and the data lacks stays empty and is listed. Nothing is rounded, and no text is changed for spreadsheets: a text that begins " +
    "with = stays what it is.",
  kind: "write",
  input: z.strictObject({
    folder: z.string().min(1).max(4000).describe("folder to write; it is made"),
    focus: z.enum(exportedVersions).default("1.4").describe("FOCUS version"),
    format: z.enum(exportFormats).default("csv").describe("form of the data files"),
    dataset: z
      .array(z.enum(datasets))
      .max(datasets.length)
      .default([])
      .describe(
        "FOCUS datasets; default: CostAndUsage, and for whole billing periods all that the version and the lake have"
      ),
    source,
    axis: z
      .enum(axes)
      .default("billing")
      .describe("the time a charge counts in: billing (the month it is invoiced for) or charge (when it was used)"),
    period,
    from,
    to,
    window,
    filter,
    asOf,
    without,
    partRows: z
      .int()
      .min(1)
      .max(100_000_000)
      .default(500_000)
      .describe("rows of a data file; a billing period with more is written in parts"),
    failOn: z
      .enum(["error", "warning", "never"])
      .default("never")
      .describe("exit status 4 where a rule of this severity or worse fails; the export is written all the same"),
    replace: z.boolean().default(false).describe("replace an export that the folder holds"),
    dryRun: z.boolean().default(false).describe("say what would be written, and write nothing")
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]).describe("quality: rules fail that should not, see failOn"),
    dryRun: z.boolean(),
    folder: z.string(),
    focusVersion: z.enum(exportedVersions),
    format: z.enum(exportFormats),
    rows: z
      .array(
        z.object({
          dataset: z.enum(datasets),
          billingPeriod: z.string(),
          files: z.int(),
          ...exportedMoney.shape,
          currency: z.string().nullable()
        })
      )
      .describe("what each billing period has, by currency"),
    datasets: z.array(exportedDataset),
    hidden: z.array(z.string()).describe("columns that the caller may not see, which are not in the files"),
    receipt: z.string().describe("id of the receipt, which the manifest has in full"),
    bytes: z.int(),
    notes: z.array(z.string())
  }),
  positional: ["folder"],
  examples: [
    {command: "export october --period 2026-10 --focus 1.2", remark: "a billing period as FOCUS 1.2"},
    {
      command: "export aws --source aws-prod --format parquet --dry-run",
      remark: "everything of one source, to see first"
    },
    {
      command: `export team --window 3m --filter "tag.team = 'data'" --format csv.gz --replace`,
      remark: "the charges of one team"
    }
  ]
});
