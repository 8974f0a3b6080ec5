import {z} from "zod";
import {contract} from "../../operation.ts";
import {
  amountField,
  currencyField,
  dayField,
  filterField,
  historyField,
  lineField,
  perField,
  proseField,
  slugField
} from "../field.ts";

const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const exception = z.string().trim().min(1).max(64).describe("its number such as X-4, or its id");
const expected = z
  .int()
  .min(1)
  .optional()
  .describe("the version that you saw; where it changed since, nothing is done and the change is told");

const exceptionRow = z.object({
  id: z.string(),
  number: z.string().describe("X- and a number"),
  title: z.string(),
  subject: z.object({
    kind: z.enum(["policy", "work", "filter"]),
    id: z.string().describe("id of the policy, number of the work object, or the filter itself")
  }),
  reason: z.string(),
  owner: z.string(),
  expires: z.string().describe("the last day it holds"),
  status: z.enum(["active", "expired", "ended"]),
  daysLeft: z.int().describe("negative once it is over"),
  scope: z.string().nullable(),
  value: z.object({amount: z.string(), currency: z.string(), per: perField}).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  version: z.int()
});

export const exceptionsAdd = contract({
  name: "exceptions.add",
  summary: "Lets something stay as it is until a day: of a policy, a work object or the charges of a filter.",
  description: "One of --policy, --work and --filter says what it is about. Every exception expires.",
  kind: "write",
  input: z.strictObject({
    title: lineField.describe("the exception in one line"),
    policy: slugField.optional().describe("id of the policy it is about"),
    work: z.string().trim().min(1).max(64).optional().describe("work object it is about, such as W-12"),
    filter: filterField.optional().describe("charges it is about, in the filter language"),
    reason: proseField.describe("why it may stay"),
    owner: slugField.describe("id of the person who answers for it"),
    expires: dayField.describe("the last day it holds"),
    scope: slugField.optional().describe("scope it belongs to"),
    value: amountField.optional().describe("what it costs, an exact amount"),
    currency: currencyField.optional().describe("currency of the value"),
    per: perField.default("month").describe("whether the value comes once or every month"),
    dryRun
  }),
  output: z.object({...exceptionRow.shape, result: z.enum(["added", "would be added"])}),
  positional: ["title"],
  examples: [
    {
      command:
        "exceptions add 'Peak reservation stays until January' --filter \"CapacityReservationId = 'cr-1'\" --reason 'The Christmas peak needs it' --owner amara --expires 2027-01-15",
      remark: "with a day on which it ends"
    }
  ]
});

export const exceptionsList = contract({
  name: "exceptions.list",
  summary: "The exception register: what may stay, until when, and why.",
  kind: "read",
  input: z.strictObject({
    status: z.enum(["active", "expired", "ended", "all"]).default("all").describe("only of this status"),
    scope: slugField.optional().describe("only of this scope"),
    owner: slugField.optional().describe("only of this person"),
    within: z.int().min(0).max(3650).optional().describe("only active ones that expire within so many days")
  }),
  output: z.object({rows: z.array(exceptionRow)}),
  examples: [{command: "exceptions list --within 30", remark: "what soon needs a decision"}]
});

export const exceptionsShow = contract({
  name: "exceptions.show",
  summary: "An exception with its history.",
  kind: "read",
  input: z.strictObject({exception}),
  output: z.object({...exceptionRow.shape, history: z.array(historyField)}),
  positional: ["exception"]
});

export const exceptionsRenew = contract({
  name: "exceptions.renew",
  summary: "Lets an exception hold until a later day.",
  kind: "write",
  input: z.strictObject({
    exception,
    expires: dayField.describe("the new last day"),
    reason: proseField.describe("why it still may stay"),
    expected,
    dryRun
  }),
  output: z.object({...exceptionRow.shape, result: z.enum(["renewed", "would be renewed"])}),
  positional: ["exception"],
  examples: [
    {command: "exceptions renew X-4 --expires 2027-03-31 --reason 'The move is late'", remark: "with the reason"}
  ]
});

export const exceptionsEnd = contract({
  name: "exceptions.end",
  summary: "Ends an exception before its day.",
  kind: "write",
  input: z.strictObject({exception, reason: proseField.describe("why it ends"), expected, dryRun}),
  output: z.object({...exceptionRow.shape, result: z.enum(["ended", "would be ended"]), notes: z.array(z.string())}),
  positional: ["exception"],
  examples: [{command: "exceptions end X-4 --reason 'The machine is gone'", remark: "and its reason"}]
});
