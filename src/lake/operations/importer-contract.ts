import {z} from "zod";
import {templateNames} from "../../focus/importers/declared/template-names.ts";
import {contract} from "../../operation.ts";

const importerId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,58}$/, "small letters, digits and hyphens, a letter first")
  .describe("id of an importer");

/** What is wrong with the file of a declared importer, and where. */
export const declaredProblem = z.object({
  file: z.string().describe("file of the practice folder"),
  line: z.int().describe("from 1"),
  column: z.int().describe("from 1"),
  message: z.string(),
  remedy: z.string()
});

const origin = z.enum(["package", "practice"]).describe("practice: a file in the folder importers of the practice");

export const importerList = contract({
  name: "importer.list",
  summary: "Lists what reads bills: the importers of the package and those that the practice declares.",
  description:
    "FOCUS files need no importer. An importer reads a vendor's own format and is found by the columns of a file, or named with " +
    "--format. A practice declares its own in YAML files in its folder importers; where one of these cannot be read, the list says why.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        origin,
        reads: z.string().describe("table: CSV or Parquet; json: JSON documents, or one a line"),
        focus: z.string().describe("FOCUS version of the rows that it makes"),
        about: z.string()
      })
    ),
    problems: z.array(declaredProblem)
  }),
  examples: [{command: "importer list", remark: "what can be read besides FOCUS"}]
});

export const importerShow = contract({
  name: "importer.show",
  summary: "Shows one importer: the columns that it reads, and how it knows a file.",
  kind: "read",
  input: z.strictObject({id: importerId}),
  output: z.object({
    id: z.string(),
    title: z.string(),
    about: z.string(),
    origin,
    reads: z.string(),
    focus: z.string(),
    file: z.string().nullable().describe("the file that declares it, in the practice folder"),
    rows: z
      .array(
        z.object({
          column: z.string(),
          kind: z.string(),
          spelled: z.array(z.string()).describe("names in the file that mean it"),
          required: z.boolean().describe("a file without it is refused"),
          filled: z.boolean().describe("a row where it is empty goes to quarantine"),
          values: z.array(z.string()).nullable().describe("a row with another value goes to quarantine")
        })
      )
      .describe("native columns"),
    text: z.string().nullable().describe("the declaration as it stands")
  }),
  positional: ["id"],
  examples: [{command: "importer show openai", remark: "which columns are read"}]
});

const difference = z.object({
  what: z.string().describe("a total, the number of rows, or a charge"),
  expected: z.string(),
  found: z.string()
});

export const importerTest = contract({
  name: "importer.test",
  summary:
    "Reads the samples of declared importers into a lake of their own and holds the result against what they expect.",
  description:
    "Each test of a declaration has files and what must come of them: billed totals, the number of rows, quarantined rows, charges. " +
    "The files go through ingest as real ones do, in a temporary folder; nothing of the practice is changed. Exit status 4 where something differs.",
  kind: "read",
  input: z.strictObject({
    importer: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe("id of a declared importer, or its file; default: all of the practice")
  }),
  output: z.object({
    verdict: z.enum(["ok", "quality"]).describe("quality: a test failed or a declaration cannot be read"),
    rows: z.array(
      z.object({
        importer: z.string(),
        test: z.string(),
        status: z.enum(["passed", "failed", "untested"]),
        rows: z.int().describe("FOCUS rows that came of its files"),
        differences: z.array(difference)
      })
    ),
    problems: z.array(declaredProblem)
  }),
  positional: ["importer"],
  examples: [
    {command: "importer test", remark: "all declared importers"},
    {command: "importer test importers/data-centre.yaml", remark: "one of them"}
  ]
});

export const importerNew = contract({
  name: "importer.new",
  summary: "Writes the declaration of an importer to begin with: importers/ID.yaml, with a sample and its test.",
  kind: "write",
  input: z.strictObject({
    id: importerId,
    template: z.enum(templateNames).default("data-centre").describe("what it is for"),
    dryRun: z.boolean().default(false).describe("show the file and write nothing")
  }),
  output: z.object({file: z.string(), written: z.boolean(), text: z.string(), notes: z.array(z.string())}),
  positional: ["id"],
  examples: [
    {command: "importer new phone-bill --template telecom", remark: "a bill with decimal commas"},
    {command: "importer new wiki --template licences --dry-run", remark: "show it only"}
  ]
});
