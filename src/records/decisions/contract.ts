import {z} from "zod";
import {contract} from "../../operation.ts";
import {dayField, lineField, proseField, slugField} from "../field.ts";

const decisionRow = z.object({
  id: z.string(),
  number: z.string().describe("D- and a number"),
  title: z.string(),
  question: z.string(),
  options: z.array(z.string()),
  chosen: z.string(),
  reason: z.string(),
  owner: z.string(),
  on: z.string().describe("day it was decided"),
  review: z.string().nullable().describe("day to look at it again"),
  reviewDue: z.boolean(),
  scope: z.string().nullable(),
  work: z.array(z.string()).describe("numbers of the work objects it is about"),
  createdAt: z.string(),
  createdBy: z.string()
});

export const decisionsAdd = contract({
  name: "decisions.add",
  summary: "Writes a decision into the log: what was asked, what was chosen, by whom and why.",
  description:
    "A decision is not edited. One that proves wrong is followed by another, so that the log stays true to what was known.",
  kind: "write",
  input: z.strictObject({
    title: lineField.describe("the decision in one line"),
    question: proseField.describe("what was to be decided"),
    options: z.array(lineField).max(20).default([]).describe("what could have been chosen"),
    chosen: lineField.describe("what was chosen; one of the options where some are named"),
    reason: proseField.describe("why"),
    owner: slugField.describe("id of the person who decided"),
    on: dayField.optional().describe("day it was decided; default today"),
    review: dayField.optional().describe("day to look at it again"),
    scope: slugField.optional().describe("scope it is about"),
    work: z
      .array(z.string().trim().min(1).max(64))
      .max(100)
      .default([])
      .describe("work objects it is about, such as W-12"),
    dryRun: z.boolean().default(false).describe("say what would be written, and write nothing")
  }),
  output: z.object({...decisionRow.shape, status: z.enum(["added", "would be added"])}),
  positional: ["title"],
  examples: [
    {
      command:
        "decisions add 'Development machines sleep at night' --question 'Who needs them outside office hours?' --options 'sleep,run on' --chosen sleep --reason 'Nobody signed in at night in October' --owner amara",
      remark: "who decided what, and why"
    }
  ]
});

export const decisionsList = contract({
  name: "decisions.list",
  summary: "The decision log, the newest first.",
  kind: "read",
  input: z.strictObject({
    scope: slugField.optional().describe("only of this scope"),
    owner: slugField.optional().describe("only of this person"),
    work: z.string().trim().min(1).max(64).optional().describe("only about this work object"),
    text: z.string().max(200).optional().describe("only with this text"),
    due: z.boolean().default(false).describe("only those whose day of review has come")
  }),
  output: z.object({rows: z.array(decisionRow)})
});

export const decisionsShow = contract({
  name: "decisions.show",
  summary: "A decision of the log.",
  kind: "read",
  input: z.strictObject({decision: z.string().trim().min(1).max(64).describe("its number such as D-3, or its id")}),
  output: decisionRow,
  positional: ["decision"]
});
