import {z} from "zod";
import {dataDomainId, editionId, slug, text, texts} from "./part.ts";

/** How a KPI is had from FOCUS columns: our recipe, with what it needs besides and where it may mislead. */
const focus = z.strictObject({
  support: z.enum(["recipe", "none"]).describe("none: the data of FOCUS alone say nothing about it"),
  columns: texts,
  recipe: text.optional(),
  external: texts.describe("inputs that FOCUS has not"),
  caveat: text.optional()
});

export const kpi = z.strictObject({
  slug,
  title: text,
  formula: text,
  formulaBasis: z.enum(["official", "derived", "own"]).describe("derived: from the description, as none is published"),
  inputs: texts,
  unit: text,
  direction: z.enum(["higher", "lower", "target", "context"]),
  target: text.optional().describe("with direction target: the value or pace that is best"),
  directionNote: text.optional(),
  technologyCategories: z.array(slug),
  dataDomains: z.array(dataDomainId).min(1),
  focus,
  note: text.optional()
});

const dataDomain = z.strictObject({id: dataDomainId, title: text});

export const kpiFile = z.strictObject({
  library: editionId,
  basis: text,
  conventions: z.strictObject({
    columns: text.describe("FOCUS version whose names are used"),
    accrual: text,
    cost: text,
    time: text
  }),
  directions: z.record(z.string(), text),
  dataDomains: z.array(dataDomain),
  kpis: z.array(kpi)
});

export type KpiOfFile = z.output<typeof kpi>;
export type KpiFile = z.output<typeof kpiFile>;
