import {aliases} from "../../../../cost/aliases.data.ts";
import type {Column, FocusVersion} from "../../../../focus/column.ts";
import {focusVersions} from "../../../../focus/column.ts";
import {type LakeKind, columnsOf, lakeColumns} from "../../../../focus/columns.ts";
import {type Dataset, datasets} from "../../../../focus/dataset.ts";
import {essentialColumns} from "../../../../focus/essential.data.ts";
import {upgradeRules} from "../../../../focus/upgrade-rules.ts";

export {datasets, focusVersions};
export type {Column, Dataset, FocusVersion};

/** A column with where it lies in the lake and what here uses it. */
export interface DictionaryEntry {
  readonly column: Column;
  /** Null where the lake has it under another name or in the map `x`. */
  readonly lake: {readonly name: string; readonly type: string} | null;
  /** Short names in questions and filters. */
  readonly shortNames: readonly string[];
  /** Why rows cannot be taken in without it. */
  readonly essential: string | null;
  /** How it is had from files that are older than it. */
  readonly upgrades: readonly {readonly id: string; readonly about: string; readonly needs: readonly string[]}[];
}

const lakeTypes: Readonly<Record<LakeKind, string>> = {
  text: "VARCHAR",
  decimal: "DECIMAL(38,18)",
  instant: "TIMESTAMP, UTC",
  map: "MAP(VARCHAR, VARCHAR)",
  json: "VARCHAR with JSON text"
};

/** The columns of a dataset, by name: those of one version, or of all. */
export function dictionaryOf(dataset: Dataset, version: FocusVersion | null): readonly DictionaryEntry[] {
  const columns = version === null ? columnsOf(dataset) : columnsOf(dataset, version);
  return columns.map((column) => entryOf(column)).toSorted((a, b) => (a.column.name < b.column.name ? -1 : 1));
}

/** The entry of a column, in whatever dataset it is; null where there is none of that name. */
export function entryNamed(name: string, dataset: Dataset | null): DictionaryEntry | null {
  const wanted = name.toLowerCase();
  const found = [...(dataset === null ? [] : [dataset]), ...datasets]
    .flatMap((each) => columnsOf(each))
    .find((column) => column.name.toLowerCase() === wanted);
  return found === undefined ? null : entryOf(found);
}

function entryOf(column: Column): DictionaryEntry {
  const {dataset, name} = column;
  const lake = lakeColumns(dataset).find((each) => each.name === name);
  return {
    column,
    lake: lake === undefined ? null : {name, type: lakeTypes[lake.kind]},
    shortNames: dataset === "CostAndUsage" ? Object.keys(aliases).filter((short) => aliases[short] === name) : [],
    essential: essentialColumns[dataset].find((each) => each.name === name)?.why ?? null,
    upgrades: upgradeRules
      .filter((rule) => rule.column === name && rule.datasets.includes(dataset))
      .map(({id, about, needs}) => ({id, about, needs}))
  };
}

/** Entries whose name, short name or description has all the words. */
export function searched(entries: readonly DictionaryEntry[], text: string): readonly DictionaryEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return entries;
  const rank = ({column, shortNames}: DictionaryEntry): number =>
    words.every((word) => column.name.toLowerCase().includes(word)) || shortNames.some((name) => words.includes(name))
      ? 0
      : 1;
  return entries
    .filter(({column, shortNames}) => {
      const own = `${column.name} ${shortNames.join(" ")} ${column.about} ${column.previousName ?? ""}`.toLowerCase();
      return words.every((word) => own.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The newest version that has a column. */
export function newestOf({versions}: Column): FocusVersion | null {
  return focusVersions.findLast((version) => versions[version] !== undefined) ?? null;
}
