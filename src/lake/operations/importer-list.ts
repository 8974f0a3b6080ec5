import {UserError} from "../../errors.ts";
import type {Importer} from "../../focus/importers/importer.ts";
import {didYouMean} from "../../nearest.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {importerList, importerShow} from "./importer-contract.ts";

export const importerListOperation = operation(importerList, list);
export const importerShowOperation = operation(importerShow, show);

async function list(_: Input<typeof importerList>, context: Context): Promise<Output<typeof importerList>> {
  const {package: own, declared, problems} = await known(context);
  const entry = ({id, title, reads, focus, about}: Importer, origin: "package" | "practice") => ({
    id,
    title,
    origin,
    reads,
    focus,
    about
  });
  return {
    rows: [
      ...declared.map(({importer}) => entry(importer, "practice")),
      ...own.map((importer) => entry(importer, "package"))
    ],
    problems: [...problems]
  };
}

/** Throws `not-found`; `importer.invalid` for one whose declaration has a mistake. */
async function show({id}: Input<typeof importerShow>, context: Context): Promise<Output<typeof importerShow>> {
  const {package: own, declared, problems} = await known(context);
  const found = declared.find(({importer}) => importer.id === id);
  const importer = found?.importer ?? own.find((each) => each.id === id);
  if (importer === undefined) {
    const broken = problems.find(({file}) => file.endsWith(`/${id}.yaml`) || file.endsWith(`/${id}.yml`));
    if (broken !== undefined) {
      const {problemError} = await import("../../focus/importers/declared/problem.ts");
      throw problemError(broken);
    }
    const ids = [...declared.map(({importer: each}) => each.id), ...own.map((each) => each.id)];
    throw new UserError("not-found", `There is no importer ${id}${didYouMean(id, ids)}`, {
      remedy: "See: ashlar importer list"
    });
  }
  const {title, about, reads, focus} = importer;
  return {
    id,
    title,
    about,
    origin: found === undefined ? "package" : "practice",
    reads,
    focus,
    file: found?.file ?? null,
    rows: [
      ...importer.columns.map(({name, kind, spelled, required = false, filled = false, values}) => ({
        column: name,
        kind,
        spelled: [...spelled],
        required,
        filled,
        values: values === undefined ? null : [...values]
      })),
      ...(importer.families ?? []).map(({name}) => ({
        column: name,
        kind: "family",
        spelled: [],
        required: false,
        filled: false,
        values: null
      }))
    ],
    text: found?.text ?? null
  };
}

async function known({folder}: Context) {
  const {readDeclaredImporters} = await import("../../focus/importers/declared/load.ts");
  const {importers} = await import("../../focus/importers/importers.ts");
  return {...(await readDeclaredImporters(folder.root)), package: importers};
}
