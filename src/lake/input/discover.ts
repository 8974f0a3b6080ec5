import {readdir, stat} from "node:fs/promises";
import {basename, dirname, join, relative, resolve} from "node:path";
import {UserError} from "../../errors.ts";
import {awsDeliveries, isAwsManifest} from "./aws-manifest.ts";
import {azureDeliveries, isAzureManifest} from "./azure-manifest.ts";
import {type InputFile, readError} from "./file.ts";

/** Files that belong together: what a manifest lists, one partition of a folder, or what a command names. */
export interface Delivery {
  /** The part of a source's bill that this delivery replaces; see `unit` in ../snapshot.ts. */
  readonly partition: string;
  readonly files: readonly InputFile[];
  /** The rows that a manifest promises, null where none does. */
  readonly promisedRows: number | null;
}

export interface Discovery {
  readonly deliveries: readonly Delivery[];
  /** What was passed over, and why, for the summary. */
  readonly notes: readonly string[];
}

/** A manifest with the folder it lies in. */
export interface FoundManifest {
  readonly file: InputFile;
  readonly body: unknown;
}

export const wholeSource = "all";

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
    const given = {name: path, path: resolve(cwd, path)};
    if (await isFolder(given)) {
      const found = await folder(given, notes);
      deliveries.push(...found);
    } else loose.push(given);
  }
  if (loose.length > 0) deliveries.push({partition: wholeSource, files: unique(loose), promisedRows: null});
  if (deliveries.length === 0)
    throw new UserError("input.missing", `No CSV or Parquet files in ${paths.join(", ")}`, {
      remedy: "Name a file, or a folder with files that end in .csv, .csv.gz, .csv.zst or .parquet."
    });
  return {deliveries, notes};
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
  return byPartition(files.filter(isData));
}

/** Every file below a folder in the order of names, without hidden ones and the leavings of writers (`_SUCCESS`). */
async function filesBelow(path: string, name: string): Promise<InputFile[]> {
  let entries;
  try {
    entries = await readdir(path, {withFileTypes: true});
  } catch (error) {
    throw readError({path, name}, error);
  }
  const files: InputFile[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("_")) continue;
    const below = {path: join(path, entry.name), name: join(name, entry.name)};
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(below))))
      files.push(...(await filesBelow(below.path, below.name)));
    else files.push(below);
  }
  return files;
}

export function isData({name}: InputFile): boolean {
  return /\.(csv|csv\.gz|csv\.gzip|csv\.zst|parquet|snappy\.parquet|gz)$/i.test(name);
}

function byPartition(files: readonly InputFile[]): Delivery[] {
  const groups = new Map<string, InputFile[]>();
  for (const file of files) {
    const period = /[\\/]billing_period=([^\\/]+)[\\/]/i.exec(file.path)?.[1] ?? "";
    groups.set(period, [...(groups.get(period) ?? []), file]);
  }
  return [...groups.values()].map((group) => ({partition: wholeSource, files: group, promisedRows: null}));
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

/**
 * The file below a folder that a manifest's address names: addresses are of the vendor's bucket or container, so the
 * longest end of the address that is the end of a file's path counts. Throws `input.incomplete` where none is.
 */
export function fileOfAddress(address: string, files: readonly InputFile[], manifest: InputFile): InputFile {
  const segments = address
    .replace(/^[a-z0-9]+:\/\//i, "")
    .split("/")
    .filter((segment) => segment !== "");
  const candidates = files.filter((file) => basename(file.path) === segments.at(-1));
  const shared = (file: InputFile): number => {
    const own = file.path.split(/[\\/]/);
    let n = 0;
    while (n < segments.length && own.at(-1 - n) === segments.at(-1 - n)) n++;
    return n;
  };
  const best = candidates.toSorted((a, b) => shared(b) - shared(a))[0];
  if (best === undefined)
    throw new UserError(
      "input.incomplete",
      `${manifest.name} names ${segments.at(-1) ?? address}, which is not in the folder`,
      {
        at: {file: manifest.name},
        remedy: "Fetch the whole export, with its data folder, and ingest it again. Nothing was changed."
      }
    );
  return best;
}

/** What lies between a folder and a file below it, with forward slashes. */
export function pathBelow(root: string, file: InputFile): string {
  return relative(root, dirname(file.path)).replaceAll("\\", "/");
}

function unique(files: readonly InputFile[]): InputFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
