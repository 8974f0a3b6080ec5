import {z} from "zod";
import {contract} from "../operation.ts";

/** What the framework consists of. */
export const frameworkWhat = z.enum([
  "principles",
  "personas",
  "phases",
  "maturity",
  "lenses",
  "domains",
  "capabilities",
  "technology-categories",
  "scopes",
  "kpis",
  "indicators",
  "edges",
  "starters",
  "thresholds",
  "requirements",
  "data-domains",
  "microsoft"
]);

export type FrameworkWhat = z.output<typeof frameworkWhat>;

const edition = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe("edition such as 2026; default: the practice's own choice, else the newest");
const id = z.string().min(1).max(200);

/** Who is to be named wherever the content is shown. */
const attribution = {
  edition: z.string(),
  source: z.string().describe("attribution, to be shown with the content"),
  licence: z.string()
};

const named = z.object({id: z.string(), title: z.string()});

const thresholds = z.object({
  crawl: z.string().describe(">=70, <20, yes or no"),
  walk: z.string(),
  run: z.string(),
  basis: z
    .object({crawl: z.string(), walk: z.string(), run: z.string()})
    .describe(
      "P26 published for this level, P26n published number placed by us, P26q published in words, POLD older text, MS Microsoft, S our suggestion, own the practice's"
    )
});

const focusRecipe = z.object({
  support: z.enum(["recipe", "none"]),
  columns: z.array(z.string()),
  recipe: z.string().nullable(),
  external: z.array(z.string()),
  caveat: z.string().nullable()
});

/** The rows of `framework.list`, by what is listed. Every row has `id` and `title`. */
export const frameworkRows = {
  principles: named.extend({
    meaning: z.string().nullable(),
    software: z.string().nullable(),
    note: z.string().nullable()
  }),
  personas: named.extend({
    group: z.enum(["core", "allied"]),
    goal: z.string().nullable(),
    caresAbout: z.array(z.string()),
    variants: z.array(named.extend({asks: z.string().nullable()})),
    capabilities: z.array(z.string()).describe("capabilities whose text gives this persona something to do"),
    note: z.string().nullable()
  }),
  phases: named.extend({
    theme: z.string().nullable(),
    meaning: z.string().nullable(),
    capabilities: z.array(z.object({id: z.string(), title: z.string(), basis: z.string()})),
    activities: z.array(z.string())
  }),
  maturity: named.extend({
    official: z.boolean(),
    meaning: z.string().nullable(),
    traits: z.array(z.string()),
    sampleGoals: z.array(z.object({goal: z.string(), value: z.string()}))
  }),
  lenses: named.extend({
    asks: z.string().nullable(),
    labels: z.array(z.string()).describe("by score, from the lowest")
  }),
  domains: named.extend({outcome: z.string().nullable(), capabilities: z.array(named)}),
  capabilities: named.extend({
    code: z.string().nullable(),
    domain: z.string(),
    domainTitle: z.string(),
    definition: z.string().nullable(),
    personas: z.array(z.string()).describe("core personas, then allied ones; any stands for the allied as a group"),
    phases: z.array(z.string()),
    needs: z.array(z.string()).describe("capabilities whose output it uses"),
    provides: z.array(z.string()).describe("capabilities that use its output"),
    featuredKpis: z.array(z.string()),
    indicators: z.int(),
    microsoft: z.string().nullable()
  }),
  "technology-categories": named.extend({meaning: z.string().nullable()}),
  scopes: named.extend({kind: z.enum(["definition", "distinction", "kind", "rule", "field"]), meaning: z.string()}),
  kpis: named.extend({
    formula: z.string(),
    formulaBasis: z.string(),
    inputs: z.array(z.string()),
    unit: z.string(),
    direction: z.string(),
    target: z.string().nullable(),
    directionNote: z.string().nullable(),
    capabilities: z.array(z.string()),
    featured: z.array(z.string()),
    suggested: z.array(z.string()),
    technologyCategories: z.array(z.string()),
    dataDomains: z.array(z.string()),
    focus: focusRecipe,
    note: z.string().nullable()
  }),
  indicators: named.extend({
    capability: z.string(),
    unit: z.string(),
    ...thresholds.shape,
    note: z.string().nullable()
  }),
  edges: named.extend({from: z.string(), to: z.string(), basis: z.string()}),
  starters: named.extend({
    kind: z.enum(["group", "preset"]),
    when: z.string(),
    capabilities: z.array(z.string()),
    strictness: z.string().nullable(),
    target: z.string().nullable(),
    basis: z.string(),
    note: z.string().nullable()
  }),
  thresholds: named.extend({
    metric: z.string(),
    capability: z.string(),
    unit: z.string(),
    values: z.array(z.object({at: z.string(), value: z.string()})),
    basis: z.string(),
    ofEdition: z.string(),
    status: z.string()
  }),
  requirements: named.extend({capability: z.string().nullable(), kind: z.string()}),
  "data-domains": named.extend({
    kpis: z.int().describe("measures that need it"),
    capabilities: z.array(z.string()).describe("capabilities that cannot begin without it")
  }),
  microsoft: named.extend({
    capability: z.string().nullable().describe("id in this edition"),
    capabilityTitle: z.string().nullable(),
    url: z.string()
  })
} as const satisfies Record<FrameworkWhat, z.ZodObject>;

