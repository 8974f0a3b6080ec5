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
  slugField,
  sumField
} from "../field.ts";
import {workItem} from "./item-schema.ts";
import {verificationSchema} from "./verification-schema.ts";
import {claims, phases, sizes, stages, steps} from "./way.ts";

const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const work = z.string().trim().min(1).max(64).describe("its number such as W-12, or its id");
const expected = z
  .int()
  .min(1)
  .optional()
  .describe("the version that you saw; where it changed since, nothing is done and the change is told");
const kind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "a kind in small letters such as waste, anomaly, untagged, rate or request");

const value = amountField.optional().describe("what it is worth, an exact amount; negative where it costs");
const currency = currencyField.optional().describe("currency of the value");
const per = perField.optional().describe("whether the value comes once or every month");
const owner = slugField.optional().describe("id of the person who takes it on");
const due = dayField.optional().describe("day it should be done by");
const size = z.enum(sizes).optional().describe("effort in sizes");
const hours = z.int().min(0).max(100_000).optional().describe("effort in hours");
const note = proseField.optional().describe("what one should know about it");

export type WorkItem = z.output<typeof workItem>;

const changed = z.object({
  item: workItem,
  dryRun: z.boolean(),
  changes: z
    .array(z.object({field: z.string(), before: z.unknown(), after: z.unknown()}))
    .describe("fields that changed"),
  notes: z.array(z.string())
});

const filters = {
  scope: slugField.optional().describe("only of this scope"),
  capability: slugField.optional().describe("only of this capability"),
  stage: z.array(z.enum(stages)).default([]).describe("only at these stages"),
  phase: z.enum(phases).optional().describe("only in this phase of the loop"),
  owner: slugField.optional().describe("only of this person; nobody: without an owner"),
  kind: kind.optional().describe("only of this kind, such as waste or anomaly"),
  text: z.string().max(200).optional().describe("only with this text in number, title, note or filter")
};

export const workList = contract({
  name: "work.list",
  summary: "Work objects: findings, options, actions and verified effects.",
  description:
    "Each object stands somewhere on the way finding → option → action → verified effect, and its phase is where it " +
    "stands: a finding is in Inform, an option in Optimize, an action in Operate, and an effect is verified in Inform " +
    "again. The totals are of all that match, not only of those shown; amounts of different currencies or rhythms are " +
    "never summed.",
  kind: "read",
  input: z.strictObject({
    ...filters,
    open: z
      .boolean()
      .default(true)
      .describe("only what is not yet verified, dismissed or excepted; naming stages goes before this"),
    overdue: z.boolean().default(false).describe("only what is past its day"),
    sort: z.enum(["newest", "due", "value"]).default("newest").describe("order of the rows"),
    limit: z.int().min(1).max(100_000).default(100).describe("how many to show"),
    offset: z.int().min(0).max(10_000_000).default(0).describe("how many to pass over first")
  }),
  output: z.object({
    rows: z.array(workItem),
    totals: z.array(sumField).describe("values of all that match"),
    count: z.int().describe("all that match"),
    stages: z.record(z.string(), z.int()).describe("how many of all that match stand at each stage")
  }),
  examples: [
    {command: "work list", remark: "what is open"},
    {command: "work list --stage action --owner amara", remark: "what one person has taken on"},
    {command: "work list --phase optimize --sort value", remark: "options, the greatest first"},
    {command: "work list --no-open --kind waste", remark: "also what is closed"}
  ]
});

const comment = z.object({id: z.string(), at: z.string(), by: z.string(), text: z.string()});
const evidence = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(["receipt", "link", "text"]),
  title: z.string(),
  content: z.string().describe("receipt id, address or text"),
  question: z
    .string()
    .nullable()
    .describe("the cost question of a receipt as the query part of a URL; null where the receipt is not kept")
});

export const workShow = contract({
  name: "work.show",
  summary: "A work object with its history, comments, evidence, and the steps that can follow.",
  kind: "read",
  input: z.strictObject({work}),
  output: z.object({
    ...workItem.shape,
    claims: z
      .array(
        z.object({
          class: z.enum(claims),
          amount: z.string(),
          currency: z.string(),
          per: perField,
          at: z.string(),
          by: z.string()
        })
      )
      .describe("the values it has had, by class: estimated, agreed, realised"),
    next: z
      .array(z.object({to: z.enum([...steps, "verified"]), needs: z.array(z.string()), note: z.string().nullable()}))
      .describe("steps that can follow, with the fields that each still needs"),
    history: z.array(historyField),
    comments: z.array(comment),
    evidence: z.array(evidence),
    verification: verificationSchema.nullable().describe("how the effect was measured"),
    decisions: z.array(z.object({number: z.string(), title: z.string()})),
    exceptions: z.array(z.object({number: z.string(), title: z.string(), status: z.string(), expires: z.string()}))
  }),
  positional: ["work"],
  examples: [{command: "work show W-12", remark: "everything that is known of it"}]
});

