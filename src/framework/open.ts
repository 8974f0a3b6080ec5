import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import type {Context, PracticeFolder, Resource} from "../operation.ts";
import type {Edition, Framework, Requirement} from "./framework.ts";
import type {MapStep} from "./map-file.ts";
import {mappedEditions, mappingsOf} from "./mapping.ts";
import type {OwnFile} from "./own-editions.ts";
import type {Surroundings} from "./read-edition.ts";
import type {RequirementFile} from "./requirement-file.ts";
import type {Shipped} from "./shipped.ts";

/** Reads the framework for a practice: the shipped editions and those of its own folder. */
export async function openFramework(folder: PracticeFolder): Promise<Framework> {
  const {readShipped, readOwn, ownEditions} = await readers();
  return composed(await readShipped(), ownEditions, await readOwn(folder.root));
}

/** The framework of the practice at hand, read again when an own edition file changes. */
export async function frameworkIn(context: Context): Promise<Framework> {
  const shelf = await context.use(shelfOf);
  return shelf.framework();
}

/** What an edition file may refer to in this practice, the file itself left out. */
export async function surroundingsIn(
  context: Context,
  file: string
): Promise<{around: Surroundings; editions: readonly Edition[]}> {
  const shelf = await context.use(shelfOf);
  const {readOwn, ownEditions} = await readers();
  const others = (await readOwn(context.folder.root)).filter(({path}) => path !== file);
  const {editions, values} = ownEditions(shelf.shipped, others);
  return {
    around: {...shelf.shipped.around, editions: values},
    editions: [...editions, ...shelf.shipped.editions]
  };
}

interface Shelf {
  readonly shipped: Shipped;
  framework(): Promise<Framework>;
}

const shelfOf: Resource<Shelf> = {
  name: "framework",
  open: async ({folder}) => {
    const {readShipped, readOwn, ownEditions, stampOf} = await readers();
    const shipped = await readShipped();
    let last: {readonly stamp: string; readonly framework: Framework} | null = null;
    return {
      shipped,
      framework: async () => {
        const stamp = await stampOf(folder.root);
        if (last?.stamp !== stamp)
          last = {stamp, framework: composed(shipped, ownEditions, await readOwn(folder.root))};
        return last.framework;
      }
    };
  },
  close: async () => undefined
};

/** The edition that a practice has chosen, else the newest. Throws `not-found`, `framework.invalid`. */
export async function editionIn(context: Context, id?: string): Promise<{framework: Framework; edition: Edition}> {
  const framework = await frameworkIn(context);
  return {framework, edition: framework.edition(id ?? (await chosenEdition(context)))};
}

/** The edition that the practice file names now: somebody may have changed it since a server read its settings. */
export async function chosenEdition({folder}: Context): Promise<string | undefined> {
  if (folder.file === null) return undefined;
  const {readYamlFile} = await import("./yaml-file.ts");
  const read = await readYamlFile(folder.file, "ashlar.yaml");
  const chosen = "value" in read ? read.value["edition"] : undefined;
  return typeof chosen === "string" || typeof chosen === "number" ? String(chosen) : undefined; // an edition, no amount
}

type OwnEditionsOf = Awaited<ReturnType<typeof readers>>["ownEditions"];

/** Reading needs schemas and YAML, which the start of the command line should not wait for. */
async function readers() {
  const [{readShipped}, {readOwn, stampOf, ownEditions}] = await Promise.all([
    import("./shipped.ts"),
    import("./own-editions.ts")
  ]);
  return {readShipped, readOwn, stampOf, ownEditions};
}

function composed(shipped: Shipped, ownEditions: OwnEditionsOf, files: readonly OwnFile[]): Framework {
  const {editions, steps, faults} = ownEditions(shipped, files);
  return frameworkOf(shipped, editions, [...steps, ...shipped.steps], faults);
}

function frameworkOf(
  {editions: shipped, kpis, map, starters, requirements}: Shipped,
  own: readonly Edition[],
  steps: readonly MapStep[],
  faults: Framework["faults"]
): Framework {
  const replaced = new Set(own.map(({id}) => id));
  const editions = [...own, ...shipped.filter(({id}) => !replaced.has(id))];
  const [newest] = shipped;
  if (newest === undefined) throw new Error("no edition of the framework is shipped");
  const mapped = mappedEditions([...editions.filter((each) => !each.own), ...own], map);
  return {
    editions,
    faults,
    newest,
    edition: (id = newest.id) => editionNamed(id, editions, faults),
    dataDomains: kpis.dataDomains,
    conventions: kpis.conventions,
    starters,
    requirements: requirementsOf(requirements),
    earlier: map.earlier,
    microsoft: map.microsoft.names.map(({name, page, edition, id}) => ({
      name,
      url: new URL(page, map.microsoft.site).href,
      edition,
      id
    })),
    map: (id, from, to) => mappingsOf(id, {from, to}, mapped, steps, map.microsoft.names)
  };
}

function editionNamed(id: string, editions: readonly Edition[], faults: Framework["faults"]): Edition {
  const broken = faults.find(({edition}) => edition === id);
  const found = editions.find((each) => each.id === id);
  if (broken !== undefined && (found === undefined || !found.own)) {
    const [first] = broken.findings;
    throw new UserError("framework.invalid", `edition ${id} cannot be used: ${first?.message ?? ""}`, {
      at: {file: broken.file, ...(first?.line === null || first?.line === undefined ? {} : {line: first.line})},
      remedy: `${first?.remedy ?? ""} All findings: ashlar framework check ${broken.file}`.trim(),
      data: broken.findings
    });
  }
  if (found !== undefined) return found;
  const ids = editions.map((each) => each.id);
  throw new UserError("not-found", `There is no edition ${JSON.stringify(id)}${didYouMean(id, ids)}`, {
    remedy: `Known: ${ids.join(", ")}. See: ashlar framework editions`
  });
}

function requirementsOf({platform, capabilities}: RequirementFile): readonly Requirement[] {
  const kinds: Readonly<Record<string, Requirement["kind"]>> = {
    I: "input",
    C: "computation",
    O: "output",
    W: "workflow"
  };
  return [
    ...platform.map(({id, title}) => ({id, title, capability: null, kind: "platform" as const})),
    ...capabilities.flatMap(({capability, requirements}) =>
      requirements.map(({id, title}) => ({id, title, capability, kind: kinds[id[4] ?? ""] ?? ("platform" as const)}))
    )
  ];
}
