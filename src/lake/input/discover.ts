import {readdir, realpath, stat} from "node:fs/promises";
import {basename, isAbsolute, join, relative, resolve} from "node:path";
import {UserError} from "../../errors.ts";
import {awsDeliveries, isAwsManifest} from "./aws-manifest.ts";
import {azureDeliveries, isAzureManifest} from "./azure-manifest.ts";
import {type Delivery, type FoundManifest, wholeSource} from "./delivery.ts";
import {type InputFile, readError} from "./file.ts";

export interface Discovery {
  readonly deliveries: readonly Delivery[];
  /** What was passed over, and why, for the summary. */
  readonly notes: readonly string[];
}

/**
 * Finds what was delivered. A folder with manifests of AWS Data Exports or Azure Cost Management is read by them, so
 * that old runs beside the newest one are never added up; other folders are taken file by file, each `billing_period=`
 * partition as a delivery. Throws `input.missing`, `input.incomplete`, `input.unreadable`.
 */
export async function discover(paths: readonly string[], cwd: string): Promise<Discovery> {
  const notes: string[] = [];
  const deliveries: Delivery[] = [];
  const loose: InputFile[] = [];
  for (const path of paths) {
    const given = {name: shownName(path, cwd), path: resolve(cwd, path)};
    if (await isFolder(given)) {
      const found = await folder(given, notes);
      deliveries.push(...found);
    } else loose.push(given);
  }
  if (loose.length > 0) deliveries.push({partition: wholeSource, files: unique(loose), promised: null});
  if (deliveries.length === 0)
    throw new UserError("input.missing", `No CSV or Parquet files in ${paths.join(", ")}`, {
      remedy: "Name a file, or a folder with files that end in .csv, .csv.gz, .csv.zst, .json or .parquet."
    });
  return {deliveries, notes};
}

/** A path as manifests and messages keep it: as it was typed, but nothing of the machine above the current folder. */
function shownName(path: string, cwd: string): string {
  if (!isAbsolute(path)) return path;
  const below = relative(cwd, path);
  return below === "" || below.startsWith("..") || isAbsolute(below) ? basename(path) : below;
}

async function isFolder(given: InputFile): Promise<boolean> {
  try {
    return (await stat(given.path)).isDirectory();
  } catch (error) {
    throw readError(given, error);
  }
}

async function folder(given: InputFile, notes: string[]): Promise<Delivery[]> {
  const files = await filesBelow(given.path, given.name);
  const manifests: FoundManifest[] = [];
  for (const file of files.filter(({name}) => name.toLowerCase().endsWith("manifest.json"))) {
    const body = await readJson(file);
    if (isAwsManifest(body) || isAzureManifest(body)) manifests.push({file, body});
  }
  if (manifests.some(({body}) => isAwsManifest(body))) return awsDeliveries(given, files, manifests, notes);
  if (manifests.length > 0) return azureDeliveries(files, manifests, notes);
  return byPartition(files.flatMap((file) => (isData(file) ? [file] : isJson(file) ? [{...file, isExtra: true}] : [])));
}

/** JSON beside other files may be a bill, or anything: it is looked into, and passed over where no importer knows it. */
function isJson({name}: InputFile): boolean {
  return /\.(json|jsonl|ndjson)(\.gz|\.zst)?$/i.test(name) && !/manifest\.json$/i.test(name);
}

/** Every file below a folder in the order of names, without hidden ones and the leavings of writers (`_SUCCESS`). */
async function filesBelow(path: string, name: string, above: readonly string[] = []): Promise<InputFile[]> {
  let entries;
  let real;
  try {
    real = await realpath(path);
    // A link to a folder that it lies in would go round for ever.
    if (above.includes(real)) return [];
    entries = await readdir(path, {withFileTypes: true});
  } catch (error) {
    throw readError({path, name}, error);
  }
  const files: InputFile[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("_")) continue;
    const below = {path: join(path, entry.name), name: join(name, entry.name)};
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(below))))
      files.push(...(await filesBelow(below.path, below.name, [...above, real])));
    else files.push(below);
  }
  return files;
}

export function isData({name}: InputFile): boolean {
  return (
    /\.(csv|csv\.gz|csv\.gzip|csv\.zst|parquet|snappy\.parquet|gz)$/i.test(name) &&
    !/\.(json|jsonl|ndjson)\.gz$/i.test(name)
  );
}

function byPartition(files: readonly InputFile[]): Delivery[] {
  const groups = new Map<string, InputFile[]>();
  for (const file of files) {
    const period = /[\\/]billing_period=([^\\/]+)[\\/]/i.exec(file.path)?.[1] ?? "";
    groups.set(period, [...(groups.get(period) ?? []), file]);
  }
  return [...groups.values()].map((group) => ({partition: wholeSource, files: group, promised: null}));
}

async function readJson(file: InputFile): Promise<unknown> {
  const {readFile} = await import("node:fs/promises");
  try {
    return JSON.parse((await readFile(file.path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UserError("input.unreadable", `${file.name} is not valid JSON`, {
        at: {file: file.name},
        remedy: "Fetch the manifest again; it may have been cut short."
      });
    throw readError(file, error);
  }
}

function unique(files: readonly InputFile[]): InputFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
