import {z} from "zod";
import {settings} from "../settings.ts";
import {isDay} from "../time/day.ts";

/** An id that people give and that paths address by: no dots, so that `scopes.cloud.blocks` reads one way. */
export const practiceId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,63}$/,
    "an id of 1 to 64 small letters, digits, dashes and underscores that begins with a letter or digit"
  );

const title = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1).max(2000);
const slug = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,99}$/,
    "the id of the framework: small letters, digits and dashes, as in rate-optimization"
  );

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "a day such as 2026-10-01")
  .refine(isDay, "there is no such day");
/** Ids of data domains have underscores, those of editions dots. */
const dataDomain = z.string().regex(/^[a-z][a-z0-9_-]{0,99}$/, "a data domain of the framework, as in gl_journal");
const editionId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, "an edition of the framework, as in 2026");

const from = day.optional().describe("first day it is in effect; without it, ever since");
const to = day.optional().describe("the day after the last one it is in effect; without it, until further notice");
const effective = {from, to};

const cadence = z.enum(["daily", "weekly", "biweekly", "monthly", "quarterly", "semi-annual", "annual"]);
const person = practiceId.describe("id of one of the people");

/** A plain decimal; a number in the file is taken by its shortest text. */
const decimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d{1,20}(\.\d{1,18})?$/, "a plain number such as 85 or 0.5"));

export const unit = z.strictObject({
  id: practiceId,
  title: title.optional(),
  parent: practiceId.optional().describe("unit that it belongs to; without one it stands at the top"),
  costCentre: practiceId.optional().describe("cost centre that its cost is booked to"),
  owner: person.optional(),
  ...effective
});

export const costCentre = z.strictObject({
  id: practiceId,
  title: title.optional(),
  owner: person.optional(),
  ...effective
});

export const variants = ["ceo", "cfo", "cto"] as const;

export const personEntry = z.strictObject({
  id: practiceId,
  name: title,
  email: z.email().max(200).optional(),
  personas: z.array(slug).min(1).max(12).describe("personas of the framework that this person is; one may be several"),
  variant: z.enum(variants).optional().describe("which part of leadership"),
  unit: practiceId.optional().describe("unit of the organisation"),
  ...effective
});

export const blockStates = ["inactive", "watch", "active"] as const;
export const strictnesses = ["light", "standard", "strict"] as const;

export const block = z.strictObject({
  capability: slug.describe("capability of the edition"),
  state: z.enum(blockStates).describe("inactive with a reason, watch (looked at), active (worked on)"),
  strictness: z.enum(strictnesses).default("standard").describe("how strictly its rules are held"),
  target: slug.optional().describe("maturity that is enough here: crawl, walk or run"),
  owner: person.optional(),
  cadence: cadence.optional().describe("how often it is looked at"),
  reason: text.optional().describe("why it is inactive"),
  valueCase: text.optional().describe("why more maturity is worth its cost; asked for with the target run"),
  approved: z
    .strictObject({by: person, on: day})
    .optional()
    .describe("who approved its results for others to build on, and when: chargeback needs this of allocation")
});

export const kpiTarget = z.strictObject({
  kpi: slug.describe("KPI of the framework"),
  target: decimal.describe("in the unit of the KPI"),
  band: z.tuple([decimal, decimal]).optional().describe("lowest and highest value that still counts as on target")
});

export const overlapRules = ["exclude", "include-and-explain"] as const;

export const overlap = z.strictObject({
  scope: practiceId,
  rule: z
    .enum(overlapRules)
    .describe(
      "exclude: cost in both counts in the other scope only; include-and-explain: it counts in both, and is shown"
    )
});

export const scopeStatuses = ["draft", "active", "retiring", "retired"] as const;

export const scope = z.strictObject({
  id: practiceId,
  title,
  question: text.describe("the question of the business that the scope answers"),
  decisionOwner: person.optional().describe("who decides on the answer; id of one of the people"),
  priority: text.optional().describe("aim of the organisation that it serves"),
  filter: z
    .string()
    .max(32_768)
    .optional()
    .describe("spend of the scope, in the filter language of cost questions; without one, all"),
  categories: z.array(slug).max(20).default([]).describe("technology categories of the edition"),
  status: z.enum(scopeStatuses).default("active"),
  ...effective,
  review: cadence.optional().describe("how often the scope itself is looked over"),
  reviewed: day.optional().describe("day it was last looked over"),
  blocks: z.array(block).max(200).default([]),
  kpiTargets: z.array(kpiTarget).max(200).default([]),
  overlaps: z.array(overlap).max(100).default([])
});

export const policyModes = ["audit", "warn", "block", "remediate"] as const;

export const policy = z.strictObject({
  id: practiceId,
  title,
  mode: z.enum(policyModes).describe("audit records, warn tells, block refuses, remediate changes things by itself"),
  exceptionPath: text.optional().describe("how an exception is asked for and who grants it"),
  scope: practiceId.optional().describe("scope it holds for; without one, all")
});

export const duty = z.strictObject({
  id: practiceId,
  title,
  capability: slug.optional(),
  accountable: z.array(slug).max(12).default([]).describe("persona that answers for it: exactly one"),
  responsible: z.array(slug).max(12).default([]).describe("personas that do it")
});

/** The bounds of a well-kept practice, where they differ from those that Ashlar comes with. */
export const limits = z.strictObject({
  firstActive: z.int().min(1).optional().describe("capabilities that a scope activates at first"),
  laterActive: z.int().min(1).optional().describe("capabilities that a scope adds at once later"),
  goals: z.int().min(1).optional().describe("KPI targets of a scope at once"),
  activeScopes: z.int().min(1).optional().describe("active scopes at once"),
  missedReviews: z.int().min(1).optional().describe("reviews of a scope that may be missed")
});

/** What `ashlar.yaml` says of the organisation and its practice, beside the settings of the software. */
export const arrangementParts = {
  edition: z
    .union([editionId, z.int().min(2021).max(2999)])
    .transform(String)
    .optional()
    .describe("edition of the framework; the newest where none is named"),
  organisation: z
    .strictObject({
      name: title.optional(),
      units: z
        .array(unit)
        .max(5000)
        .default([])
        .describe("the tree of the organisation; an id may come again for other days"),
      costCentres: z.array(costCentre).max(5000).default([])
    })
    .prefault({})
    .describe("the organisation: its tree and its cost centres"),
  people: z.array(personEntry).max(5000).default([]).describe("who takes part, and as which persona"),
  scopes: z.array(scope).max(200).default([]).describe("segments of spending that a decision is about"),
  policies: z.array(policy).max(500).default([]).describe("rules and guardrails"),
  duties: z.array(duty).max(500).default([]).describe("who answers for what, by persona"),
  planned: z.array(dataDomain).max(100).default([]).describe("domains of data that are to come"),
  limits: limits.prefault({}).describe("bounds that checks warn of, where others are wanted than usual"),
  library: z.string().min(1).max(500).default("library").describe("folder of the organisation's own stories and papers")
} as const;

/** The whole of `ashlar.yaml`. */
export const practiceFileSchema = z
  .strictObject({...arrangementParts, ...settings.shape})
  .describe("A practice: how an organisation arranges the building blocks of FinOps");

const arrangementSchema = z.object(arrangementParts);

export type Arrangement = z.output<typeof arrangementSchema>;
export type Scope = z.output<typeof scope>;
export type Block = z.output<typeof block>;
export type Person = z.output<typeof personEntry>;
export type Unit = z.output<typeof unit>;
export type Duty = z.output<typeof duty>;
export type PracticeFile = z.output<typeof practiceFileSchema>;
