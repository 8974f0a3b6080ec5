import {z} from "zod";

/** Bytes as a person writes them: `4 GB`, `512MB`. Decimal units. */
const size = z.string().regex(/^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i, "a size such as 4GB");

const tagKey = z
  .string()
  .min(1)
  .max(128)
  .regex(/^\P{Cc}+$/u, "a tag key without control characters");

export const sourceId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,63}$/,
    "a source id has 1 to 64 characters: small letters, digits, dot, dash, underscore; it begins with a letter or digit"
  );

/** A place that cost data comes from, as the practice declares it. */
export const sourceSettings = z.strictObject({
  id: sourceId,
  title: z.string().min(1).optional(),
  owner: z.string().min(1).optional(),
  format: z.string().min(1).optional().describe("importer; detected where it is not given"),
  cadence: z.enum(["hourly", "daily", "weekly", "monthly"]).optional().describe("how often a delivery is expected")
});

/**
 * The technical part of `ashlar.yaml`: what the lake, the engine, the state store and the cost question need to know.
 * The practice schema adds the organisation to it.
 */
export const settings = z.strictObject({
  engine: z
    .strictObject({
      memory: size.default("4GB").describe("memory the engine may use before it spills to disk"),
      threads: z.int().min(1).max(256).optional().describe("default: the cores of the machine"),
      spill: size.default("50GB").describe("disk the engine may use to spill"),
      parallel: z.int().min(1).max(64).default(3).describe("questions that run at the same time")
    })
    .prefault({}),
  state: z
    .strictObject({
      url: z
        .string()
        .regex(/^postgres(ql)?:\/\//, "a PostgreSQL URL: postgres://…")
        .optional()
        .describe("PostgreSQL; default: SQLite in the practice folder")
    })
    .prefault({}),
  lake: z
    .strictObject({
      rollups: z
        .int()
        .min(0)
        .default(50_000)
        .describe("rows of a snapshot from which on it gets roll-ups; fewer are read as quickly themselves"),
      quarantine: z.int().min(0).default(0).describe("quarantined rows above which a snapshot stays unpublished"),
      shrink: z
        .string()
        .regex(/^0(\.\d+)?$|^1(\.0+)?$/, "a share between 0 and 1")
        .default("0.05")
        .describe("share of rows or cost that an overwrite may remove without --replace")
    })
    .prefault({}),
  tags: z
    .array(tagKey)
    .max(64)
    .default([])
    .superRefine((keys, context) => {
      // The engines do not tell columns apart by case.
      const seen = new Map<string, string>();
      keys.forEach((key, index) => {
        const other = seen.get(key.toLowerCase());
        if (other !== undefined)
          context.addIssue({
            code: "custom",
            path: [index],
            message: `"${key}" and "${other}" would be one column, as columns do not differ by case; name one of them, and ask for the other as tag.${key}`
          });
        seen.set(key.toLowerCase(), key);
      });
    })
    .describe("tag keys that get a column of their own in the lake"),
  calendar: z
    .strictObject({fiscalYearStart: z.int().min(1).max(12).default(1).describe("month the fiscal year begins in")})
    .prefault({}),
  rates: z
    .strictObject({
      set: z.string().min(1).optional().describe("rate set used where a question names none"),
      basis: z.enum(["charge-day", "month-average", "month-end", "invoice"]).default("month-average")
    })
    .prefault({}),
  sources: z.array(sourceSettings).default([])
});

export type Settings = z.output<typeof settings>;
