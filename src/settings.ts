import {z} from "zod";
import {locationFault} from "./source-location.ts";

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

/**
 * The name of an environment variable that holds a secret. Only names of this form are read, so that who writes the
 * practice file cannot have other variables of the machine sent somewhere.
 */
const secretName = z
  .string()
  .regex(
    /^(ASHLAR|AZURE_STORAGE)_[A-Z0-9_]{1,80}$/,
    "the name of an environment variable that begins with ASHLAR_ (or AZURE_STORAGE_), never the secret itself"
  );

/** Where the credentials of a source are found, beside what the vendor's standard chain finds by itself. */
const credentials = z.strictObject({
  profile: z
    .string()
    .regex(/^[A-Za-z0-9._@+-]{1,100}$/, "the name of a profile")
    .optional()
    .describe("S3: profile of the AWS configuration files"),
  connectionString: secretName.optional().describe("Azure: environment variable with a connection string"),
  sas: secretName.optional().describe("Azure: environment variable with a shared access signature"),
  token: secretName.optional().describe("HTTPS: environment variable with a bearer token")
});

/** A place that cost data comes from, as the practice declares it. */
export const sourceSettings = z
  .strictObject({
    id: sourceId,
    title: z.string().min(1).optional(),
    owner: z.string().min(1).optional(),
    format: z.string().min(1).optional().describe("importer; detected where it is not given"),
    cadence: z.enum(["hourly", "daily", "weekly", "monthly"]).optional().describe("how often a delivery is expected"),
    category: z
      .enum(["public-cloud", "saas", "data-center", "data-cloud-platforms", "ai"])
      .optional()
      .describe("kind of technology that it is the cost of; told from its charges where it is not given"),
    location: z
      .string()
      .max(1024)
      .optional()
      .describe(
        "where deliveries are fetched from: a folder, s3://bucket/prefix, azblob://account/container/prefix, gs://bucket/prefix or https://host/file"
      ),
    endpoint: z
      .string()
      .max(500)
      .optional()
      .describe("address of a server that speaks the protocol of S3, Azure Blob or Google Cloud Storage"),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, "a region such as eu-central-1")
      .optional()
      .describe("S3: region of the bucket"),
    files: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("pattern of the files to take, below the location, such as focus/**/*.csv.gz"),
    deliveries: z
      .enum(["period", "folder", "file"])
      .optional()
      .describe(
        "what is complete in itself where no manifest says so: the files of a billing period (default), or increments that add up, each folder or file"
      ),
    partition: z.string().min(1).max(60).optional().describe("the part of the bill that deliveries are complete for"),
    credentials: credentials.optional()
  })
  .superRefine((source, context) => {
    const fault = locationFault(source);
    if (fault !== null) context.addIssue({code: "custom", path: [fault.field], message: fault.message});
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
      conformance: z
        .enum(["corrected", "off"])
        .default("corrected")
        .describe("whether deliveries are held against the rules of FOCUS as they are taken in"),
      shrink: z
        .string()
        .regex(/^0(\.\d+)?$|^1(\.0+)?$/, "a share between 0 and 1")
        .default("0.05")
        .describe("share of rows or cost that an overwrite may remove without --replace"),
      staging: size.default("20GB").describe("disk that fetched files may take until they are ingested")
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
    .strictObject({
      fiscalYearStart: z.int().min(1).max(12).default(1).describe("month the fiscal year begins in"),
      holidays: z
        .array(z.iso.date("a day such as 2026-12-25"))
        .max(2000)
        .default([])
        .describe("days besides weekends on which nobody works: deadlines in business days pass over them")
    })
    .prefault({}),
  rates: z
    .strictObject({
      set: z.string().min(1).optional().describe("rate set used where a question names none"),
      basis: z.enum(["charge-day", "month-average", "month-end", "invoice"]).default("month-average")
    })
    .prefault({}),
  health: z
    .record(
      z.string().regex(/^[a-z][a-z-]{0,59}$/, "a threshold by its id, such as late-attention"),
      z
        .union([z.string(), z.number()])
        .transform(String)
        .pipe(z.string().regex(/^\d{1,12}(\.\d{1,9})?$/, "a plain number such as 2 or 0.95"))
    )
    .default({})
    .describe("thresholds of the health of sources, where others are wanted than usual; see ashlar sources health"),
  sources: z.array(sourceSettings).default([])
});

export type SourceSettings = z.output<typeof sourceSettings>;
export type Settings = z.output<typeof settings>;
