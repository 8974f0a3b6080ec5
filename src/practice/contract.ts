import {z} from "zod";
import {contract} from "../operation.ts";
import {costCentre, duty, personEntry, policy, scope, unit} from "./practice-file.ts";

const key = z.string().min(1).max(128);
const dryRun = z.boolean().default(false).describe("say what would change, and change nothing");
const revision = z.string().regex(/^[0-9a-f]{64}$/, "the revision of a practice file: 64 hexadecimal digits");

/** What a check of the practice says about one place of the file. */
export const practiceFinding = z.object({
  severity: z.enum(["error", "warning", "hint"]),
  rule: z.string().describe("stable id of the rule"),
  message: z.string(),
  remedy: z.string(),
  path: z.string().describe("the place as --set names it: scopes.cloud.blocks.allocation.target"),
  file: z.string().describe("file of the practice folder"),
  line: z.int().nullable().describe("from 1; null where nothing stands there"),
  column: z.int().nullable().describe("from 1"),
  scope: z.string().nullable(),
  capability: z.string().nullable()
});
export type PracticeFinding = z.output<typeof practiceFinding>;

const counts = z.object({error: z.int(), warning: z.int(), hint: z.int()});
const verdict = z.enum(["ok", "policy"]).describe("policy where something is an error");

export const practiceChange = z.object({
  path: z.string(),
  label: z.string().describe("the change in plain words"),
  before: z.unknown().describe("null where nothing stood there"),
  after: z.unknown().describe("null where nothing stands there any more")
});
export type PracticeChange = z.output<typeof practiceChange>;

export const init = contract({
  name: "init",
  summary: "Makes the folder a practice: writes ashlar.yaml with everything that can be set, commented.",
  description:
    "Name, starter group and tag keys are all that is asked for, and each can be left out. With a starter the file has " +
    "a first scope with the capabilities of that group active, owned by the person of --owner; ashlar framework list " +
    "starters shows the groups. What is written passes ashlar practice check.",
  kind: "write",
  input: z.strictObject({
    name: z.string().trim().min(1).max(200).optional().describe("name of the organisation"),
    starter: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe("starter group whose capabilities the first scope activates"),
    owner: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe("name of the person who decides at first; with --starter"),
    edition: z.string().min(1).max(100).optional().describe("edition of the framework; default the newest"),
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
    {command: "init --tags team,env,product", remark: "with tag keys that get a column of their own"},
    {
      command: "init --name 'Acme Ltd' --starter new-to-finops --owner 'Ann Lee' --tags team",
      remark: "with a first scope"
    }
  ]
});

export const practiceShow = contract({
  name: "practice.show",
  summary: "Shows the practice: organisation, people, scopes with their blocks, policies, duties.",
  description: "Everything as the file says it, with defaults filled in. Comments and order are in the file itself.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    file: z.string().nullable().describe("null where the folder has no practice file"),
    revision: revision.describe("SHA-256 of the file's text: what a change is held against"),
    edition: z.string().describe("edition of the framework that holds"),
    editionStated: z.boolean().describe("false where the file names none, and the newest is taken"),
    organisation: z.object({
      name: z.string().nullable(),
      units: z.array(unit),
      costCentres: z.array(costCentre)
    }),
    people: z.array(personEntry),
    scopes: z.array(scope),
    policies: z.array(policy),
    duties: z.array(duty),
    planned: z.array(z.string()),
    library: z.string(),
    findings: z
      .array(practiceFinding)
      .describe("where the file cannot be read whole: what is wrong with it; all lists are empty then")
  })
});

const personRow = z.object({
  id: z.string(),
  name: z.string(),
  personas: z.array(z.string()),
  variant: z.enum(["ceo", "cfo", "cto"]).nullable(),
  unit: z.string().nullable(),
  email: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable()
});

export const practicePeople = contract({
  name: "practice.people",
  summary: "People of the practice with their personas.",
  kind: "read",
  input: z.strictObject({
    persona: z.string().min(1).max(100).optional().describe("only those with this persona"),
    on: z.iso.date().optional().describe("who takes part on this day; default today"),
    all: z.boolean().default(false).describe("those of the past and of the future, too")
  }),
  output: z.object({rows: z.array(personRow)}),
  examples: [{command: "practice people --persona finance", remark: "who speaks for Finance"}]
});

const scopeRow = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  status: z.enum(["draft", "active", "retiring", "retired"]),
  filter: z.string().nullable(),
  decisionOwner: z.string().nullable(),
  categories: z.array(z.string()),
  active: z.int().describe("capabilities that are active"),
  watch: z.int().describe("capabilities that are watched")
});

export const practiceScopes = contract({
  name: "practice.scopes",
  summary: "Scopes of the practice with the question that each answers.",
  kind: "read",
  input: z.strictObject({
    status: z
      .array(z.enum(["draft", "active", "retiring", "retired"]))
      .default([])
      .describe("only those of this status")
  }),
  output: z.object({rows: z.array(scopeRow)})
});

