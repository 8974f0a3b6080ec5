import {basename, dirname, relative} from "node:path";
import {UserError} from "../../errors.ts";
import type {InputFile} from "./file.ts";

/** Files that belong together: what a manifest lists, one partition of a folder, or what a command names. */
export interface Delivery {
  /** The part of a source's bill that this delivery replaces; see `unit` in ../snapshot.ts. */
  readonly partition: string;
  readonly files: readonly InputFile[];
  /** The rows that a manifest promises, null where none does. */
  readonly promised: {readonly rows: number; readonly manifest: string} | null;
}

/** A manifest with the folder it lies in. */
export interface FoundManifest {
  readonly file: InputFile;
  readonly body: unknown;
}

export const wholeSource = "all";

/**
 * The file below a folder that a manifest's address names: addresses are of the vendor's bucket or container, so the
 * longest end of the address that is the end of a file's path counts. The name alone is not enough, since every period
 * and run has files of the same names, unless the file lies beside its manifest. Throws `input.incomplete`.
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
  const isNamed = (file: InputFile): boolean =>
    shared(file) >= Math.min(2, segments.length) || dirname(file.path) === dirname(manifest.path);
  const best = candidates.filter(isNamed).toSorted((a, b) => shared(b) - shared(a))[0];
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
