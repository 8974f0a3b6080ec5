import {z} from "zod";
import {type Delivery, fileOfAddress, type FoundManifest, wholeSource} from "./delivery.ts";
import type {InputFile} from "./file.ts";

/** What we use of the manifest that Azure Cost Management writes beside the files of a run. */
const azureManifest = z.object({
  exportConfig: z.object({exportName: z.string().optional(), resourceId: z.string().optional()}),
  runInfo: z.object({
    submittedTime: z.string().optional(),
    startDate: z.string().optional(),
    endDate: z.string().optional()
  }),
  dataRowCount: z.number().optional(),
  blobs: z.array(z.object({blobName: z.string(), dataRowCount: z.number().optional()})).min(1)
});

export function isAzureManifest(body: unknown): boolean {
  return azureManifest.safeParse(body).success;
}

/** One delivery for each scope and period: the newest run counts, since every run is complete. */
export function azureDeliveries(
  files: readonly InputFile[],
  manifests: readonly FoundManifest[],
  notes: string[]
): Delivery[] {
  const newest = new Map<string, {submitted: string; file: InputFile; delivery: Delivery}>();
  for (const {file, body} of manifests) {
    const manifest = azureManifest.parse(body);
    const {runInfo, blobs} = manifest;
    const partition = scopeOf(manifest.exportConfig.resourceId);
    const key = JSON.stringify([partition, runInfo.startDate, runInfo.endDate]);
    const submitted = runInfo.submittedTime ?? file.name;
    const found = {
      submitted,
      file,
      delivery: {
        partition,
        files: blobs.map(({blobName}) => fileOfAddress(blobName, files, file)),
        promised: manifest.dataRowCount === undefined ? null : {rows: manifest.dataRowCount, manifest: file.name}
      }
    };
    const other = newest.get(key);
    const [keep, drop] = other === undefined || other.submitted < submitted ? [found, other] : [other, found];
    if (drop !== undefined) notes.push(`${drop.file.name}: an older run of the same period, passed over`);
    newest.set(key, keep);
  }
  return [...newest.values()].map(({delivery}) => delivery);
}

/** The scope of an export is the part of the bill that it is complete for: a subscription, say. */
function scopeOf(resourceId: string | undefined): string {
  const scope = resourceId?.replace(/\/providers\/Microsoft\.CostManagement\/.*$/i, "").replace(/^\/+|\/+$/g, "");
  return scope === undefined || scope === "" ? wholeSource : scope.toLowerCase();
}
