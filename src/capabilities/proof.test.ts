import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {z} from "zod";
import {commandsIn, shellWords} from "../../test/markdown.ts";
import {root} from "../../test/source.ts";
import {questionFromUrl} from "../cost/question-text.ts";
import {openFramework} from "../framework/open.ts";
import {commandTree} from "../interfaces/cli/command-tree.ts";
import {inputOf} from "../interfaces/cli/input.ts";
import {parseCall} from "../interfaces/cli/program.ts";
import {operations} from "../operations.ts";
import {openLibrary} from "../practice/library/library.ts";
import type {NextStep, Tile} from "./declaration.ts";
import {declarations} from "./declarations.ts";
import {homes} from "./homes/homes.ts";
import {platformClaims} from "./platform.data.ts";
import {meaningsIn, withTags} from "./tag-key.ts";
import {tagMeanings} from "./tag-meaning.data.ts";
import {tileOperations} from "./tile-operations.ts";
import {tileInput, tileNamed} from "./tile.ts";

const folder = {root: join(root, "test"), file: null, data: join(root, "test", ".ashlar")};
const framework = await openFramework(folder);
const {newest} = framework;
const library = await openLibrary({folder});
const names = operations.map(({contract}) => contract.name);

const claims = [
  ...declarations.flatMap(({id, requirements}) =>
    Object.entries(requirements).map(([requirement, claim]) => ({of: id as string | null, requirement, claim}))
  ),
  ...Object.entries(platformClaims).map(([requirement, claim]) => ({of: null, requirement, claim}))
];

