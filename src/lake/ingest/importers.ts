import type {Importer} from "../../focus/importers/importer.ts";
import {importerRevision, importers} from "../../focus/importers/importers.ts";
import type {Context} from "../../operation.ts";

export interface KnownImporters {
  /** Declared ones of the practice first, then those of the package. */
  readonly all: readonly Importer[];
  /** What of them decides how bytes are read. */
  readonly digest: string;
}

/** The importers that a practice has. Throws `importer.invalid` where one that it declares has a mistake. */
export async function importersOf({folder}: Context): Promise<KnownImporters> {
  const {problemError, readDeclaredImporters} = await import("../../focus/importers/declared/load.ts");
  const {declared, problems, digest} = await readDeclaredImporters(folder.root);
  const [problem] = problems;
  if (problem !== undefined) throw problemError(problem);
  const own = declared.map(({importer}) => importer);
  return {
    all: [...own, ...importers],
    digest: own.length === 0 ? String(importerRevision) : `${importerRevision} ${digest}`
  };
}
