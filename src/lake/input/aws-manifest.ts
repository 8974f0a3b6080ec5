import {z} from "zod";
import {UserError} from "../../errors.ts";
import {readVersion} from "../../focus/version.ts";
import {type Delivery, fileOfAddress, type FoundManifest, pathBelow, wholeSource} from "./delivery.ts";
import type {InputFile} from "./file.ts";

/** What we use of the manifest of an AWS Data Export (`dataFiles`) or a legacy Cost and Usage Report (`reportKeys`). */
const awsManifest = z.union([
  z.object({
    dataFiles: z.array(z.string()).min(1),
    exportName: z.string().optional(),
    // An export of Ashlar has the same form, and says besides what its files are and have.
    kind: z.string().optional(),
    focusVersion: z.string().optional(),
    rowCount: z.int().optional()
  }),
  z.object({reportKeys: z.array(z.string()).min(1), reportName: z.string().optional()})
]);

export function isAwsManifest(body: unknown): boolean {
  return awsManifest.safeParse(body).success;
}

/**
 * One delivery for each billing period: AWS writes a complete export several times a day, and where old versions are
 * kept each has a folder of its own below the period; only the newest counts.
 */
export function awsDeliveries(
  folder: InputFile,
  files: readonly InputFile[],
  manifests: readonly FoundManifest[],
  notes: string[]
): Delivery[] {
  const parsed = manifests.flatMap(({file, body}) => {
    const {data} = awsManifest.safeParse(body);
    if (data === undefined) return [];
    const place = pathBelow(folder.path, file);
    return [
      {
        file,
        addresses: "dataFiles" in data ? data.dataFiles : data.reportKeys,
        name: ("dataFiles" in data ? data.exportName : data.reportName) ?? "",
        period: periodOf(place) ?? place,
        place,
        ...ownFacts(data)
      }
    ];
  });
  const names = new Set(parsed.map(({name}) => name));
  if (names.size > 1)
    throw new UserError("input.incomplete", `${folder.name} holds ${names.size} exports: ${[...names].join(", ")}`, {
      at: {file: folder.name},
      remedy: "Ingest each export's folder as a source of its own, so that none replaces another."
    });
  const newest = new Map<string, (typeof parsed)[number]>();
  // The folders of runs begin with their time, so the last in the order of names is the newest.
  for (const each of parsed.toSorted((a, b) => (a.place < b.place ? -1 : 1))) {
    const older = newest.get(each.period);
    if (older !== undefined) notes.push(`${older.file.name}: an older run of ${each.period}, passed over`);
    newest.set(each.period, each);
  }
  return [...newest.values()].map(({addresses, file, rows, hints}) => ({
    partition: wholeSource,
    files: addresses.map((address) => ({...fileOfAddress(address, files, file), ...(hints === null ? {} : {hints})})),
    promised: rows === null ? null : {rows, manifest: file.name}
  }));
}

/** What the manifest of an export of Ashlar says: its rows were mended when they first came, and are none of a vendor's. */
function ownFacts(data: z.output<typeof awsManifest>): {
  rows: number | null;
  hints: Required<InputFile>["hints"] | null;
} {
  if (!("dataFiles" in data) || data.kind !== "ashlar-export") return {rows: null, hints: null};
  const version = data.focusVersion === undefined ? null : readVersion(data.focusVersion);
  return {rows: data.rowCount ?? null, hints: {flavour: "plain", ...(version === null ? {} : {version})}};
}

function periodOf(place: string): string | undefined {
  return /billing_period=([^/]+)/i.exec(place)?.[1] ?? /(\d{8}-\d{8})/.exec(place)?.[1];
}
