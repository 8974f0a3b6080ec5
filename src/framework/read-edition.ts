import type {z} from "zod";
import {didYouMean, nearest} from "../nearest.ts";
import {dropOf, unknownDrops, withoutLinks} from "./drop.ts";
import {editionFile, type EditionFile} from "./edition-file.ts";
import {extended, ownPath} from "./extend.ts";
import type {KpiFile, KpiOfFile} from "./kpi-file.ts";
import {referenceFaults} from "./references.ts";
import type {FileFinding, Path, YamlFile} from "./yaml-file.ts";

/** What an edition file may refer to. */
export interface Surroundings {
  /** Other editions by id, as their files say them once extended. */
  readonly editions: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly libraries: ReadonlyMap<string, readonly KpiOfFile[]>;
  readonly dataDomains: KpiFile["dataDomains"];
}

export interface ReadEdition {
  /** Null where there are errors. */
  readonly file: EditionFile | null;
  readonly id: string | null;
  readonly extends: string | null;
  /** All that the edition says, with what it takes over. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly findings: readonly FileFinding[];
}

/** Reads an edition of a YAML file: takes over what it extends, checks it against the schema, then its references. */
export function readEdition(file: YamlFile, around: Surroundings): ReadEdition {
  const read = {...file, value: withTextIds(file.value)};
  const {name} = read;
  const {edition: id, extends: base, drop} = read.value;
  const said = {id: typeof id === "string" ? id : null, extends: typeof base === "string" ? base : null};
  const at = (
    path: Path,
    severity: FileFinding["severity"],
    rule: string,
    message: string,
    remedy: string
  ): FileFinding => {
    const {line, column} = read.place(path);
    return {severity, rule, message, remedy, file: name, line, column};
  };
  const under = said.extends === null ? {} : around.editions.get(said.extends);
  if (under === undefined) {
    const near = didYouMean(said.extends ?? "", [...around.editions.keys()]);
    const finding = at(
      ["extends"],
      "error",
      "unknown-edition",
      `there is no edition ${said.extends} to extend${near}`,
      `Known: ${[...around.editions.keys()].join(", ")}.`
    );
    return {file: null, ...said, value: read.value, findings: [finding]};
  }
  const inherited: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(under).filter(([key]) => !notInherited.includes(key))
  );
  const value = extended(
    said.extends === null ? {} : withoutLinks(inherited, dropOf(drop)),
    read.value,
    dropOf(drop)
  ) as Readonly<Record<string, unknown>>;
  const dropFindings = unknownDrops(inherited, dropOf(drop)).map(([part, item]) =>
    at(
      ["drop", part],
      "error",
      "unknown-reference",
      `${part} has no ${item} to drop`,
      "Name what the extended edition has."
    )
  );
  const parsed = editionFile.safeParse(value);
  if (!parsed.success) {
    const findings = parsed.error.issues.slice(0, mostIssues).map((issue) => {
      const path = ownPath(issue.path.filter(isStep), value, read.value);
      const keyed = issue.code === "unrecognized_keys" ? [...path, issue.keys[0] ?? ""] : path;
      const {message, remedy, rule} = explained(issue);
      return at(keyed, "error", rule, message, remedy);
    });
    return {file: null, ...said, value, findings: [...dropFindings, ...findings]};
  }
  const library = parsed.data.kpiLibrary === null ? [] : around.libraries.get(parsed.data.kpiLibrary);
  const libraryFindings =
    library === undefined
      ? [
          at(
            ["kpiLibrary"],
            "error",
            "unknown-reference",
            `there is no library ${parsed.data.kpiLibrary} of KPIs`,
            `Known: ${[...around.libraries.keys()].join(", ")}, or null.`
          )
        ]
      : [];
  const references = referenceFaults(parsed.data, library ?? [], around.dataDomains).map(
    ({path, severity, rule, message, remedy}) => at(ownPath(path, value, read.value), severity, rule, message, remedy)
  );
  const misspelt = nearMisses(inherited, value).map(({path, id, meant}) =>
    at(
      ownPath(path, value, read.value),
      "warning",
      "near-miss",
      `${id} is new beside ${meant}`,
      `Write ${meant} if that is what you mean; otherwise leave it.`
    )
  );
  const findings = [...dropFindings, ...libraryFindings, ...references, ...misspelt].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0)
  );
  return {file: findings.some(({severity}) => severity === "error") ? null : parsed.data, ...said, value, findings};
}

/** YAML takes an edition that is a year for a number; people leave the quotes out. */
export function withTextIds(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const years = ["edition", "extends", "kpiLibrary", "released"].filter((key) => typeof value[key] === "number");
  return {...value, ...Object.fromEntries(years.map((key) => [key, String(value[key])]))};
}

const mostIssues = 100;
/** What an edition never takes over from another. */
const notInherited: readonly string[] = ["edition", "extends", "drop", "mappings", "changes", "released"];

function isStep(step: PropertyKey): step is string | number {
  return typeof step !== "symbol";
}

/** Ids that were added and differ by a letter or two from one that is taken over. */
function nearMisses(
  base: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>
): readonly {readonly path: Path; readonly id: string; readonly meant: string}[] {
  return ["capabilities", "personas", "domains", "phases"].flatMap((part) => {
    const known = slugsOf(base[part]);
    return slugsOf(value[part]).flatMap((id, index) => {
      const [meant] = known.includes(id) ? [] : nearest(id, known);
      return meant === undefined ? [] : [{path: [part, index, "slug"], id, meant}];
    });
  });
}

function slugsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map((item: {readonly slug?: unknown}) => String(item.slug)) : [];
}

function explained(issue: z.core.$ZodIssue): {rule: string; message: string; remedy: string} {
  const place = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return {
      rule: "unknown-key",
      message: `${place === "" ? "the file" : place} has no key ${issue.keys.join(", ")}`,
      remedy: "Remove it, or correct its spelling; docs/framework.md lists the keys."
    };
  const threshold = /(?:^|\.)(crawl|walk|run)$/.test(place) && !place.includes("basis");
  if (threshold)
    return {
      rule: "threshold",
      message: `${place}: this threshold cannot be read`,
      remedy: 'Write ">=70", "<20", "yes" or "no", in quotes.'
    };
  return {
    rule: "form",
    message: `${place === "" ? "the file" : place}: ${issue.message}`,
    remedy:
      issue.code === "invalid_type" && /received undefined/.test(issue.message)
        ? "Add it, or say in extends which edition it is taken from."
        : "Correct the value; docs/framework.md says what each key holds."
  };
}
