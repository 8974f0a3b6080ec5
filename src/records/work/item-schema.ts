import {z} from "zod";
import {perField} from "../field.ts";
import {claims, phases, sizes, stages} from "./way.ts";

/** A work object as everybody sees it. */
export const workItem = z.object({
  id: z.string(),
  number: z.string().describe("W- and a number"),
  title: z.string(),
  kind: z.string(),
  capability: z.string(),
  scope: z.string().nullable(),
  stage: z.enum(stages),
  phase: z.enum(phases).nullable().describe("where it stands in the loop; null once it is set aside"),
  filter: z.string().nullable().describe("the charges it is about, in the filter language"),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  overdue: z.boolean(),
  value: z
    .object({
      amount: z.string(),
      currency: z.string(),
      per: perField,
      class: z
        .enum(claims)
        .describe("estimated by whoever found it, agreed by its owner, realised: measured from bills")
    })
    .nullable(),
  effort: z.object({size: z.enum(sizes).nullable(), hours: z.int().nullable()}).nullable(),
  options: z.string().nullable().describe("the ways that were weighed"),
  note: z.string().nullable(),
  source: z
    .object({operation: z.string().nullable(), receipt: z.string().nullable()})
    .nullable()
    .describe("what found it"),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  doneAt: z.string().nullable().describe("the day (UTC) it was done; its effect is measured from then on"),
  closedReason: z.string().nullable(),
  version: z.int().describe("grows with each change")
});
