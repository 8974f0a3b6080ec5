import {z} from "zod";
import {editionId, indicatorId, maturityLevel, slug, text, thresholdText} from "./part.ts";

/** A group of capabilities to begin with. */
const group = z.strictObject({
  id: slug,
  title: text,
  when: text,
  edition: editionId,
  capabilities: z.array(slug).min(1),
  basis: text,
  note: text.optional()
});

/** How a scope is set at one stroke: strictness, targets and cadence of its blocks, targets of its KPIs. */
const preset = z.strictObject({
  id: slug,
  title: text,
  meaning: text,
  strictness: z.enum(["light", "standard", "strict"]),
  target: maturityLevel,
  cadence: z.enum(["daily", "weekly", "monthly", "quarterly"]),
  targets: z.array(z.strictObject({capability: slug, target: maturityLevel})).default([]),
  kpiTargets: z.array(z.strictObject({kpi: slug, target: thresholdText, basis: text})).default([]),
  edition: editionId,
  basis: text
});

/** Another reading of an indicator's thresholds, to be chosen instead of the edition's. */
const scale = z.strictObject({
  id: slug,
  title: text,
  edition: text,
  status: z.enum(["current", "superseded"]),
  basis: text,
  thresholds: z.array(
    z.strictObject({
      indicator: indicatorId,
      capability: slug,
      crawl: thresholdText.optional(),
      walk: thresholdText.optional(),
      run: thresholdText.optional()
    })
  )
});

/** A number that somebody has published, as it was printed. */
const published = z.strictObject({
  id: slug,
  metric: indicatorId,
  capability: slug,
  title: text,
  unit: text,
  values: z.array(z.strictObject({at: text, value: text})).min(1),
  source: text,
  edition: text,
  status: z.enum(["current", "superseded", "example"])
});

/** Limits of a first and a later iteration. */
const limits = z.strictObject({
  firstIteration: z.strictObject({least: z.int(), most: z.int()}),
  laterAdditions: z.int(),
  goals: z.int(),
  activeScopes: z.int(),
  unitMetricCover: thresholdText,
  basis: text
});

export const starterFile = z.strictObject({
  groups: z.array(group),
  presets: z.array(preset),
  scales: z.array(scale),
  published: z.array(published),
  limits
});

export type StarterFile = z.output<typeof starterFile>;
