import {copyFile, mkdir, mkdtemp, readFile, realpath, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from "node:path";
import {UserError} from "../../errors.ts";
import type {DeclaredTest} from "../../focus/importers/declared/form.ts";
import type {DeclaredImporter} from "../../focus/importers/declared/load.ts";
import type {DeclaredProblem} from "../../focus/importers/declared/problem.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {settings as settingsSchema} from "../../settings.ts";
import {openWorkplace} from "../../workplace.ts";
import {withReasons} from "../storage.ts";
import {importerTest} from "./importer-contract.ts";
import {differencesOf} from "./importer-difference.ts";

export const importerTestOperation = operation(importerTest, test);

type Report = Output<typeof importerTest>;

/** Runs the tests of declared importers; see the contract. Throws `not-found`, `input.missing`. */
async function test({importer}: Input<typeof importerTest>, context: Context): Promise<Report> {
  const {declared, problems} = await chosen(importer, context);
  const rows: Report["rows"] = [];
  for (const each of declared) {
    const {tests} = each.form;
    if (tests.length === 0)
      rows.push({importer: each.importer.id, test: "", status: "untested", rows: 0, differences: []});
    for (const [index, one] of tests.entries()) {
      context.progress({stage: "test", message: `${each.importer.id}: ${one.name}`, done: index, total: tests.length});
      rows.push(await outcome(each, one, context));
    }
  }
  const failed = rows.some(({status}) => status === "failed") || problems.length > 0;
  return {verdict: failed ? "quality" : "ok", rows, problems: [...problems]};
}

/** The declarations that the call means; a file may lie anywhere, an id is one of the practice. */
async function chosen(
  wanted: string | undefined,
  {folder, effects}: Context
): Promise<{readonly declared: readonly DeclaredImporter[]; readonly problems: readonly DeclaredProblem[]}> {
  const {declaredFolder, parseDeclaration, readDeclaredImporters} =
    await import("../../focus/importers/declared/load.ts");
  const all = await readDeclaredImporters(folder.root);
  if (wanted === undefined) return all;
  const found = all.declared.find(({importer}) => importer.id === wanted);
  if (found !== undefined) return {declared: [found], problems: []};
  if (!/\.ya?ml$/.test(wanted)) {
    const broken = all.problems.filter(({file}) => basename(file).replace(/\.ya?ml$/, "") === wanted);
    if (broken.length > 0) return {declared: [], problems: broken};
    throw new UserError("not-found", `There is no declared importer ${wanted}`, {
      remedy: `See: ashlar importer list. Declarations lie in ${declaredFolder} of the practice.`
    });
  }
  const paths = [resolve(effects.cwd(), wanted), resolve(folder.root, wanted)];
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) continue;
    const read = parseDeclaration(text, wanted);
    if ("problems" in read) return {declared: [], problems: read.problems};
    return {declared: [{...read, file: relative(folder.root, path)}], problems: []};
  }
  throw new UserError("input.missing", `There is no file ${wanted}`, {at: {file: wanted}, remedy: "Check the path."});
}

async function outcome(
  declared: DeclaredImporter,
  one: DeclaredTest,
  context: Context
): Promise<Report["rows"][number]> {
  const root = await withReasons(tmpdir(), () => mkdtemp(join(tmpdir(), "ashlar-importer-")));
  const place = openWorkplace({
    caller: context.caller,
    folder: {root, file: null, data: join(root, ".ashlar")},
    settings: settingsSchema.parse({engine: context.settings.engine, lake: {quarantine: 1_000_000}}),
    effects: {...context.effects, cwd: () => root},
    signal: context.signal,
    progress: () => {}
  });
  const of = (differences: Report["rows"][number]["differences"], rows = 0): Report["rows"][number] => ({
    importer: declared.importer.id,
    test: one.name,
    status: differences.length === 0 ? "passed" : "failed",
    rows,
    differences
  });
  try {
    const paths = await laidOut(declared, one, root, context);
    const {ingest} = await import("../ingest/ingest.ts");
    const {ingest: contract} = await import("../ingest/contract.ts");
    const format = declared.importer.id;
    const report = await ingest(contract.input.parse({paths, source: "sample", format}), place.context);
    const {differences, rows} = await differencesOf(one, report, place.context);
    return of(differences, rows);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === "cancelled") throw error;
    return of([{what: "ingest", expected: "no refusal", found: `${error.code}: ${error.message}`}]);
  } finally {
    await place.close();
    await rm(root, {recursive: true, force: true});
  }
}

/** The declaration and its sample files in a folder of their own. */
async function laidOut(
  {file, text, importer}: DeclaredImporter,
  {files}: DeclaredTest,
  root: string,
  {folder}: Context
): Promise<readonly string[]> {
  const {declaredFolder} = await import("../../focus/importers/declared/load.ts");
  await mkdir(join(root, declaredFolder), {recursive: true});
  await writeFile(join(root, declaredFolder, `${importer.id}.yaml`), text);
  const beside = dirname(resolve(folder.root, file));
  const paths: string[] = [];
  for (const [index, each] of files.entries()) {
    const name = `${index}-${basename("file" in each ? each.file : each.name)}`;
    await mkdir(join(root, "files"), {recursive: true});
    const target = join(root, "files", name);
    if ("file" in each) await copyFile(await sampleBelow(beside, each.file), target);
    else await writeFile(target, each.content);
    paths.push(join("files", name));
  }
  return paths;
}

/** A sample lies below the folder of its declaration, also where links lead. */
async function sampleBelow(folder: string, name: string): Promise<string> {
  const real = await realpath(resolve(folder, name)).catch(() => null);
  if (real === null)
    throw new UserError("input.missing", `There is no sample ${name}`, {at: {file: name}, remedy: "Check the path."});
  const way = relative(await realpath(folder), real);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new UserError("caller.refused", `The sample ${name} lies outside the folder of the declaration`, {
      at: {file: name},
      remedy: "Put it beside the declaration."
    });
  return real;
}
