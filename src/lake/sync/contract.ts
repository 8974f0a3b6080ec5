import {z} from "zod";
import {contract} from "../../operation.ts";
import {sourceId} from "../../settings.ts";
import {billingPeriod} from "../snapshot.ts";

/** What became of the deliveries of one source. */
const syncedSource = z.object({
  source: z.string(),
  status: z
    .enum(["unchanged", "synced", "would sync", "held", "failed"])
    .describe("held: something came in that questions do not see; failed: see error"),
  objects: z.int().describe("files found at the location, manifests included"),
  deliveries: z.int().describe("deliveries found: what a manifest lists, or files that belong together"),
  changed: z.int().describe("deliveries that are new or changed since they were last taken in"),
  fetched: z.int().describe("files fetched"),
  bytes: z.int().describe("bytes fetched; in a dry run, bytes to fetch"),
  gone: z.int().describe("files that were taken in and are no longer there; what came of them stays"),
  error: z.object({code: z.string(), message: z.string(), remedy: z.string().nullable()}).nullable(),
  next: z.string().nullable().describe("instant from which on the server looks again; null without a cadence")
});

/** What became of one delivery that was new or changed. */
const syncedDelivery = z.object({
  source: z.string(),
  delivery: z.string(),
  period: z.string().nullable().describe("month that its path or manifest names"),
  files: z.int(),
  bytes: z.int(),
  status: z.enum(["published", "held", "unchanged", "failed", "would fetch"]),
  periods: z.array(
    z.object({
      dataset: z.string(),
      billingPeriod,
      partition: z.string(),
      status: z.enum(["published", "held", "unchanged"]),
      snapshot: z.string(),
      rows: z.int(),
      rowsChange: z.int()
    })
  ),
  error: z.string().nullable()
});

export const sync = contract({
  name: "sync",
  summary: "Fetches what is new or changed at the locations of sources, and takes it into the lake.",
  description:
    "A source of ashlar.yaml with a location (a folder, S3 and what is compatible with it, Azure Blob Storage, Google Cloud Storage, HTTPS) is listed; manifests of AWS Data Exports and Azure exports say what belongs together and which run is the newest; only deliveries that changed are fetched, to a folder of bounded size, and ingested one after the other. " +
    "What was cut off goes on where it ended. Each source fails by itself, and the others go on. " +
    "Credentials come from the vendor's own chain or from the environment, never from the practice file.",
  kind: "write",
  input: z.strictObject({
    source: sourceId.optional().describe("only this source; default: all that have a location"),
    since: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-07")
      .optional()
      .describe("leave out deliveries of earlier months, such as 2026-07"),
    again: z.boolean().default(false).describe("also fetch what was taken in before and did not change"),
    replace: z.boolean().default(false).describe("replace even where much less would be left"),
    dryRun: z.boolean().default(false).describe("say what would be fetched, and fetch nothing but manifests")
  }),
  output: z.object({
    verdict: z
      .enum(["ok", "quality", "partial"])
      .describe("quality: a billing period was held back; partial: a source or delivery failed"),
    dryRun: z.boolean(),
    rows: z.array(syncedSource),
    deliveries: z.array(syncedDelivery),
    notes: z.array(z.string())
  }),
  positional: ["source"],
  examples: [
    {command: "sync", remark: "all sources with a location"},
    {command: "sync aws-prod --dry-run", remark: "what would be fetched of one"},
    {command: "sync azure --since 2026-07", remark: "only newer months"}
  ]
});

export const vendors = ["aws", "azure", "gcp", "oci", "https"] as const;

export const sourcesPolicy = contract({
  name: "sources.policy",
  summary: "The least permission that lets Ashlar read the exports of a source, to be given at the vendor.",
  description:
    "Each grants listing and reading below one location and nothing else. With the id of a source, its bucket and prefix are filled in; without, there are words in capitals to replace.",
  kind: "read",
  input: z.strictObject({
    source: sourceId.optional().describe("fill in the location of this source"),
    vendor: z.enum(vendors).optional().describe("only this vendor; default: that of the source, or all")
  }),
  output: z.object({
    rows: z.array(
      z.object({
        vendor: z.enum(vendors),
        source: z.string().nullable(),
        title: z.string(),
        text: z.string().describe("policy, statement or command, as it is given to the vendor"),
        notes: z.array(z.string())
      })
    )
  }),
  positional: ["source"],
  examples: [
    {command: "sources policy aws-prod", remark: "for the bucket of one source"},
    {command: "sources policy --vendor azure", remark: "the form for a vendor"}
  ]
});
