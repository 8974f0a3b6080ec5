import {UserError} from "../errors.ts";
import {type FocusVersion, notAfter} from "./column.ts";
import {columnsOf, versionsOf} from "./columns.ts";
import type {Dataset} from "./dataset.ts";
import {type Flavour, flavourMarks} from "./flavours.data.ts";
import {type Found, listed} from "./found.ts";
import type {Header} from "./header.ts";
import {missingMandatory, namesOf} from "./missing.ts";
import {readVersion} from "./version.ts";

interface VersionHints {
  readonly version?: FocusVersion;
  readonly names?: readonly string[];
  readonly file?: string;
}

/**
 * The version of a file: what is stated, else what its columns tell, else its names, else the one that fits best.
 * Throws `UserError` `version.unknown` where the stated version has no such dataset.
 */
export function versionOf(
  header: Header,
  dataset: Dataset,
  flavour: Flavour,
  hints: VersionHints
): Found<FocusVersion> {
  const versions = versionsOf(dataset);
  if (hints.version !== undefined) return statedVersion(header, dataset, hints.version, hints);
  const early = flavourMarks.find((marks) => marks.flavour === flavour)?.early ?? [];
  const columns = columnsOf(dataset).filter(({name}) => namesOf(header).has(name) && !early.includes(name));
  const [first] = versions;
  if (first === undefined) throw new Error(`dataset of no version: ${dataset}`);

  // A column that came with a version rules out all before it, a removed one all from then on; where a file has both,
  // it is a newer one that kept an old column.
  const lowest = columns.reduce((low, {introduced}) => (notAfter(low, introduced) ? introduced : low), first);
  const tellsLowest = columns.filter(({introduced}) => introduced === lowest).map(({name}) => name);
  const possible = versions.filter((version) => notAfter(lowest, version));
  const inBounds = possible.filter((version) => columns.every(({versions: has}) => has[version] !== undefined));
  const candidates = inBounds.length > 0 ? inBounds : possible;
  const complete = candidates.filter((version) => missingMandatory(dataset, version, header).length === 0);

  if (lowest !== first) {
    const value = complete[0] ?? candidates[0] ?? lowest;
    const because = value === lowest ? "" : ` and all that ${value} makes mandatory`;
    return {value, reason: `Version ${value}: it has ${listed(tellsLowest)}, which came with ${lowest}${because}.`};
  }
  const named = namedVersion(hints.names ?? []);
  if (complete.length === 0 && named !== null && candidates.includes(named)) {
    return {value: named, reason: `Version ${named}: the name of the file or its folder says so.`};
  }
  const newest = complete.at(-1);
  if (newest !== undefined) {
    return {value: newest, reason: `Version ${newest}: the newest whose mandatory columns it has all.`};
  }
  const value = leastMissing(candidates, dataset, header) ?? first;
  return {value, reason: `Version ${value}: no column tells the version, and this is the one it lacks least of.`};
}

function statedVersion(
  header: Header,
  dataset: Dataset,
  version: FocusVersion,
  {file}: VersionHints
): Found<FocusVersion> {
  if (!versionsOf(dataset).includes(version)) {
    throw new UserError("version.unknown", `FOCUS ${version} has no dataset ${dataset}`, {
      ...(file === undefined ? {} : {at: {file}}),
      remedy: `State one of ${versionsOf(dataset).join(", ")}, or another dataset.`,
      data: {dataset, version}
    });
  }
  const foreign = columnsOf(dataset)
    .filter(({name, versions}) => namesOf(header).has(name) && versions[version] === undefined)
    .map(({name}) => name);
  const remark = foreign.length > 0 ? `, although it does not have ${listed(foreign)}` : "";
  return {value: version, reason: `Version ${version} is stated${remark}.`};
}

/** The one version that names such as `focus-1.2` or `aws_1_3_cost` speak of. */
function namedVersion(names: readonly string[]): FocusVersion | null {
  const found = names.flatMap((name) =>
    [...name.matchAll(/(?<![\d.])v?(\d)[._](\d)(r\d+)?(-preview)?(?![\d])/gi)].map(([, major, minor, , preview]) =>
      readVersion(`${major}.${minor}${preview ?? ""}`)
    )
  );
  const versions = new Set(found.filter((version) => version !== null));
  const [only] = versions;
  return versions.size === 1 && only !== undefined ? only : null;
}

function leastMissing(versions: readonly FocusVersion[], dataset: Dataset, header: Header): FocusVersion | undefined {
  return versions
    .map((version) => ({version, lacking: missingMandatory(dataset, version, header).length}))
    .toSorted((a, b) => a.lacking - b.lacking || (notAfter(a.version, b.version) ? 1 : -1))[0]?.version;
}
