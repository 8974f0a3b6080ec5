import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {beforeAll, describe, expect, test} from "vitest";
import {builtClient} from "./site.ts";

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Bytes of JavaScript, packed by gzip, that a link to any page may load before its charts: the entry and the page. */
const most = 250_000;
/** The same with what the page then loads for itself and shows at once. */
const mostAtOnce = 260_000;

/** What a page shows at once though it is loaded for itself, besides the charts. */
const shownAtOnce: Readonly<Record<string, readonly string[]>> = {
  "pages/explore/explore-page.tsx": ["pages/explore/filter-bar.tsx", "table/answer-table.tsx"]
};

describe("the bundle", () => {
  let folder: string;
  let manifest: Readonly<Record<string, Chunk>>;
  beforeAll(async () => {
    folder = await builtClient();
    manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, Chunk>;
  }, 240_000);

  const text = (name: string): string => readFileSync(join(folder, manifest[name]?.file ?? ""), "utf8");
  const entry = (): string => Object.keys(manifest).find((name) => manifest[name]?.isEntry === true) ?? "";
  const pages = (): readonly string[] =>
    (manifest[entry()]?.dynamicImports ?? []).filter((name) => /^pages\/.+-page\.tsx$/.test(name));
  const closure = (names: readonly string[], seen = new Set<string>()): ReadonlySet<string> => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      closure(manifest[name]?.imports ?? [], seen);
    }
    return seen;
  };
  const sizeOf = (names: ReadonlySet<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(text(name)).length, 0);

  test("has one entry, and every page for itself", () => {
    expect(Object.values(manifest).filter(({isEntry}) => isEntry === true)).toHaveLength(1);
    expect(pages()).toEqual(
      expect.arrayContaining([
        "pages/home/home-page.tsx",
        "pages/explore/explore-page.tsx",
        "pages/data/sources-page.tsx"
      ])
    );
    for (const [page, parts] of Object.entries(shownAtOnce))
      for (const part of [page, ...parts]) expect(Object.keys(manifest)).toContain(part);
  });

  test("is small for a link to any page, before the charts", () => {
    const sizes = Object.fromEntries(
      pages().map((page) => {
        const first = closure([entry(), page]);
        const loaded = closure([entry(), page, ...(shownAtOnce[page] ?? [])]);
        expect({page, charts: [...loaded].filter((name) => /echarts|engine/.test(name))}).toEqual({page, charts: []});
        return [page, {first: sizeOf(first), atOnce: sizeOf(loaded)}];
      })
    );
    const large = Object.entries(sizes).filter(([, {first, atOnce}]) => first > most || atOnce > mostAtOnce);
    expect(large).toEqual([]);
  });

  test("has nothing of Node", () => {
    for (const name of Object.keys(manifest).filter((each) => manifest[each]?.file.endsWith(".js") === true))
      expect(text(name)).not.toMatch(/from\s*["']node:|__vite-browser-external|require\(["']fs/);
  });
});
