import {readdir, stat} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {frameworkFolder} from "./folder.ts";
import type {Edition, Framework} from "./framework.ts";
import type {MapStep} from "./map-file.ts";
import {impliedStep} from "./mapping.ts";
import {readEdition, type ReadEdition, type Surroundings, withTextIds} from "./read-edition.ts";
import {editionOf, type Shipped} from "./shipped.ts";
import {type FileFinding, isFindings, readYamlFile, type YamlFile} from "./yaml-file.ts";

/** The folder below a practice whose YAML files are editions of its own. */
export const ownFolder = "framework";

/** Own edition files that are read at most. */
const mostOwn = 50;

export type OwnFile = {
  readonly path: string;
  readonly name: string;
  readonly read: YamlFile | Extract<Awaited<ReturnType<typeof readYamlFile>>, readonly unknown[]>;
};

/** The edition files of a practice, read as YAML. */
export async function readOwn(root: string): Promise<readonly OwnFile[]> {
  const paths = await ownFiles(root);
  return Promise.all(
    paths.map(async (path) => {
      const name = relative(root, path).split(sep).join("/");
      return {path, name, read: await readYamlFile(path, name)};
    })
  );
}

/** Plain files only: a link may lead out of the practice. */
async function ownFiles(root: string): Promise<readonly string[]> {
  const folder = join(root, ownFolder);
  if (folder === frameworkFolder()) return [];
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({name}) => join(folder, name))
    .toSorted()
    .slice(0, mostOwn);
}

/** Changes when an own edition file does. */
export async function stampOf(root: string): Promise<string> {
  const paths = await ownFiles(root);
  const stats = await Promise.all(paths.map(async (path) => stat(path).catch(() => null)));
  return JSON.stringify(
    paths.map((path, index) => [path, stats[index]?.mtimeMs, stats[index]?.size, stats[index]?.ino])
  );
}

export interface OwnEditions {
  readonly editions: readonly Edition[];
  /** All editions as their files say them, the shipped ones included. */
  readonly values: Surroundings["editions"];
  readonly steps: readonly MapStep[];
  readonly faults: Framework["faults"];
}

/** Reads own editions in the order in which they extend each other; one that waits for ever is part of a circle. */
export function ownEditions(shipped: Shipped, files: readonly OwnFile[]): OwnEditions {
  const values = new Map(shipped.around.editions);
  const editions: Edition[] = [];
  const steps: MapStep[] = [];
  const faults: Framework["faults"][number][] = [];
  let left = files.flatMap(({name, read}) => {
    if (!isFindings(read)) return [{name, read, ...idsOf(read)}];
    faults.push({file: name, edition: null, findings: read});
    return [];
  });
  const blame = (file: string, edition: string | null, ...findings: readonly FileFinding[]): void => {
    faults.push({file, edition, findings});
  };
  for (let before = left.length + 1; left.length < before;) {
    before = left.length;
    const waiting = left.filter((file) =>
      left.some((other) => other !== file && file.base !== null && other.id === file.base)
    );
    for (const {name, read} of left.filter((file) => !waiting.includes(file))) {
      const result = readEdition(read, {...shipped.around, editions: values});
      if (result.file === null) blame(name, result.id, ...result.findings);
      else if (editions.some(({id}) => id === result.id)) blame(name, null, twice(name, read, result.id ?? ""));
      else {
        const edition = editionOf(result.file, name, true, shipped.around);
        steps.push(...ownSteps(result, edition, [...editions, ...shipped.editions]));
        editions.push(edition);
        values.set(edition.id, result.value);
      }
    }
    left = waiting;
  }
  for (const {name, read, id} of left) blame(name, id, circle(name, read));
  return {editions, values, steps, faults};
}

function idsOf({value}: YamlFile): {id: string | null; base: string | null} {
  const {edition, extends: base} = withTextIds(value);
  return {id: typeof edition === "string" ? edition : null, base: typeof base === "string" ? base : null};
}

function twice(file: string, read: YamlFile, id: string): FileFinding {
  const message = `another file has the edition ${id} already`;
  return {
    severity: "error",
    rule: "duplicate",
    message,
    remedy: "Give it an id of its own.",
    file,
    ...read.place(["edition"])
  };
}

function circle(file: string, read: YamlFile): FileFinding {
  const message = "editions extend each other in a circle";
  return {
    severity: "error",
    rule: "extends-cycle",
    message,
    remedy: "Let one of them stand alone.",
    file,
    ...read.place(["extends"])
  };
}

function ownSteps({file, extends: base}: ReadEdition, edition: Edition, known: readonly Edition[]): readonly MapStep[] {
  const said = file?.mappings ?? [];
  const under = known.find(({id}) => id === base);
  const has = said.some(({from, to}) => [from, to].includes(edition.id));
  return has || under === undefined || under.id === edition.id ? said : [impliedStep(under, edition), ...said];
}
