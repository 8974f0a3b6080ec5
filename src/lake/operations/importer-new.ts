import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {withReasons} from "../storage.ts";
import {importerNew} from "./importer-contract.ts";

export const importerNewOperation = operation(importerNew, create);

/** Throws `name.taken` where the id or the file is there already. */
async function create(
  {id, template, dryRun}: Input<typeof importerNew>,
  {folder}: Context
): Promise<Output<typeof importerNew>> {
  const {declaredFolder, readDeclaredImporters} = await import("../../focus/importers/declared/load.ts");
  const {templates} = await import("../../focus/importers/declared/templates.data.ts");
  const {importers} = await import("../../focus/importers/importers.ts");
  const {declared} = await readDeclaredImporters(folder.root);
  const file = `${declaredFolder}/${id}.yaml`;
  const other = declared.find(({importer}) => importer.id === id)?.file;
  if (other !== undefined || importers.some((importer) => importer.id === id)) throw taken(id, other ?? "the package");
  const text = templates[template].replace(/^id: .*$/m, `id: ${id}`);
  if (!dryRun) {
    const path = join(folder.root, declaredFolder);
    await withReasons(path, async () => {
      await mkdir(path, {recursive: true});
      await writeNew(join(folder.root, file), text, id, file);
    });
  }
  return {
    file,
    written: !dryRun,
    text,
    notes: [`Change the names of columns to those of your file, then: ashlar importer test ${id}`]
  };
}

async function writeNew(path: string, text: string, id: string, file: string): Promise<void> {
  try {
    await writeFile(path, text, {flag: "wx"});
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw taken(id, file);
    throw error;
  }
}

function taken(id: string, by: string): UserError {
  return new UserError("name.taken", `The id ${id} is taken by ${by}`, {remedy: "Choose another id."});
}
