import {z} from "zod";
import {contract} from "../operation.ts";
import {aliases} from "./aliases.data.ts";
import {completenessSchema} from "./completeness.ts";
import {explanationSchema} from "./explanation.ts";
import {costQuestion, rowsQuestion} from "./question.ts";
import {receiptSchema} from "./receipt.ts";

const explain = z
  .boolean()
  .default(false)
  .describe("Adds how the answer was had: the SQL with its parameters, and what was read");

const view = z
  .string()
  .min(1)
  .max(300)
  .optional()
  .describe("A saved view (name, folder/name or id) whose question is the base; what is given besides overrides it");

const answerRow = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.null()]))
  .describe("dimensions by the names they were asked by, period, currency, unit, and metrics as exact decimal text");

const question = z.record(z.string(), z.unknown()).describe("the question in its canonical form");

export const cost = contract({
  name: "cost",
  summary: "Asks what was spent: metrics by dimensions over a time, exact to the last digit.",
  description:
    "A cost question names metrics (--metric), what to group by (--by), a time (--period, --from and --to, or --window), " +
    "a filter and more; every part is optional. Without a time it is about all data. Amounts are never summed over " +
    "currencies: without --currency the answer has one block per currency. Every answer says how far the data reaches " +
    "(completeness) and carries a receipt: the same question on the same data has the same receipt id.\n\n" +
    "In a filter, text stands in single quotes and names are FOCUS columns (ServiceName), short names (service), " +
    "tag.<key>, x.<name>, source or billing-period. A test is true or false and never unknown: service != 'X' also finds " +
    "charges without a service.\n\n" +
    `Short names: ${Object.entries(aliases)
      .map(([short, column]) => `${short} ${column}`)
      .join(", ")}.`,
  kind: "read",
  input: z.strictObject({...costQuestion.shape, view, explain}),
  output: z.object({
    rows: z.array(answerRow),
    totals: z.array(answerRow).describe("one for each currency, and unit where a quantity is asked for"),
    completeness: completenessSchema,
    receipt: receiptSchema,
    notes: z.array(z.string()),
    question,
    plan: explanationSchema.optional()
  }),
  examples: [
    {command: "cost --period 2026-10 --by service --top 10", remark: "the ten most expensive services of October"},
    {
      command: "cost --window 30d --granularity day --by provider",
      remark: "thirty days, day by day, for each provider"
    },
    {command: "cost --period 2026-Q3 --by tag.team --compare previous", remark: "teams, against the quarter before"},
    {
      command: `cost --period 2026-10 --filter "provider = 'AWS' and not service ~ '^Amazon S3'" --metric list,effective,savings`,
      remark: "list and effective cost of a part, and what was saved"
    },
    {
      command: "cost --axis billing --period 2026-10 --metric billed --by issuer",
      remark: "what an invoice is held against"
    },
    {command: "cost --period 2026-10 --currency EUR --rates ecb", remark: "everything in one currency, by a rate set"},
    {command: "cost --period 2026-10 --as-of 2026-11-05", remark: "as it was known on 5 November"},
    {command: "cost --view Services --period 2026-10", remark: "the question of a saved view, about October"}
  ]
});

export const rows = contract({
  name: "rows",
  summary: "Shows the charge rows behind an answer, the greatest first.",
  description:
    "Takes the same question as cost and, with --cell, one row of its answer. The count and the sums are of all charges " +
    "that match, not only of those shown, so that they can be held against the cell.",
  kind: "read",
  input: z.strictObject({...rowsQuestion.shape, view, explain}),
  output: z.object({
    rows: z.array(z.record(z.string(), z.unknown())),
    count: z.int().describe("all charges that match"),
    totals: z.array(answerRow).describe("the sums of all charges that match"),
    next: z.int().nullable().describe("the offset that continues; null where these are the last"),
    completeness: completenessSchema,
    receipt: receiptSchema,
    notes: z.array(z.string()),
    question,
    plan: explanationSchema.optional()
  }),
  examples: [
    {command: "rows --period 2026-10 --limit 20", remark: "the twenty greatest charges of October"},
    {
      command: "rows --period 2026-10 --by service --cell 'service=Amazon EC2' --cell currency=USD",
      remark: "the charges behind one row of an answer"
    },
    {
      command: 'rows --filter "tag.team is null" --columns ResourceId,service,tag.env,billed',
      remark: "what has no team"
    },
    {command: "rows --window 30d --columns all --output csv", remark: "every column of the greatest charges"}
  ]
});
