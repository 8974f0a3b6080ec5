import {existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import {heldAgainst, normalised, runCase} from "./case-run.ts";
import {root} from "./source.ts";

const ci = (process.env["CI"] ?? "") !== "";
const folder = join(root, "test", "cases");
const cases = globSync("*/command", {cwd: folder}).map(dirname).toSorted();

describe("cases", () => {
  test("every folder is one", () => {
    const folders = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}) : [];
    expect(
      folders
        .filter((entry) => entry.isDirectory())
        .map(({name}) => name)
        .toSorted()
    ).toEqual(cases);
  });

  test.for(cases)("%s", async (name) => {
    const at = join(folder, name);
    const result = await runCase(at);
    const exitFile = join(at, "expected-exit");
    const exit = existsSync(exitFile) ? Number(readFileSync(exitFile, "utf8").trim()) : 0;
    expect({exit: result.exit, err: result.exit === exit ? "" : result.err}).toEqual({exit, err: ""});
    const output = existsSync(join(at, "expected.json")) ? "expected.json" : "expected.txt";
    const isJson = !existsSync(join(at, "expected.txt")) && /^\s*[[{]/.test(result.out);
    const wrong = [heldAgainst(at, isJson ? "expected.json" : output, result.out, ci)];
    if (existsSync(join(at, "expected-stderr.txt"))) wrong.push(heldAgainst(at, "expected-stderr.txt", result.err, ci));
    expect(wrong.filter((each) => each !== null)).toEqual([]);
  });
});

describe("the runner", () => {
  test("replaces what differs from run to run, and nothing else", () => {
    const now = new Date().toISOString();
    const text = `/tmp/x/a.csv 01JZZZZZZZZZZZZZZZZZZZZZZZ ${now} 2020-01-01T00:00:00Z 12.5 s 0.001 USD ${"a".repeat(64)}`;
    expect(normalised(text, "/tmp/x")).toBe(
      "<folder>/a.csv <id> <now> 2020-01-01T00:00:00Z <duration> 0.001 USD <hash>"
    );
  });

  test("writes a missing expectation locally, never on continuous integration, and leaves differences beside it", () => {
    const temporary = mkdtempSync(join(tmpdir(), "ashlar-cases-"));
    try {
      expect(heldAgainst(temporary, "expected.txt", "a", true)).toMatch("is missing");
      expect(readdirSync(temporary)).toEqual([]);
      expect(heldAgainst(temporary, "expected.txt", "a", false)).toBe(null);
      expect(heldAgainst(temporary, "expected.txt", "a", true)).toBe(null);
      expect(heldAgainst(temporary, "expected.txt", "b", false)).toMatch("differs");
      expect(readFileSync(join(temporary, "expected-changed.txt"), "utf8")).toBe("b");
      writeFileSync(join(temporary, "expected.txt"), "b");
      expect(heldAgainst(temporary, "expected.txt", "b", false)).toBe(null);
      expect(readdirSync(temporary)).toEqual(["expected.txt"]);
    } finally {
      rmSync(temporary, {recursive: true, force: true});
    }
  });
});
