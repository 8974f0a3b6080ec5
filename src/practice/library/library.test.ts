import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import {defaultEffects} from "../../effects.ts";
import {type Context, localCaller, type Operation} from "../../operation.ts";
import {openWorkplace} from "../../workplace.ts";
import {loadPractice} from "../load.ts";
import {libraryGlossaryOperation} from "./library-glossary.ts";
import {libraryListOperation} from "./library-list.ts";
import {libraryShowOperation} from "./library-show.ts";
import {shippedFolder} from "./shipped.ts";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly own: boolean;
  readonly excerpt: string | null;
}

async function contextOf(root: string): Promise<Context> {
  const {signal} = new AbortController();
  const base = {effects: defaultEffects, caller: localCaller, signal, progress: () => undefined};
  return openWorkplace({...(await loadPractice(root)), ...base}).context;
}

async function practice(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "ashlar-library-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, ".."), {recursive: true});
    await writeFile(join(root, path), text);
  }
  return root;
}

async function ask(operation: Operation, input: unknown, files: Readonly<Record<string, string>> = {}) {
  const context = await contextOf(await practice(files));
  return (await operation.run(input, context)) as Record<string, unknown> & {rows: readonly Row[]; markdown: string};
}

const story =
  "---\ntitle: Our tags\ncapability: allocation\n---\nSee [more](b.md) and [walk](/library/playbook/allocation#walk).\n";
const own = {"ashlar.yaml": "tags: [team]\n", "library/a.md": story, "library/b.md": "# More\n"};

describe("library list", () => {
  test("has playbooks, lessons, the glossary, and own stories at the end; each says whose it is", async () => {
    const {rows, faults, source} = await ask(libraryListOperation, {}, own);
    const kinds = rows.map(({kind}) => kind);
    expect(kinds.filter((kind) => kind === "playbook")).toHaveLength(22);
    expect(kinds.filter((kind) => kind === "lesson")).toHaveLength(11);
    expect(rows.filter((row) => row.own).map(({id}) => id)).toEqual(["story/a", "story/b"]);
    expect(rows.at(-1)?.id).toBe("story/b");
    expect(faults).toEqual([]);
    expect(source).toContain("CC BY 4.0");
  });

  test("filters by kind, capability and persona, and finds words", async () => {
    const ids = async (input: unknown) => (await ask(libraryListOperation, input, own)).rows.map(({id}) => id);
    expect(await ids({capability: "allocation"})).toEqual(["playbook/allocation", "story/a"]);
    expect(await ids({persona: "finance"})).toEqual(["lesson/finance"]);
    expect(await ids({kind: "glossary"})).toEqual(["glossary"]);
    expect((await ids({text: "allocation"}))[0]).toBe("playbook/allocation");
    expect(await ids({text: "allocation zzzz"})).toEqual([]);
  });

  test("shows where the words stand", async () => {
    const {rows} = await ask(libraryListOperation, {text: "break-even", kind: "playbook"});
    expect(rows.map(({id}) => id)).toContain("playbook/rate-optimization");
    for (const {excerpt} of rows) expect(excerpt?.toLowerCase()).toContain("break-even");
  });

  test("takes stories from the folder that the practice names", async () => {
    const files = {"ashlar.yaml": "library: papers\n", "papers/x.md": "# X\n", "library/y.md": "# Y\n"};
    const {rows} = await ask(libraryListOperation, {kind: "story"}, files);
    expect(rows.map(({id}) => id)).toEqual(["story/x"]);
  });

  test("of a practice file with a mistake says so and still has the rest", async () => {
    const files = {"ashlar.yaml": "scopes: 5\n", "library/y.md": "# Y\n"};
    const {rows, faults} = await ask(libraryListOperation, {}, files);
    expect(rows.filter((row) => row.own).map(({id}) => id)).toEqual(["story/y"]);
    expect(faults).toEqual([expect.objectContaining({file: "ashlar.yaml"})]);
  });

  test("has no own stories without a practice file, nor takes the shipped ones for own", async () => {
    const {rows} = await ask(libraryListOperation, {}, {"library/y.md": "# Y\n"});
    expect(rows.filter((row) => row.own)).toEqual([]);
    const folder = {root: dirname(shippedFolder()), file: join(dirname(shippedFolder()), "ashlar.yaml"), data: ""};
    const base = await contextOf(await practice({}));
    const output = (await libraryListOperation.run({}, {...base, folder})) as {rows: readonly Row[]};
    expect(output.rows.filter((row) => row.own)).toEqual([]);
  });
});

describe("library show", () => {
  test("gives a playbook with its sections, and links as pages", async () => {
    const {markdown, sections, related} = await ask(libraryShowOperation, {id: "playbook/allocation"});
    expect((sections as {id: string}[]).map(({id}) => id)).toEqual(["crawl", "walk", "run"]);
    expect(markdown).toContain("](/library/playbook/invoicing-chargeback)");
    expect(related).toContainEqual({
      id: "playbook/unit-economics",
      title: "Unit Economics",
      path: "/library/playbook/unit-economics"
    });
  });

  test("gives one section, of which the others are no part", async () => {
    const {markdown, section} = await ask(libraryShowOperation, {id: "allocation", section: "walk"});
    expect(section).toBe("walk");
    expect(markdown.startsWith("## Walk\n")).toBe(true);
    expect(markdown).not.toContain("## Run");
  });

  test("takes a name for the playbook first, and the id for what is meant", async () => {
    expect(await ask(libraryShowOperation, {id: "sustainability"})).toMatchObject({kind: "playbook"});
    expect(await ask(libraryShowOperation, {id: "lesson/sustainability"})).toMatchObject({kind: "lesson"});
    expect(await ask(libraryShowOperation, {id: "finance"})).toMatchObject({id: "lesson/finance"});
  });

  test("gives own stories under the practice's own terms, with links among them", async () => {
    const {markdown, source, related} = await ask(libraryShowOperation, {id: "story/a"}, own);
    expect(markdown).toBe("See [more](/library/story/b) and [walk](/library/playbook/allocation#walk).\n");
    expect(source).toBe("Written by this practice.");
    expect((related as {id: string}[]).map(({id}) => id)).toEqual(["playbook/allocation", "story/b"]);
  });

  test("gives the glossary as a text, and the template with its head", async () => {
    expect((await ask(libraryShowOperation, {id: "glossary"})).markdown).toContain("## Showback\n");
    expect((await ask(libraryShowOperation, {id: "template/story"})).markdown.startsWith("---\ntitle: ")).toBe(true);
  });

  test.for([
    [{id: "alocation"}, 'did you mean "allocation"'],
    [{id: "../../etc/passwd"}, "There is no"],
    [{id: "allocation", section: "wlak"}, 'did you mean "walk"']
  ])("refuses %j with what is near", async ([input, message]) => {
    await expect(ask(libraryShowOperation, input)).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringContaining(message as string) as string
    });
  });
});

describe("library glossary", () => {
  test("gives all terms in order, or those that a text finds", async () => {
    const {rows} = await ask(libraryGlossaryOperation, {});
    expect(rows.length).toBeGreaterThanOrEqual(80);
    const found = await ask(libraryGlossaryOperation, {text: "amortized"});
    expect(found.rows[0]).toMatchObject({term: "Amortised cost", path: "/library/glossary#amortised-cost"});
    await expect(ask(libraryGlossaryOperation, {text: "shoback"})).rejects.toThrow('did you mean "Showback"');
  });
});
