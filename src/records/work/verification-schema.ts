import {z} from "zod";

const side = z.object({
  from: z.string().describe("first day"),
  to: z.string().describe("the day after the last"),
  amount: z.string().describe("effective cost of these days, exact"),
  receipt: z.string().describe("id of the receipt, kept as evidence")
});

/** An effect as it was measured from bills. */
export const verificationSchema = z.object({
  at: z.string(),
  by: z.string(),
  metric: z.literal("effective"),
  filter: z.string(),
  currency: z.string(),
  days: z.int().describe("complete days on each side"),
  doneOn: z.string().describe("the day between the two sides"),
  before: side,
  after: side,
  effect: z.string().describe("before less after, exact; negative where the cost rose"),
  perMonth: z.string().describe("effect × 365 ÷ (12 × days), rounded half away from zero to 10 decimals"),
  rest: z
    .object({
      before: z.string(),
      after: z.string(),
      ratio: z.string().nullable().describe("change as a share of before, 6 decimals")
    })
    .nullable()
    .describe(
      "all other charges of the same sources on the same days, for comparison; the effect is not corrected by it"
    ),
  method: z.string(),
  caveats: z.array(z.string())
});
export type Verification = z.output<typeof verificationSchema>;
