import {z} from "zod";
import {contract} from "../operation.ts";

const headline = z.object({
  title: z.string(),
  command: z.string().describe("how to ask it"),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))),
  totals: z.array(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])))
});

export const demo = contract({
  name: "demo",
  summary:
    "Builds a practice of a company that does not exist, with thirteen months of cost data to try everything on.",
  description:
    "Generates FOCUS exports of three clouds, SaaS, AI tokens, a data centre and licences, ingests them like any other data, " +
    "and asks the first questions. What is planted in the data (anomalies, waste, restatements) is listed in exports/truth.json. " +
    "Run again, it goes on from what is there.",
  kind: "write",
  input: z.strictObject({
    folder: z.string().min(1).default("ashlar-demo").describe("folder of the demo practice"),
    seed: z.int().min(0).max(4_294_967_295).default(1).describe("another number makes another company history"),
    scale: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, "a number such as 1 or 0.2")
      .default("1")
      .describe("size; 1 is about 300,000 rows"),
    fresh: z.boolean().default(false).describe("generate again even where there is a demo"),
    dryRun: z.boolean().default(false).describe("say what would be made, and make nothing")
  }),
  output: z.object({
    folder: z.string(),
    dryRun: z.boolean(),
    company: z.string(),
    deliveries: z.array(z.object({source: z.string(), dataset: z.string(), rows: z.int(), status: z.string()})),
    headlines: z.array(headline),
    notes: z.array(z.string())
  }),
  examples: [{command: "demo", remark: "makes ./ashlar-demo"}]
});
