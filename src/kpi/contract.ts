import {z} from "zod";
import {contract} from "../operation.ts";

export const measuredLevel = z.enum(["pre-crawl", "crawl", "walk", "run"]);

/** What a measure stands on: enough to have the number again. */
export const measureEvidence = z.object({
  what: z.string().describe("in words: what was counted, of which data"),
  operation: z.string().nullable().describe("operation that shows it in full"),
  input: z.record(z.string(), z.unknown()).describe("input of that operation"),
  receipt: z.string().nullable().describe("id of the receipt of a cost question")
});

export const measureValue = z.object({
  value: z.string().nullable().describe("exact decimal text in the unit of the measure; null is unknown, never zero"),
  window: z
    .object({from: z.string(), to: z.string()})
    .nullable()
    .describe("days that it is about, half-open; null where it is of the present"),
  readiness: z.enum(["measured", "no data", "not built"]).describe("not built: this software does not compute it yet"),
  reason: z.string().nullable().describe("why there is no value, or what limits it"),
  method: z.string().nullable().describe("how it is computed, in words"),
  parts: z
    .array(z.object({name: z.string(), value: z.string().nullable(), weight: z.string().nullable()}))
    .describe("the values that it comes from, such as one for each source; weight is a share"),
  evidence: z.array(measureEvidence)
});

const thresholds = z.object({crawl: z.string(), walk: z.string(), run: z.string()});

export const kpisValues = contract({
  name: "kpis.values",
  summary: "What indicators and KPIs are now: value, unit, window, evidence, and the level that it stands for.",
  description:
    "An indicator has thresholds for crawl, walk and run, and so a level; a KPI has a value only. Without data a measure " +
    "is unknown, never zero. The level of a capability is the lowest of its measured indicators, and unknown where fewer " +
    "than half of them are measured.",
  kind: "read",
  input: z.strictObject({
    capability: z.string().min(1).max(120).optional().describe("only of this capability, by id, code or name"),
    measure: z.string().min(1).max(120).optional().describe("only this indicator or KPI"),
    scope: z.string().min(1).max(120).optional().describe("a scope of the practice; default: everything"),
    edition: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe("an edition of the framework; default: that of the practice"),
    unbuilt: z.boolean().default(false).describe("also those that this software does not compute yet")
  }),
  output: z.object({
    edition: z.string(),
    scope: z.string().nullable(),
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["indicator", "kpi"]),
        title: z.string(),
        capability: z.string(),
        unit: z.string(),
        direction: z.enum(["higher", "lower", "target", "context"]).nullable(),
        ...measureValue.shape,
        level: measuredLevel.nullable().describe("by the thresholds of the edition; null where unknown, or a KPI"),
        thresholds: thresholds.nullable(),
        next: z.string().nullable().describe("what the next level asks for")
      })
    ),
    capabilities: z.array(
      z.object({
        capability: z.string(),
        title: z.string(),
        level: measuredLevel.nullable(),
        measured: z.int(),
        total: z.int(),
        reason: z.string().nullable().describe("which indicator holds it at this level, or why it is unknown")
      })
    ),
    notes: z.array(z.string()),
    source: z.string().describe("where the facts of the framework come from"),
    licence: z.string()
  }),
  examples: [{command: "kpis values --capability data-ingestion", remark: "how well data comes in"}]
});
