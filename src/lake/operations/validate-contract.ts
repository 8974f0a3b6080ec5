import {z} from "zod";
import {focusVersions} from "../../focus/column.ts";
import {readings, severities, verdicts} from "../../focus/conformance/rule.ts";
import {datasets} from "../../focus/dataset.ts";
import {contract} from "../../operation.ts";
import {amount} from "../snapshot.ts";

const judgedRule = z.object({
  file: z.string(),
  rule: z.string(),
  on: z.string().describe("the column, attribute or dataset that the rule is about"),
  title: z.string().describe("what the rule demands, in words of ours"),
  verdict: z.enum(verdicts),
  severity: z.enum(severities).describe("MUST is an error, SHOULD a warning, MAY an info"),
  violations: z.int().describe("rows that violate it; groups, columns or rules where it is not of rows"),
  cost: z
    .array(z.object({currency: z.string().nullable(), amount}))
    .describe("billed cost of the rows that violate it, by currency; empty for callers who may not see it"),
  message: z.string(),
  samples: z
    .array(
      z.object({
        row: z.int().describe("number of the record, from 1"),
        line: z.int().nullable().describe("line of a text file; null where records and lines do not go together"),
        values: z.record(z.string(), z.string().nullable()).describe("what stands in the columns that the rule reads")
      })
    )
    .describe("the first rows that violate it; without the values that the caller may not see"),
  origin: z.enum(["official", "ashlar"]).describe("whose rule it is"),
  erratum: z.string().nullable().describe("why the rule differs from the official model; null where it does not")
});

const counts = z.object({pass: z.int(), fail: z.int(), skipped: z.int(), "needs-evidence": z.int()});
const failed = z.object({error: z.int(), warning: z.int(), info: z.int()});

const applicability = z.object({inferred: z.boolean(), criteria: z.array(z.string())});

const validatedFile = z.object({
  verdict: z.enum(["ok", "quality"]),
  file: z.string(),
  fault: z.string().nullable().describe("why a file among several could not be held against rules; null where it was"),
  dataset: z.string().nullable(),
  focusVersion: z.string().nullable(),
  model: z.string().nullable(),
  rowsRead: z.int(),
  applicability,
  counts,
  failed,
  notes: z.array(z.string())
});

export const validate = contract({
  name: "validate",
  summary: "Holds files against the rules of FOCUS, one by one.",
  description:
    "Reads CSV (plain, .gz, .zst) or Parquet files and folders of them as ingest does and changes nothing. CostAndUsage 1.2 is held against " +
    "the official requirements model, other versions and datasets against rules of ours made from the column definitions. The reading " +
    "`corrected` follows the sentences of the specification where the model contradicts them; `official` gives the verdicts of the reference validator.",
  kind: "read",
  input: z.strictObject({
    path: z.array(z.string().min(1)).min(1).describe("files and folders; each file is validated by itself"),
    focus: z.enum(focusVersions).optional().describe("FOCUS version; default: detected"),
    dataset: z.enum(datasets).optional().describe("FOCUS dataset; default: detected"),
    verdicts: z.enum(readings).default("corrected").describe("whose verdicts"),
    applicability: z
      .array(z.string().min(1))
      .optional()
      .describe("what the vendor supports: ALL, NONE or criteria; default: what the columns speak for"),
    failOn: z
      .enum(["error", "warning", "never"])
      .default("error")
      .describe("exit status 4 where a rule of this severity or worse fails"),
    samples: z.int().min(0).max(100).default(3).describe("rows to show for each rule that fails")
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]).describe("quality: rules fail that should not, see failOn"),
    file: z.string().describe("the file, or how many there are"),
    dataset: z.string(),
    focusVersion: z.string(),
    model: z.string(),
    verdicts: z.enum(readings),
    rowsRead: z.int(),
    applicability,
    counts: counts.describe("rules of all files"),
    failed,
    files: z.array(validatedFile),
    rows: z.array(judgedRule),
    notes: z.array(z.string())
  }),
  positional: ["path"],
  examples: [
    {command: "validate october.csv.gz", remark: "what the specification means"},
    {
      command: "validate october.csv --focus 1.2 --verdicts official --applicability ALL",
      remark: "as the reference validator"
    },
    {command: "validate october.parquet --output json --fail-on warning", remark: "for a script"},
    {command: "validate exports --output sarif", remark: "every file of a folder, for a code-scanning page"}
  ]
});