const described = {
  scope: slugField.optional().describe("scope it belongs to"),
  filter: filterField
    .optional()
    .describe("the charges it is about, such as service = 'Amazon RDS' and tag.team = 'web'"),
  owner,
  due,
  value,
  currency,
  per,
  size,
  hours,
  note
};

export const workAdd = contract({
  name: "work.add",
  summary: "Puts a finding on the list of work.",
  description:
    "A finding says what was seen, and by its filter which charges it is about, so that its effect can be measured from " +
    "later bills. A finding with a key that is known already is not added twice: the answer is the one that is there.",
  kind: "write",
  input: z.strictObject({
    title: lineField.describe("what was found, in one line"),
    capability: slugField.describe("capability it belongs to, such as usage-optimization"),
    kind: kind.default("other").describe("waste, anomaly, untagged, data-quality, rate, restatement, request or other"),
    ...described,
    operation: z.string().trim().min(1).max(200).optional().describe("operation that found it, such as cost"),
    receipt: z.string().trim().min(6).max(128).optional().describe("id of the receipt of what was seen"),
    key: z.string().trim().min(1).max(300).optional().describe("what recognises the same finding again"),
    dryRun
  }),
  output: z.object({item: workItem, status: z.enum(["added", "would be added", "known"]), notes: z.array(z.string())}),
  positional: ["title"],
  examples: [
    {
      command:
        "work add 'Old load balancer without traffic' --capability usage-optimization --kind waste --filter \"ResourceId like '%old-shop%'\" --value 25 --currency USD --per month",
      remark: "a finding with its charges and an estimate"
    }
  ]
});

export const workEdit = contract({
  name: "work.edit",
  summary: "Changes fields of a work object; its history keeps what they were.",
  description:
    "Only the fields given change. A value is edited in the class of its stage: estimated for findings and options, " +
    "agreed for actions; a verified effect is measured and not edited. --expected makes sure that nothing changed since " +
    "you looked.",
  kind: "write",
  input: z.strictObject({
    work,
    title: lineField.optional().describe("what was found, in one line"),
    kind: kind.optional().describe("kind of work, such as waste or anomaly"),
    capability: slugField.optional().describe("capability it belongs to"),
    ...described,
    options: proseField.optional().describe("the ways that were weighed"),
    clear: z
      .array(z.enum(["scope", "filter", "owner", "due", "value", "size", "hours", "note", "options"]))
      .default([])
      .describe("fields to empty"),
    expected,
    dryRun
  }),
  output: changed,
  positional: ["work"],
  examples: [{command: "work edit W-12 --owner amara --due 2026-12-15", remark: "give it an owner and a day"}]
});

export const workAdvance = contract({
  name: "work.advance",
  summary: "Takes a work object a step further on its way, or sets it aside.",
  description:
    "finding → option needs an estimated value, or a reason why there is none. option → action needs an owner and a due " +
    "day; the value becomes agreed. action → done states the day it was done; the effect is then measured with work " +
    "verify. dismissed needs a reason, excepted a reason and the day it expires (it is put on the exception register). " +
    "reopened takes a closed one back to where it was.",
  kind: "write",
  input: z.strictObject({
    work,
    to: z.enum(steps).describe("the step: option, action, done, dismissed, excepted or reopened"),
    value,
    currency,
    per,
    owner,
    due,
    on: dayField.optional().describe("day it was done; default today"),
    expires: dayField.optional().describe("day an exception ends"),
    reason: proseField.optional().describe("why"),
    options: proseField.optional().describe("the ways that were weighed"),
    expected,
    dryRun
  }),
  output: changed,
  positional: ["work", "to"],
  examples: [
    {command: "work advance W-12 option --value 480 --currency EUR --per month", remark: "priced"},
    {command: "work advance W-12 action --owner amara --due 2026-12-15", remark: "agreed"},
    {command: "work advance W-12 done --on 2026-12-10", remark: "carried out"},
    {command: "work advance W-13 dismissed --reason 'The machine is a spare on purpose'", remark: "set aside"}
  ]
});

export const workComment = contract({
  name: "work.comment",
  summary: "Adds a comment to a work object.",
  kind: "write",
  input: z.strictObject({work, text: proseField.describe("the comment"), dryRun}),
  output: z.object({work: z.string(), comment, dryRun: z.boolean()}),
  positional: ["work", "text"],
  examples: [
    {command: "work comment W-12 'Asked the team; the answer comes on Monday'", remark: "for those who follow it"}
  ]
});

