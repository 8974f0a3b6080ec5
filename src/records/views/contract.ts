import {z} from "zod";
import {contract} from "../../operation.ts";

const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const label = (what: string) =>
  z
    .string()
    .trim()
    .max(120)
    .regex(/^[^\p{Cc}/]*$/u, `a ${what} without slashes and control characters`);
const view = z.string().min(1).max(300).describe("its name, folder/name or id");

const viewRow = z.object({
  id: z.string(),
  folder: z.string().describe("empty where it lies in none"),
  name: z.string(),
  question: z.string().describe("the question as the query part of a URL"),
  chart: z.record(z.string(), z.unknown()).nullable(),
  star: z.boolean(),
  owner: z.string(),
  createdAt: z.string(),
  updatedAt: z.string()
});

export const viewsSave = contract({
  name: "views.save",
  summary: "Keeps a cost question under a name, with the state of its chart.",
  description:
    "The question is written as in the address of the page and of the API: by=service&period=2026-10. Times by name or " +
    "window stay what they are, so that a view of the last thirty days moves with the days.",
  kind: "write",
  input: z.strictObject({
    name: label("name").min(1).describe("name of the view"),
    folder: label("folder").default("").describe("folder it lies in"),
    question: z.string().max(40_000).describe("the question as the query part of a URL: by=service&period=2026-10"),
    chart: z.record(z.string(), z.unknown()).optional().describe("state of the chart, kept as it is; 8 kB at most"),
    star: z.boolean().optional().describe("mark it; a replaced view keeps its mark where this is not given"),
    replace: z.boolean().default(false).describe("replace the view of this name"),
    dryRun
  }),
  output: z.object({...viewRow.shape, status: z.enum(["saved", "replaced", "would be saved", "would be replaced"])}),
  positional: ["name"],
  examples: [{command: "views save Services --question 'by=service&window=30d'", remark: "a moving view"}]
});

export const viewsList = contract({
  name: "views.list",
  summary: "Saved views, those with a star first.",
  kind: "read",
  input: z.strictObject({
    folder: label("folder").optional().describe("only this folder"),
    star: z.boolean().default(false).describe("only those with a star")
  }),
  output: z.object({rows: z.array(viewRow)})
});

export const viewsShow = contract({
  name: "views.show",
  summary: "A saved view, with the command that asks its question.",
  kind: "read",
  input: z.strictObject({view}),
  output: z.object({...viewRow.shape, command: z.string()}),
  positional: ["view"]
});

export const viewsDelete = contract({
  name: "views.delete",
  summary: "Removes a saved view.",
  kind: "write",
  input: z.strictObject({view, dryRun}),
  output: z.object({
    id: z.string(),
    folder: z.string(),
    name: z.string(),
    status: z.enum(["deleted", "would be deleted"])
  }),
  positional: ["view"]
});

export const viewsStar = contract({
  name: "views.star",
  summary: "Marks a saved view with a star, or takes it off.",
  kind: "write",
  input: z.strictObject({view, off: z.boolean().default(false).describe("take the star off"), dryRun}),
  output: z.object({id: z.string(), folder: z.string(), name: z.string(), star: z.boolean()}),
  positional: ["view"]
});
