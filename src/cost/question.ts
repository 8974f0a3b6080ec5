import {z} from "zod";
import {sourceId} from "../settings.ts";
import {comparisons} from "../time/comparison.ts";
import {chargeKinds} from "./charge-kind.ts";
import {metricNames} from "./metric.ts";

export const granularities = [
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "fiscal-month",
  "fiscal-quarter",
  "fiscal-year"
] as const;
export type QuestionGranularity = (typeof granularities)[number];

export const axes = ["charge", "billing"] as const;
export type Axis = (typeof axes)[number];

const day = z.string().min(1).max(40);
const name = z.string().min(1).max(600);

/** The cost question as it is asked, on every interface. */
export const costQuestion = z.strictObject({
  metric: z
    .array(z.enum(metricNames))
    .min(1)
    .default(["billed", "effective"])
    .describe(
      "What is measured: billed (on the invoice), effective (discounts applied, prepayments spread), contracted, list, " +
        "savings (list less effective), or one quantity: consumed or pricing. The first one orders the rows"
    ),
  by: z
    .array(name)
    .max(16)
    .default([])
    .describe(
      "What the answer is grouped by: FOCUS columns such as ServiceName, short names such as provider, service, account, " +
        "subaccount, region, category, charge or resource, tag.<key>, x.<name>, source, billing-period"
    ),
  source: z.array(sourceId).max(200).default([]).describe("Only these sources; all where none is named"),
  axis: z
    .enum(axes)
    .default("charge")
    .describe("The time a charge counts in: charge (when it was used) or billing (the month it is invoiced for)"),
  period: day.optional().describe("A period by name: 2026-10, 2026-Q3, 2026, 2026-10-05, FY2027, FY2027-Q1"),
  from: day.optional().describe("First day, such as 2026-10-01; without a time the question is about all data"),
  to: day.optional().describe("The day after the last one; today is the last where only --from is given"),
  window: day
    .optional()
    .describe("Days up to today: 30d, 12w, 6m, 1y; or month, last-month, month-to-date, quarter-to-date, year-to-date"),
  granularity: z
    .enum(granularities)
    .optional()
    .describe("One row per period of this length; weeks begin on Monday, all in UTC"),
  filter: z
    .string()
    .max(32_768)
    .optional()
    .describe(
      "Only charges that meet it: provider = 'AWS' and (tag.team in ('a', 'b') or not service ~ '^Amazon S3'). " +
        "= != < <= > >= in, not in, like, not like, ~ and !~ (regular expression), is null, is not null, and, or, not"
    ),
  compare: z
    .enum(comparisons)
    .optional()
    .describe(
      "Beside each metric that of an earlier time: previous (directly before) or year (the same dates a year before)"
    ),
  top: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe("Only so many values, the greatest; the rest becomes one row named other"),
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe("As the data was at this instant, such as 2026-10-01T12:00:00Z or 2026-10-01; default now"),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "a currency code such as EUR")
    .optional()
    .describe("Converts all amounts to this currency with a rate set"),
  rates: name.optional().describe("The rate set to convert with; default: that of the practice"),
  without: z
    .array(z.enum(chargeKinds))
    .default([])
    .describe("Kinds of charges to leave out: refunds are negative charges other than credits and taxes")
});
export type CostQuestion = z.output<typeof costQuestion>;
export type CostQuestionInput = z.input<typeof costQuestion>;

/** The question whose charges are wanted: the same as for the answer, and one cell of it. */
export const rowsQuestion = z.strictObject({
  ...costQuestion.shape,
  cell: z
    .record(z.string().max(600), z.string().max(4000).nullable())
    .default({})
    .describe(
      "Only the charges of one row of the answer, by its keys: service='Amazon EC2', period=2026-10-01, currency=USD"
    ),
  columns: z
    .array(z.string().min(1).max(600))
    .max(200)
    .default([])
    .describe("Columns to show: FOCUS columns, short names, tag.<key>, x.<name>, source, Tags, x; or all"),
  limit: z.int().min(1).max(10_000).default(100).describe("How many charges to show"),
  offset: z.int().min(0).max(10_000_000).default(0).describe("How many charges to pass over first")
});
export type RowsQuestion = z.output<typeof rowsQuestion>;
export type RowsQuestionInput = z.input<typeof rowsQuestion>;