export const workEvidence = contract({
  name: "work.evidence",
  summary: "Attaches evidence to a work object: a cost question with its receipt, a link, or a text.",
  description:
    "One of --question, --receipt, --link and --text is given. A question is asked now and its receipt is kept, so that " +
    "the same numbers can be had again later; a receipt that was pinned before is named by its id.",
  kind: "write",
  input: z.strictObject({
    work,
    title: lineField.describe("what it shows"),
    question: z
      .string()
      .max(40_000)
      .optional()
      .describe("a cost question as the query part of a URL: by=service&period=2026-10"),
    receipt: z.string().trim().min(6).max(128).optional().describe("id of a pinned receipt"),
    link: z
      .url({protocol: /^https?$/})
      .max(2000)
      .optional()
      .describe("address of a page"),
    text: proseField.optional().describe("the evidence itself"),
    dryRun
  }),
  output: z.object({work: z.string(), evidence, dryRun: z.boolean()}),
  positional: ["work"],
  examples: [
    {
      command: "work evidence W-12 --title 'October by resource' --question 'by=resource&period=2026-10'",
      remark: "a number that can be had again"
    }
  ]
});

export const workVerify = contract({
  name: "work.verify",
  summary: "Measures the effect of a done action from later bills, and keeps how it was measured.",
  description:
    "Effective cost of the charges it is about, in the whole weeks directly before the day it was done against as many " +
    "directly after it; the day itself counts on neither side. Only complete days count: where too few lie behind, the " +
    "answer says from when on it can be measured. The effect for a month is the difference × 365 ÷ (12 × days). Both " +
    "receipts are kept as evidence.",
  kind: "write",
  input: z.strictObject({
    work,
    days: z
      .int()
      .min(7)
      .max(182)
      .multipleOf(7)
      .default(28)
      .describe("days on each side; whole weeks, so that each weekday counts alike"),
    currency: currencyField.optional().describe("currency to measure in, where the charges have several"),
    expected,
    dryRun
  }),
  output: z.object({
    item: workItem,
    verification: verificationSchema,
    status: z.enum(["verified", "would be verified"])
  }),
  positional: ["work"],
  examples: [
    {command: "work verify W-12", remark: "four weeks against four weeks"},
    {command: "work verify W-12 --days 14 --dry-run", remark: "look, and keep nothing"}
  ]
});

const group = z.object({
  count: z.int(),
  unpriced: z.int().describe("how many of them have no value"),
  values: z.array(sumField)
});
const unknown = z.object({value: z.null(), reason: z.string()});

export const workSummary = contract({
  name: "work.summary",
  summary: "What can be seen, what could be done and what was done, by scope.",
  description:
    "Three counters for each scope, with the time from a finding to its verified effect. Spend is of the period asked " +
    "about; work is counted as it stands now. Scopes may overlap, so the rows of several scopes are not to be summed.",
  kind: "read",
  input: z.strictObject({
    scope: slugField.optional().describe("only this scope"),
    period: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe("period of the spend, such as 2026-10; default: the last month"),
    currency: currencyField.optional().describe("converts spend to this currency with the practice's rates")
  }),
  output: z.object({
    period: z.object({from: z.string(), to: z.string()}).describe("days of the spend, half-open"),
    rows: z.array(
      z.object({
        scope: z.string().nullable().describe("null is everything"),
        title: z.string(),
        see: z.object({
          spend: z.array(
            z.object({
              currency: z.string(),
              effective: z.string().nullable().describe("null where charges do not say")
            })
          ),
          owned: z.object({
            rule: z.string().describe("when a charge counts as owned"),
            amounts: z.array(
              z.object({
                currency: z.string(),
                owned: z.string().nullable(),
                share: z.string().nullable().describe("of the spend, 6 decimals")
              })
            ),
            reason: z.string().nullable().describe("why the share is not known")
          }),
          forecast: unknown,
          onKpi: unknown,
          receipts: z.array(z.string()),
          complete: z.boolean().describe("whether the data reaches over the whole period")
        }),
        could: group.describe("findings and options"),
        doing: group.describe("actions that are agreed, or done and not yet measured"),
        did: group.describe("verified effects, measured from bills"),
        aside: group.describe("dismissed or excepted"),
        overdue: z.int(),
        loop: z.object({
          medianDays: z.number().nullable().describe("from finding to verified effect"),
          count: z.int().describe("loops that were closed")
        })
      })
    ),
    notes: z.array(z.string())
  }),
  examples: [{command: "work summary", remark: "every scope"}]
});
