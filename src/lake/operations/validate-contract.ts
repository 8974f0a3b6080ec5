import {z} from "zod";
import {focusVersions} from "../../focus/column.ts";
import {readings, severities, verdicts} from "../../focus/conformance/rule.ts";
import {datasets} from "../../focus/dataset.ts";
import {contract} from "../../operation.ts";
import {amount} from "../snapshot.ts";

const judgedRule = z.object({
  rule: z.string(),
  on: z.string().describe("the column, attribute or dataset that the rule is about"),
  verdict: z.enum(verdicts),
  severity: z.enum(severities).describe("MUST is an error, SHOULD a warning, MAY an info"),
  violations: z.int().describe("rows that violate it; groups, columns or rules where it is not of rows"),
  cost: z
    .array(z.object({currency: z.string().nullable(), amount}))
    .describe("billed cost of the rows that violate it, by currency"),
  message: z.string(),
  samples: z
    .array(z.object({row: z.int(), values: z.record(z.string(), z.string().nullable())}))
    .describe("the first rows that violate it: number of the record from 1, and the values that the rule reads"),
  origin: z.enum(["official", "ashlar"]),
  erratum: z.string().nullable().describe("why the rule differs from the official model; null where it does not")
});

const counts = z.object({pass: z.int(), fail: z.int(), skipped: z.int(), "needs-evidence": z.int()});

export const validate = contract({
  name: "validate",
  summary: "Holds a file against the rules of FOCUS, one by one.",
  description:
    "Reads a CSV (plain, .gz, .zst) or Parquet file as ingest does and changes nothing. CostAndUsage 1.2 is held against the official " +
    "requirements model, other versions and datasets against rules of ours made from the column definitions. The reading `corrected` " +
    "follows the sentences of the specification where the model contradicts them; `official` gives the verdicts of the reference validator.",
  kind: "read",
  input: z.strictObject({
    path: z.string().min(1).describe("the file"),
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
    samples: z.int().min(0).max(20).default(3).describe("rows to show for each rule that fails")
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]).describe("quality: rules fail that should not, see failOn"),
    file: z.string(),
    dataset: z.string(),
    focusVersion: z.string(),
    model: z.string(),
    verdicts: z.enum(readings),
    rowsRead: z.int(),
    applicability: z.object({inferred: z.boolean(), criteria: z.array(z.string())}),
    counts,
    failed: z.object({error: z.int(), warning: z.int(), info: z.int()}),
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
    {command: "validate october.parquet --output json --fail-on warning", remark: "for a script"}
  ]
});