/** Titles of the tests of a file. */
function titlesIn(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  const call = /\b(?:describe|test|it)\b[^"'`\n]*\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`)/g;
  return [...text.matchAll(call)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

describe("a claim", () => {
  test.for(claims)("$requirement of $of names operations that there are", ({claim}) => {
    expect(claim.operations.length).toBeGreaterThan(0);
    expect(claim.operations.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.for(claims)("$requirement of $of is proved by tests that name it", ({requirement, claim}) => {
    expect(claim.tests.length).toBeGreaterThan(0);
    const silent = claim.tests.filter(
      (file) => !existsSync(join(root, file)) || !titlesIn(file).some((title) => words(title).includes(requirement))
    );
    expect(silent).toEqual([]);
  });

  test("is of a requirement that this capability has", () => {
    const wrong = claims.filter(
      ({of, requirement}) => !framework.requirements.some(({id, capability}) => id === requirement && capability === of)
    );
    expect(wrong.map(({of, requirement}) => `${of}: ${requirement}`)).toEqual([]);
  });

  test("in part says what is there and what is not", () => {
    const bare = claims.filter(({claim}) => claim.extent === "part" && claim.note.length < 40);
    expect(bare.map(({requirement}) => requirement)).toEqual([]);
  });
});

function words(title: string): readonly string[] {
  return title.split(/[\s,:()]+/);
}

describe("a declaration", () => {
  test.for(declarations)(
    "$id is of a capability, in the folder of its name, with a page that names what it claims",
    (one) => {
      expect(newest.capabilities.map(({slug}) => slug)).toContain(one.id);
      const page = readFileSync(join(root, "src", "capabilities", one.id, "README.md"), "utf8");
      expect(Object.keys(one.requirements).filter((id) => !page.includes(id))).toEqual([]);
      const code = newest.capability(one.id).code;
      const claimed = [...page.matchAll(/\b([A-Z]{3})-[ICOW]\d+\b/g)].filter(([, of]) => of === code).map(([id]) => id);
      expect(claimed.filter((id) => !(id in one.requirements))).toEqual([]);
      expect(existsSync(join(root, "src", "capabilities", one.id, "declaration.ts"))).toBe(true);
    }
  );

  test.for(declarations)(
    "$id measures and computes only what the edition has for it",
    ({id, indicators, kpis, needs}) => {
      const capability = newest.capability(id);
      expect(indicators.filter((each) => !capability.indicators.some((indicator) => indicator.id === each))).toEqual(
        []
      );
      expect(kpis.filter((each) => !newest.kpis.some(({slug}) => slug === each))).toEqual([]);
      const domains = framework.dataDomains.map((domain) => domain.id);
      const unknown = needs.filter((need) =>
        "dataDomain" in need
          ? !domains.includes(need.dataDomain)
          : !newest.capabilities.some(({slug}) => slug === need.capability)
      );
      expect(unknown).toEqual([]);
    }
  );

  test.for(declarations)("$id has pages that the router knows, and a playbook", ({pages, library: name}) => {
    expect(pages.filter(({path}) => !isPage(path))).toEqual([]);
    expect(library.entries.map(({id}) => id)).toContain(`playbook/${name}`);
  });
});

const tiles = declarations.flatMap(({id, tiles: own}) => own.map((tile) => ({id: `${id}/${tile.id}`, tile})));

describe("a tile", () => {
  test("has a name of its own", () => {
    expect(tiles.map(({id}) => id)).toEqual([...new Set(tiles.map(({id}) => id))]);
  });

  test.for(tiles)("$id leads to a page, and its steps can be done", ({tile}) => {
    expect(isPage(tile.page)).toBe(true);
    if (tile.absent !== undefined) expect(faultsOf(tile.absent.next)).toEqual([]);
  });

  test.for(tiles)("$id shows what its operation has", ({tile}) => {
    const {shows, columns} = tile;
    if ("question" in shows) {
      const tags = Object.values(tagMeanings).flatMap((keys) => keys.slice(0, 1));
      expect(meaningsIn(shows.question).length).toBeLessThanOrEqual(1);
      expect(() => questionFromUrl(withTags(shows.question, tags))).not.toThrow();
      return;
    }
    const found = tileOperations.find(({contract}) => contract.name === shows.operation);
    expect(found).toBeDefined();
    expect(names).toContain(shows.operation);
    expect(found?.contract.kind).toBe("read");
    const scope = {id: "shop", title: "Shop", question: "?"} as never;
    const person = {id: "ada", name: "Ada"} as never;
    expect(
      found?.contract.input.safeParse(tileInput(shows, {persona: "finance", scope, person})).error
    ).toBeUndefined();
    const rows = rowKeys(found?.contract.output);
    expect(columns.filter(({key}) => !rows.includes(key.split(".")[0] ?? ""))).toEqual([]);
  });
});

function rowKeys(output: z.ZodType | undefined): readonly string[] {
  const rows: unknown = output instanceof z.ZodObject ? output.shape["rows"] : undefined;
  const row: unknown = rows instanceof z.ZodArray ? rows.element : undefined;
  return row instanceof z.ZodObject ? Object.keys(row.shape) : [];
}

describe("a home", () => {
  test("is there for every persona of the newest edition, and for no other", () => {
    expect(homes.map(({persona}) => persona).toSorted()).toEqual(newest.personas.map(({slug}) => slug).toSorted());
  });

  test.for(homes)("of $persona has five to eight asks, in every variant", ({persona, asks}) => {
    const variants = newest.persona(persona).variants.map(({slug}) => slug);
    expect(asks.flatMap((ask) => ask.variants ?? []).filter((each) => !variants.includes(each))).toEqual([]);
    for (const variant of [undefined, ...variants]) {
      const own = asks.filter((ask) => ask.variants === undefined || ask.variants.includes(variant ?? ""));
      expect(own.length).toBeGreaterThanOrEqual(5);
      expect(own.length).toBeLessThanOrEqual(8);
      expect(new Set(own.map(({ask}) => ask)).size).toBe(own.length);
    }
  });

  test.for(homes)(
    "of $persona asks for tiles that there are, or says what is missing and a step that can be done",
    ({asks}) => {
      for (const ask of asks) {
        if ("tile" in ask) expect(tileNamed(ask.tile).tile.title).not.toBe("");
        else {
          expect(newest.capabilities.map(({slug}) => slug)).toContain(ask.lacks);
          expect(faultsOf(ask.next)).toEqual([]);
        }
      }
    }
  );
});

const router = readFileSync(join(root, "src/interfaces/web/app/router.tsx"), "utf8");
const routes = [...router.matchAll(/\b(?:page\(\s*|path: )"(\/[^"]*)"/g)].map(([, path = ""]) => path);

/**
 * Whether there is such a page: one of the router, where # leads to a place on it. Pages of the library are those of its
 * entries and sections, which the router has to know as soon as it has any of them.
 */
function isPage(path: string): boolean {
  const [place = "", section] = path.split("#");
  if (!/^\/library(\/|$)/.test(place)) return isRoute(place);
  const entry = library.entries.find((each) => each.path === place);
  const written = section === undefined || new RegExp(`^## ${section}$`, "im").test(entry?.markdown ?? "");
  const routed = !routes.some((route) => route.startsWith("/library")) || isRoute(place);
  return (place === "/library" || entry !== undefined) && written && routed;
}

function isRoute(path: string): boolean {
  const parts = path.split("/");
  return routes.some((route) => {
    const own = route.split("/");
    return own.length === parts.length && own.every((part, n) => part.startsWith("$") || part === parts[n]);
  });
}

const tree = commandTree([...operations]);
const style = {columns: 80, colors: picocolors.createColors(false)};

function faultsOf({path, command}: NextStep): readonly string[] {
  return [
    ...(path === undefined || isPage(path) ? [] : [`no page ${path}`]),
    ...(command === undefined ? [] : commandFaults(command))
  ];
}

function commandFaults(command: string): readonly string[] {
  const [line = ""] = commandsIn(`\`\`\`sh\nashlar ${command}\n\`\`\``);
  try {
    const call = parseCall(tree, shellWords(line), style);
    if (call.kind === "run") inputOf(call.operation.contract, call.parameters, call.typed);
    return call.kind === "run" || call.exit === "ok" ? [] : [`not a whole command: ${command}`];
  } catch (error) {
    return [`${command}: ${String(error)}`];
  }
}

test("tiles that no home asks for are still declared for a reason", () => {
  const asked = new Set(homes.flatMap(({asks}) => asks.flatMap((ask) => ("tile" in ask ? [ask.tile] : []))));
  const unasked = tiles.map(({id}) => id).filter((id) => !asked.has(id));
  expect(unasked satisfies readonly Tile["id"][]).toEqual([]);
});
