import type {Column, FocusVersion} from "./column.ts";
import {columnsOf} from "./columns.ts";
import type {Dataset} from "./dataset.ts";
import {type EssentialColumn, essentialColumns} from "./essential.data.ts";
import type {Header} from "./header.ts";

/** The columns that a version makes mandatory and the file lacks. */
export function missingMandatory(dataset: Dataset, version: FocusVersion, header: Header): readonly Column[] {
  const present = namesOf(header);
  return columnsOf(dataset, version).filter(
    ({name, versions}) => versions[version]?.level === "Mandatory" && !present.has(name)
  );
}

/** The columns without which rows cannot be taken in and that the file has neither itself nor under an older name. */
export function missingEssential(dataset: Dataset, header: Header): readonly EssentialColumn[] {
  const present = namesOf(header);
  return essentialColumns[dataset].filter(
    ({name, or}) => !present.has(name) && !or.some((other) => present.has(other))
  );
}

export function namesOf(header: Header): ReadonlySet<string> {
  return new Set(header.columns.map(({name}) => name));
}
