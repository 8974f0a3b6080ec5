import {stat} from "node:fs/promises";
import {isAbsolute, relative, resolve, sep} from "node:path";
import {UserError} from "../errors.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {frameworkCheck as checkContract} from "./contract.ts";
import {makeEdition} from "./edition.ts";
import type {Edition} from "./framework.ts";
import {surroundingsIn} from "./open.ts";
import type {ReadEdition} from "./read-edition.ts";
import type {FileFinding} from "./yaml-file.ts";

export const frameworkCheckOperation = operation(checkContract, frameworkCheck);

type Report = Output<typeof checkContract>;

/** Checks an edition file as if the practice had it. Throws `input.missing` where there is no such file. */
export async function frameworkCheck({file}: Input<typeof checkContract>, context: Context): Promise<Report> {
  const cwd = context.effects.cwd();
  const path = [resolve(cwd, file), resolve(context.folder.root, file)];
  const found = (await Promise.all(path.map(isFile))).indexOf(true);
  const full = path[found];
  if (full === undefined) {
    throw new UserError("input.missing", `There is no file ${file}`, {
      at: {file},
      remedy: "Name the edition file, such as framework/acme.yaml."
    });
  }
  const name = shownName(full, context.folder.root, cwd);
  const [{readEdition}, {isFindings, readYamlFile}] = await Promise.all([
    import("./read-edition.ts"),
    import("./yaml-file.ts")
  ]);
  const {around, editions} = await surroundingsIn(context, full);
  const read = await readYamlFile(full, name);
  if (isFindings(read)) return report(name, {id: null, extends: null}, read, null, null);
  const result = readEdition(read, around);
  const edition =
    result.file === null
      ? null
      : makeEdition(result.file, {
          own: true,
          file: name,
          library: around.libraries.get(result.file.kpiLibrary ?? "") ?? []
        });
  const base = editions.find(({id}) => id === result.extends) ?? null;
  return report(name, result, result.findings, edition, base);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false
  );
}

function shownName(path: string, root: string, cwd: string): string {
  for (const folder of [root, cwd]) {
    const way = relative(folder, path);
    if (way !== "" && !isAbsolute(way) && !way.startsWith(`..${sep}`)) return way.split(sep).join("/");
  }
  return path;
}

function report(
  file: string,
  {id, extends: base}: Pick<ReadEdition, "id" | "extends">,
  findings: readonly FileFinding[],
  edition: Edition | null,
  under: Edition | null
): Report {
  const errors = findings.filter(({severity}) => severity === "error").length;
  return {
    file,
    edition: id,
    extends: base,
    rows: findings.map((each) => ({...each})),
    counts: {
      errors,
      warnings: findings.length - errors,
      capabilities: edition?.capabilities.length ?? 0,
      kpis: edition?.kpis.length ?? 0,
      indicators: edition?.indicators.length ?? 0,
      edges: edition?.edges.length ?? 0
    },
    changes: edition === null || under === null ? [] : changesFrom(under, edition),
    verdict: errors > 0 ? "policy" : "ok",
    notes: [
      errors > 0
        ? "The file is not used while it has errors."
        : `Put it into the practice's folder framework, and choose it with: edition: ${id ?? ""}`
    ]
  };
}

/** What an edition has more, less or otherwise than the one that it takes over. */
function changesFrom(base: Edition, own: Edition): string[] {
  const parts = [
    "principles",
    "personas",
    "phases",
    "domains",
    "technologyCategories",
    "capabilities",
    "kpis"
  ] as const;
  const lists = [
    ...parts.map((part) => [part, byId(base[part], ({slug}) => slug), byId(own[part], ({slug}) => slug)] as const),
    ["indicators", byId(base.indicators, ({id}) => id), byId(own.indicators, ({id}) => id)] as const,
    ["edges", byId(base.edges, edgeId), byId(own.edges, edgeId)] as const
  ];
  return lists.flatMap(([part, before, after]) => {
    const added = [...after.keys()].filter((id) => !before.has(id));
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const other = [...after.keys()].filter((id) => before.has(id) && before.get(id) !== after.get(id));
    return [
      ...(added.length > 0 ? [`${part} added: ${added.join(", ")}`] : []),
      ...(gone.length > 0 ? [`${part} left out: ${gone.join(", ")}`] : []),
      ...(other.length > 0 ? [`${part} changed: ${other.join(", ")}`] : [])
    ];
  });
}

function byId<T>(items: readonly T[], id: (item: T) => string): ReadonlyMap<string, string> {
  return new Map(items.map((item) => [id(item), JSON.stringify(item)]));
}

function edgeId({from, to}: {readonly from: string; readonly to: string}): string {
  return `${from} → ${to}`;
}
