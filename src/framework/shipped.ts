import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {makeEdition} from "./edition.ts";
import {frameworkFolder} from "./folder.ts";
import type {Edition} from "./framework.ts";
import {type KpiFile, kpiFile} from "./kpi-file.ts";
import {type MapFile, mapFile, type MapStep} from "./map-file.ts";
import {readEdition, type ReadEdition, type Surroundings} from "./read-edition.ts";
import {type RequirementFile, requirementFile} from "./requirement-file.ts";
import {readShippedFile} from "./shipped-file.ts";
import {type StarterFile, starterFile} from "./starter-file.ts";
import {isFindings, readYamlFile} from "./yaml-file.ts";

/** What ships with the software: it is the same for every practice. */
export interface Shipped {
  readonly editions: readonly Edition[];
  readonly steps: readonly MapStep[];
  readonly kpis: KpiFile;
  readonly map: MapFile;
  readonly starters: StarterFile;
  readonly requirements: RequirementFile;
  readonly around: Surroundings;
}

/** Reads it. What is wrong with it is a mistake of ours, so it throws a plain error. */
export async function readShipped(): Promise<Shipped> {
  const folder = frameworkFolder();
  const [kpis, map, starters, requirements, names] = await Promise.all([
    readShippedFile(join(folder, "kpis.yaml"), kpiFile),
    readShippedFile(join(folder, "map.yaml"), mapFile),
    readShippedFile(join(folder, "starters.yaml"), starterFile),
    readShippedFile(join(folder, "requirements.yaml"), requirementFile),
    readdir(join(folder, "editions"))
  ]);
  const files = names.filter((name) => name.endsWith(".yaml")).toSorted();
  const libraries = new Map([[kpis.library, kpis.kpis]]);
  const bare: Surroundings = {editions: new Map(), libraries, dataDomains: kpis.dataDomains};
  const read = await Promise.all(
    files.toReversed().map(async (name) => {
      const yaml = await readYamlFile(join(folder, "editions", name), `framework/editions/${name}`);
      return isFindings(yaml) ? {name, findings: yaml} : {name, ...readEdition(yaml, bare)};
    })
  );
  const editions = read.map((each): Edition => {
    if (!("file" in each) || each.file === null)
      throw new Error(`framework/editions/${each.name} is damaged: ${each.findings[0]?.message ?? ""}`);
    return editionOf(each.file, `framework/editions/${each.name}`, false, bare);
  });
  const values = new Map(
    read.flatMap((each) => ("file" in each && each.id !== null ? [[each.id, each.value] as const] : []))
  );
  return {editions, steps: map.steps, kpis, map, starters, requirements, around: {...bare, editions: values}};
}

/** The edition that a file describes, with the library of measures that it uses. */
export function editionOf(
  file: NonNullable<ReadEdition["file"]>,
  name: string,
  own: boolean,
  around: Surroundings
): Edition {
  const library = file.kpiLibrary === null ? [] : (around.libraries.get(file.kpiLibrary) ?? []);
  return makeEdition(file, {own, file: name, library});
}
