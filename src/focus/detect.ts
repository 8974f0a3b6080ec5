import {UserError} from "../errors.ts";
import {type FocusVersion, focusVersions} from "./column.ts";
import {findColumn, versionsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {flavourOf} from "./detect-flavour.ts";
import {versionOf} from "./detect-version.ts";
import {type EssentialColumn, essentialColumns} from "./essential.data.ts";
import type {Flavour} from "./flavours.data.ts";
import {type Found, listed} from "./found.ts";
import {type Header, quoted, readHeader} from "./header.ts";
import {recognised} from "./importers/find-importer.ts";
import {importers} from "./importers/importers.ts";
import {missingEssential, missingMandatory, namesOf} from "./missing.ts";

export interface DetectHints {
  /** What the user or the delivery's manifest says; it is believed. */
  readonly version?: FocusVersion;
  readonly dataset?: Dataset;
  readonly flavour?: Flavour;
  /** Names of file, folders and manifest, which decide only what the columns leave open. */
  readonly names?: readonly string[];
  /** The file, for messages. */
  readonly file?: string;
}

/** What a file is, why, and what it lacks. */
export interface Detection {
  readonly dataset: Dataset;
  readonly version: FocusVersion;
  readonly flavour: Flavour;
  readonly header: Header;
  /** How dataset, version and flavour were found, and how names were read, in sentences. */
  readonly reasons: readonly string[];
  /** Mandatory columns of the version that the file lacks: it can be read but does not conform. */
  readonly missing: readonly string[];
  /** Columns without which its rows cannot be taken in; the caller refuses with `columns.missing`. */
  readonly missingEssential: readonly EssentialColumn[];
}

/**
 * What a file is by the names of its columns. Throws `UserError` `version.unknown` where they are not those of a FOCUS
 * dataset and nothing is stated, and `columns.duplicate` where two columns have one name.
 */
export function detect(names: readonly string[], hints: DetectHints = {}): Detection {
  const header = readHeader(names, hints.file);
  const flavour = flavourOf(header, hints);
  const dataset = datasetOf(header, hints);
  const version = versionOf(header, dataset.value, flavour.value, hints);
  return {
    dataset: dataset.value,
    version: version.value,
    flavour: flavour.value,
    header,
    reasons: [dataset.reason, version.reason, flavour.reason, ...header.notes],
    missing: missingMandatory(dataset.value, version.value, header).map(({name}) => name),
    missingEssential: missingEssential(dataset.value, header)
  };
}

function datasetOf(header: Header, hints: DetectHints): Found<Dataset> {
  if (hints.dataset !== undefined) return {value: hints.dataset, reason: `Dataset ${hints.dataset} is stated.`};
  const present = [...namesOf(header)];
  const candidates = datasets
    .filter((dataset) => hints.version === undefined || versionsOf(dataset).includes(hints.version))
    .map((dataset) => ({
      dataset,
      own: present.filter((name) => isOnlyIn(dataset, name)),
      lacking: missingEssential(dataset, header).length
    }))
    // A stated version vouches for a file of few columns; otherwise it must have most of what a dataset cannot do without.
    .filter(
      ({dataset, own, lacking}) => own.length > 0 && (hints.version !== undefined || isPlausible(dataset, lacking))
    )
    .toSorted((a, b) => b.own.length - a.own.length || a.lacking - b.lacking);
  const [best] = candidates;
  if (best === undefined) throw unknown(header, hints);
  return {value: best.dataset, reason: `Dataset ${best.dataset}: only it has ${listed(best.own)}.`};
}

function isPlausible(dataset: Dataset, lacking: number): boolean {
  return lacking * 2 <= essentialColumns[dataset].length;
}

function isOnlyIn(dataset: Dataset, name: string): boolean {
  return datasets.every((each) => (each === dataset) === (findColumn(each, name) !== null));
}

function unknown(header: Header, {file, version}: DetectHints): UserError {
  const names = header.columns.map(({name}) => name);
  const native = recognised(importers, "table", names);
  const known = names.filter((name) => datasets.some((dataset) => findColumn(dataset, name) !== null));
  const seen = names.length === 0 ? "no column names" : `the columns ${listed(names.map(quoted))}`;
  const share = `${known.length} of ${names.length} are FOCUS columns`;
  const message = native === null ? `${seen}: ${share}` : `${seen}: this is ${native.title}, not FOCUS`;
  const expected = datasets.map((dataset) => `${dataset}: ${essentialNames(dataset)}`).join("; ");
  return new UserError("version.unknown", `The header has ${message}`, {
    ...(file === undefined ? {} : {at: {file}}),
    remedy:
      native === null
        ? `Expected are columns of ${version === undefined ? focusVersions.join(", ") : version}; at least, ${expected}. ` +
          "If the file is FOCUS, state its version and dataset; for another format, declare an importer (ashlar importer new)."
        : `Ingest it: its importer ${native.id} makes FOCUS of it.`,
    data: {seen: names, known}
  });
}

function essentialNames(dataset: Dataset): string {
  return essentialColumns[dataset].map(({name}) => name).join(", ");
}