export type FrameworkRow<K extends FrameworkWhat> = z.output<(typeof frameworkRows)[K]>;

export const frameworkEditions = contract({
  name: "framework.editions",
  summary: "Editions of the framework that are known here, with what changed in each.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    source: z.string(),
    licence: z.string(),
    rows: z.array(
      z.object({
        edition: z.string(),
        title: z.string(),
        released: z.string().nullable(),
        capabilities: z.int(),
        kpis: z.int(),
        own: z.boolean().describe("from the practice's folder framework"),
        inUse: z.boolean().describe("the one that this practice uses"),
        extends: z.string().nullable(),
        file: z.string(),
        changes: z.array(z.string()),
        basis: z.array(
          z.object({part: z.string(), confidence: z.string(), basis: z.string(), note: z.string().nullable()})
        )
      })
    ),
    notes: z.array(z.string())
  }),
  examples: [{command: "framework editions", remark: "what is known, and how surely"}]
});

export const frameworkList = contract({
  name: "framework.list",
  summary: "Parts of the framework: capabilities, principles, personas, phases, KPIs and the rest.",
  description:
    "The framework is data: what an edition does not say, or what is not known of it, is not there, and a note says so. " +
    "Thresholds carry their basis, since most are suggestions and few are published.",
  kind: "read",
  input: z.strictObject({
    what: frameworkWhat.default("capabilities").describe("what to list"),
    edition,
    domain: id.optional().describe("only of this domain"),
    persona: id.optional().describe("only for this persona"),
    capability: id.optional().describe("only of this capability"),
    phase: id.optional().describe("only of this phase")
  }),
  output: z.object({
    ...attribution,
    what: frameworkWhat,
    rows: z.array(z.looseObject({id: z.string(), title: z.string()})),
    notes: z.array(z.string())
  }),
  positional: ["what"],
  examples: [
    {command: "framework list capabilities --edition 2026", remark: "the 22, with domain, personas and phases"},
    {command: "framework list kpis --capability allocation", remark: "measures of one capability"},
    {command: "framework list indicators --domain optimize-usage-and-cost", remark: "thresholds with their basis"}
  ]
});

const link = z.object({
  relation: z.string(),
  what: frameworkWhat,
  id: z.string(),
  title: z.string(),
  note: z.string().nullable()
});

export const frameworkShow = contract({
  name: "framework.show",
  summary: "One part of the framework with all that it is related to.",
  kind: "read",
  input: z.strictObject({
    id: id.describe("id, title, code or Microsoft name"),
    what: frameworkWhat.optional().describe("where one id names several things: which"),
    edition
  }),
  output: z.object({
    ...attribution,
    what: frameworkWhat,
    id: z.string(),
    title: z.string(),
    also: z
      .array(z.object({what: frameworkWhat, id: z.string(), title: z.string()}))
      .describe("other things of this name"),
    item: z.looseObject({id: z.string(), title: z.string()}).describe("the row that the list has of it"),
    links: z.array(link),
    names: z
      .array(
        z.object({
          edition: z.string(),
          ids: z.array(z.string()),
          titles: z.array(z.string()),
          kind: z.string(),
          note: z.string().nullable()
        })
      )
      .describe("where it stands in other editions"),
    capability: z
      .object({
        activityGroups: z.array(z.string()),
        personas: z.array(named.extend({group: z.string(), mentioned: z.boolean().describe("named in its text only")})),
        alliedAny: z.boolean().describe("its text speaks of allied personas as a group"),
        phases: z.array(named.extend({basis: z.string()})),
        needs: z.array(named.extend({basis: z.string()})),
        provides: z.array(named.extend({basis: z.string()})),
        data: z.array(named.extend({level: z.enum(["hard", "soft"])})),
        artefacts: z.array(z.string()).describe("what it hands on"),
        kpis: z.array(frameworkRows.kpis.extend({relation: z.enum(["featured", "related", "suggested"])})),
        indicators: z.array(frameworkRows.indicators),
        measuresOfSuccess: z.array(z.string()),
        microsoft: z.object({name: z.string(), url: z.string()}).nullable(),
        requirements: z.array(frameworkRows.requirements)
      })
      .nullable(),
    notes: z.array(z.string())
  }),
  positional: ["id"],
  examples: [
    {command: "framework show allocation", remark: "a capability with its KPIs, thresholds and neighbours"},
    {command: "framework show 'Onboarding workloads' --edition 2025", remark: "by a name that Microsoft uses"}
  ]
});

