import {z} from "zod";
import {contract} from "../operation.ts";
import {practiceFinding} from "../practice/contract.ts";

const edition = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe("an edition of the framework, such as 2026; default: that of the practice, else the newest");
const scope = z.string().min(1).max(120).optional().describe("a scope of the practice by its id");
const attribution = {
  source: z.string().describe("where the facts of the framework come from"),
  licence: z.string().describe("under which they may be used")
};

/** `works`: every requirement is claimed in whole; `partly`: some are, or are in part; `not yet`: none is. */
export const implemented = z.enum(["works", "partly", "not yet"]);

const coverageRow = z.object({
  capability: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  domain: z.string(),
  status: implemented,
  requirements: z.int().describe("requirements that the capability has"),
  done: z.int().describe("those done in whole"),
  partly: z.int().describe("those done in part"),
  operations: z.array(z.string()).describe("operations that do it"),
  missing: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      done: z.enum(["in part", "not yet"]),
      note: z.string().nullable().describe("what of it is there, and what is not")
    })
  ),
  indicators: z.object({
    measured: z.int().describe("indicators of maturity that are measured from data"),
    total: z.int().describe("indicators that the edition has for it")
  }),
  kpis: z.object({
    computed: z.int().describe("KPIs that are computed"),
    total: z.int().describe("KPIs that the edition names for it")
  }),
  pages: z.array(z.object({title: z.string(), path: z.string()})),
  library: z.string().nullable().describe("path of its playbook")
});

export const frameworkCoverage = contract({
  name: "framework.coverage",
  summary: "Says honestly which capabilities of the framework this software practises, and what is missing.",
  description:
    "Every capability has requirements: inputs, computations, outputs, a workflow. A requirement counts as done where its " +
    "operations are part of this software and a test that names it proves it; one that is done in part says what is " +
    "missing. The last row is for what every capability needs of the platform.",
  kind: "read",
  input: z.strictObject({
    edition,
    capability: z.string().min(1).max(120).optional().describe("only this capability, by id, code or name")
  }),
  output: z.object({
    edition: z.string(),
    rows: z.array(coverageRow),
    platform: z
      .object({
        requirements: z.int(),
        done: z.int(),
        partly: z.int(),
        operations: z.array(z.string()),
        missing: coverageRow.shape.missing
      })
      .describe("what every capability needs: requirements PLT-…"),
    totals: z.object({
      capabilities: z.int(),
      works: z.int(),
      partly: z.int(),
      notYet: z.int(),
      requirements: z.int(),
      done: z.int()
    }),
    ...attribution
  }),
  examples: [
    {command: "framework coverage", remark: "all capabilities of the edition"},
    {command: "framework coverage --capability reporting-analytics --output json", remark: "one, with what is missing"}
  ]
});

const personRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  variant: z.string().nullable()
});

const nextStep = z.object({
  text: z.string().describe("one step that brings the answer nearer"),
  path: z.string().nullable().describe("page where it is done"),
  command: z.string().nullable().describe("arguments after ashlar that do it")
});

export const homesList = contract({
  name: "homes.list",
  summary: "The home pages there are: one for each persona of the framework, with the people who hold it.",
  kind: "read",
  input: z.strictObject({edition}),
  output: z.object({
    edition: z.string(),
    rows: z.array(
      z.object({
        persona: z.string(),
        title: z.string(),
        group: z.enum(["core", "allied"]),
        goal: z.string().nullable(),
        variants: z.array(z.object({id: z.string(), title: z.string()})),
        asks: z.int().describe("questions that this person asks first"),
        people: z.array(personRow).describe("people of the practice who hold it today")
      })
    ),
    ...attribution
  })
});

const tile = z.object({
  id: z.string().describe("capability/name"),
  title: z.string(),
  why: z.string().describe("what it is looked at for"),
  kind: z.enum(["number", "bars", "lines", "table", "list"]),
  capability: z.string(),
  question: z.string().nullable().describe("a cost question as the query part of a URL; its window moves"),
  operation: z
    .object({name: z.string(), input: z.record(z.string(), z.unknown())})
    .nullable()
    .describe("an operation whose rows it shows, where it asks no cost question"),
  columns: z
    .array(
      z.object({
        key: z.string().describe("a field of the rows; dots lead into objects: loop.medianDays"),
        title: z.string()
      })
    )
    .describe("columns worth showing, in order; of a chart, the measures"),
  page: z.string().describe("path of the page that goes deeper; Explore takes the question as its query")
});

