import {mkdir, mkdtemp, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ownStories} from "./own-stories.ts";

async function practice(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "ashlar-library-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, ".."), {recursive: true});
    await writeFile(join(root, path), text);
  }
  return root;
}

const stories = (root: string) => ownStories(root, "library", join(root, "nowhere"));

describe("own stories", () => {
  test("are Markdown files with what their head says; without one the heading or the name is the title", async () => {
    const root = await practice({
      "library/a.md":
        "---\ntitle: Our tags\nsummary: How it went.\ncapability: allocation\nupdated: 2026-03-01\n---\nText.\n",
      "library/2026/First close.md": "# The first close\r\n\r\nWe were late.\r\n",
      "library/plain-words.md": "Only words.\n",
      "library/notes.txt": "not a story",
      "library/.hidden/x.md": "# Hidden\n"
    });
    const {entries, faults} = await stories(root);
    expect(faults).toEqual([]);
    expect(entries.map(({id, title, capability, markdown}) => ({id, title, capability, markdown}))).toEqual([
      {id: "story/a", title: "Our tags", capability: "allocation", markdown: "Text.\n"},
      {id: "story/plain-words", title: "Plain words", capability: null, markdown: "Only words.\n"},
      {id: "story/2026-first-close", title: "The first close", capability: null, markdown: "We were late.\n"}
    ]);
    expect(entries.every(({own, kind}) => own && kind === "story")).toBe(true);
  });

  test.for<[string, string | Uint8Array, string]>([
    ["no YAML", "---\ntitle: [\n---\nx", "not YAML"],
    ["a wrong head", "---\ntitle: x\nupdated: soon\n---\nx", "updated"],
    ["a bomb", `---\na: &a [x]\nb: [*a, *a]\n---\nx`, "not YAML"],
    ["bytes that are no text", new Uint8Array([35, 32, 0, 1]), "not text"],
    ["another encoding", new Uint8Array([35, 32, 0xe9, 0x0a]), "UTF-8"],
    ["too much of it", "x".repeat(300_000), "256 kB"]
  ])("a file with %s is named with the reason and spoils no other", async ([, text, message]) => {
    const {entries, faults} = await stories(await practice({"library/bad.md": text, "library/good.md": "# Good\n"}));
    expect(entries.map(({title}) => title)).toEqual(["Good"]);
    expect(faults).toEqual([
      {file: "bad.md", message: expect.stringContaining(message) as string, remedy: expect.any(String) as string}
    ]);
  });

  test("links that leave the library are not followed", async () => {
    const outside = await practice({"secret.md": "# Secret\n"});
    const root = await practice({"library/good.md": "# Good\n", "elsewhere.md": "# Elsewhere\n"});
    await symlink(join(outside, "secret.md"), join(root, "library", "away.md"));
    await symlink(join(root, "elsewhere.md"), join(root, "library", "beside.md"));
    await symlink(join(root, "library", "good.md"), join(root, "library", "inside.md"));
    await symlink(outside, join(root, "library", "folder"));
    await symlink(join(root, "library", "gone.md"), join(root, "library", "dangling.md"));
    const {entries, faults} = await stories(root);
    expect(entries.map(({id}) => id)).toEqual(["story/good", "story/inside"]);
    expect(faults.map(({file}) => file)).toEqual(["away.md", "beside.md", "dangling.md"]);
    expect(JSON.stringify(faults)).not.toContain("Secret");
  });

  test("a library that is itself a link out of the practice is refused", async () => {
    const outside = await practice({"secret.md": "# Secret\n"});
    const root = await practice({"ashlar.yaml": ""});
    await symlink(outside, join(root, "library"));
    expect(await stories(root)).toEqual({
      entries: [],
      faults: [expect.objectContaining({message: "leads out of the practice folder"})]
    });
    expect((await ownStories(root, "..", join(root, "x"))).entries).toEqual([]);
  });

  test("hostile names become plain ids, and two of one id are told", async () => {
    const root = await practice({
      "library/<b>x<b>.md": "# A\n",
      "library/..md.md": "# hidden\n",
      "library/%2e%2e%2f.md": "# B\n",
      "library/2026: a start.md": "# H\n",
      "library/---.md": "# C\n",
      "library/Über uns.md": "# D\n",
      "library/uber\u0301.md": "# E\n",
      "library/One two.md": "# F\n",
      "library/one-two.md": "# G\n"
    });
    const {entries, faults} = await stories(root);
    for (const {id, path} of entries) {
      expect(id).toMatch(/^story\/[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
      expect(path).toBe(`/library/${id}`);
    }
    expect(faults.map(({message}) => message).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "has no letter or digit in its name",
      "has the same name as another: story/one-two"
    ]);
  });

  test("have bounds in number and depth", async () => {
    const many = Object.fromEntries(Array.from({length: 320}, (_, n) => [`library/${n}.md`, "# x\n"]));
    const {entries, faults} = await stories(await practice(many));
    expect(entries).toHaveLength(300);
    expect(faults).toEqual([expect.objectContaining({message: expect.stringContaining("300") as string})]);
    const deep = await stories(await practice({"library/a/b/c/d/e/f/g.md": "# x\n", "library/a/b/y.md": "# y\n"}));
    expect(deep.entries.map(({id}) => id)).toEqual(["story/a-b-y"]);
    expect(deep.faults).toEqual([expect.objectContaining({file: "a/b/c/d/e"})]);
  });

  test("none where there is no folder, or where it is the shipped library", async () => {
    const root = await practice({"library/good.md": "# Good\n"});
    expect(await ownStories(root, "none", root)).toEqual({entries: [], faults: []});
    expect(await ownStories(root, "library", join(root, "library"))).toEqual({entries: [], faults: []});
  });
});