export const practiceCheck = contract({
  name: "practice.check",
  summary: "Checks the practice file: what is wrong, what is risky, what would help, each with line and remedy.",
  description:
    "Errors keep a change from being applied. Warnings and hints do not: a hint says that a capability is active without " +
    "another whose results it uses. Whether scopes overlap is told from their filters, and from the charges in the lake " +
    "where the filters leave it open.",
  kind: "read",
  input: z.strictObject({
    file: z.string().min(1).max(1000).optional().describe("a file below the practice folder instead of ashlar.yaml"),
    severity: z
      .array(z.enum(["error", "warning", "hint"]))
      .default([])
      .describe("only findings of this severity; the counts are of all"),
    scope: z.string().min(1).max(64).optional().describe("only findings about this scope; the counts are of all")
  }),
  output: z.object({
    file: z.string().nullable(),
    revision,
    edition: z.string().nullable().describe("null where the file does not say one that is known"),
    rows: z.array(practiceFinding),
    counts,
    verdict
  }),
  positional: ["file"],
  examples: [
    {command: "practice check", remark: "everything"},
    {command: "practice check --severity error", remark: "what keeps it from being applied"}
  ]
});

const changeInput = {
  set: z
    .array(z.string().min(3).max(40_000))
    .max(500)
    .default([])
    .describe(
      "path=value: scopes.cloud.blocks.allocation.state=active; items are addressed by id, capability, kpi or scope, the " +
        "value is YAML, and what is missing on the way is made"
    ),
  unset: z.array(z.string().min(1).max(1000)).max(500).default([]).describe("paths to take out"),
  starter: z.string().min(1).max(100).optional().describe("starter group whose capabilities become active in --scope"),
  preset: z.string().min(1).max(100).optional().describe("preset of targets that --scope gets"),
  scope: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe("scope that starter and preset are for; it is made where there is none; default: the only scope"),
  upgrade: z.string().min(1).max(100).optional().describe("edition that the practice moves to, such as 2026"),
  restore: z.string().min(1).max(64).optional().describe("id or revision of an applied state to go back to"),
  base: revision.optional().describe("revision that the change was made on; another one on disk is a conflict")
} as const;

const changeOutput = {
  base: revision.nullable().describe("revision that the change starts from; null where nothing was applied before"),
  revision: revision.describe("revision that comes out"),
  diff: z.string().describe("unified diff of ashlar.yaml; empty where nothing changes"),
  changes: z.array(practiceChange),
  findings: z.array(practiceFinding).describe("of the result, as practice check gives them"),
  newFindings: z.array(practiceFinding),
  resolvedFindings: z.array(practiceFinding),
  verdict
} as const;

export const practicePlan = contract({
  name: "practice.plan",
  summary: "Shows what a change of the practice would do: the diff, in plain words, and what checks say of the result.",
  description:
    "Nothing is written. Without a change the file is compared with the state that was applied last, so that edits made " +
    "by hand are seen, too. Give several changes at once; they are made in order: restore, upgrade, starter, preset, set, unset.",
  kind: "read",
  input: z.strictObject(changeInput),
  output: z.object({...changeOutput, applied: z.literal(false)}),
  positional: ["set"],
  examples: [
    {command: "practice plan", remark: "the file against what was applied last"},
    {command: "practice plan scopes.cloud.blocks.allocation.state=active", remark: "one change"},
    {command: "practice plan --starter new-to-finops --scope cloud", remark: "a starter group for a scope"},
    {command: "practice plan --upgrade 2026", remark: "the practice in another edition"}
  ]
});

export const practiceApply = contract({
  name: "practice.apply",
  summary: "Changes the practice file as planned, keeping comments and order, and records the revision.",
  description:
    "The file is replaced as a whole or not at all. A result with errors is refused, and so is a change whose --base is " +
    "not what lies on disk. Without a change the file as it is gets recorded as applied.",
  kind: "write",
  input: z.strictObject({
    ...changeInput,
    note: z.string().trim().max(2000).optional().describe("why, for the history"),
    dryRun
  }),
  output: z.object({
    ...changeOutput,
    applied: z.boolean().describe("false with --dry-run, and where nothing changes"),
    id: z.string().nullable().describe("id of the recorded revision; null where none was made"),
    file: z.string()
  }),
  positional: ["set"],
  examples: [
    {
      command: "practice apply scopes.cloud.blocks.allocation.state=active --note 'after the review'",
      remark: "one change"
    },
    {command: "practice apply --note 'edited by hand'", remark: "record the file as it is"}
  ]
});

export const practiceHistory = contract({
  name: "practice.history",
  summary: "Applied revisions of the practice, the newest first.",
  kind: "read",
  input: z.strictObject({
    limit: z.int().min(1).max(1000).default(100).describe("how many")
  }),
  output: z.object({
    current: revision.describe("revision of the file on disk"),
    applied: z.boolean().describe("the file on disk is the newest applied revision"),
    rows: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        by: z.string(),
        note: z.string().nullable(),
        summary: z.string(),
        revision
      })
    )
  })
});

export const practiceSchema = contract({
  name: "practice.schema",
  summary: "The JSON Schema of ashlar.yaml, for editors that complete and check.",
  kind: "read",
  input: z.strictObject({}),
  output: z.record(z.string(), z.unknown()),
  examples: [{command: "practice schema --output json > ashlar.schema.json", remark: "beside the practice file"}]
});
