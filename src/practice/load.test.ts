import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {findPractice, loadPractice, parsePractice} from "./load.ts";

describe("a practice file", () => {
  test("has defaults for all that it does not say", () => {
    const settings = parsePractice("");
    expect(settings.engine.memory).toBe("4GB");
    expect(settings.lake.quarantine).toBe(0);
    expect(settings.tags).toEqual([]);
  });

  test("says what the software needs to know", () => {
    const settings = parsePractice("tags: [team, env]\nlake: {shrink: '0.2'}\nsources:\n  - {id: aws, owner: Ann}\n");
    expect(settings.tags).toEqual(["team", "env"]);
    expect(settings.lake.shrink).toBe("0.2");
    expect(settings.sources).toEqual([{id: "aws", owner: "Ann"}]);
  });

  test.each([
    ["tags: [team]\nenigne: {memory: 4GB}\n", "unknown key enigne", 2],
    ["engine:\n  memory: lots\n", "engine.memory: a size such as 4GB", 2],
    ["sources:\n  - id: aws\n  - id: 'A W S'\n", "sources.A W S.id: a source id", 3],
    ["tags: [a\n", "", 2],
    ["tags: [a]\ntags: [b]\n", "unique", 2]
  ])("with a mistake is refused with its line: %j", (text, message, line) => {
    expect(() => parsePractice(text)).toThrow(
      expect.objectContaining({
        code: "practice.invalid",
        message: expect.stringContaining(message),
        at: {file: "ashlar.yaml", line}
      })
    );
  });

  test("that grows through aliases is refused", () => {
    const levels = Array.from({length: 12}, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(", ")}]`);
    expect(() => parsePractice(`a0: &a0 [x]\n${levels.join("\n")}\n`)).toThrow(
      expect.objectContaining({code: "practice.invalid"})
    );
  });
});

describe("a practice folder", () => {
  test("is the nearest one upwards with a file, else the start", async () => {
    const root = await mkdtemp(join(tmpdir(), "ashlar-practice-"));
    const below = join(root, "a", "b");
    await mkdir(below, {recursive: true});
    expect(await findPractice(below)).toBe(below);
    await writeFile(join(root, "ashlar.yaml"), "tags: [team]\n");
    expect(await findPractice(below)).toBe(root);
    const {folder, settings} = await loadPractice(root);
    expect(folder.file).toBe(join(folder.root, "ashlar.yaml"));
    expect(settings.tags).toEqual(["team"]);
  });

  test("that is not there has the defaults", async () => {
    const {folder} = await loadPractice(join(tmpdir(), "ashlar-nowhere"));
    expect(folder.file).toBeNull();
  });
});