export const frameworkSearch = contract({
  name: "framework.search",
  summary: "Finds words in everything that an edition of the framework says.",
  kind: "read",
  input: z.strictObject({
    text: z.string().trim().min(1).max(200).describe("words; all of them must be found"),
    edition,
    limit: z.int().min(1).max(200).default(20).describe("most rows that are given")
  }),
  output: z.object({
    ...attribution,
    rows: z.array(
      z.object({
        what: frameworkWhat,
        id: z.string(),
        title: z.string(),
        excerpt: z.string(),
        score: z.int().describe("higher is nearer; only the order means something")
      })
    ),
    found: z.int().describe("how many there are, the ones not given included"),
    notes: z.array(z.string())
  }),
  positional: ["text"],
  examples: [{command: "framework search 'shared cost'", remark: "in capabilities, KPIs, indicators and the rest"}]
});

export const frameworkMap = contract({
  name: "framework.map",
  summary: "Where a part of the framework went from one edition to another.",
  description:
    "Takes an id, a title, a code or a name that Microsoft uses. Without from it starts from the newest edition that has it, " +
    "without to it goes to every other one.",
  kind: "read",
  input: z.strictObject({
    id: id.describe("id, title, code or Microsoft name"),
    from: z.string().min(1).max(40).optional().describe("edition that has it"),
    to: z.string().min(1).max(40).optional().describe("edition to go to")
  }),
  output: z.object({
    source: z.string(),
    licence: z.string(),
    rows: z.array(
      z.object({
        what: frameworkWhat,
        from: z.string(),
        id: z.string(),
        title: z.string(),
        to: z.string(),
        ids: z.array(z.string()),
        titles: z.array(z.string()),
        kind: z.enum(["same", "rename", "merge", "split", "widen", "narrow", "new", "gone"]),
        note: z.string().nullable()
      })
    ),
    notes: z.array(z.string())
  }),
  positional: ["id"],
  examples: [
    {command: "framework map onboarding-workloads", remark: "it became part of another capability in 2026"},
    {command: "framework map 'Workload optimization' --to 2026", remark: "from the name that Microsoft uses"}
  ]
});

export const frameworkFinding = z.object({
  severity: z.enum(["error", "warning"]),
  rule: z.string(),
  message: z.string(),
  remedy: z.string(),
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable()
});

export const frameworkCheck = contract({
  name: "framework.check",
  summary: "Checks an edition file of one's own, and changes nothing.",
  description:
    "An edition file in the practice's folder framework is used as soon as it has no errors. It stands alone, or says in " +
    "extends which edition it takes over and states only what differs.",
  kind: "read",
  input: z.strictObject({file: z.string().min(1).max(4096).describe("the edition file, YAML")}),
  output: z.object({
    file: z.string(),
    edition: z.string().nullable(),
    extends: z.string().nullable(),
    rows: z.array(frameworkFinding),
    counts: z.object({
      errors: z.int(),
      warnings: z.int(),
      capabilities: z.int(),
      kpis: z.int(),
      indicators: z.int(),
      edges: z.int()
    }),
    changes: z.array(z.string()).describe("what differs from the edition that it takes over, in words"),
    verdict: z.enum(["ok", "policy"]).describe("policy: it has errors and is not used"),
    notes: z.array(z.string())
  }),
  positional: ["file"],
  examples: [{command: "framework check framework/acme.yaml", remark: "findings with line and remedy"}]
});
