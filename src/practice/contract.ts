import {z} from "zod";
import {contract} from "../operation.ts";

const key = z.string().min(1).max(128);

export const init = contract({
  name: "init",
  summary: "Makes the folder a practice: writes ashlar.yaml with everything that can be set, commented.",
  kind: "write",
  input: z.strictObject({
    tags: z.array(key).default([]).describe("tag keys that people group by every day, such as team,env"),
    currency: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
      .optional()
      .describe("rate set to convert with, once one is imported"),
    dryRun: z.boolean().default(false).describe("show the file and write nothing")
  }),
  output: z.object({file: z.string(), written: z.boolean(), text: z.string(), notes: z.array(z.string())}),
  examples: [
    {command: "init", remark: "this folder becomes a practice"},
    {command: "init --tags team,env,product", remark: "with tag keys that get a column of their own"}
  ]
});
