import {z} from "zod";
import {kpi} from "./kpi-file.ts";
import {mapStep} from "./map-file.ts";
import {partNames} from "./part-names.ts";
import {dataDomainId, editionId, indicatorId, slug, text, texts, thresholdText} from "./part.ts";

/** How sure we are that a part of an edition is as its publisher had it. `unknown` parts are empty, never guessed. */
export const confidence = z.enum(["full", "high", "medium", "low", "unknown"]);

const part = z.strictObject({confidence, basis: text, note: text.optional()});

export const principle = z.strictObject({
  slug,
  title: text,
  meaning: text.optional().describe("what it asks for, in our words"),
  software: text.optional().describe("what it asks of software"),
  note: text.optional()
});

export const persona = z.strictObject({
  slug,
  title: text,
  group: z.enum(["core", "allied"]),
  goal: text.optional(),
  caresAbout: texts,
  variants: z.array(z.strictObject({slug, title: text, asks: text.optional()})).default([]),
  note: text.optional()
});

export const phase = z.strictObject({
  slug,
  title: text,
  theme: text.optional(),
  meaning: text.optional(),
  named: z.array(slug).default([]).describe("capabilities that the phase's own text names"),
  activities: texts
});

export const level = z.strictObject({
  slug,
  title: text,
  official: z.boolean(),
  meaning: text.optional(),
  traits: texts,
  sampleGoals: z.array(z.strictObject({goal: text, value: text})).default([])
});

export const lens = z.strictObject({slug, title: text, asks: text.optional(), labels: texts});

export const domain = z.strictObject({slug, title: text, outcome: text.optional(), capabilities: z.array(slug)});

export const technologyCategory = z.strictObject({slug, title: text, meaning: text.optional()});

/** P26 published for this level in 2026, P26n number published without a level, P26q said in words, POLD older text, MS Microsoft, S ours. */
export const thresholdBasis = z.enum(["P26", "P26n", "P26q", "POLD", "MS", "S", "own"]);

export const indicator = z.strictObject({
  id: indicatorId,
  title: text,
  unit: text,
  crawl: thresholdText,
  walk: thresholdText,
  run: thresholdText,
  basis: z.strictObject({crawl: thresholdBasis, walk: thresholdBasis, run: thresholdBasis}),
  note: text.optional()
});

export const phaseBasis = z.enum(["named", "described", "inferred", "microsoft"]);

export const capability = z.strictObject({
  slug,
  code: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capital letters")
    .optional(),
  title: text,
  domain: slug,
  definition: text.optional(),
  activityGroups: texts,
  personas: z
    .strictObject({
      core: z.array(slug),
      allied: z.union([z.literal("any"), z.array(slug)]).describe("any: allied personas as a group"),
      mentioned: z.array(slug).default([])
    })
    .optional(),
  phases: z.array(z.strictObject({phase: slug, basis: phaseBasis})).default([]),
  kpis: z
    .strictObject({
      featured: z.array(slug).default([]),
      related: z.array(slug).default([]),
      suggested: z.array(slug).default([])
    })
    .prefault({}),
  measuresOfSuccess: texts,
  microsoft: z.strictObject({name: text, page: text}).optional(),
  needs: z
    .strictObject({hard: z.array(dataDomainId).default([]), soft: z.array(dataDomainId).default([])})
    .prefault({})
    .describe("data without which nothing, or less, can be done"),
  provides: texts,
  indicators: z.array(indicator).default([]),
  note: text.optional()
});

export const edge = z.strictObject({from: slug, to: slug, basis: z.enum(["stated", "inferred", "own"])});

const scopes = z.strictObject({
  definition: text,
  distinction: text.optional(),
  kinds: z.array(technologyCategory).default([]),
  rules: texts,
  fields: texts
});

/** An edition as its file says it. A file that names another in `extends` says only what differs from that. */
export const editionFile = z.strictObject({
  edition: editionId,
  title: text,
  extends: editionId
    .optional()
    .describe("edition whose parts are taken over; items of the same id are replaced field by field"),
  drop: z.record(z.string(), z.array(text)).optional().describe("with extends: ids that are left out, by part"),
  released: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "a year, month or day: 2026, 2026-03, 2026-03-19")
    .optional(),
  source: text.describe("attribution, shown wherever the edition is shown"),
  licence: text,
  changes: texts,
  parts: z.strictObject(
    Object.fromEntries(partNames.map((name) => [name, part])) as Record<(typeof partNames)[number], typeof part>
  ),
  definition: z.strictObject({text, object: text}).nullable(),
  principles: z.array(principle),
  personas: z.array(persona),
  phases: z.array(phase),
  maturity: z.strictObject({levels: z.array(level), rules: texts}),
  lenses: z.strictObject({
    scale: z.strictObject({min: z.int().min(0), max: z.int().max(10)}),
    items: z.array(lens)
  }),
  domains: z.array(domain),
  technologyCategories: z.array(technologyCategory),
  scopes: scopes.nullable(),
  capabilities: z.array(capability),
  edges: z.array(edge),
  kpiLibrary: editionId.nullable().describe("library of kpis.yaml that the edition uses; null where it is not known"),
  kpis: z.array(kpi).default([]).describe("measures besides those of the library"),
  mappings: z.array(mapStep).default([])
});

export type EditionFile = z.output<typeof editionFile>;
export type Principle = z.output<typeof principle>;
export type Persona = z.output<typeof persona>;
export type Phase = z.output<typeof phase>;
export type Domain = z.output<typeof domain>;
export type Capability = z.output<typeof capability>;
export type IndicatorOfFile = z.output<typeof indicator>;
export type Edge = z.output<typeof edge>;