export const homesShow = contract({
  name: "homes.show",
  summary: "The home page of a persona: what this person asks first, what answers it, and what is still missing.",
  description:
    "A tile is there only where a capability of this software makes it and its data is in the practice. A question " +
    "that nothing answers yet says why, and the next step.",
  kind: "read",
  input: z.strictObject({
    persona: z.string().min(1).max(80).describe("a persona of the framework, such as finance"),
    variant: z.string().min(1).max(40).optional().describe("a variant of it: ceo, cfo or cto for leadership"),
    scope,
    person: z.string().min(1).max(120).optional().describe("a person of the practice, whose own work is shown"),
    edition
  }),
  output: z.object({
    edition: z.string(),
    persona: z.object({
      id: z.string(),
      title: z.string(),
      goal: z.string().nullable(),
      group: z.enum(["core", "allied"]),
      caresAbout: z.array(z.string())
    }),
    variant: z.object({id: z.string(), title: z.string()}).nullable(),
    variants: z.array(z.object({id: z.string(), title: z.string()})),
    scope: z.object({id: z.string(), title: z.string(), question: z.string()}).nullable(),
    person: personRow.nullable(),
    people: z.array(personRow),
    owns: z.array(z.object({id: z.string(), title: z.string(), part: z.enum(["accountable", "responsible"])})),
    tiles: z.array(tile),
    asks: z.array(
      z.object({
        ask: z.string(),
        tile: z.string().nullable().describe("id of the tile that answers it; null where none does yet"),
        missing: z.string().nullable().describe("why nothing answers it"),
        next: nextStep.nullable()
      })
    ),
    answered: z.int().describe("asks that a tile answers"),
    lesson: z.string().nullable().describe("path of the short lesson for this persona"),
    notes: z.array(z.string()),
    ...attribution
  }),
  positional: ["persona", "variant"],
  examples: [
    {command: "homes show finance", remark: "what finance asks first"},
    {command: "homes show leadership cfo", remark: "leadership as a CFO reads it"}
  ]
});

export const practiceBoard = contract({
  name: "practice.board",
  summary: "The capabilities of a scope as cards by domain: state, readiness, value at stake, target, owner.",
  description:
    "Readiness says what the capability has of what it needs: data, other capabilities, and this software itself. The " +
    "level is null until it is measured.",
  kind: "read",
  input: z.strictObject({scope, edition}),
  output: z.object({
    edition: z.string(),
    revision: z.string().nullable().describe("of the practice file; null where there is none"),
    scopes: z.array(z.object({id: z.string(), title: z.string(), question: z.string(), status: z.string()})),
    scope: z.string().nullable().describe("the one that is shown: the first active one where none was named"),
    domains: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        cards: z.array(
          z.object({
            capability: z.string(),
            code: z.string().nullable(),
            title: z.string(),
            definition: z.string().nullable(),
            implemented,
            state: z
              .enum(["inactive", "watch", "active"])
              .nullable()
              .describe("null where the scope says nothing of it"),
            strictness: z.string().nullable(),
            target: z.string().nullable(),
            owner: z.object({id: z.string(), name: z.string()}).nullable(),
            cadence: z.string().nullable(),
            reason: z.string().nullable(),
            readiness: z.object({
              status: z.enum(["ready", "partly", "missing"]),
              missing: z.array(z.object({what: z.string(), remedy: z.string()}))
            }),
            valueAtStake: z
              .array(
                z.object({
                  currency: z.string(),
                  amount: z.string(),
                  per: z.enum(["once", "month"]),
                  basis: z.string().describe("what the amount is the sum of")
                })
              )
              .describe("per currency; empty where nothing is known"),
            openWork: z.int().describe("open work objects of it in the scope"),
            level: z.string().nullable().describe("crawl, walk or run as measured; null while it is unknown"),
            playbook: z.string().nullable().describe("path of its playbook"),
            findings: z.array(practiceFinding)
          })
        )
      })
    ),
    findings: z.array(practiceFinding).describe("those about the scope or the practice as a whole"),
    ...attribution
  }),
  positional: ["scope"]
});
