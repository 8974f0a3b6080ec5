import {existsSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {describe, expect, test} from "vitest";
import {readSources, root} from "./source.ts";
import type {Source} from "./source.ts";

const sources = readSources("src/**/*.ts");
const product = sources.filter(({path}) => !isForTests(path));
const byPath = new Map(sources.map((source) => [source.path, source]));

/** Tests, what only they use, and the conformance suites that they call. */
function isForTests(path: string): boolean {
  return /\.test\.ts$|\/fixtures?\/|^src\/(engine|store)\/conformance|\/test-[^/]*\.ts$/.test(path);
}

/** Who may import whom: an entry may import what stands in a later row, and itself. Root files may be imported by all. */
const rows: readonly (readonly string[])[] = [
  ["interfaces"],
  ["capabilities", "demo"],
  ["kpi"],
  ["records"],
  ["practice"],
  ["cost"],
  ["lake"],
  // The upgrade rules of FOCUS are queries as values, so it stands above the engine that defines these.
  ["focus"],
  ["store", "engine"],
  ["framework", "money", "time"]
];
/** Files of src itself stand below everything: `operation.ts`, `errors.ts`, …; `operations.ts` stands above. */
function isRootFile(path: string): boolean {
  return path !== "src/operations.ts" && /^src\/[^/]+$/.test(path);
}

function area(path: string): string {
  return path.split("/")[1] ?? "";
}

function mayImport(from: string, to: string): boolean {
  if (isRootFile(to) || from === "src/operations.ts") return true;
  if (to === "src/operations.ts") return area(from) === "interfaces";
  if (isRootFile(from)) return false;
  if (area(from) === area(to)) return area(from) !== "capabilities" || mayImportCapability(from, to);
  const row = (path: string): number => rows.findIndex((areas) => areas.includes(area(path)));
  return row(from) >= 0 && row(from) < row(to);
}

/**
 * Capabilities do not know each other; what stands beside their folders may know them all, and may be known by none but
 * for the form of a declaration.
 */
function mayImportCapability(from: string, to: string): boolean {
  const [, , own = "", ...rest] = from.split("/");
  return rest.length === 0 || own === to.split("/")[2] || to === "src/capabilities/declaration.ts";
}

describe("imports", () => {
  test("have one direction", () => {
    const wrong = product.flatMap(({path, imports}) =>
      imports
        .filter(({local, target}) => local && target.startsWith("src/") && !mayImport(path, target))
        .map(({target}) => `${path} → ${target}`)
    );
    expect(wrong).toEqual([]);
  });

  test("the product imports neither tests nor what stands outside src", () => {
    const wrong = product.flatMap(({path, imports}) =>
      imports
        .filter(({local, target}) => local && (isForTests(target) || /^(test|bench|bin)\//.test(target)))
        .map(({target}) => `${path} → ${target}`)
    );
    expect(wrong).toEqual([]);
  });

  test("every file imported is there, with its ending", () => {
    const wrong = sources.flatMap(({path, imports}) =>
      imports
        .filter(({local, target}) => local && !existsSync(join(root, target)))
        .map(({target}) => `${path} → ${target}`)
    );
    expect(wrong).toEqual([]);
  });

  test("every area of src has its place in the table", () => {
    const known = rows.flat();
    const areas = readdirSync(join(root, "src"), {withFileTypes: true}).filter((entry) => entry.isDirectory());
    expect(areas.map(({name}) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("make no cycle at run time", () => {
    expect(cycles(product)).toEqual([]);
  });

  test("the start of the command line loads neither engine nor state store", () => {
    const heavy = ["@duckdb/node-api", "better-sqlite3", "kysely", "pg"];
    const seen = new Map<string, string | null>([
      ["src/interfaces/cli/main.ts", null],
      ["src/operations.ts", null]
    ]);
    const wrong: string[] = [];
    for (const [path] of seen) {
      for (const {target, local, typeOnly, lazy} of byPath.get(path)?.imports ?? []) {
        if (typeOnly || lazy) continue;
        if (local && !seen.has(target)) seen.set(target, path);
        if (
          !local &&
          heavy.includes(
            target
              .split("/")
              .slice(0, target.startsWith("@") ? 2 : 1)
              .join("/")
          )
        ) {
          wrong.push(`${target} ← ${wayTo(path, seen).join(" ← ")}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function wayTo(path: string, from: ReadonlyMap<string, string | null>): readonly string[] {
  const before = from.get(path) ?? null;
  return before === null ? [path] : [path, ...wayTo(before, from)];
}

/** Each cycle of imports that do not vanish with the types, once, as the way round it. */
function cycles(files: readonly Source[]): readonly string[] {
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push([...way.slice(way.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    for (const {target, local, typeOnly, lazy} of byPath.get(path)?.imports ?? []) {
      if (local && !typeOnly && !lazy) visit(target, [...way, path]);
    }
    state.set(path, "done");
  };
  for (const {path} of files) visit(path, []);
  return found;
}

describe("names", () => {
  test("are nouns in kebab-case, and none is a drawer for everything", () => {
    const drawers = ["utils", "util", "helpers", "helper", "common", "shared", "types", "misc", "lib"];
    const wrong = sources.flatMap(({path}) =>
      path
        .split("/")
        .filter((part) => drawers.includes(part.split(".")[0] ?? "") || !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part))
        .map((part) => `${part} in ${path}`)
    );
    expect(wrong).toEqual([]);
  });

  test("no file has more than 400 lines, data apart", () => {
    const long = [...sources, ...readSources("{test,bench,bin}/**/*.{ts,js}")]
      .filter(({path}) => !path.endsWith(".data.ts"))
      .map(({path, text}) => ({path, lines: text.trimEnd().split("\n").length}))
      .filter(({lines}) => lines > 400);
    expect(long).toEqual([]);
  });

  test("engines are not named above the engine and the lake", () => {
    const wrong = product
      .filter(({path}) => ["capabilities", "kpi", "records", "cost"].includes(area(path)))
      .flatMap(({path, text}) =>
        text.split("\n").flatMap((line, index) => {
          if (/^\s*(\/\/|\*|\/\*)/.test(line) || /^import\b|^\} from\b|\bimport\(/.test(line)) return [];
          return /duckdb|trino/i.test(line) ? [`${path}:${index + 1}`] : [];
        })
      );
    expect(wrong).toEqual([]);
  });
});

describe("capabilities", () => {
  const folder = join(root, "src", "capabilities");
  const names = readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !["homes", "fixtures"].includes(entry.name))
    .map(({name}) => name);

  test.for(names)("%s has its declaration and its page", (name) => {
    expect(existsSync(join(folder, name, "declaration.ts"))).toBe(true);
    expect(existsSync(join(folder, name, "README.md"))).toBe(true);
  });
});

describe("operations", () => {
  test("every one is in the list, under one name", async () => {
    const {operations} = await import("../src/operations.ts");
    const names = operations.map(({contract}) => contract.name);
    expect(names).toEqual([...new Set(names)]);
    const made = product.filter(
      ({path, code}) => area(path) !== "interfaces" && /\boperation\(\s/.test(called(path, code))
    );
    for (const {path, code} of made) {
      const exported = [...code.matchAll(/^export const (\w+)(?::[^=]*)? = operation\(/gm)].map(
        ([, name]) => name ?? ""
      );
      const calls = [...code.matchAll(/(?<!function )\boperation\(/g)].length;
      expect({path, calls}).toEqual({path, calls: exported.length});
      const module = (await import(/* @vite-ignore */ join(root, path))) as Record<string, unknown>;
      const missing = exported.filter((name) => !operations.some((listed) => listed === module[name]));
      expect({path, missing}).toEqual({path, missing: []});
    }
  });

  test("contracts are plain: a name of nouns, one sentence, described fields, examples that name the command", async () => {
    const {operations} = await import("../src/operations.ts");
    for (const {contract} of operations) {
      expect(contract.name).toMatch(/^[a-z][a-z-]*(\.[a-z][a-z-]*)*$/);
      expect(contract.summary).toMatch(/^[A-Z].*\.$/);
      for (const field of contract.positional ?? []) expect(Object.keys(contract.input.shape)).toContain(field);
      for (const {command} of contract.examples ?? []) {
        const words = contract.name.split(".");
        const alone = words.at(-1) === "list" ? words.slice(0, -1) : words;
        expect(command.startsWith(words.join(" ")) || command.startsWith(alone.join(" "))).toBe(true);
      }
      const silent = Object.entries(contract.input.shape).filter(([, field]) => (field.description ?? "") === "");
      expect({contract: contract.name, silent: silent.map(([name]) => name)}).toEqual({
        contract: contract.name,
        silent: []
      });
    }
  });
});

/** Only files that take `operation` from the root make operations. */
function called(path: string, code: string): string {
  const takes =
    byPath.get(path)?.imports.some(({target, typeOnly}) => target === "src/operation.ts" && !typeOnly) ?? false;
  return takes ? code.replaceAll("operation(", "operation( ") : "";
}

describe("numbers", () => {
  test("no amount becomes a JavaScript number: a conversion says beside it which count, size or number it is of", () => {
    const wrong = product
      .filter(({path}) => area(path) !== "interfaces")
      .flatMap(({path, text, code}) => {
        const lines = text.split("\n");
        return code.split("\n").flatMap((line, index) => {
          if (!/\bNumber\(|\bparseFloat\(|\bNumber\.parseFloat\b|\.map\(Number\)/.test(line) && !hasUnaryPlus(line))
            return [];
          const said = `${lines[index - 1] ?? ""}\n${lines[index] ?? ""}`;
          return /\/\/.*\b(integer|count|number|size|bytes|percentage)\b/.test(said)
            ? []
            : [`${path}:${index + 1}: ${(lines[index] ?? "").trim()}`];
        });
      });
    expect(wrong).toEqual([]);
  });
});

function hasUnaryPlus(line: string): boolean {
  return /(^|[=(,:?[{;&|<>!*/%-]|\breturn|\bcase)\s*\+\s*[A-Za-z_$([]/.test(line);
}

describe("effects", () => {
  test("the present moment and the environment come in by effects and interfaces only", () => {
    const wrong = product
      .filter(({path}) => area(path) !== "interfaces" && basename(path) !== "effects.ts")
      .flatMap(({path, code}) =>
        code.split("\n").flatMap((line, index) => {
          const found = /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\b|\bprocess\.env\b|\bperformance\.now\b/.exec(line);
          return found === null ? [] : [`${path}:${index + 1}: ${found[0]}`];
        })
      );
    expect(wrong).toEqual([]);
  });
});

describe("engines", () => {
  const folder = join(root, "src", "engine");
  const engines = readdirSync(folder, {withFileTypes: true}).filter(
    (entry) => entry.isDirectory() && entry.name !== "conformance"
  );
  const opened = engines.filter(({name}) => existsSync(join(folder, name, "open.ts")));

  test.for(opened.map(({name}) => name))("%s runs the conformance suite", (name) => {
    const tests = sources.filter(({path}) => path.startsWith(`src/engine/${name}/`) && path.endsWith(".test.ts"));
    expect(tests.some(({code}) => /\b\w*[cC]onformance\(/.test(code))).toBe(true);
  });
});
