import {dirname} from "node:path/posix";
import {z} from "zod";

/** What a vendor's manifest says of a delivery, as far as it decides what is fetched. */
export const manifestFacts = z.object({
  vendor: z.enum(["aws", "azure"]),
  /** What belongs to one export, so that two in one location are noticed. */
  export: z.string(),
  /** The part of the bill that the delivery replaces: of those with the same slot the newest counts. */
  slot: z.string(),
  /** Sorts by age within a slot. */
  age: z.string(),
  period: z.string().nullable(),
  /** The files in the vendor's own words. */
  addresses: z.array(z.string())
});
export type ManifestFacts = z.output<typeof manifestFacts>;

const dataExport = z.object({dataFiles: z.array(z.string()).min(1), exportName: z.string().optional()});
const costReport = z.object({reportKeys: z.array(z.string()).min(1), reportName: z.string().optional()});
const azureExport = z.object({
  exportConfig: z.object({exportName: z.string().optional(), resourceId: z.string().optional()}),
  runInfo: z.object({
    submittedTime: z.string().optional(),
    startDate: z.string().optional(),
    endDate: z.string().optional()
  }),
  blobs: z.array(z.object({blobName: z.string()})).min(1)
});

export function isManifestKey(key: string): boolean {
  return /(^|[/-])manifest\.json$/i.test(key);
}

/** The facts of a manifest at `key`, last written at `modified`; null for JSON of another kind. */
export function factsOf(body: unknown, key: string, modified: string | null): ManifestFacts | null {
  const place = dirname(key);
  const period = periodOf(place);
  const slot = period ?? place;
  const newest = dataExport.safeParse(body);
  if (newest.success) {
    const {dataFiles, exportName = ""} = newest.data;
    // The folders of runs begin with their time, so the last in the order of names is the newest.
    return {vendor: "aws", export: exportName, slot, age: place, period, addresses: dataFiles};
  }
  const legacy = costReport.safeParse(body);
  if (legacy.success) {
    const {reportKeys, reportName = ""} = legacy.data;
    // The folders of assemblies have random names; the manifest above them is of the newest.
    const depth = String(999 - place.split("/").length).padStart(3, "0");
    return {vendor: "aws", export: reportName, slot, age: `${depth} ${modified ?? ""}`, period, addresses: reportKeys};
  }
  const azure = azureExport.safeParse(body);
  if (!azure.success) return null;
  const {exportConfig, runInfo, blobs} = azure.data;
  return {
    vendor: "azure",
    export: exportConfig.exportName ?? "",
    slot: JSON.stringify([
      exportConfig.resourceId?.toLowerCase() ?? "",
      runInfo.startDate ?? place,
      runInfo.endDate ?? ""
    ]),
    age: runInfo.submittedTime ?? key,
    period: /^\d{4}-\d\d/.exec(runInfo.startDate ?? "")?.[0] ?? period,
    addresses: blobs.map(({blobName}) => blobName)
  };
}

/** The manifest with other addresses in the place of its own, one for each. */
export function withAddresses(body: unknown, addresses: readonly string[]): unknown {
  if (typeof body !== "object" || body === null) throw new Error("a manifest that is no object");
  if ("dataFiles" in body) return {...body, dataFiles: addresses};
  if ("reportKeys" in body) return {...body, reportKeys: addresses};
  if ("blobs" in body && Array.isArray(body.blobs)) {
    const blobs = (body.blobs as object[]).map((blob, index) => ({...blob, blobName: addresses[index]}));
    return {...body, blobs};
  }
  throw new Error("a manifest of an unknown kind");
}

/** The month that a path speaks of: `billing_period=2026-10`, `20261001-20261031`, `year=2026/month=10`, `2026/10/07`. */
export function periodOf(path: string): string | null {
  const patterns = [
    /billing_period=(20\d\d)-?(0[1-9]|1[0-2])/i,
    /(?<!\d)(20\d\d)(0[1-9]|1[0-2])\d\d-20\d{6}(?!\d)/,
    /year=(20\d\d)\/month=(0?[1-9]|1[0-2])(?!\d)/i,
    /(?<!\d)(20\d\d)[-_/](0[1-9]|1[0-2])(?!\d)/,
    /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(\d\d)?(?!\d)/
  ];
  for (const pattern of patterns) {
    const [, year, month] = pattern.exec(path) ?? [];
    if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, "0")}`;
  }
  return null;
}
